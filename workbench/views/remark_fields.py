"""What is asked for with each kind of remark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from claims.model import Quality, RemarkKind, Slot, Topic
from workbench import remark_drafts as drafts
from workbench import state
from workbench.plainly import plainly
from workbench.shown import names
from workbench.shown import remarks as shown
from workbench.views import remark_acts as acts
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


_TYPED: Final = tuple(dict.fromkeys(name for lines in _LINES.values() for name in lines))
"""All lines that are typed."""
_CHOICES: Final[Mapping[str, object]] = {"quality": next(iter(Quality)), "slots": []}
"""What a mark chooses besides, and how it begins."""


def draw(about: Topic, kind: RemarkKind, words: Words) -> None:
    """Draw the fields of a remark of this kind, with what was typed of this thing before."""
    if kind is RemarkKind.MARK:
        read, where = words(shown.KINDS[kind]), words("Which slot")
        st.selectbox(
            read, list(Quality), format_func=_in(shown.QUALITIES), **_field("quality", about)
        )
        st.multiselect(where, list(Slot), format_func=_in(names.SLOTS), **_field("slots", about))
    drafts.in_browser(_TYPED, about)
    for name, label in _LINES[kind].items():
        st.text_input(words(label), **_field(name, about))


def _field(name: str, about: Topic) -> dict[str, Any]:
    key = drafts.recall(name, about, _CHOICES.get(name, ""))
    return {"key": key, "on_change": drafts.note, "args": (name, about)}


def _in(called: Mapping[Any, str]) -> Callable[[Any], str]:
    words = state.current().words
    return lambda one: words(called[one])


def keep(about: Topic, kind: RemarkKind) -> None:
    """Store what was written and empty its fields; what is refused stays in them. A callback."""
    names_of = (*_LINES[kind], *(_CHOICES if kind is RemarkKind.MARK else ()))
    said = {name: st.session_state[drafts.key(name, about)] for name in names_of}
    with plainly():
        acts.store(about, kind, said)
        drafts.forget(names_of, about)
