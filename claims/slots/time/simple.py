"""One date of any kind at one place of a text: the longest of what can be read there."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from claims.slots.time.amount import amount
from claims.slots.time.calendar import year_bearing
from claims.slots.time.clock import clock
from claims.slots.time.lexicon import Word, guards
from claims.slots.time.line import Item, Line
from claims.slots.time.moment import moment
from claims.slots.time.numerals import PLAIN_YEARS, whole, year
from claims.slots.time.relative import period
from claims.slots.time.seasons import decade, season
from claims.slots.time.section import section
from claims.slots.time.spec import Calendar, When

_YEAR_DIGITS = 4
_LIKE = frozenset({"مثل", "كمثل", "بمثل"})
_AROUND = frozenset({"الايام", "الوقت", "الشهر", "الفتره"})
"""What «مثل هذه» stands before where no more than the month is meant (في مثل هذه *الأيام* من العام الماضي)."""
_AGO = {1: "last", 2: "before-last"}


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
    timed = clock(line, index + 1) or line.items[index + 1].word.part
    if not line.items[index].has("approximate") or timed:
        return None
    day = moment(line, index + 1)
    if day is not None and (day.says.month is not None or day.says.year is not None):
        return day.says._replace(approximate=True), day.end
    found = _bare_year(line, index + 1)
    return (found[0]._replace(approximate=True), found[1]) if found else None


def _bare_year(line: Line, index: int) -> tuple[Calendar, int] | None:
    """A year with nothing but a preposition before it: في 2014, since 2011, by 2016."""
    item = line.items[index]
    value = year_of_range(item)
    if value is None or not _announced(line, index) or _measured(line, index):
        return None
    found = year(line, index)
    return (Calendar(year=found[0]), found[2]) if found and not found[1] else None


def _announced(line: Line, index: int) -> bool:
    """Whether a preposition says that a year follows, or the next year does: موسم 2019-2020."""
    return line.before(line.items[index]) in guards()["year-before"] or next_year(line, index)


def next_year(line: Line, index: int) -> bool:
    """Whether the year right after the one at ``index`` follows behind a dash or slash, and no third number."""
    items = line.items
    first, second, mark = (
        year_of_range(items[index]),
        year_of_range(items[index + 2]),
        items[index + 1],
    )
    if first is None or second != first + 1 or not (mark.has("dash") or mark.has("slash")):
        return False
    before, behind = (items[index - 1] if index else mark), items[index + 3]
    runs_on = behind.glued and (behind.has("dash") or behind.has("slash") or behind.has("dot"))
    chained = items[index].glued and (before.has("dash") or before.has("slash"))
    counted = line.counts(items[index + 2])
    return not (counted or chained or (runs_on and bool(items[index + 4].digits)))


def _measured(line: Line, index: int) -> bool:
    """Whether a number between 1900 and 2099 counts something (in 2014 strikes) or runs on (2014/3)."""
    behind = line.items[index + 1]
    if line.counts(line.items[index]):
        return True
    if behind.glued and (behind.has("slash") or behind.has("dash") or behind.has("colon")):
        further = line.items[index + 2]
        ranged = behind.has("dash") and _later_year(line, index)
        return bool(further.digits) and not (ranged or next_year(line, index))
    return False


def _later_year(line: Line, index: int) -> bool:
    """Whether a later year follows the dash: in 2014-2016."""
    first, second = year_of_range(line.items[index]), year_of_range(line.items[index + 2])
    return first is not None and second is not None and first < second


def year_of_range(item: Item) -> int | None:
    """The value of four digits that are a year where the words around announce one."""
    value = whole(item) if len(item.digits) == _YEAR_DIGITS else None
    return value if value is not None and value in PLAIN_YEARS else None


def _this_day_of(line: Line, index: int) -> tuple[Calendar, int] | None:
    """في مثل هذا اليوم من عام 2012, on this day in 2012, last year: the day of publication in another year, or its month (في مثل هذه الأيام)."""
    items = line.items
    item, english = items[index], items[index].word.bearing == "this"
    month = (
        item.word.before == "this" and line.before(item) in _LIKE and line.after(item) in _AROUND
    )
    if month:
        place = index + 1 + (items[index + 1].token == item.token + 1)
    elif english and items[index + 1].word.unit == "day" and line.before(item) == "on":
        place = index + 2
    elif item.word.shift == 0 and line.before(item) in _LIKE:
        place = index + 1
    else:
        return None
    borne = year_bearing(line, place) or _years_ago(line, place)
    if borne is not None:
        return Calendar(shift=0, year_bearing=borne[0], approximate=month), borne[1]
    place += items[place].has("of") or items[place].has("in")
    place += items[place].has("year")
    found = year(line, place)
    if found is None or found[1] or items[place].prefix:
        return None
    return Calendar(year=found[0], shift=0, approximate=month), found[2]


def _years_ago(line: Line, index: int) -> tuple[str, int] | None:
    """قبل عام, قبل عامين: last year, or the one before."""
    found = amount(line, index + 1) if line.items[index].has("back") else None
    if found is None or found[0].unit != "year" or found[0].bound or found[0].approximate:
        return None
    period, end = found
    name = _AGO.get(period.low) if period.low == period.high else None
    return (name, end) if name else None


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
    if word.shift == 0 or "this" in {word.bearing, word.before}:
        found.insert(0, _this_day_of)
    return (*found, _approximate) if approximate else tuple(found)
