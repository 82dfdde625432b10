"""What was settled so far, and whether it is still in force."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.services import Case
from workbench import navigation
from workbench.plainly import plainly
from workbench.shown import rulings as shown
from workbench.views import listing
from workbench.wording import Words

OPEN: Final = "settled"
"""Under which key the session knows whether the list is open; nothing is looked up while it is not."""


def draw(case: Case, words: Words, *, expanded: bool) -> None:
    """Draw the rulings that stand, the newest first, below a heading that opens them."""
    with (
        plainly(),
        st.expander(words("Settled"), key=OPEN, expanded=expanded, on_change="rerun") as section,
    ):
        if section.open:
            _inside(case, words)


def _inside(case: Case, words: Words) -> None:
    found = case.adjudication.standing()
    if not found:
        st.info(words("No ruling stands: nothing was settled yet, or it was taken back."))
        return
    holding = {each.id for each in case.adjudication.rulings()}
    page = listing.page(found[::-1])
    claims = case.claims.several(
        {side for each in page for side in (each.key.left, each.key.right)}
    )
    opened = listing.draw(shown.settled(page, holding, claims, words), "settled-pairs")
    if opened:
        navigation.go("compare", pair=opened)
