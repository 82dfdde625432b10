"""What is asked for with each kind of remark, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from claims.model import Evidence, Quality, RemarkKind, Slot, Topic, bare_hash
from workbench import state
from workbench.plainly import plainly
from workbench.shown import names
from workbench.shown import remarks as shown
from workbench.wording import Words, mark

_LINES: Final[Mapping[RemarkKind, Mapping[str, str]]] = {
    RemarkKind.NOTE: {"text": mark("Note")},
    RemarkKind.TAG: {"name": mark("Tag")},
    RemarkKind.MARK: {"comment": mark("Comment")},
    RemarkKind.LINK: {
        "address": mark("Address"),
        "archive": mark("Address of a copy"),
        "sha256": mark("SHA-256 of what was seen"),
        "retrieved": mark("When it was seen"),
        "comment": mark("Comment"),
    },
}
"""The lines of text of each kind, as its content calls them."""


def draw(kind: RemarkKind, words: Words) -> None:
    """Draw the fields of a remark of this kind."""
    if kind is RemarkKind.MARK:
        read, where = words(shown.KINDS[kind]), words("Which slot")
        st.selectbox(read, list(Quality), format_func=_in(shown.QUALITIES), key="remark_quality")
        st.multiselect(where, list(Slot), format_func=_in(names.SLOTS), key="remark_slots")
    for name, label in _LINES[kind].items():
        st.text_input(words(label), key=f"remark_{name}")


def _in(called: Mapping[Any, str]) -> Callable[[Any], str]:
    words = state.current().words
    return lambda one: words(called[one])


def keep(about: Topic, kind: RemarkKind) -> None:
    """Store what was written; a callback."""
    said = {name: st.session_state[f"remark_{name}"] for name in _LINES[kind]}
    with plainly():
        remarks = state.case().remarks
        match kind:
            case RemarkKind.NOTE:
                remarks.note(about, **said)
            case RemarkKind.TAG:
                remarks.tag(about, **said)
            case RemarkKind.LINK:
                bare = {"sha256": bare_hash(said["sha256"])}
                remarks.link(about, Evidence(**said | bare))
            case RemarkKind.MARK:
                read, slots = st.session_state["remark_quality"], st.session_state["remark_slots"]
                remarks.mark(about.id, read, slots=slots, **said)


def withdraw(number: int) -> None:
    """Take one away; a callback."""
    with plainly():
        state.case().remarks.withdraw(number)


def undo() -> None:
    """Take back the newest of whoever sits there; a callback."""
    with plainly():
        state.case().remarks.undo()
