"""Overview: how far the case is, where the conflicts are, what waits for me, what to do next."""

from __future__ import annotations

import streamlit as st
from babel.numbers import format_decimal

from claims.services import PairCounts
from workbench import navigation, state
from workbench.shown import outcomes
from workbench.views import agreement, first_steps, listing
from workbench.wording import Words


def show() -> None:
    """Draw the screen."""
    words, case = state.current().words, state.case()
    st.title(words("Overview"), anchor=False)
    documents, claims = case.documents.count()
    pairs = case.pairs.count(reviewer=state.current().reviewer)
    figures = {
        words("Documents"): documents,
        words("Claims"): claims,
        words("Pairs"): pairs.total,
        words("Decided by me"): pairs.decided,
        words("Waiting for me"): pairs.left,
    }
    for column, (name, value) in zip(st.columns(len(figures)), figures.items(), strict=True):
        column.metric(name, format_decimal(value, locale=words.language), border=True)
    _next_step(documents, pairs, words)
    first_steps.draw(case, documents, pairs.decided, words)
    first, second, third = st.columns(3, gap="large")
    with first:
        listing.draw(
            outcomes.relations(pairs.suggested, words("Suggested relations"), words), "suggested"
        )
    with second:
        progress = case.review.progress(state.current().reviewer)
        listing.draw(
            outcomes.relations(progress.by_relation, words("My decisions"), words), "decisions"
        )
    with third:
        listing.draw(
            outcomes.conflicts(case.review.decisions(reviewer=state.current().reviewer), words),
            "slots",
        )
    agreement.draw(case, words)


def _next_step(documents: int, pairs: PairCounts, words: Words) -> None:
    """One button: the next thing to do."""
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
