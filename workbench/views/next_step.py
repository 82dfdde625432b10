"""One button: the next thing to do."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.services import Case, PairCounts
from workbench import navigation, remembered
from workbench.wording import Words

_AT_HAND: Final = 200
"""Disputes that are counted, as many as the screen has that settles them."""


def draw(documents: int, pairs: PairCounts, words: Words) -> None:
    """Draw the button that leads there."""
    if not documents:
        label, target = words("Begin: add documents"), "documents"
    elif pairs.left:
        label = words.many(
            "Go on: {count} pair waits for you", "Go on: {count} pairs wait for you", pairs.left
        )
        target = "compare"
    elif pairs.total:
        label, target = words("All pairs are decided: see the verdicts"), "verdicts"
    else:
        label, target = words("No two sources speak of one event yet: add documents"), "documents"
    if st.button(label, type="primary"):
        navigation.go(target)


def disputes(case: Case, words: Words) -> None:
    """Draw the button that leads to what reviewers part on, where several answer each pair and something is to be settled."""
    if case.review.reviewers < 2:  # noqa: PLR2004 - one reviewer parts with nobody
        return
    found = remembered.of(
        case, f"disputes {case.actor}", lambda: len(case.adjudication.queue(limit=_AT_HAND))
    )
    label = words.many(
        "{count} pair waits to be settled", "{count} pairs wait to be settled", found
    )
    if found and st.button(label, icon=":material/balance:"):
        navigation.go("adjudicate")
