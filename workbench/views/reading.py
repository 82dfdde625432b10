"""Reading: one document in its own direction, its claims marked, the chosen claim beside it and open to mending."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from workbench import components, mending, navigation, state
from workbench.plainly import plainly
from workbench.shown import documents as shown
from workbench.shown import mending as words_of

_KEY = "reading"


def show() -> None:
    """Draw the screen."""
    words = state.current().words
    document = st.query_params.get("document", "")
    if not document:
        st.title(words("Reading"))
        st.info(words("Choose a document to read."))
        if st.button(words("Documents"), type="primary"):
            navigation.go("documents")
        return
    _read(document)


def _key() -> str:
    return f"{_KEY}-{st.query_params['document']}"


def _chosen() -> None:
    """A claim was clicked: keep it in the address, so that a link opens the same view."""
    st.query_params["claim"] = st.session_state[_key()].claim


def _asked() -> None:
    """Do what the reader asked for. Runs as a callback, before anything is drawn."""
    current = state.current()
    try:
        ask = mending.Ask.model_validate(st.session_state[_key()].ask)
    except ValidationError:
        return
    current.done = mending.perform(ask, state.case())
    if current.done.chosen:
        st.query_params["claim"] = current.done.chosen


@st.fragment
@plainly()
def _read(document: str) -> None:
    current, case = state.current(), state.case()
    words = current.words
    extraction = case.documents.extraction(document)
    chosen = mending.standing(case, document, st.query_params.get("claim", ""))
    history = case.claims.history(chosen.claim.id) if chosen else ()
    reading = shown.reading(extraction, chosen, history, words)
    st.title(reading["title"], anchor=False)
    st.caption(reading["facts"])
    components.renderer(_KEY)(
        key=_key(),
        data={
            **reading,
            "labels": words_of.labels(words),
            "asked": words_of.asked(case.claims.asking(document), words),
            "answer": words_of.answer(current.done, document, words),
        },
        on_claim_change=_chosen,
        on_ask_change=_asked,
    )
    if reading["problems"]:
        with st.expander(words("What was not understood here"), icon=":material/help:"):
            for problem in reading["problems"]:
                st.text(problem)
