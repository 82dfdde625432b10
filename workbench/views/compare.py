"""Compare: two claims side by side, decided by keyboard; the component does the work, see ``components/compare``."""

from __future__ import annotations

from typing import Final

import streamlit as st

from workbench import address, components, navigation, outbox, state
from workbench.shown import desk

_KEY: Final = "compare"


def show() -> None:
    """Draw the screen."""
    state.current().flush = None
    _desk()


@st.fragment
def _desk() -> None:
    current = state.current()
    waiting = outbox.look(
        current.reviewer, current.flush, state.case(), first=address.asked("pair")
    )
    result = components.renderer("compare")(
        key=_KEY,
        data=desk.data(waiting, current.settled, current.flush, current.reviewer, current.words),
        on_flush_change=_flushed,
        on_opened_change=lambda: None,
    )
    if result.opened:
        navigation.go("reading", **result.opened)


def _flushed() -> None:
    """Store what the browser sent. Runs as a callback, before anything is drawn."""
    current = state.current()
    flush = outbox.Flush.model_validate(st.session_state[_KEY].flush)
    if flush.reviewer == current.reviewer:
        current.flush = flush
        current.settled = outbox.settle(flush, current.settled, state.case())
