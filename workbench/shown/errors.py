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
)
from workbench.wording import Words, isolate, mark

_SENTENCES: Final[Mapping[type[ClaimsError], str]] = {
    Stale: mark(
        "This has changed since it was shown to you. Nothing was overwritten: look again and decide anew."
    ),
    NotAllowed: mark("Your role does not cover this. Nothing was changed."),
    Refused: mark("The rules do not allow this. Nothing was changed."),
    NotFound: mark("The case does not hold this any more. Nothing was changed."),
    Locked: mark(
        "Another program is writing to the case. Nothing is lost: it is tried again by itself."
    ),
    Corrupt: mark("The case file does not verify. Stop writing to it and restore a backup."),
    StoreError: mark("The case file could not be written. Nothing was changed."),
    InputError: mark("This could not be read. The case is unchanged."),
    ClaimsError: mark("This could not be done. Nothing was changed."),
}


def explain(error: ClaimsError, words: Words) -> str:
    """A sentence in the reader's language, then what the engine said, word for word."""
    kind = next(kind for kind in type(error).__mro__ if kind in _SENTENCES)
    return f"{words(_SENTENCES[kind])} {isolate(str(error))}"
