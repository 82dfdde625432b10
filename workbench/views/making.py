"""A file that leaves the workbench: made with progress, given up at a click, then there to be taken along."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.services import Case
from workbench import components, delivery, state
from workbench.held import Held
from workbench.shown import filled
from workbench.wording import Words

_MOST: Final = 100


def make(case: Case, wanted: str, language: str, note: str | None) -> None:
    """Make the file; any click on the screen gives it up, and so does the button that says so."""
    words = state.current().words
    text = words("Writing the file")
    bar, stop = st.progress(0.0, text=text), st.empty()
    stop.button(words("Stop"), key="report_stop")

    def watch(done: int, total: int, _name: str) -> None:
        if total:
            bar.progress(min(done / total, 1.0), text=text)
        else:
            bar.progress(0.0, text=words("Setting the pages: seconds so far {count}", count=done))

    state.current().delivered = delivery.made(case, wanted, language, watch=watch, note=note)
    bar.empty()
    stop.empty()


def take_along(wanted: str, language: str, words: Words) -> None:
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
    link(made.file, words("Download"), "delivered")


def link(file: Held, label: str, key: str) -> None:
    """What leads to a file that was made; `workbench.held` sends it, so that it is never in memory as a whole."""
    data = {"address": file.address, "name": file.name, "label": label}
    components.renderer("taken")(key=key, data=data)
