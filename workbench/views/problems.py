"""Problems: what could not be read or understood, with the words concerned."""

from __future__ import annotations

import streamlit as st

from workbench import navigation, remembered, state
from workbench.shown import outcomes
from workbench.views import listing


def show() -> None:
    """Draw the screen."""
    words, case = state.current().words, state.case()
    st.title(words("Problems"), anchor=False)
    st.caption(
        words(
            "What the tool did not understand is listed here, never guessed. A person may read it."
        )
    )
    found = remembered.of(case, "problems", case.problems.list)
    if not found:
        st.info(words("No problem was noted in the documents of this case."))
        return
    shown = outcomes.passages(listing.page(found), case.documents.get)
    opened = listing.draw(outcomes.problems(shown, words), "problem_rows")
    if opened:
        navigation.go("reading", document=opened)
