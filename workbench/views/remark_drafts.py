"""What is typed of each thing and not kept yet: it waits while something else is on the screen.

Streamlit forgets a field that is not drawn; here each is known by case, person, thing and field for as long as the tab is
open. A draft is its writer's: whoever sits down there next, under another name, finds their own.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.model import Topic
from workbench import state

_DRAFTS: Final = "remark_drafts"

Draft = dict[str, object]
"""What was typed in each field, by its name."""

Place = tuple[str, str, Topic]
"""Case, writer and thing."""


def key(name: str, about: Topic) -> str:
    """Under which key the session knows a field of this thing."""
    return f"remark_{name} {about.thing.value} {about.id}"


def recall(name: str, about: Topic, empty: object) -> str:
    """Bring what was typed back to a field that is about to be drawn.

    A field that has it already is left alone, for what is still being typed there would be overwritten.

    Args:
        name: the field.
        about: the thing.
        empty: what stands in it when nothing was typed.

    Returns:
        The key of the field.
    """
    field, value = key(name, about), _drafts().get(_place(about), {}).get(name, empty)
    if field not in st.session_state or st.session_state[field] != value:
        st.session_state[field] = value
    return field


def note(name: str, about: Topic) -> None:
    """Keep what stands in a field now; a callback."""
    _drafts().setdefault(_place(about), {})[name] = st.session_state[key(name, about)]


def forget(names: tuple[str, ...], about: Topic) -> None:
    """Empty these fields of a thing; in a callback, before anything is drawn."""
    draft = _drafts().pop(_place(about), {})
    left = {name: value for name, value in draft.items() if name not in names}
    if left:
        _drafts()[_place(about)] = left
    for name in names:
        st.session_state.pop(key(name, about), None)


def _drafts() -> dict[Place, Draft]:
    drafts: dict[Place, Draft] = st.session_state.setdefault(_DRAFTS, {})
    return drafts


def _place(about: Topic) -> Place:
    return state.case().path, state.current().reviewer, about
