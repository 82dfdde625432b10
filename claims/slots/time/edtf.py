"""The part of EDTF (ISO 8601-2:2019, level 1 and one-of sets of level 2) that dates of news need.

Reading: ``2018-03-27``, ``2018-03``, ``2018``, ``199X``, ``19XX``, ``2014-22`` (season), a trailing ``~``, intervals with ``/``,
open sides ``..``, unspecified years ``XXXX-03-27`` and one-of sets ``[2018-04-07,2018-07-04]``.

Days are closed on both sides. Open sides reach to the first and last day that Python's calendar knows. Seasons are
taken wide, astronomical and meteorological together, so that no date is called different by a convention:
spring 1 March to 20 June, summer 1 June to 22 September, autumn 1 September to 21 December; *winter of a year* is either
of the two that touch it, December to February.
"""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

_SIMPLE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([~?%]?)")
_SEASONS = {21: ((3, 1), (6, 20)), 22: ((6, 1), (9, 22)), 23: ((9, 1), (12, 21))}
_WINTER = 24
OPEN = ("..", "")
"""How the open side of an interval is written."""
_FIRST_SEASON = 21
_DAY_GIVE, _MONTH_GIVE, _YEAR_GIVE, _DECADE = 3, 31, 366, 10


class Days(NamedTuple):
    """A closed stretch of days."""

    first: date
    last: date


class Loose(NamedTuple):
    """A closed stretch of days and how far its sides may give when the words are approximate.

    Attributes:
        first: first day as stated.
        last: last day as stated.
        before: days that the first side may lie earlier.
        after: days that the last side may lie later.
    """

    first: date
    last: date
    before: int = 0
    after: int = 0

    def widened(self) -> Days:
        """The stretch with its give."""
        return Days(_moved(self.first, -self.before), _moved(self.last, self.after))


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def valid(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]  # noqa: PLR2004


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    return calendar.monthrange(year, month)[1]


@lru_cache(maxsize=16_384)
def stretches(edtf: str) -> tuple[Loose, ...]:
    """The stretches of days that an EDTF date may mean, one for each member of a one-of set.

    Returns () for a date whose year is not specified, and for what is no EDTF of this kind.
    """
    if edtf.startswith("[") and edtf.endswith("]"):
        members = [member.strip() for member in edtf[1:-1].split(",")]
        return tuple(part for each in members for part in stretches(each)) if all(members) else ()
    if "/" not in edtf:
        return _simple(edtf)
    start, _, end = edtf.partition("/")
    if start in OPEN and end in OPEN:
        return ()
    first = (Loose(date.min, date.min),) if start in OPEN else _simple(start)
    last = (Loose(date.max, date.max),) if end in OPEN else _simple(end)
    if not first or not last or first[0].first > last[-1].last:
        return ()
    return (Loose(first[0].first, last[-1].last, first[0].before, last[-1].after),)


def interval(edtf: str) -> tuple[date, date] | None:
    """First and last day of an EDTF date, both included; of a one-of set the hull of its members.

    Open sides are ``date.min`` and ``date.max``; None where the year is not specified. ``~`` widens nothing here.
    """
    found = stretches(edtf)
    if not found:
        return None
    return min(part.first for part in found), max(part.last for part in found)


def _simple(edtf: str) -> tuple[Loose, ...]:
    match = _SIMPLE.fullmatch(edtf)
    if match is None:
        return ()
    year, month, day, mark = match.groups()
    if year == "XXXX" or "XX" in (month, day) or year == "0000":
        return ()
    give = _give(year, month, day) if mark else 0
    return tuple(Loose(days.first, days.last, give, give) for days in _days(year, month, day))


def _days(year: str, month: str | None, day: str | None) -> tuple[Days, ...]:
    if "X" in year:
        first = int(year.replace("X", "0")) or 1
        return (Days(date(first, 1, 1), date(int(year.replace("X", "9")), 12, 31)),)
    number = int(year)
    if month is None:
        return (Days(date(number, 1, 1), date(number, 12, 31)),)
    if int(month) >= _FIRST_SEASON:
        return _season(number, int(month)) if day is None else ()
    if not valid(number, int(month), int(day or 1)):
        return ()
    if day is not None:
        return (Days(date(number, int(month), int(day)), date(number, int(month), int(day))),)
    return (
        Days(date(number, int(month), 1), date(number, int(month), last_day(number, int(month)))),
    )


def _season(year: int, number: int) -> tuple[Days, ...]:
    if number == _WINTER:
        return tuple(
            Days(date(start, 12, 1), date(start + 1, 2, last_day(start + 1, 2)))
            for start in (year - 1, year)
            if MINYEAR <= start < MAXYEAR
        )
    if number not in _SEASONS:
        return ()
    (first_month, first_day), (last_month, end_day) = _SEASONS[number]
    return (Days(date(year, first_month, first_day), date(year, last_month, end_day)),)


def _give(year: str, month: str | None, day: str | None) -> int:
    """How many days ``~`` may give: 3 for a day, a month for a month or season, a year for a year, ten for what is longer."""
    if day is not None:
        return _DAY_GIVE
    if month is not None:
        return _MONTH_GIVE
    return _YEAR_GIVE * (_DECADE if "X" in year else 1)
