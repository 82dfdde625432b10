"""What a publication itself says of the day on which it was published: for a person to look at, never taken by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.message import Message
from claims.model.span import Span


class DayGround(StrEnum):
    """On what a hint at the day of publication rests, the firmest first."""

    STAMP = "stamp"
    TODAY = "today"
    DATELINE = "dateline"
    NAME = "name"
    ADDRESS = "address"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class DayHint:
    """One hint at the day of publication of a document that has none.

    Attributes:
        ground: on what it rests.
        days: the days that it speaks for, as EDTF, the latest first; empty where nothing settles which day it is.
        why: the ground in words, with the words that it rests on.
        span: these words in the text; None where they stand in the name or the address.
        since: a day that the day of publication cannot be before, "" where it says nothing of that.
    """

    ground: DayGround
    days: tuple[str, ...]
    why: Message
    span: Span | None = None
    since: str = ""
