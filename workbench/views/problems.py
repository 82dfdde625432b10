"""Problems: what could not be read or understood, with the words concerned."""

from __future__ import annotations

import streamlit as st

from workbench import address, navigation, state
from workbench.shown import outcomes
from workbench.views import beginning, listing, undated


def show() -> None:
    """Draw the screen."""
    words, case = state.current().words, state.case()
    st.title(words("Problems"), anchor=False)
    st.caption(
        words(
            "What the tool did not understand is listed here, never guessed. A person may read it."
        )
    )
    undated.draw(case, words)
    found, total = case.problems.page(address.number(address.PAGE), size=listing.PAGE)
    if not found:
        if not beginning.drawn(case):
            st.info(words("No problem was noted in the documents of this case."))
        return
    st.text(words.many("{count} passage", "{count} passages", total))
    listing.pages(total)
    above = case.documents.headlines({problem.document for problem in found})
    shown = outcomes.passages(found, case.documents.get, above)
    opened = listing.draw(outcomes.problems(shown, words), "problem_rows")
    if opened:
        navigation.go("reading", **outcomes.opened(opened))
