"""Why a date was read the way it was, in words for people."""

from __future__ import annotations

from functools import lru_cache

from claims.errors import NotFound
from claims.model.message import Message
from claims.slots.tables import data


@lru_cache(maxsize=1)
def reasons() -> dict[str, Message]:
    """Every reason by its id, from ``claims/slots/data/time_reasons.toml``."""
    return {name: Message(row["ar"], row["en"]) for name, row in data("time_reasons").items()}


def reason_words(reason: str) -> Message:
    """The sentence behind `DateValue.reason`.

    Raises:
        NotFound: when no reason has that id.
    """
    found = reasons().get(reason)
    if found is None:
        raise NotFound(
            f"no reason {reason!r}", next_step="See claims/slots/data/time_reasons.toml."
        )
    return found
