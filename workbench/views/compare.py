"""Compare: two claims side by side, decided by keyboard; the component does the work, see ``components/compare``."""

from __future__ import annotations

import hashlib
from typing import Final

import streamlit as st

from workbench import components, context, navigation, outbox, state
from workbench.shown import desk, pairs
from workbench.shown.errors import explain

_KEY: Final = "compare"
_PREFETCH: Final = 16
"""Pairs that the browser holds: enough for half a second of the fastest typing."""


def show() -> None:
    """Draw the screen."""
    state.current().flush = None
    _desk()


@st.fragment
def _desk() -> None:
    current = state.current()
    result = components.renderer("compare")(
        key=_KEY,
        data=_data(current),
        on_flush_change=_flushed,
        on_opened_change=lambda: None,
    )
    if result.opened:
        navigation.go("reading", **result.opened)


def _flushed() -> None:
    """Store what the browser sent. Runs as a callback, before anything is drawn."""
    current = state.current()
    flush = outbox.Flush.model_validate(st.session_state[_KEY].flush)
    if flush.reviewer == current.reviewer:
        current.flush = flush
        current.settled = outbox.settle(flush, current.settled, context.case())


def _data(current: state.State) -> dict[str, object]:
    """What the component gets: new pairs, what is acknowledged, what comes back."""
    case, words = context.case(), current.words
    flush, settled = current.flush, current.settled
    held = flush.held if flush else ()
    queue = case.review.queue(
        reviewer=current.reviewer, limit=max(0, _PREFETCH - len(held)), skip=held
    )
    progress = case.review.progress(current.reviewer)
    return {
        "case": hashlib.sha256(case.path.encode()).hexdigest()[:12],
        "reviewer": current.reviewer,
        "language": words.language,
        "page": flush.page if flush else "",
        "request": flush.request if flush else 0,
        "acknowledged": dict(settled.acknowledged),
        "returned": [
            {
                "id": back.id,
                "card": pairs.card(back.item, words) if back.item else None,
                "message": explain(back.error, words) if back.error else "",
            }
            for back in settled.returned
        ],
        "waiting": explain(settled.waiting, words) if settled.waiting else "",
        "cards": [pairs.card(item, words) for item in queue],
        "pairs": progress.pairs,
        "decided": progress.decided,
        "left": progress.left,
        "labels": desk.labels(words),
    }
