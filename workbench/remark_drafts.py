"""What is typed of each thing and not kept yet: it waits while something else is on the screen.

Streamlit forgets a field that is not drawn; here each is known by case, person, thing and field for as long as the tab is
open, and a page that is loaded again begins with what its writer typed last. The browser keeps the lines of text too, those also that
stood in their fields when the page was left, and gives them to a server that knows nothing of them; see ``components/draft``. A draft is its writer's: whoever sits down there next, under another name, finds their own.
"""

from __future__ import annotations

import uuid
from typing import Final

import streamlit as st

from claims.model import Topic
from workbench import components, outbox, state

_DRAFTS: Final = "remark_drafts"
_MOST: Final = 1000

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
    """Keep what stands in a field now; a callback.

    A field of which nothing is kept and in which nothing stands is left alone: a server that was started anew empties the field before the browser
    gives back what was typed in it, and that is no word of its writer.
    """
    said, draft = st.session_state[key(name, about)], _drafts().get(_place(about), {})
    if not said and name not in draft:
        return
    _drafts()[_place(about)] = draft | {name: said}
    _keep(_place(about), _drafts()[_place(about)])


def forget(names: tuple[str, ...], about: Topic) -> None:
    """Empty these fields of a thing; in a callback, before anything is drawn."""
    draft = _drafts().pop(_place(about), {})
    left = {name: value for name, value in draft.items() if name not in names}
    if left:
        _drafts()[_place(about)] = left
    _keep(_place(about), left)
    for name in names:
        st.session_state.pop(key(name, about), None)


def in_browser(names: tuple[str, ...], about: Topic) -> None:
    """Let the browser keep what was typed in these lines, and take from it what a server before this one knew."""
    _, reviewer, _ = _place(about)
    mark = f"draft {about.thing.value} {about.id}"
    draft = {one: said for one, said in _drafts().get(_place(about), {}).items() if one in names}
    components.renderer("draft")(
        key=mark,
        data={
            "name": f"claims/draft/{outbox.mark_of(state.case())}/{reviewer}/{about.thing.value}/{about.id}",
            "server": _born(),
            "draft": draft,
            "fields": {one: key(one, about) for one in names},
        },
        on_found_change=lambda: _found(mark, names, about),
    )


def _found(mark: str, names: tuple[str, ...], about: Topic) -> None:
    """Take up what the browser had kept, where nothing was typed since; a callback."""
    found = st.session_state[mark].found
    if not isinstance(found, dict) or _drafts().get(_place(about)):
        return
    draft: Draft = {name: found[name] for name in names if isinstance(found.get(name), str)}
    _drafts()[_place(about)] = draft
    _keep(_place(about), draft)


@st.cache_resource(show_spinner=False)
def _born() -> str:
    """A mark of this server, another one after each start."""
    return uuid.uuid4().hex


def _drafts() -> dict[Place, Draft]:
    if _DRAFTS not in st.session_state:
        st.session_state[_DRAFTS] = {place: dict(draft) for place, draft in _kept().copy().items()}
    drafts: dict[Place, Draft] = st.session_state[_DRAFTS]
    return drafts


def _keep(place: Place, draft: Draft) -> None:
    """Keep a draft for a page that is loaded again, the newest `_MOST` of all of them."""
    kept = _kept()
    kept.pop(place, None)
    if draft:
        kept[place] = dict(draft)
    for oldest in [*kept][:-_MOST]:
        kept.pop(oldest, None)


@st.cache_resource(show_spinner=False)
def _kept() -> dict[Place, Draft]:
    """What was typed in any tab and not stored yet, the newest last; each tab works on a copy."""
    return {}


def _place(about: Topic) -> Place:
    return state.case().path, state.current().reviewer, about
