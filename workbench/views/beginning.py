"""What a screen shows that is asked for nothing: choose a document, or begin with one."""

from __future__ import annotations

import streamlit as st

from workbench import navigation, state


def show() -> None:
    """A sentence and the one button that leads on."""
    words = state.current().words
    empty = not state.case().documents.list(limit=1).items
    st.info(
        words("The case is empty. Add the accounts that you want to hold side by side.")
        if empty
        else words("Choose a document to read.")
    )
    label = words("Begin: add documents") if empty else words("Documents")
    if st.button(label, type="primary"):
        navigation.go("documents")
