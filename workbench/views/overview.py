"""Overview: how far the case is, where the conflicts are, what waits for me, what to do next."""

from __future__ import annotations

import streamlit as st

from workbench import navigation, remembered, state
from workbench.shown import outcomes
from workbench.views import agreement, first_steps, listing, next_step, undated


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
        column.metric(name, words.number(value), border=True)
    next_step.draw(documents, pairs, words)
    next_step.disputes(case, words)
    undated.draw(case, words)
    first_steps.draw(case, documents, pairs.decided, words)
    if not documents:
        return
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
        suggested = remembered.of(
            case, "suggested conflicts", case.pairs.conflicts, as_of=case.pairs.state()
        )
        mine = case.review.decisions(reviewer=state.current().reviewer)
        slot = listing.draw(outcomes.conflicts(suggested.slots, mine, words), "slots")
    if slot:
        navigation.go("compare", slot=slot)
    agreement.draw(case, suggested.sources, words)
