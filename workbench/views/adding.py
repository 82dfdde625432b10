"""The fields by which documents are added: files, a folder, a pasted text."""

from __future__ import annotations

import streamlit as st

from workbench import address, intake, state


def draw(*, busy: bool, empty: bool) -> None:
    """Draw the fields, open in an empty case or where the address names a way; ``busy``: no new ones are taken now."""
    words = state.current().words
    intake.refill()
    with st.expander(
        words("Add documents"), icon=":material/add:", expanded=empty or bool(address.asked("add"))
    ):
        when, who = st.columns(2)
        when.text_input(
            words("Published (YYYY-MM-DD), if known"),
            key="published",
            placeholder="2018-04-03",
            help=words(
                "One day for all that is added now. Where each has its own, leave it empty and say it in the list afterwards."
            ),
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
