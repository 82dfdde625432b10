"""A list of pairs by where they stand: waiting, answered, in dispute; a row opens its pair to be looked at or answered anew."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from claims.model import Status, Wanted
from claims.services import Case
from workbench import address, gathering, navigation, state
from workbench.shown import lists
from workbench.shown.voices import Called
from workbench.views import beginning, listing

STATUS = "status"


def asked() -> Status | None:
    """Which pairs the address asks a list of; None where it asks for none."""
    found = address.one_of(STATUS, lists.STATUSES)
    return Status(found) if found else None


def draw(case: Case, wanted: Wanted, status: Status) -> None:
    """Draw the pairs of that status among those ``wanted``, a page of them at a time."""
    words, me = state.current().words, state.current().reviewer
    st.title(words("Pairs: {status}", status=words(lists.STATUSES[status.value])), anchor=False)
    if st.button(words("Back to comparing"), type="primary"):
        navigation.go("compare", **address.rest(STATUS, address.PAGE))
    found = case.review.queue(
        reviewer=me,
        wanted=replace(wanted, status=status),
        limit=listing.PAGE + 1,
        after=address.asked(address.PAGE),
    )
    page = found[: listing.PAGE]
    if not page:
        if not beginning.drawn(case):
            st.info(words("There is no such pair."))
        return
    said = case.review.histories([item.key for item in page], reviewer=me)
    called = Called(gathering.voices(case), words)
    opened = listing.draw(lists.standing(page, said, called, words), "pairs")
    if opened:
        navigation.go("compare", pair=opened, **address.rest("pair", STATUS, address.PAGE))
    if len(found) > len(page) and st.button(words("The next {count}", count=listing.PAGE)):
        navigation.go("compare", **{**address.rest(), address.PAGE: page[-1].after})
