"""Parts of a period: منتصف آذار, أواخر العام الماضي, mid-2014, the first half of March, the first week of May."""

from __future__ import annotations

from claims.slots.time.calendar import calendar, tail
from claims.slots.time.lexicon import Word
from claims.slots.time.line import Item, Line
from claims.slots.time.month import month
from claims.slots.time.numerals import year
from claims.slots.time.relative import period
from claims.slots.time.seasons import decade, season
from claims.slots.time.spec import LAST, Calendar, Period, Section, Whole

_WEEKS = range(1, 5)
_NUMBERED = (*_WEEKS, LAST)


def section(line: Line, index: int) -> tuple[Section, int] | None:
    """A part of a period and the index behind it."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    word = items[place].word
    position = word.position
    if not position and not (word.ordinal or word.weekday or word.bearing or word.unit):
        return None
    position, place = _numbered(line, place) or (position, place + 1)
    if not position:
        return None
    place += items[place].has("dash")
    place += items[place].has("of")
    if items[place].prefix.startswith(("و", "ف")):
        return None
    found = _whole(line, place) or (_lunar(line, place) if position.startswith("week-") else None)
    if found is None or _divides(found[0]) is (position in {"week-of", "eve"}):
        return None
    return Section(found[0], position), found[1]


def _numbered(line: Line, index: int) -> tuple[str, int] | None:
    for read in (_weekday_of_month, _unit_of_month):
        found = read(line, index)
        if found is not None and _followed(line.items[found[1]]):
            return found
    return None


def _followed(item: Item) -> bool:
    """Whether a month follows, by *of* or, in an Arabic construct, at once: آخر أيام شهر آذار."""
    return item.has("of") or item.has("month") or item.word.month > 0


def _whole(line: Line, place: int) -> tuple[Whole, int] | None:
    for read in (season, decade, period, calendar):
        found: tuple[Whole, int] | None = read(line, place)
        if found is not None:
            return found
    stated = year(line, place + 1 if line.items[place].has("article") else place)
    return (Calendar(year=stated[0], hijri=stated[1]), stated[2]) if stated else None


def _lunar(line: Line, place: int) -> tuple[Calendar, int] | None:
    """A Hijri month without a year, which only a week of it shows to be no name: الأسبوع الأول من رمضان."""
    found = month(line, place)
    if found is None or not found[0].hijri:
        return None
    return tail(line, found[1], Calendar(month=found[0].number, hijri=True))


def _divides(whole: Whole) -> bool:
    """Whether it is long enough to have parts that one speaks of."""
    if isinstance(whole, Period):
        return whole.mode == "whole"
    return not isinstance(whole, Calendar) or (whole.day is None and whole.weekday is None)


def _weekday_of_month(line: Line, index: int) -> tuple[str, int] | None:
    """الجمعة الأولى من نيسان, أول جمعة من نيسان, the last Friday of March."""
    first, second = line.items[index], line.items[index + 1]
    day = first.word.weekday or second.word.weekday
    number = _number(second.word if first.word.weekday else first.word)
    if not day or number not in _NUMBERED or second.prefix:
        return None
    return f"weekday-{day}-{number}", index + 2


def _unit_of_month(line: Line, index: int) -> tuple[str, int] | None:
    """الأسبوع الأول من آذار, the first week of March, آخر يوم من آذار; the week of 5 March."""
    first, second = line.items[index].word, line.items[index + 1].word
    unit = first if first.unit else second
    if unit.unit not in ("week", "day") or second.unit == first.unit:
        return None
    if unit is first and line.items[index + 1].has("of"):
        return ("week-of", index + 1) if unit.unit == "week" and not line.arabic(index) else None
    number = _number(second if unit is first else first)
    if number == LAST and unit.unit == "day" and unit.count == 0:
        return "late", index + 2
    if number == LAST or (unit.unit == "week" and number in _WEEKS):
        return f"{unit.unit}-{number}", index + 2
    return None


def _number(word: Word) -> int:
    """Which of several: its ordinal, or `LAST`."""
    last = word.position == "late" or word.bearing == "last"
    return word.ordinal or word.hour or (LAST if last else 0)
