"""Saying what a document is from the fields of its card; what rests on it is read and compared again meanwhile."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import streamlit as st

from claims.model import Lineage, Particulars, Source
from workbench import state
from workbench.job import Describing


def keep(document: str, seen: Particulars, fields: str) -> None:
    """Keep what stands in the fields of the card; a callback.

    Args:
        document: its id.
        seen: the card as it was drawn.
        fields: what the keys of its fields begin with.
    """
    said = _card(seen, fields)
    reason, token = _said(fields, "reason"), uuid4().hex
    case = state.case()
    _begin(lambda: case.documents.describe(document, said, seen=seen, reason=reason, token=token))


def undo(document: str) -> None:
    """Take back the newest word of the person at this browser; a callback."""
    case, token = state.case(), uuid4().hex
    _begin(lambda: case.documents.undo_description(document, token=token))


def _begin(change: Any) -> None:  # noqa: ANN401 - one of two ways to change a card
    current = state.current()
    if current.job is None:
        current.notices = ()
        current.job = Describing(state.case(), change, current.words)


def _card(seen: Particulars, fields: str) -> Particulars:
    name, kind = _said(fields, "publisher"), st.session_state[f"{fields}-lineage"]
    now = seen.publisher
    aliases = now.aliases if now is not None and now.name == name else ()
    nobody = not name and kind is Lineage.UNKNOWN
    return Particulars(
        title=_said(fields, "title"),
        publisher=None if nobody else Source(name, kind, aliases),
        author=_said(fields, "author"),
        published=_said(fields, "published"),
        published_reason=seen.published_reason,
        address=_said(fields, "address"),
        language=st.session_state[f"{fields}-language"],
        archive=_said(fields, "archive"),
    )


def _said(fields: str, name: str) -> str:
    return str(st.session_state[f"{fields}-{name}"]).strip()
