"""Saying of many documents at once when they were published and by whom; what rests on it is read and compared again meanwhile."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from claims.services import Case, Saying
from workbench import state
from workbench.job import Dating


class Entry(BaseModel):
    """What somebody says of one document, and what stood there when they saw it: its date and the name of its publisher."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: str
    published: str
    publisher: str
    seen: tuple[str, str]


class Ask(BaseModel):
    """Words on documents to be kept, or the wish to take the last ones back.

    Attributes:
        do: which of both.
        token: one for each submission.
        entries: the documents of which something was said.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    do: Literal["keep", "undo"]
    token: str
    entries: tuple[Entry, ...] = ()


def begin(ask: Ask, case: Case) -> None:
    """Begin to do what was asked, unless this tab has other work."""
    current, documents = state.current(), case.documents
    last = current.dated
    if current.job is not None or (last is not None and last.token == ask.token):
        return
    if ask.do == "keep":
        sayings = [_saying(each) for each in ask.entries]
        work = Dating(
            case,
            ask.token,
            lambda watch: documents.describe_several(sayings, token=ask.token, progress=watch),
            current.words,
        )
    elif kept := undoable():
        work = Dating(
            case,
            ask.token,
            lambda watch: documents.undo_several(kept, token=ask.token, progress=watch),
            current.words,
            back=True,
        )
    else:
        return
    current.notices, current.wrong = (), ()
    current.job = current.dated = work


def undoable() -> tuple[str, ...]:
    """The documents of which the last words can be taken back here at once."""
    last = state.current().dated
    return () if last is None or last.back or not last.done else last.kept


def _saying(entry: Entry) -> Saying:
    published, publisher = entry.seen
    return Saying(
        entry.document,
        published=None if entry.published == published else entry.published,
        publisher=None if entry.publisher == publisher else entry.publisher,
        seen=entry.seen,
    )
