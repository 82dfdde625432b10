"""Cases: all that this server keeps, the last opened first; lay out another, take a colleague's over, merge two."""

from __future__ import annotations

import streamlit as st

from workbench import context, intake, shelved, state
from workbench.plainly import plainly
from workbench.shown import cases as shown
from workbench.views import listing, merging
from workbench.wording import Words


def show() -> None:
    """Draw the screen."""
    current, shelf = state.current(), context.shelf()
    words = current.words
    st.title(words("Cases"), anchor=False)
    st.caption(
        words(
            "One investigation is one case, with people and roles of its own. Two tabs can have two cases open; the address names the case."
        )
    )
    intake.progress()
    intake.told()
    found = shelf.list(current.reviewer)
    rows = shown.ordered(found, shelved.recent(st.context.cookies))
    listing.draw(shown.listing(listing.page(rows), current.case, words), "cases")
    if shelf.may_create(current.reviewer):
        new, given = st.columns(2, gap="large")
        with new:
            _lay_out(words)
        with given:
            _take_over(words)
    else:
        st.info(words("Only an admin of the first case of this server lays out new ones."))
    others = [one.name for one in rows if one.name != current.case and not one.closed]
    if others:
        merging.draw(others, words)


def _lay_out(words: Words) -> None:
    with st.expander(words("New case"), icon=":material/add:"), st.form("new", border=False):
        name = st.text_input(words("Name of the case"), key="new_name", max_chars=80)
        closed = st.checkbox(words("Only people whom I name work on it; I am its admin"))
        if st.form_submit_button(words("Lay out"), type="primary"):
            with plainly():
                made = context.shelf().create(name, by=state.current().reviewer, closed=closed)
                _go_on(made.title)


def _take_over(words: Words) -> None:
    with (
        st.expander(words("Take a colleague’s case over"), icon=":material/move_to_inbox:"),
        st.form("given", border=False),
    ):
        name = st.text_input(words("Name of the case"), key="given_name", max_chars=80)
        file = st.file_uploader(
            words("A dump (.jsonl), or a backup with its originals (.zip)"), type=["jsonl", "zip"]
        )
        if st.form_submit_button(words("Take over"), type="primary"):
            if file is None:
                st.warning(words("Choose a file first."))
                return
            with plainly(), st.spinner(words("Holding the file against its record …")):
                by = state.current().reviewer
                _go_on(context.shelf().take_over(name, file, by=by).title)


def _go_on(name: str) -> None:
    """To the new case: this page belongs to the one it was opened for."""
    state.current().opened = name
    st.rerun()
