"""Compare: two claims side by side, decided by keyboard; the component does the work, see ``components/compare``."""

from __future__ import annotations

import hashlib
from typing import Final

import streamlit as st

from claims.model import Wanted
from workbench import address, components, navigation, outbox, state
from workbench.shown import desk
from workbench.views import asking_pairs, beginning, pair_list, remarks

_KEY: Final = "compare"


def show() -> None:
    """Draw the screen."""
    state.current().flush = None
    if beginning.instead(state.case(), state.current().words("Compare")):
        return
    main = st.container()
    wanted, status = asking_pairs.of_pairs(state.case()), pair_list.asked()
    with main:
        if status is None:
            _desk(wanted)
        else:
            pair_list.draw(state.case(), wanted, status)


@st.fragment
def _desk(wanted: Wanted) -> None:
    current, case = state.current(), state.case()
    first = address.asked(address.PAIR)
    waiting = outbox.look(current.reviewer, current.flush, case, first, wanted)
    key = "-".join(filter(None, (_KEY, waiting.case, _some(wanted))))
    result = components.renderer("compare")(
        key=key,
        data=desk.data(waiting, current.settled, current.flush, current.reviewer, current.words)
        | {"follow": remarks.opened(), "some": wanted.narrows},
        default={"shown": ""},
        on_shown_change=lambda: None,
        on_flush_change=lambda: _flushed(key),
        on_opened_change=lambda: None,
    )
    named = address.asked(address.PAIR) if current.flush is None else ""
    remarks.on_pair(result.shown or named)
    if result.opened:
        navigation.go("reading", **result.opened)


def _some(wanted: Wanted) -> str:
    """What tells the component that other pairs are asked for: it begins anew, and sends what the one before had to send."""
    return hashlib.sha256(repr(wanted).encode()).hexdigest()[:12] if wanted.narrows else ""


def _flushed(key: str) -> None:
    """Store what the browser sent, if it is of this case and person. Runs as a callback, before anything is drawn."""
    current = state.current()
    flush = outbox.Flush.model_validate(st.session_state[key].flush)
    case = state.case()
    if flush.reviewer == current.reviewer and flush.case == outbox.mark_of(case):
        current.flush = flush
        current.settled = outbox.settle(flush, current.settled, case)
