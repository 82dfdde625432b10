"""Handing the case on: all of it as one file, and what a colleague's file has more."""

from __future__ import annotations

import io
from functools import partial
from typing import Final

import streamlit as st

from claims.services import Case
from workbench import held, intake, state
from workbench.plainly import plainly
from workbench.views import making, own_part
from workbench.wording import Words, isolate

_MADE: Final = "whole-case-made"


def draw(case: Case, words: Words) -> None:
    """Draw the button that writes the case and the field that takes in another's."""
    st.caption(
        words(
            "A colleague without this server works on a file of the case, and what they decided is taken in here; nothing is overwritten."
        )
    )
    _whole(case, words)
    own_part.draw(case, words)
    with st.form("load", clear_on_submit=True):
        st.file_uploader(words("A colleague’s file of this case"), type=["jsonl"], key="loaded")
        people = [person.name for person in case.people.list()]
        st.selectbox(
            words("Whose file it is"),
            people,
            index=None,
            accept_new_options=True,
            format_func=isolate,
            placeholder=words("Whom the file says"),
            key="loaded-from",
        )
        st.checkbox(
            words("Take in what it holds in the name of others too"), key="loaded-knowingly"
        )
        st.checkbox(words("It is the file of another case"), key="loaded-other")
        busy = state.current().job is not None
        if st.form_submit_button(words("Take in what it has more"), disabled=busy):
            _take_in(case, words)


def _whole(case: Case, words: Words) -> None:
    """The button that makes a file of all of it, and the link to it once it is there."""
    if st.button(words("Make a file of the whole case")):
        st.session_state.pop(_MADE, None)
        with plainly():
            file, _ = held.lines("case.jsonl", case.dump)
            st.session_state[_MADE] = (case.path, case.actor, file)
    *whose, file = st.session_state.get(_MADE, (None, None, None))
    if whose == [case.path, case.actor]:
        making.link(file, words("Take the whole case along"), "whole-case")


def _take_in(case: Case, words: Words) -> None:
    file, said = st.session_state["loaded"], st.session_state
    if file is None:
        st.warning(words("Choose a file first."))
        return
    load = partial(
        case.load,
        io.TextIOWrapper(
            io.BytesIO(file.getvalue()), encoding="utf-8", errors="surrogateescape", newline="\n"
        ),
        sender=said["loaded-from"] or "",
        knowingly=said["loaded-knowingly"],
        other_case=said["loaded-other"],
    )
    intake.take_in(case, load)
