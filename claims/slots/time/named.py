"""Days that have become names and are said without their year: the September 11 attacks."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claims.slots.tables import data
from claims.slots.time.known import Known
from claims.slots.time.spec import Calendar, Mention, Stretch
from claims.text.tokens import tokens


class NamedDay(NamedTuple):
    """A day known by its month and number.

    Attributes:
        day: the day itself.
        words: folded words that make a name of it, right before or behind.
        since: whether *since* before it is enough.
    """

    day: date
    words: frozenset[str]
    since: bool


@lru_cache(maxsize=1)
def named_days() -> dict[tuple[int, int], NamedDay]:
    """The days of ``claims/slots/data/time_named.toml`` by month and day."""
    found: dict[tuple[int, int], NamedDay] = {}
    for row in data("time_named")["days"]:
        day = date.fromisoformat(row["date"])
        words = frozenset(tokens(word).words[0] for word in row["words"])
        found[day.month, day.day] = NamedDay(day, words, bool(row.get("since")))
    return found


def named_day(mention: Mention, before: str, after: str, known: Known) -> date | None:
    """The day that a mention without a year names, None where it is any day of that month.

    Args:
        mention: what the grammar read.
        before: the folded word right before it.
        after: the folded word right behind it.
        known: what is known around it; a text from before the day cannot name it.
    """
    says = mention.says.start if isinstance(mention.says, Stretch) else mention.says
    if not isinstance(says, Calendar) or says.year is not None or says.hijri or says.bearing:
        return None
    named = named_days().get((says.month or 0, says.day or 0))
    if named is None or (known.reference is not None and known.reference.last < named.day):
        return None
    since = named.since and isinstance(mention.says, Stretch) and mention.says.end is None
    return named.day if since or before in named.words or after in named.words else None
