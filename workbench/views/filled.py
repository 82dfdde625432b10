"""A table that was exported and filled in comes back: first what it would change, then, when confirmed, the record."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.services import Case
from claims.services.filled_in import Plan
from workbench import filling
from workbench.plainly import plainly
from workbench.shown import filled
from workbench.views import listing
from workbench.wording import Words

_MOST: Final = 100
"""Changes that are shown; how many there are is told."""


def draw(case: Case, words: Words) -> None:
    """Draw the field that takes the table, and what it would change."""
    st.caption(
        words(
            "A table of pairs, claims or documents that was exported here and filled in: decisions, notes and tags are recorded under your name. You first see what would change."
        )
    )
    with st.form("fill", clear_on_submit=True):
        st.file_uploader(words("The filled-in table"), type=["csv", "xlsx"], key="filled")
        st.checkbox(
            words(
                "Take it as mine and as newer than what stands, though it says another name or none, or is older"
            ),
            key="filled-knowingly",
        )
        if st.form_submit_button(words("Show what would change")):
            filling.forget()
            with plainly():
                _read(case, words)
    plan = filling.at_hand()
    if plan is not None:
        with plainly():
            _preview(case, plan, words)


def _read(case: Case, words: Words) -> None:
    file = st.session_state["filled"]
    if file is None:
        st.warning(words("Choose a file first."))
        return
    knowingly = st.session_state["filled-knowingly"]
    filling.plan(case, file.name, file.getvalue(), knowingly=knowingly)


def _preview(case: Case, plan: Plan, words: Words) -> None:
    number = len(plan.changes) + len(plan.annotations)
    told = {"number": number, "same": plan.same, "empty": plan.empty, "refused": len(plan.faults)}
    st.text(
        words(
            "Would change: {number}; as it is: {same}; empty: {empty}; not usable: {refused}.",
            **told,
        )
    )
    for fault in plan.faults[:_MOST]:
        st.warning(filled.refused(fault, words))
    if not number:
        return
    shown = filled.changes(plan, words)
    listing.draw({**shown, "rows": shown["rows"][:_MOST]}, "filled_changes")
    if st.button(words("Record these changes"), type="primary"):
        _record(case, plan, words)


def _record(case: Case, plan: Plan, words: Words) -> None:
    done = filling.record(case, plan)
    number = len(done.changes) + len(done.annotations)
    st.success(words("Recorded: {number}.", number=number))
    for fault in done.faults[len(plan.faults) :]:
        st.warning(filled.refused(fault, words))
