"""Documents: take them in by file or by pasting, with a line on each; list them and open one."""

from __future__ import annotations

import streamlit as st

from workbench import address, intake, navigation, state
from workbench.shown import documents as shown
from workbench.views import asking_documents, listing, next_step


def show() -> None:
    """Draw the screen."""
    current = state.current()
    words = current.words
    st.title(words("Documents"), anchor=False)
    empty = not state.case().documents.list(limit=1).items
    _intake(busy=current.job is not None, empty=empty)
    intake.progress()
    intake.told()
    if current.notices and not empty:
        _next()
    if empty:
        st.info(words("The case is empty. Add the accounts that you want to hold side by side."))
        return
    _list()


def _next() -> None:
    """Where to go once files are in."""
    case, current = state.case(), state.current()
    pairs = case.pairs.count(reviewer=current.reviewer)
    next_step.draw(case.documents.count()[0], pairs, current.words)


def _list() -> None:
    words, case = state.current().words, state.case()
    wanted = asking_documents.of_documents(case)
    page = max(1, address.number(address.PAGE))
    found, total = case.documents.search(wanted, page=page, size=listing.PAGE)
    if total and not found:
        found, total = case.documents.search(wanted, page=-(-total // listing.PAGE))
    if not total:
        st.info(words("No document fits. Ask for other words, or take a filter away."))
        return
    st.text(words.many("{count} document", "{count} documents", total))
    listing.pages(total)
    opened = listing.draw(
        shown.listing(found, words, searched=bool(wanted.text.strip())), "documents"
    )
    if opened:
        navigation.go("reading", document=opened)


def _intake(*, busy: bool, empty: bool) -> None:
    words = state.current().words
    intake.empty_fields()
    with st.expander(
        words("Add documents"), icon=":material/add:", expanded=empty or bool(address.asked("add"))
    ):
        when, who = st.columns(2)
        when.text_input(
            words("Published (YYYY-MM-DD), if known"), key="published", placeholder="2018-04-03"
        )
        who.text_input(words("Publisher, if known"), key="publisher")
        ways = {"files": words("Files"), "folder": words("Folder"), "text": words("Pasted text")}
        files, folder, pasted = address.tabs("add", ways)
        with files, st.form("files", clear_on_submit=True, border=False):
            st.file_uploader(words("Text files"), accept_multiple_files=True, key="uploaded")
            st.form_submit_button(
                words("Add the files"), type="primary", on_click=intake.add_files, disabled=busy
            )
        with folder, st.form("folder", clear_on_submit=True, border=False):
            st.file_uploader(
                words("All text files of a folder"),
                accept_multiple_files="directory",
                type="txt",
                key="uploaded_folder",
            )
            st.form_submit_button(
                words("Add the folder"), type="primary", on_click=intake.add_folder, disabled=busy
            )
        with pasted, st.form("pasted", border=False):
            st.text_input(words("Name, or nothing"), key="pasted_name")
            st.text_area(words("Text"), key="pasted_text", height=180)
            st.form_submit_button(
                words("Add the text"), type="primary", on_click=intake.add_text, disabled=busy
            )
