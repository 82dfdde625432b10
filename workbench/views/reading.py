"""Reading: one document in its own direction, its claims marked, the chosen claim beside it and open to mending."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from workbench import components, mending, state
from workbench.plainly import plainly
from workbench.shown import documents as shown
from workbench.shown import mending as words_of
from workbench.views import beginning, card, not_understood, remarks

_KEY = "reading"


def show() -> None:
    """Draw the screen."""
    words, document = state.current().words, st.query_params.get("document", "")
    if not document:
        st.title(words("Reading"), anchor=False)
        beginning.choose()
        return
    _read(document)
    card.draw(state.case(), document, words)
    remarks.on_document(document, st.query_params.get("claim", ""))


def _key() -> str:
    return f"{_KEY}-{st.query_params['document']}"


def _moved() -> None:
    """The reader stands at another claim, which the address keeps; a browser without a text only asks for it."""
    claim, _, state.current().held = st.session_state[_key()].at.partition(" ")
    if state.current().held:
        st.query_params["claim"] = claim
        st.query_params.pop("words", None)


def _asked() -> None:
    """Do what the reader asked for. Runs as a callback, before anything is drawn."""
    current = state.current()
    try:
        ask = mending.Ask.model_validate(st.session_state[_key()].ask)
    except ValidationError:
        return
    current.done = mending.perform(ask, state.case())
    st.query_params["claim"] = current.done.chosen


@st.fragment
@plainly()
def _read(document: str) -> None:
    current, words = state.current(), state.current().words
    standing = mending.read(state.case(), document)
    extraction, changed = standing.extraction, standing.changed
    chosen = st.query_params.get("claim", "")
    st.title(shown.called(extraction), anchor=False)
    st.caption(shown.facts(extraction, words))
    version = shown.version(extraction)
    components.renderer(_KEY)(
        key=_key(),
        data={
            "version": version,
            "page": None if current.held == version else shown.reading(extraction, changed),
            "chosen": chosen if chosen in standing.live else "",
            "words": shown.words_at(st.query_params.get("words", ""), extraction),
            "pointed": current.pointed,
            "details": words_of.details(standing, chosen, words),
            "labels": words_of.labels(words),
            "voices": words_of.voices(extraction),
            "asked": words_of.asked(standing.questions, words),
            "answer": words_of.answer(current.done, document, words),
        },
        on_at_change=_moved,
        on_ask_change=_asked,
    )
    not_understood.draw(extraction, words)
