"""What leaves the workbench: the report in two languages, the data, the package; a look at the report first."""

from __future__ import annotations

import streamlit as st

from claims.services import Case
from workbench import address, components, delivery, state, wording
from workbench.held import Held
from workbench.plainly import plainly
from workbench.views import making
from workbench.wording import Words


def draw(case: Case, words: Words) -> None:
    """Draw the fields, the button that makes the file, the file, and the report when it is asked for."""
    language, kind, make, look = st.columns([2, 4, 2, 2], vertical_alignment="bottom")
    chosen = language.radio(
        words("Language of the report"),
        list(wording.LANGUAGES),
        format_func=wording.AUTONYMS.__getitem__,
        index=wording.LANGUAGES.index(words.language),
        horizontal=True,
        key="report_language",
    )
    formats = delivery.formats()
    wanted = kind.selectbox(
        words("Format"), list(formats), format_func=formats.__getitem__, key="report_format"
    )
    previewed = look.toggle(
        words("Preview"),
        **address.field("preview", address.asked("preview") == "1", otherwise=False),
    )
    note = _note(words) if wanted in delivery.REPORTS else None
    if make.button(words("Make the file"), type="primary"):
        with plainly():
            making.make(case, wanted, chosen, note)
    making.take_along(wanted, chosen, words)
    if previewed:
        state.looked()
        data = {"address": _page(case, chosen).address, "title": words("Report")}
        components.renderer("preview")(key=f"preview-{chosen}", data=data)


def _page(case: Case, language: str) -> Held:
    """The page as it is now; while it says the same it stays at its address, so that a reader stays where they are in it."""
    made, before = delivery.page(case, language), state.current().looked_at
    if before is None or before.digest != made.digest:
        state.current().looked_at = before = made
    return before


def _note(words: Words) -> str | None:
    """What is said of the version that the report is given out as; None when it is only written."""
    if not st.checkbox(words("Give it out as a version"), key="report_given"):
        return None
    st.caption(words("The next report begins with what has changed since."))
    return st.text_input(words("What to know of this version"), key="report_note")
