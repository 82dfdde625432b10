"""Documents: take them in by file or by pasting, with a line on each; list them and open one."""

from __future__ import annotations

import streamlit as st

from workbench import intake, navigation, state
from workbench.shown import documents as shown
from workbench.views import listing

_PAGE = 50


def show() -> None:
    """Draw the screen."""
    current = state.current()
    words = current.words
    st.title(words("Documents"))
    _intake(busy=current.job is not None)
    intake.progress()
    for notice in current.notices:
        st.text(notice)
    after = st.query_params.get("after", "")
    page = state.case().documents.list(after=after, limit=_PAGE)
    if not page.items and not after:
        st.info(words("The case is empty. Add the accounts that you want to hold side by side."))
        return
    opened = listing.draw(shown.listing(page.items, words), f"documents-{after}")
    if opened:
        navigation.go("reading", document=opened)
    if after and st.button(words("First page")):
        navigation.go("documents")
    if page.next and st.button(words("Next page")):
        navigation.go("documents", after=page.next)


def _intake(*, busy: bool) -> None:
    words = state.current().words
    intake.empty_fields()
    with st.expander(words("Add documents"), icon=":material/add:"):
        when, who = st.columns(2)
        when.text_input(
            words("Published (YYYY-MM-DD), if known"), key="published", placeholder="2018-04-03"
        )
        who.text_input(words("Publisher, if known"), key="publisher")
        files, pasted = st.tabs([words("Files"), words("Pasted text")])
        with files, st.form("files", clear_on_submit=True, border=False):
            st.file_uploader(words("Text files"), accept_multiple_files=True, key="uploaded")
            st.form_submit_button(
                words("Add the files"), type="primary", on_click=intake.add_files, disabled=busy
            )
        with pasted, st.form("pasted", border=False):
            st.text_input(words("Name"), key="pasted_name")
            st.text_area(words("Text"), key="pasted_text", height=180)
            st.form_submit_button(
                words("Add the text"), type="primary", on_click=intake.add_text, disabled=busy
            )
