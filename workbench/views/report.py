"""What leaves the workbench: the report in two languages, the data, the package; a look at the report first."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.services import Case
from workbench import components, delivery, state, wording
from workbench.plainly import plainly
from workbench.shown import filled
from workbench.wording import Words

_MOST: Final = 100


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
    previewed = look.toggle(words("Preview"), key="preview", on_change=state.looked)
    note = _note(words) if wanted in delivery.REPORTS else None
    if make.button(words("Make the file"), type="primary"):
        with plainly():
            _make(case, wanted, chosen, note)
    _take_along(wanted, chosen, words)
    if previewed:
        data = {"html": delivery.page(case, chosen), "title": words("Report")}
        components.renderer("preview")(key=f"preview-{chosen}", data=data)


def _note(words: Words) -> str | None:
    """What is said of the version that the report is given out as; None when it is only written."""
    if not st.checkbox(words("Give it out as a version"), key="report_given"):
        return None
    st.caption(words("The next report begins with what has changed since."))
    return st.text_input(words("What to know of this version"), key="report_note")


def _make(case: Case, wanted: str, language: str, note: str | None) -> None:
    words = state.current().words
    text = words("Writing the file")
    bar = st.progress(0.0, text=text)

    def watch(done: int, total: int, _name: str) -> None:
        bar.progress(min(done / max(total, 1), 1.0), text=text)

    state.current().delivered = delivery.made(case, wanted, language, watch=watch, note=note)
    bar.empty()


def _take_along(wanted: str, language: str, words: Words) -> None:
    """The file that was made, as long as it is the one that is asked for, and what is not in it."""
    made = state.current().delivered
    if made is None or (made.wanted, made.language) != (wanted, language):
        return
    if made.number:
        st.success(words("Given out as version {number}.", number=made.number))
    if made.missing:
        st.warning(
            words("Could not be read and is not in the file: {count}", count=len(made.missing))
        )
        for each in made.missing[:_MOST]:
            st.text(filled.refused(each, words))
    st.download_button(
        words("Download"), data=made.data, file_name=made.name, on_click="ignore", type="primary"
    )
