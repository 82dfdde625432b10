"""Adjudicate: what reviewers part on, least agreement first, settled with a reason; see ``components/dispute``."""

from __future__ import annotations

from typing import Final

import streamlit as st
from pydantic import ValidationError

from workbench import address, components, navigation, settling, state
from workbench.plainly import plainly
from workbench.shown import dispute as shown
from workbench.views import beginning, remarks, settled

_KEY: Final = "dispute"
_AT_HAND: Final = 200


@st.fragment
@plainly()
def show() -> None:
    """Draw the screen."""
    current, case, words = state.current(), state.case(), state.current().words
    if beginning.instead(case, words("Adjudicate")):
        return
    st.title(words("Adjudicate"), anchor=False)
    waiting = case.adjudication.queue(limit=_AT_HAND)
    if waiting and not case.adjudication.settles:
        st.info(
            words(
                "You look on here: your role in this case does not cover to settle pairs. An admin can give you another one."
            )
        )
    if waiting:
        named = address.asked("pair")
        one = next((each for each in waiting if str(each.key) == named), waiting[0])
        st.caption(shown.waiting(one, len(waiting), words))
        item = case.pairs.get(one.key, reviewer=current.reviewer)
        keys = [str(each.key) for each in waiting]
        data = shown.dispute(one, item, keys, current.settled_pair, words)
    else:
        data = shown.nothing(current.settled_pair, words)
    result = components.renderer(_KEY)(
        key=_KEY, data=data, on_ask_change=_asked, on_opened_change=lambda: None
    )
    if waiting:
        remarks.on_pair(str(one.key))
    settled.draw(case, words, expanded=not waiting)
    if result.opened:
        navigation.go(result.opened["screen"], **result.opened["query"])


def _asked() -> None:
    """Do what was asked for. Runs as a callback, before anything is drawn."""
    current = state.current()
    try:
        ask = settling.Ask.model_validate(st.session_state[_KEY].ask)
    except ValidationError:
        return
    current.settled_pair = settling.perform(ask, state.case())
    ruling = current.settled_pair.ruling
    st.query_params.pop("pair", None)
    if ruling is not None and ask.do == "undo":
        st.query_params["pair"] = str(ruling.key)
