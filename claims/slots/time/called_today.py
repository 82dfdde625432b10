"""The day that a text of unknown publication calls today or yesterday itself, for those that it calls so without naming them.

«أصيب مدنيان ظهر اليوم … وكان القصف قد بدأ مساء أمس الثلاثاء» is of a Wednesday; «اليوم الخميس 19 آب» gives every other *today* that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from claims.slots.time.known import Resolved
from claims.slots.time.spec import Calendar, Mention, Stretch

_WEEK = 7
_REASON = "called-today"
_DAY = "يوم"
_COMMON_YEAR = 2001
_LEAP_YEAR = 2000
"""Days without a year are counted in a common and in a leap year: where the two part, nothing is known."""


class CalledToday(NamedTuple):
    """What a text says of the day that it calls today; what it does not say is None.

    Attributes:
        year: its year.
        month: its month.
        day: its day of the month.
        weekday: its ISO weekday.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def date(self) -> date | None:
        """The whole day, None where any part of it is missing or it is none of the calendar."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return _day(self.year, self.month, self.day)

    def shifted(self, days: int) -> tuple[Resolved | None, int | None]:
        """The EDTF date some days from today, None where it cannot be had, and its weekday where no more is known of it."""
        whole = self.date
        if whole is not None:
            found = _moved(whole, days)
            return (Resolved(found.isoformat(), _REASON) if found else None), None
        if self.month is not None and self.day is not None:
            beside = _of_any_year(self.month, self.day, days)
            edtf = f"XXXX-{beside[0]:02}-{beside[1]:02}" if beside else ""
            return (Resolved(edtf, _REASON) if edtf else None), None
        if self.weekday is None:
            return None, None
        return Resolved("XXXX-XX-XX", _REASON), _around(self.weekday, days)


_NOTHING = CalledToday()


def called_today(found: Iterable[Mention]) -> CalledToday:
    """What the dates of a text say of the day that it calls today; nothing where they do not agree."""
    told = [one for says in _days(found) if (one := _told(says)) is not None]
    parts = [{part for part in column if part is not None} for column in zip(*told, strict=True)]
    if any(len(part) > 1 for part in parts):
        return _NOTHING
    return CalledToday(*(next(iter(part), None) for part in parts))


def of_lead(found: Sequence[Mention], text: str) -> CalledToday:
    """What the weekday of an agency's lead says of today: its only one, bare and before any *today* (قُتل مدني، *الجمعة*، … صباح اليوم).

    Args:
        found: the dates of an Arabic text that says nowhere which day today is.
        text: its folded text.
    """
    days = [one for one in found if isinstance(one.says, Calendar) and one.says.weekday]
    weekdays = {one.weekday for one in days}
    if len(weekdays) != 1 or not all(_bare(one, text) for one in days):
        return _NOTHING
    earlier = (one for one in found if one.start < days[0].start)
    if any(plainly_shifted(one) is not None for one in earlier):
        return _NOTHING
    return CalledToday(weekday=days[0].weekday)


def _bare(mention: Mention, text: str) -> bool:
    """Whether a mention is an Arabic weekday, with a part of the day at most: no date, no *last*, no يوم before it."""
    says, words = mention.says, text[mention.start : mention.end].split()
    plain = isinstance(says, Calendar) and says == Calendar(weekday=says.weekday)
    return plain and not words[0].isascii() and _DAY not in words


def plainly_shifted(mention: Mention) -> int | None:
    """Days from today where a mention says no more than that (*yesterday morning*, *since this morning*), else None."""
    says = mention.says
    if isinstance(says, Stretch) and says.end is None and says.start is not None:
        says = says.start
    if not isinstance(says, Calendar) or says.weekday or says.month or says.day or says.year:
        return None
    return None if says.year_bearing else says.shift


def _days(found: Iterable[Mention]) -> Iterable[Calendar]:
    for mention in found:
        says = mention.says
        sides = (says.start, says.end) if isinstance(says, Stretch) else (says,)
        yield from (side for side in sides if isinstance(side, Calendar))


def _told(says: Calendar) -> CalledToday | None:
    """What one mention of today or yesterday says of today."""
    if says.shift not in (0, -1) or says.hijri or says.swapped or says.conflict:
        return None
    back = -says.shift
    weekday = _around(says.weekday, back) if says.weekday else None
    if says.month is None or says.day is None:
        return CalledToday(weekday=weekday) if weekday else None
    if says.year is not None:
        stated = _day(says.year, says.month, says.day)
        today = _moved(stated, back) if stated else None
        return CalledToday(today.year, today.month, today.day, weekday) if today else None
    beside = _of_any_year(says.month, says.day, back)
    return CalledToday(None, *beside, weekday) if beside else None


def _around(weekday: int, days: int) -> int:
    return (weekday - 1 + days) % _WEEK + 1


def _of_any_year(month: int, day: int, days: int) -> tuple[int, int] | None:
    """Month and day some days from a day without a year, None where that depends on the year."""
    if not days:
        return month, day
    found = set()
    for year in (_COMMON_YEAR, _LEAP_YEAR):
        stated = _day(year, month, day)
        moved = _moved(stated, days) if stated else None
        if moved is not None:
            found.add((moved.month, moved.day))
    return found.pop() if len(found) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(day: date, days: int) -> date | None:
    return day + timedelta(days) if MINYEAR < day.year < MAXYEAR else None
