"""Pairs that are asked no more since a claim of them was edited: whoever has not answered them answers all at once, unsure."""

from __future__ import annotations

import streamlit as st

from claims.model import Status, Wanted
from claims.services import Case
from workbench import state
from workbench.plainly import plainly
from workbench.wording import Words

_AT_MOST = 200


def draw(case: Case, words: Words) -> None:
    """Draw how many wait for whoever sits there, and the button; nothing in a case for one, where nothing is hidden."""
    _told(words)
    if case.review.reviewers == 1:
        return
    former = case.review.queue(wanted=Wanted(status=Status.FORMER), limit=_AT_MOST)
    if not former:
        return
    st.header(words("Pairs whose claims were edited since"), anchor=False)
    st.caption(
        words(
            "They are asked no more, and stay hidden until all have answered. You can answer those that you have not answered as unsure, all at once; no figure of agreement rests on that, and it can be taken back."
        )
    )
    more = "+" if len(former) == _AT_MOST else ""
    st.metric(words("Waiting for you"), f"{len(former)}{more}")
    st.text_input(words("Reason, in your words"), key="former_reason")
    st.button(words("Close them as unsure"), key="former_close", on_click=_close)


def _told(words: Words) -> None:
    closed = st.session_state.pop("former_closed", 0)
    if closed:
        st.success(words("Closed as unsure: {pairs}", pairs=closed))


def _close() -> None:
    """Answer them; a callback."""
    current = state.current()
    with plainly():
        st.session_state["former_closed"] = state.case().review.close_former(
            reason=st.session_state["former_reason"], by=current.reviewer
        )
