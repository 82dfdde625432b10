"""A file of what one may see of the case, and of what nothing is in it: what a colleague takes in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st

from claims.services import Case
from workbench import held
from workbench.plainly import plainly
from workbench.views import making
from workbench.wording import Words, isolate

_MADE: Final = "own-part-made"


@dataclass(frozen=True, slots=True)
class _Part:
    """A file that was made: of which case and person, and of what how much was left out."""

    case: str
    person: str
    file: held.Held
    left_out: tuple[tuple[str, int], ...]


def draw(case: Case, words: Words) -> None:
    """Draw the form in which the file is made, and the button that gives it once it is."""
    with st.form("own-part"):
        st.caption(
            words(
                "Your own part holds your own work and what all have answered. Where a colleague’s case refuses it because of one thing that both sides touched, leave that out; all else is taken in."
            )
        )
        st.text_input(
            words(
                "Leave out all that was said of these pairs, claims or documents (ids, with spaces)"
            ),
            key="own-part-without",
        )
        if st.form_submit_button(words("Make a file of my own part")):
            st.session_state.pop(_MADE, None)
            with plainly():
                st.session_state[_MADE] = _made(case, st.session_state["own-part-without"].split())
    part = st.session_state.get(_MADE)
    if part is not None and (part.case, part.person) == (case.path, case.actor):
        for name, count in part.left_out:
            st.text(words("{name}: left out {number}", name=isolate(name), number=count))
        making.link(part.file, words("Take my own part along"), "own-part")


def _made(case: Case, without: list[str]) -> _Part:
    write = partial(case.dump, mine=True, without=without)
    file, gone = held.lines(f"{case.actor}.jsonl", write)
    left_out = tuple((each.named, each.words) for each in gone)
    return _Part(case.path, case.actor, file, left_out)
