"""People: who works on the case in which role, and how many judge each pair."""

from __future__ import annotations

import streamlit as st

from workbench import state
from workbench.shown import team as shown
from workbench.views import former, giving, listing, naming, policy


def show() -> None:
    """Draw the screen."""
    words, case = state.current().words, state.case()
    st.title(words("People"), anchor=False)
    found = case.people.list()
    if not found:
        st.info(
            words(
                "You work alone: everybody who can open the case may do everything. Name people, yourself first as admin, "
                "and every step is checked against a role."
            )
        )
    who, rule = st.columns([3, 2], gap="large")
    with who:
        st.header(words("Who works on the case"), anchor=False)
        if found:
            chosen = listing.draw(shown.people(found, words), "people")
            for one in (each for each in found if each.name == chosen):
                st.session_state.update(person_name=one.name, person_role=one.role)
        giving.draw(words, {one.name: one.role for one in found})
    with rule:
        st.header(words("How many judge each pair"), anchor=False)
        policy.draw(case, words)
        former.draw(case, words)
        st.header(words("How people are called outside"), anchor=False)
        naming.draw(case, words)
