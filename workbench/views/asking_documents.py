"""Fields by which the list of documents is asked for less than everything; what they hold stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from claims.model import DocumentsWanted
from claims.services import Case
from workbench import address, remembered, state
from workbench.shown import documents, names
from workbench.views.asking_day import whole_day

_KINDS = {lineage.value: name for lineage, name in names.LINEAGES.items()}


def of_documents(case: Case) -> DocumentsWanted:
    """Words and near ones; order; language, publisher, kind, dates, state of work."""
    words, field, asked = state.current().words, address.field, address.asked
    text, near, ordered = st.columns([4, 1.6, 2], vertical_alignment="bottom")
    order = address.one_of("order", documents.ORDERS, "added")
    ordered.selectbox(
        words("Order"),
        list(documents.ORDERS),
        format_func=lambda one: words(documents.ORDERS[one]),
        **field("order", order, otherwise="added"),
    )
    looked_for = text.text_input(
        words("Search in texts, titles, authors and publishers"),
        help=words("All words must stand in it; a phrase in quotation marks side by side."),
        **field("search", asked("search")),
    )
    fuzzy = near.toggle(
        words("Near spellings"),
        help=words("Also finds words in which a letter or two are others."),
        **field("near", asked("near") == "1", otherwise=False),
    )
    done, spoken, who, kind, since, until = st.columns(
        [2, 1.4, 2, 1.6, 1.6, 1.6], vertical_alignment="bottom"
    )
    publishers = remembered.of(case, "publishers", case.documents.publishers)
    return DocumentsWanted(
        text=looked_for,
        fuzzy=fuzzy,
        language=_one(spoken, "language", words("Language"), documents.LANGUAGES),
        publisher=_chosen(who, "publisher", words("Publisher"), publishers, str),
        lineage=_one(kind, "kind", words("Kind of source"), _KINDS),
        since=whole_day(since, "since", words("From")),
        until=whole_day(until, "until", words("Until")),
        state=_one(done, "state", words("State of work"), documents.STATES),
        order=order,
    )


def _one(column: DeltaGenerator, name: str, label: str, options: Mapping[str, str]) -> str:
    words = state.current().words
    return _chosen(column, name, label, list(options), lambda one: words(options[one]))


def _chosen(
    column: DeltaGenerator,
    name: str,
    label: str,
    options: Sequence[str],
    caption: Callable[[str], str],
) -> str:
    """One of these, or any."""
    words = state.current().words
    found = column.selectbox(
        label,
        ["", *options],
        format_func=lambda one: caption(one) if one else words("Any"),
        **address.field(name, address.one_of(name, options)),
    )
    return str(found or "")
