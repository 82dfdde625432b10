"""What to tell a reader when the engine says no: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.services import (
    ClaimsError,
    Corrupt,
    InputError,
    Locked,
    NotAllowed,
    NotFound,
    Refused,
    Stale,
    StoreError,
    safe_and_step,
    told_in,
)
from workbench.wording import Words, isolate, mark

_HAPPENED: Final[Mapping[type[ClaimsError], str]] = {
    Stale: mark("This has changed since it was shown to you."),
    NotAllowed: mark("Your role does not cover this."),
    Refused: mark("The rules do not allow this."),
    NotFound: mark("The case does not hold this any more."),
    Locked: mark("Another program is writing to the case."),
    Corrupt: mark("The case file does not verify."),
    StoreError: mark("The case file could not be written."),
    InputError: mark("This could not be read."),
    ClaimsError: mark("This could not be done."),
}
"""What happened, where no sentence of ours is known for the engine's."""

_SAFE: Final[Mapping[type[ClaimsError], str]] = {
    Stale: mark("Nothing was overwritten."),
    Corrupt: mark("Stop writing to this case until it is restored."),
    ClaimsError: mark("Nothing was changed."),
}


def explain(error: ClaimsError, words: Words) -> str:
    """What happened, what is safe and what to do, in the reader's language.

    A sentence of the engine that is not known is shown word for word after one of ours.
    """
    _, step = safe_and_step(error.next_step)
    parts = [_happened(error, words), words(_nearest(error, _SAFE)), _to_do(step, words)]
    return " ".join(filter(None, parts))


def said(sentence: str, words: Words) -> str:
    """A sentence of the engine in the reader's language; word for word where it is not known."""
    return told_in(sentence, words.language) or isolate(sentence)


def held_up(error: ClaimsError, words: Words) -> str:
    """Why a decision waits that the browser keeps and sends again."""
    safe = words("Nothing is lost: it is tried again by itself.")
    return f"{_happened(error, words)} {safe}"


def _happened(error: ClaimsError, words: Words) -> str:
    known = told_in(error.message, words.language, arabic=error.arabic)
    return known or f"{words(_nearest(error, _HAPPENED))} {isolate(error.message)}"


def _to_do(step: str, words: Words) -> str:
    return said(step, words) if step else ""


def _nearest(error: ClaimsError, sentences: Mapping[type[ClaimsError], str]) -> str:
    return sentences[next(kind for kind in type(error).__mro__ if kind in sentences)]
