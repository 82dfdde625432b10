"""Day and publisher of the documents on a page, filled in in place; see ``components/dating``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import streamlit as st
from pydantic import ValidationError

from claims.model import Found
from claims.services import Case
from workbench import components, dating, outbox, remembered, state
from workbench.shown import dating as shown
from workbench.wording import Words

_KEY: Final = "dating"
_PUBLISHERS: Final = "publishers"


def draw(case: Case, found: Sequence[Found], words: Words) -> str:
    """Draw the table; the id of a document that was just opened, "" when none was."""
    current = state.current()
    undated = tuple(one.head.id for one in found if not one.head.published)
    hints = remembered.of(
        case, f"day hints {' '.join(undated)}", lambda: case.documents.day_hints(undated)
    )
    undoable = dating.undoable()
    last = current.dated
    result = components.renderer(_KEY)(
        key=_KEY,
        data={
            "name": f"claims/dating/{outbox.mark_of(case)}/{current.reviewer}",
            "caption": words("Day and publisher of documents"),
            "rows": shown.rows(found, hints, words),
            "publishers": list(remembered.of(case, _PUBLISHERS, case.documents.publishers)),
            "today": datetime.now(UTC).date().isoformat(),
            "busy": current.job is not None,
            "undo": words.many(
                "Take back the last: {count} document",
                "Take back the last: {count} documents",
                len(undoable),
            )
            if undoable
            else "",
            "answer": {
                "token": last.token if last is not None and last.done else "",
                "kept": list(last.kept) if last is not None and last.done else [],
            },
            "labels": shown.labels(words),
        },
        on_opened_change=lambda: None,
        on_ask_change=_asked,
    )
    return str(result.opened or "")


def _asked() -> None:
    """Begin to do what was asked for; a callback."""
    try:
        ask = dating.Ask.model_validate(st.session_state[_KEY].ask)
    except ValidationError:
        return
    dating.begin(ask, state.case())
