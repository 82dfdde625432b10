"""What was said of the pair on the screen so far."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claims.model import Thing, Topic
from claims.services import Case
from workbench.shown import said as shown
from workbench.views import listing
from workbench.wording import Words


def draw(case: Case, topics: Sequence[Topic], words: Words) -> None:
    """Draw every answer on the pair among these things, as far as the person who sits there may see it.

    In a place of its own, so that what stands below is not drawn anew where there is none.
    """
    pair = next((one for one in topics if one.thing is Thing.PAIR), None)
    rows = case.review.history(pair.id) if pair is not None else ()
    with st.container():
        if rows:
            st.caption(words("Answers on this pair"))
            listing.draw(shown.history(rows, words), "said")
