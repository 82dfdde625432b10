"""Notes, tags, links to evidence and marks on what is on the screen: to read, to write and to take back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from claims.model import Matter, Thing, Topic
from workbench import state, topics
from workbench.plainly import plainly
from workbench.shown import remarks as shown
from workbench.views import remark_acts as acts
from workbench.views import remark_form, said
from workbench.wording import Words

OPEN: Final = "remarks"
"""Under which key the session knows whether they are open; nothing is looked up while they are not."""


def opened() -> bool:
    """Whether they are open on this screen."""
    return bool(st.session_state.get(OPEN, False))


def draw(topics: Sequence[Topic]) -> None:
    """Draw what people wrote of these things, and what lets the person who sits there write more; once they are opened."""
    words = state.current().words
    with st.expander(words("Notes, tags and links"), key=OPEN, on_change="rerun") as section:
        if section.open and topics:
            _inside(topics)


@st.fragment
@plainly()
def _inside(topics: Sequence[Topic]) -> None:
    words, case = state.current().words, state.case()
    said.draw(case, topics, words)
    known = {f"{topic.thing.value} {topic.id}": topic for topic in topics}
    about = known[_about(known, words)]
    for remark in case.remarks.of(about):
        told, own = st.columns([5, 1])
        told.text(shown.line(remark, words))
        if remark.by == state.current().reviewer:
            key, of = f"remark_away_{remark.id}", (remark.id,)
            own.button(words("Withdraw"), key=key, on_click=acts.withdraw, args=of)
    remark_form.draw(about, words)
    st.button(words("Take back my newest"), key="remark_undo", on_click=acts.undo)


def on_document(document: str, claim: str) -> None:
    """Draw them for a document and the claim of it that is chosen."""
    chosen = (Topic(Thing.CLAIM, claim),) if claim else ()
    draw((*chosen, Topic(Thing.DOCUMENT, document)))


def on_incident(incident: str) -> None:
    """Draw them for an incident."""
    draw((Topic(Thing.INCIDENT, incident),))


def on_pair(key: str) -> None:
    """Draw them for a pair, the answers on it that one may see and its ruling; of no pair, where none is known yet, there are none."""
    with plainly():
        asked = bool(key) and opened()
        draw(topics.on_pair(state.case(), key, state.current().reviewer) if asked else ())


def on_conclusion(matter: Matter, of: str) -> None:
    """Draw them for what was concluded on an incident or a claim."""
    draw((Topic(Thing.CONCLUSION, f"{matter.value}~{of}"),))


def _about(known: Mapping[str, Topic], words: Words) -> str:
    def called(name: str) -> str:
        return f"{words(shown.THINGS[known[name].thing])} {known[name].id[:16]}"

    return st.selectbox(words("About"), list(known), format_func=called, key="remark_about")
