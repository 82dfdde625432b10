"""The card of a document: what it is, open to whoever may edit, with everything that was said of it before."""

from __future__ import annotations

import streamlit as st

from claims.model import Lineage, Particulars
from claims.services import Case
from workbench import address, describing, intake, state
from workbench.shown import card as shown
from workbench.shown import documents, names
from workbench.shown.passage import visible
from workbench.views import listing, undated
from workbench.wording import Words


def draw(case: Case, document: str, words: Words) -> None:
    """Draw the card, closed until it is asked for; and how far its last change is."""
    intake.progress()
    intake.told()
    rows = case.documents.descriptions(document)
    asked = bool(address.asked("about"))
    with st.expander(words("About this document"), icon=":material/edit_document:", expanded=asked):
        card, fields = case.documents.particulars(document), f"card-{document}-{len(rows)}"
        _form(card, document, fields, case.documents.headlines([document]).get(document, ""), words)
        undated.own_day(case, document, words)
        if rows:
            st.button(
                words("Take my newest word on it back"),
                on_click=describing.undo,
                args=(document,),
                disabled=state.current().job is not None,
            )
            listing.draw(shown.history(rows, words), "card-history")


def _form(card: Particulars, document: str, fields: str, above: str, words: Words) -> None:
    by = card.publisher
    publisher, lineage = (by.name, by.lineage) if by else ("", Lineage.UNKNOWN)
    with st.form(fields, border=False):
        st.text_input(
            words("Title"), value=card.title, key=f"{fields}-title", placeholder=visible(above)
        )
        who, kind, author = st.columns([2, 1.3, 2])
        who.text_input(words("Publisher"), publisher, key=f"{fields}-publisher")
        kinds = list(names.LINEAGES)
        kind.selectbox(
            words("Kind of source"),
            kinds,
            index=kinds.index(lineage),
            format_func=lambda one: words(names.LINEAGES[one]),
            key=f"{fields}-lineage",
        )
        author.text_input(words("Author"), card.author, key=f"{fields}-author")
        when, spoken, reason = st.columns([1.3, 1.3, 2.7])
        when.text_input(words("Published (YYYY-MM-DD)"), card.published, key=f"{fields}-published")
        languages = list(documents.LANGUAGES)
        spoken.selectbox(
            words("Language"),
            languages,
            index=languages.index(card.language) if card.language in languages else 2,
            format_func=lambda one: words(documents.LANGUAGES[one]),
            key=f"{fields}-language",
        )
        reason.text_input(words("Why"), "", key=f"{fields}-reason")
        where, old = st.columns(2)
        where.text_input(words("Address"), card.address, key=f"{fields}-address")
        old.text_input(words("Address of an archived copy"), card.archive, key=f"{fields}-archive")
        st.caption(
            words(
                "A date that is left empty is the one that the text states. Claims are read again by date, publisher and language; what people mended stays."
            )
        )
        st.form_submit_button(
            words("Keep"),
            type="primary",
            on_click=describing.keep,
            args=(document, card, fields),
            disabled=state.current().job is not None,
        )
