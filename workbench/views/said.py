"""What was said and settled of the pair on the screen so far."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claims.model import Thing, Topic
from claims.services import Case
from workbench.shown import rulings
from workbench.shown import said as shown
from workbench.views import listing
from workbench.wording import Words


def draw(case: Case, topics: Sequence[Topic], words: Words) -> None:
    """Draw every answer and every ruling on the pair among these things, as far as the person who sits there may see it.

    In a place of its own, so that what stands below is not drawn anew where there is none.
    """
    pair = next((one for one in topics if one.thing is Thing.PAIR), None)
    rows = case.review.history(pair.id) if pair is not None else ()
    with st.container():
        if rows:
            st.caption(words("Answers on this pair"))
            listing.draw(shown.history(rows, words), "said")
        if pair is not None:
            _rulings(case, pair.id, words)


def _rulings(case: Case, key: str, words: Words) -> None:
    found = case.adjudication.history(key)
    if found:
        holding = case.adjudication.holding(key)
        st.caption(words("Rulings on this pair"))
        listing.draw(rulings.history(found, {holding.id} if holding else (), words), "ruled")
