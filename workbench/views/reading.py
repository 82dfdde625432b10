"""Reading: one document in its own direction, its claims marked, the chosen claim beside it."""

from __future__ import annotations

import streamlit as st

from workbench import components, navigation, state
from workbench.plainly import plainly
from workbench.shown import documents as shown
from workbench.shown import names
from workbench.wording import Words

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


def _chosen() -> None:
    """A claim was clicked: keep it in the address, so that a link opens the same view."""
    st.query_params["claim"] = st.session_state[f"{_KEY}-{st.query_params['document']}"].claim


@st.fragment
@plainly()
def _read(document: str) -> None:
    words = state.current().words
    extraction = state.case().documents.extraction(document)
    reading = shown.reading(extraction, st.query_params.get("claim", ""), words)
    st.title(reading["title"], anchor=False)
    st.caption(reading["facts"])
    components.renderer("reading")(
        key=f"{_KEY}-{document}",
        data={**reading, "labels": _labels(words)},
        on_claim_change=_chosen,
    )
    if reading["problems"]:
        with st.expander(words("What was not understood here"), icon=":material/help:"):
            for problem in reading["problems"]:
                st.text(problem)


def _labels(words: Words) -> dict[str, object]:
    return {
        "slots": {slot.value: words(name) for slot, name in names.SLOTS.items()},
        "previous": words("Previous claim"),
        "next": words("Next claim"),
        "hint": words("Choose a claim in the text to see its slots, who says it, and findings."),
        "says": words("Says"),
        "manner": words("Kind"),
    }
