"""How many judge each pair: a rule of the case, asked for once more where hidden answers would be seen."""

from __future__ import annotations

import streamlit as st

from claims.services import Case
from workbench import state
from workbench.plainly import plainly
from workbench.wording import Words


def draw(case: Case, words: Words) -> None:
    """Draw the rule and the form that changes it."""
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
        kept = st.form_submit_button(words("Keep this rule"))
    if kept:
        reviewers = st.session_state["policy_reviewers"]
        if reviewers < asked:
            st.warning(
                words(
                    "Answers that were hidden until all had answered would be seen at once, and nobody can unsee them. Nothing was changed yet."
                )
            )
            st.button(words("Lower it all the same"), on_click=_lower, args=(reviewers,))
        else:
            with plainly():
                case.review.require(reviewers)
                st.rerun()


def _lower(reviewers: int) -> None:
    """What was asked once more about the number of reviewers; a callback."""
    with plainly():
        state.case().review.require(reviewers, knowingly=True)
