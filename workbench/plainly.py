"""Errors of the engine said plainly on the screen, where they happen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from claims.services import ClaimsError
from workbench import state
from workbench.shown.errors import explain


@contextmanager
def plainly() -> Iterator[None]:
    """Show what the engine refuses instead of failing. Fragments need their own: they run alone."""
    try:
        yield
    except ClaimsError as error:
        st.error(explain(error, state.current().words))
