"""How what somebody said came into a case, when it was not said there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How a row that somebody else wrote elsewhere came into the case: nobody said it here.

    Attributes:
        by: who took in the file.
        at: when, ISO 8601 in UTC with microseconds.
        sender: whose file it was, as it said or as whoever took it in said; "" where a file of an older program did not tell.
        file: SHA-256 of the file, 64 hex digits; "" where that was not kept.
    """

    by: str
    at: str
    sender: str
    file: str
