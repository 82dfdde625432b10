"""What leaves the workbench: the report in two languages, the data, the package; a look at the report first."""

from __future__ import annotations

import streamlit as st

from claims.services import Case
from workbench import components, delivery, state, wording
from workbench.wording import Words


def draw(case: Case, words: Words) -> None:
    """Draw the fields, the button, and the report when it is asked for."""
    language, kind, save, look = st.columns([2, 4, 2, 2], vertical_alignment="bottom")
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
    save.download_button(
        words("Download"),
        data=lambda: delivery.written(case, wanted, chosen),
        file_name=delivery.name(wanted, chosen),
        on_click="ignore",
        type="primary",
    )
    if look.toggle(words("Preview"), key="preview"):
        state.current().previewed = True
        html = delivery.written(case, "html", chosen).decode()
        data = {"html": html, "title": words("Report")}
        components.renderer("preview")(key=f"preview-{chosen}", data=data)
