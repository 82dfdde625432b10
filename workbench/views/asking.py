"""Fields by which a screen is asked for less than everything; what they hold stands in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from workbench import address, state
from workbench.shown import incidents, matrix

_LEAST = ("1", "2", "3")


def choice(name: str, label: str, options: Mapping[str, str]) -> str:
    """One of several, side by side; the first one unless the address says otherwise.

    Args:
        name: in the address.
        label: said to those who do not see it.
        options: messages by their name in the address.
    """
    words, first = state.current().words, next(iter(options))
    found = st.segmented_control(
        label,
        list(options),
        format_func=lambda one: words(options[one]),
        label_visibility="collapsed",
        **address.field(name, address.one_of(name, options, first), otherwise=first),
    )
    return found or first


def of_incidents() -> tuple[int, incidents.Asked]:
    """At least so many sources; words, days, who stands alone, order."""
    words, field, asked = state.current().words, address.field, address.asked
    least = address.one_of("sources", _LEAST, "2")
    order = address.one_of("order", incidents.ORDERS, "date")
    text, since, until, several, ordered, parted = st.columns(
        [2.4, 1.7, 1.7, 1.7, 2, 2.4], vertical_alignment="bottom"
    )
    several.selectbox(words("Sources at least"), _LEAST, **field("sources", least, otherwise="2"))
    ordered.selectbox(
        words("Order"),
        list(incidents.ORDERS),
        format_func=lambda one: words(incidents.ORDERS[one]),
        **field("order", order, otherwise="date"),
    )
    return int(least), incidents.Asked(
        text=text.text_input(words("Search"), **field("search", asked("search"))),
        since=day(since, "since", words("From")),
        until=day(until, "until", words("Until")),
        parted=parted.toggle(
            words("Somebody stands alone"), **field("alone", asked("alone") == "1", otherwise=False)
        ),
        order=order,
        place=asked("place"),
    )


def of_matrix() -> matrix.Asked:
    """All dates, those of several sources, or conflicts; from one day to another."""
    words = state.current().words
    kind, since, until = st.columns([3, 1.5, 1.5], vertical_alignment="bottom")
    with kind:
        chosen = choice("kind", words("Show"), matrix.KINDS)
    return matrix.Asked(
        day(since, "since", words("From")), day(until, "until", words("Until")), chosen
    )


def day(column: DeltaGenerator, name: str, label: str) -> str:
    """A field for a day; what is no day asks for nothing."""
    kept = address.field(name, address.asked(name))
    form = state.current().words("year-month-day")
    return str(column.text_input(label, placeholder=form, **kept))
