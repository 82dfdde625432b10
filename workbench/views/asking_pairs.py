"""Fields by which the compare screen is asked for some of the pairs; what they hold stands in the address."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from claims.model import Slot, Wanted
from claims.services import Case
from workbench import address, state
from workbench.shown import lists, names, unknown
from workbench.views.asking_day import whole_day

_FIELDS = ("status", "source", "place", "slot", "since", "until")
_WHOLE = len("2018-03-27")


def of_pairs(case: Case) -> Wanted:
    """By speaker, place, slot on which they are suggested to part, and days; folded away while nothing is asked for.

    Beside the screen and not on it: two quotes of sixty words fill that.
    """
    words = state.current().words
    asked = any(map(address.asked, _FIELDS))
    with st.sidebar, st.expander(words("Only some pairs"), expanded=asked):
        _status()
        source, place, slot, since, until = (st.container() for _ in range(5))
        wanted = Wanted(
            source=_words(source, "source", words("Speaker")),
            place=_words(
                place,
                "place",
                words("Place"),
                words("By any of its names; what is known to lie in it is found too."),
            ),
            slot=_slot(slot),
            since=_day(since, "since", words("From")),
            until=_day(until, "until", words("Until")),
        )
        for missing in case.review.unknown(wanted) if wanted.narrows else ():
            st.caption(unknown.told(missing, words))
    return wanted


def _status() -> None:
    """A list of pairs by where they stand, in the place of one pair after the other."""
    words, options = state.current().words, lists.STATUSES
    st.selectbox(
        words("Show"),
        ["", *options],
        format_func=lambda one: words(options[one]) if one else words("waiting for me, one by one"),
        **address.field("status", address.one_of("status", options)),
    )


def _words(column: DeltaGenerator, name: str, label: str, told: str | None = None) -> str:
    field = address.field(name, address.asked(name))
    return str(column.text_input(label, help=told, **field)).strip()


def _day(column: DeltaGenerator, name: str, label: str) -> str:
    """A day; what is not one yet asks for nothing."""
    found = whole_day(column, name, label)
    return found if len(found) == _WHOLE else ""


def _slot(column: DeltaGenerator) -> Slot | None:
    words, options = state.current().words, [slot.value for slot in names.SLOTS]
    found = column.selectbox(
        words("They part on"),
        ["", *options],
        format_func=lambda one: words(names.SLOTS[Slot(one)]) if one else words("Any"),
        **address.field("slot", address.one_of("slot", options)),
    )
    return Slot(found) if found else None
