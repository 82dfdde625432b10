"""A filled-in table between the moment when its changes were shown and the one when somebody confirms them."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePath
from typing import Final

import streamlit as st

from claims.services import Case
from claims.services.filled_in import Plan
from workbench import state

_PLAN: Final = "filled_plan"
"""In the session: whose plan it is, and the plan."""


def plan(case: Case, name: str, table: bytes, *, knowingly: bool) -> None:
    """Find out what a table would change, and keep that for whoever asked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"table{PurePath(name).suffix.lower()}"
        path.write_bytes(table)
        found = case.exports.preview(path, knowingly=knowingly)
    st.session_state[_PLAN] = (state.current().reviewer, found)


def at_hand() -> Plan | None:
    """The plan that was shown to this person; another's is none of theirs."""
    whose, found = st.session_state.get(_PLAN, ("", None))
    return found if whose == state.current().reviewer else None


def forget() -> None:
    """No plan is at hand any more."""
    st.session_state.pop(_PLAN, None)


def record(case: Case, found: Plan) -> Plan:
    """Record what was confirmed; what was recorded and what was refused."""
    done = case.exports.apply(found)
    forget()
    return done
