"""Fields by which the list of documents is asked for less than everything; what they hold stands in the address."""

from __future__ import annotations

import streamlit as st

from claims.model import DocumentsWanted
from workbench import address, state
from workbench.shown import documents


def of_documents() -> DocumentsWanted:
    """Words, spellings, language, order, problems."""
    words, field, asked = state.current().words, address.field, address.asked
    order = address.one_of("order", documents.ORDERS, "added")
    language = address.one_of("language", documents.LANGUAGES)
    text, spelled, spoken, ordered, parted = st.columns(
        [3.2, 1.6, 1.6, 2, 1.8], vertical_alignment="bottom"
    )
    spoken.selectbox(
        words("Language"),
        ["", *documents.LANGUAGES],
        format_func=lambda one: words(documents.LANGUAGES[one]) if one else words("Any"),
        **field("language", language),
    )
    ordered.selectbox(
        words("Order"),
        list(documents.ORDERS),
        format_func=lambda one: words(documents.ORDERS[one]),
        **field("order", order, otherwise="added"),
    )
    return DocumentsWanted(
        text=text.text_input(
            words("Search in texts, names and publishers"), **field("search", asked("search"))
        ),
        fuzzy=spelled.toggle(
            words("Near spellings"),
            help=words("Also finds words in which a letter or two are others."),
            **field("near", asked("near") == "1", otherwise=False),
        ),
        language=language,
        state="problems"
        if parted.toggle(
            words("With problems"), **field("problems", asked("problems") == "1", otherwise=False)
        )
        else "",
        order=order,
    )
