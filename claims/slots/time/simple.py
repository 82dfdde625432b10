"""One date of any kind at one place of a text: the longest of what can be read there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from claims.slots.time.lexicon import Word, guards
from claims.slots.time.line import Item, Line
from claims.slots.time.moment import moment
from claims.slots.time.numerals import PLAIN_YEARS, whole, year
from claims.slots.time.relative import period
from claims.slots.time.seasons import decade, season
from claims.slots.time.section import section
from claims.slots.time.spec import Calendar, When

_YEAR_DIGITS = 4


class Simple(NamedTuple):
    """One date with its time of day.

    Attributes:
        says: what the words say.
        time: clock time or part of the day.
        start: offset of its first character in the shadow.
        end: index of the item behind it.
    """

    says: When
    time: str
    start: int
    end: int


def simple(line: Line, index: int) -> Simple | None:
    """The date that begins at item ``index``, or None; of several readings the longest."""
    item = line.items[index]
    if item.token < 0:
        return None
    best: Simple | None = None
    for read in _FIGURES if item.digits else _readers(item.word):
        found = read(line, index)
        if found is not None and (best is None or found[1] > best.end):
            best = Simple(found[0], "", item.start, found[1])
    day = moment(line, index)
    if day is not None and (best is None or day.end >= best.end):
        best = Simple(day.says, day.time, day.start, day.end)
    return best


def _approximate(line: Line, index: int) -> tuple[Calendar, int] | None:
    """نحو عام 2014, around 5 March."""
    if not line.items[index].has("approximate"):
        return None
    day = moment(line, index + 1)
    if day is not None and (day.says.month is not None or day.says.year is not None):
        return replace(day.says, approximate=True), day.end
    found = _bare_year(line, index + 1)
    return (replace(found[0], approximate=True), found[1]) if found else None


def _bare_year(line: Line, index: int) -> tuple[Calendar, int] | None:
    """A year with nothing but a preposition before it: في 2014, since 2011, by 2016."""
    item = line.items[index]
    value = year_of_range(item)
    if value is None or line.before(item) not in guards()["year-before"] or _measured(line, index):
        return None
    found = year(line, index)
    return (Calendar(year=found[0]), found[2]) if found and not found[1] else None


def _measured(line: Line, index: int) -> bool:
    """Whether a number between 1900 and 2099 counts something (in 2014 strikes) or runs on (2014/3)."""
    behind = line.items[index + 1]
    if line.after(line.items[index]) in guards()["counted-after"]:
        return True
    if behind.glued and (behind.has("slash") or behind.has("dash") or behind.has("colon")):
        further = line.items[index + 2]
        return bool(further.digits) and not (behind.has("dash") and _later_year(line, index))
    return False


def _later_year(line: Line, index: int) -> bool:
    """Whether a later year follows the dash: in 2014-2016."""
    first, second = year_of_range(line.items[index]), year_of_range(line.items[index + 2])
    return first is not None and second is not None and first < second


def year_of_range(item: Item) -> int | None:
    """The value of four digits that are a year where the words around announce one."""
    value = whole(item) if len(item.digits) == _YEAR_DIGITS else None
    return value if value is not None and value in PLAIN_YEARS else None


Reader = Callable[[Line, int], tuple[When, int] | None]
_FIGURES: tuple[Reader, ...] = (period, decade, _bare_year)
_KNOWN_WORDS = 16_384
_AMOUNTS = frozenset(
    {"back", "sooner", "later", "over", "under", "approximate", "one", "following", "preceding"}
)


@lru_cache(maxsize=_KNOWN_WORDS)
def _readers(word: Word) -> tuple[Reader, ...]:
    """What, beside a day put together from its parts, can begin with a word; most words can begin little."""
    if word.month:
        return ()
    article, approximate = "article" in word.roles, "approximate" in word.roles
    borne = bool(word.bearing or word.before)
    century = "past-century" in word.roles or word.unit in ("decade", "century")
    numbered = bool(word.ordinal or word.cardinal)
    opening: tuple[tuple[Reader, object], ...] = (
        (section, word.position or word.ordinal or word.weekday or word.bearing or word.unit),
        (period, borne or word.unit or word.vague or word.cardinal or word.roles & _AMOUNTS),
        (season, borne or word.season),
        (decade, century or word.decade or numbered),
    )
    found = [read for read, opens in opening if opens or article]
    return (*found, _approximate) if approximate else tuple(found)
