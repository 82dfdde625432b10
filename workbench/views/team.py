"""People: who works on the case in which role, and how many judge each pair."""

from __future__ import annotations

import streamlit as st

from claims.services import Case, TeamRole
from workbench import state
from workbench.plainly import plainly
from workbench.shown import team as shown
from workbench.views import listing
from workbench.wording import Words


def show() -> None:
    """Draw the screen."""
    words, case = state.current().words, state.case()
    st.title(words("People"))
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
        _form(words, first=not found)
    with rule:
        st.header(words("How many judge each pair"), anchor=False)
        _rule(case, words)


def _form(words: Words, *, first: bool) -> None:
    if first:
        st.session_state.setdefault("person_name", state.current().reviewer)
        st.session_state.setdefault("person_role", TeamRole.ADMIN)
    with st.form("person"):
        name, role = st.columns(2)
        name.text_input(words("Name"), key="person_name")
        role.selectbox(
            words("Role"),
            list(TeamRole),
            format_func=lambda one: words(shown.ROLES[one]),
            key="person_role",
        )
        if st.form_submit_button(words("Name or give this role"), type="primary"):
            with plainly():
                state.case().people.put(
                    st.session_state["person_name"], st.session_state["person_role"]
                )
                st.rerun()


def _rule(case: Case, words: Words) -> None:
    asked = case.review.reviewers
    with st.form("policy"):
        st.radio(
            words("Reviewers for each pair"),
            [1, 2, 3],
            index=asked - 1,
            horizontal=True,
            key="policy_reviewers",
        )
        st.caption(
            words(
                "With two or three, nobody sees another's answer on a pair before all have given theirs; what they part on is settled by somebody else."
            )
        )
        st.checkbox(
            words("Ask for fewer though everybody will see answers that were given blindly"),
            key="policy_knowingly",
        )
        if st.form_submit_button(words("Keep this rule")):
            with plainly():
                case.review.require(
                    st.session_state["policy_reviewers"],
                    knowingly=st.session_state["policy_knowingly"],
                )
                st.rerun()
