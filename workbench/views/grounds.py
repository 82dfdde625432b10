"""What an outcome rests on: its claims in their text, and the pairs in which they are held against others."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.model import Matter, Outcome
from claims.services import Case
from workbench import gathering, navigation, state
from workbench.shown import lists
from workbench.shown.voices import Called
from workbench.views import listing
from workbench.wording import Words

_PAIRS: Final = 50


def draw(case: Case, found: Outcome, words: Words) -> None:
    """Of a claim, itself and its pairs; of an incident, the way to its page, where they stand."""
    if found.proposal.matter is Matter.INCIDENT:
        if st.button(words("Claims and pairs of the incident")):
            navigation.go("incidents", incident=found.proposal.id)
        return
    own = case.claims.several([found.proposal.id])
    called, me = Called(gathering.voices(case), words), state.current().reviewer
    st.subheader(words("What it rests on"), anchor=False)
    claim = listing.draw(lists.claims(own.values(), called, words), "grounds-claim")
    if claim:
        navigation.go("reading", document=own[claim].document, claim=claim)
    items = case.pairs.of_claims(own, limit=_PAIRS, reviewer=me)
    pair = listing.draw(lists.pairs(items, own, called, words), "grounds-pairs") if items else ""
    if pair:
        navigation.go("compare", pair=pair)
