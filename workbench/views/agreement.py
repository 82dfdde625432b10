"""What the reviewers' work comes to, on the overview: how far they agree, and which sources are in conflict."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from claims.model import Relation
from claims.services import Case
from workbench import gathering, navigation, remembered
from workbench.shown import agreement as shown
from workbench.shown.voices import Called
from workbench.views import listing
from workbench.wording import Words


def draw(case: Case, suggested: Mapping[str, int], words: Words) -> None:
    """Draw both tables, with in how many suggested conflicts each source is; nothing where there is nothing to say yet."""
    alone = case.review.reviewers < 2  # noqa: PLR2004 - one reviewer agrees with nobody
    sources, agreed = st.columns(2 if alone else [2, 3], gap="large")
    pairs = remembered.of(case, f"conflicts {case.actor}", lambda: _conflicts(case))
    source = ""
    if pairs or suggested:
        with sources:
            called = Called(gathering.voices(case), words)
            source = listing.draw(shown.by_source(suggested, pairs, called, words), "sources")
    if source:
        navigation.go("compare", source=source)
    if alone:
        return
    found = remembered.of(case, f"agreement {case.actor}", case.agreement.measure)
    with agreed:
        if found.items:
            listing.draw(shown.agreement(found, words), "agreement")
        else:
            st.info(words("No pair has all its answers yet, so there is no figure of agreement."))
        if left := shown.left_out(found, words):
            st.caption(words("Left out: {why}", why=left))


def _conflicts(case: Case) -> list[tuple[str, str]]:
    """Both sources of every pair that the person at this browser decided to be a conflict."""
    decided = case.review.decisions(reviewer=case.actor)
    keys = [one.key for one in decided if one.mark and one.mark.relation is Relation.CONFLICT]
    claims = case.claims.several(name for key in keys for name in (key.left, key.right))
    return [
        (claims[key.left].speaker.source, claims[key.right].speaker.source)
        for key in keys
        if key.left in claims and key.right in claims
    ]
