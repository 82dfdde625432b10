"""What a screen shows that has nothing to show yet: the one button that leads on."""

from __future__ import annotations

import streamlit as st

from claims.services import Case
from workbench import navigation, state


def choose() -> None:
    """Say that a document is to be chosen, and lead to them; in an empty case to where they are added."""
    words = state.current().words
    if not drawn(state.case()):
        st.info(words("Choose a document to read."))
        _lead(words("Documents"))


def drawn(case: Case) -> bool:
    """Lead to where documents are added when the case holds none; whether it was so."""
    if case.documents.list(limit=1).items:
        return False
    words = state.current().words
    st.info(words("The case is empty. Add the accounts that you want to hold side by side."))
    _lead(words("Begin: add documents"))
    return True


def instead(case: Case, title: str) -> bool:
    """In an empty case draw nothing of a screen but its title and the way to where documents are added; whether it was so."""
    if case.documents.list(limit=1).items:
        return False
    st.title(title, anchor=False)
    return drawn(case)


def _lead(label: str) -> None:
    if st.button(label, type="primary"):
        navigation.go("documents")
