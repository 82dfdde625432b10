"""Settings: the person at the browser, the case and its record, the keys."""

from __future__ import annotations

import streamlit as st

from workbench import intake, person, state
from workbench.shown import desk, outcomes
from workbench.views import exchange, filled, listing
from workbench.wording import Words, isolate


def show() -> None:
    """Draw the screen."""
    words = state.current().words
    st.title(words("Settings"), anchor=False)
    intake.progress()
    intake.told()
    person_and_case, keys = st.columns(2, gap="large")
    with person_and_case:
        st.header(words("Person"), anchor=False)
        person.form()
        st.caption(words("Decisions are stored under this name. It is kept in this browser only."))
        st.header(words("Case and record"), anchor=False)
        _record(words)
        with st.expander(words("Hand the case on"), icon=":material/swap_horiz:"):
            exchange.draw(state.case(), words)
        with st.expander(words("Take in a filled-in table"), icon=":material/table_view:"):
            filled.draw(state.case(), words)
    with keys:
        st.header(words("Keys of the compare screen"), anchor=False)
        listing.draw(outcomes.keys(desk.KEYS, words), "keys")


def _record(words: Words) -> None:
    case = state.case()
    head = case.audit.head()
    st.text(words("Case: {path}", path=isolate(case.path)))
    if head.seq:
        st.text(words("Newest entry of the record: number {number}", number=head.seq))
    elif head.hash:
        st.text(
            words(
                "Newest entry of the record: its number is told when no pair waits for answers, as it says how much others wrote. The hash alone names the entry."
            )
        )
    st.code(head.hash or "–", language=None, wrap_lines=True)
    st.caption(words("Note number and hash elsewhere: they show later that nothing was cut off."))
    if st.button(words("Verify the whole record")):
        faults = case.audit.verify()
        if not faults:
            st.success(words("The record, its rows and the originals are as they were written."))
        for fault in faults:
            st.error(fault.message.within(words.language))
