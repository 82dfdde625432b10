"""One button: the next thing to do."""

from __future__ import annotations

import streamlit as st

from claims.services import PairCounts
from workbench import navigation
from workbench.wording import Words


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
