"""Matrix: who speaks of which date, and whether others agree; a cell opens its claims and pairs."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.model import Cell
from workbench import address, components, gathering, navigation, state
from workbench.shown import lists
from workbench.shown import matrix as shown
from workbench.shown.voices import Called
from workbench.views import asking, beginning, listing

_ACROSS: Final = 7
"""Sources side by side."""
_PAIRS: Final = 200


def show() -> None:
    """Draw the screen."""
    words = state.current().words
    matrix = gathering.matrix(state.case())
    date, source = address.asked("date"), address.asked("source")
    cell = shown.named(matrix, date, source)
    if cell is not None:
        _cell(date, cell)
        return
    st.title(words("Matrix"), anchor=False)
    if not matrix.rows:
        if not beginning.drawn(state.case()):
            st.info(
                words("No claim of an event says when: add documents, or correct dates in them.")
            )
        return
    rows = shown.asked_for(matrix, asking.of_matrix())
    if not rows:
        st.info(words("No date fits. Ask for other days, or for all dates."))
        return
    across = listing.across(shown.sources(rows), _ACROSS, words("Sources"))
    result = components.renderer("matrix")(
        key="matrix",
        data=shown.grid(
            listing.page(rows, words("Dates")), across, gathering.voices(state.case()), words
        ),
        on_opened_change=lambda: None,
    )
    if result.opened and not result.opened["date"]:
        _name(shown.a_claim_of(rows, result.opened["source"]))
    if result.opened:
        navigation.go("matrix", **address.rest("date", "source"), **result.opened)


def _name(claim: str) -> None:
    """Go to the card of the document of a claim, where it is said who published it."""
    document = state.case().claims.get(claim).document
    navigation.go("reading", document=document, about="1")


def _cell(date: str, cell: Cell) -> None:
    words, case = state.current().words, state.case()
    voices = gathering.voices(case)
    called = Called(voices, words)
    st.title(shown.heading(date, cell.source, voices, words), anchor=False)
    st.text(shown.standing(cell, words))
    if st.button(words("Back to the matrix")):
        navigation.go("matrix", **address.rest("date", "source"))
    claims = case.claims.several(cell.claims)
    items = case.pairs.of_claims(cell.claims, limit=_PAIRS, reviewer=state.current().reviewer)
    claim = listing.draw(lists.claims(claims.values(), called, words), "cell_claims")
    if claim:
        navigation.go("reading", document=claims[claim].document, claim=claim)
    pair = (
        listing.draw(lists.pairs(items, cell.claims, called, words), "cell_pairs") if items else ""
    )
    if pair:
        navigation.go("compare", pair=pair)
