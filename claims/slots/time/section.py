"""Parts of a period: منتصف آذار, أواخر العام الماضي, mid-2014, the first half of March, the first week of May."""

from __future__ import annotations

from claims.slots.time.calendar import calendar
from claims.slots.time.line import Line
from claims.slots.time.numerals import day_of_month, whole, year
from claims.slots.time.relative import period
from claims.slots.time.seasons import decade, season
from claims.slots.time.spec import Calendar, Period, Section, Whole

_WEEKS = range(1, 5)
_LAST = 9
"""Stands for the last of its kind in a position: ``weekday-5-9``, the last Friday."""
_NUMBERED = (1, 2, 3, 4, _LAST)


def section(line: Line, index: int) -> tuple[Section, int] | None:
    """A part of a period and the index behind it."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    word = items[place].word
    position = word.position
    if not position and not (word.ordinal or word.weekday or word.bearing or word.unit == "week"):
        return None
    named = _weekday_of_month(line, place) or _week_of_month(line, place)
    position, place = named or (position, place + 1)
    if not position:
        return None
    place += items[place].has("dash")
    place += items[place].has("of")
    if items[place].prefix.startswith(("و", "ف")):
        return None
    found = _whole(line, place)
    return (Section(found[0], position), found[1]) if found else None


def _whole(line: Line, place: int) -> tuple[Whole, int] | None:
    for read in (season, decade, period, calendar):
        found: tuple[Whole, int] | None = read(line, place)
        if found is not None:
            return found if _divides(found[0]) else None
    stated = year(line, place + 1 if line.items[place].has("article") else place)
    return (Calendar(year=stated[0], hijri=stated[1]), stated[2]) if stated else None


def _divides(whole: Whole) -> bool:
    """Whether it is long enough to have parts that one speaks of."""
    if isinstance(whole, Period):
        return whole.mode == "whole"
    return not isinstance(whole, Calendar) or (whole.day is None and whole.weekday is None)


def _weekday_of_month(line: Line, index: int) -> tuple[str, int] | None:
    """الجمعة الأولى من نيسان, أول جمعة من نيسان, the last Friday of March."""
    first, second = line.items[index], line.items[index + 1]
    day = first.word.weekday or second.word.weekday
    other = second.word if first.word.weekday else first.word
    number = other.ordinal or other.hour
    if other.position == "late" or other.bearing == "last":
        number = number or _LAST
    if not day or not number or number not in _NUMBERED or second.prefix:
        return None
    of = line.items[index + 2].has("of")
    return (f"weekday-{day}-{number}", index + 2) if of else None


def _week_of_month(line: Line, index: int) -> tuple[str, int] | None:
    """الأسبوع الأول من آذار, the first week of March."""
    items = line.items
    number, place = None, index
    if items[index].word.unit == "week" and items[index].word.count == 1:
        place = index + 1
        number = day_of_month(line, place)
    elif items[index].word.ordinal and items[index + 1].word.unit == "week":
        number = items[index].word.ordinal, index + 2
    if number is None or number[0] not in _WEEKS or whole(items[place]) is not None:
        return None
    return (f"week-{number[0]}", number[1]) if items[number[1]].has("of") else None
