"""A month, or a day of a month, whose year is not stated: which year is meant?

News looks back: without better evidence it is the most recent one before publication. Better evidence are, in this
order, *last* or *next* with the month; words that look forward; and, where the most recent one lies more than two
months back, the same day stated with its year elsewhere in the text, or a date with its year in the same sentence that
this one follows. A weekday decides only between readings that are otherwise open; it never overrules the
calendar. Without a day of publication the last date stated shortly before serves if this one follows it in time; else the
year stays ``XXXX``.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from claims.slots.time.edtf import valid
from claims.slots.time.known import Known, Resolved
from claims.slots.time.spec import Calendar

_RECENT = 60
"""Days around publication within which looking back (or, with a fitting weekday, ahead) is not doubted."""
_SHORTLY = 31
"""Days before a date of the same sentence within which one without a year is of its year."""
_LEAP_YEAR = 2000
_LONGEST_GAP = 9
"""Years that may lie between two 29ths of February, and one more."""


def yearless(says: Calendar, known: Known) -> Resolved | None:
    """The date of a month and day without a year; None for a day that no year has."""
    return _either_order(says, known) if says.swapped else _in_order(says, known)


def _either_order(says: Calendar, known: Known) -> Resolved | None:
    """Day and month in figures without a year (on 4/7), both up to twelve: the weekday, the document or the language says which comes first, else both stay."""
    says = says._replace(swapped=False)
    turned = says._replace(month=says.day, day=says.month)
    first, second = _in_order(says, known), _in_order(turned, known)
    if first is None or second is None or "X" in first.edtf:
        by_month = known.order == "month"
        return (second if by_month else first) if known.order or known.arabic else None
    fitting = [
        found
        for found in (first, second)
        if says.weekday and date.fromisoformat(found.edtf.rstrip("~")).isoweekday() == says.weekday
    ]
    if len(fitting) == 1:
        return Resolved(fitting[0].edtf, "order-weekday")
    if known.order or known.arabic:
        return second if known.order == "month" else first
    return Resolved(
        f"[{min(first.edtf, second.edtf)},{max(first.edtf, second.edtf)}]", "order-open"
    )


def _in_order(says: Calendar, known: Known) -> Resolved | None:
    month, day = says.month or 1, says.day
    if says.bearing and says.bound == "month" and (known.reference or says.bearing == "same"):
        return _borne(says, known)
    if known.reference is None:
        return _undated(says, known) if valid(_LEAP_YEAR, month, day or 1) else None
    today = known.reference.last
    if says.shift is not None:
        return _built(_nearest(month, day, today), says, "relative")
    if known.forward or (says.bearing == "next" and says.bound == "weekday"):
        return _built(_after(month, day, today), says, "looks-forward")
    past = _before(month, day, today)
    recent = _first_of(past, month, day)
    old = recent is None or (today - recent).days > _RECENT
    told = _told_elsewhere(says, known) if old else None
    return told or _looking_back(past, says, today)


def _undated(says: Calendar, known: Known) -> Resolved | None:
    from_today = bool(says.bearing) or says.shift is not None or known.forward
    told = None if from_today else _told_elsewhere(says, known)
    if told is not None:
        return told
    stated = None if from_today or says.day is None else known.stated
    if stated is not None and _follows(says, stated):
        return _built(stated.year, says, "last-stated")
    return of_no_year(says)


def of_no_year(says: Calendar) -> Resolved:
    """A month, and its day if said, whose year nobody can tell."""
    month = says.month or 1
    edtf = f"XXXX-{month:02}" if says.day is None else f"XXXX-{month:02}-{says.day:02}"
    return Resolved(edtf, "no-year")


def _told_elsewhere(says: Calendar, known: Known) -> Resolved | None:
    """The year that another date of the text lends."""
    stated = known.years.get((says.month or 1, says.day or 0))
    if stated is not None and _fits(says, stated):
        return _built(stated, says, "same-day-stated")
    near = known.near
    if near is None or not (_follows(says, near) or _shortly_before(says, near)):
        return None
    found = _first_of(near.year, says.month or 1, says.day)
    if found is None or (known.reference is not None and found > known.reference.last):
        return None
    return _built(near.year, says, "same-sentence")


def _fits(says: Calendar, year: int) -> bool:
    """Whether a weekday that is named, if any, is the weekday of that year."""
    found = _first_of(year, says.month or 1, says.day)
    return not says.weekday or found is None or found.isoweekday() == says.weekday


def _follows(says: Calendar, other: date) -> bool:
    """Whether, in the year of ``other``, the date falls on it or after it, on the weekday that is named."""
    day = says.day or 0
    return (says.month or 1, day) >= (other.month, other.day if day else 0) and _fits(
        says, other.year
    )


def _shortly_before(says: Calendar, near: date) -> bool:
    """Whether the day lies in the month before a date of the same sentence: 27 October 2019, after a briefing on 26 October."""
    found = _first_of(near.year, says.month or 1, says.day)
    days = (near - found).days if found is not None and says.day else -1
    return 0 <= days <= _SHORTLY and _fits(says, near.year)


def _built(year: int, says: Calendar, reason: str) -> Resolved | None:
    month, day = says.month or 1, says.day
    mark = "~" if says.approximate else ""
    if says.misspelt and reason == "looks-back":
        reason = "misspelt"
    if not MINYEAR <= year <= MAXYEAR:
        return None
    if day is None:
        return Resolved(f"{year:04}-{month:02}{mark}", reason)
    return (
        Resolved(f"{year:04}-{month:02}-{day:02}{mark}", reason)
        if valid(year, month, day)
        else None
    )


def in_year(says: Calendar, year: int, reason: str) -> Resolved | None:
    """A month and day in a given year; None where that year has no such day."""
    return _built(year, says._replace(misspelt=False), reason)


def _first_of(year: int, month: int, day: int | None) -> date | None:
    if not MINYEAR <= year <= MAXYEAR or not valid(year, month, day or 1):
        return None
    return date(year, month, day or 1)


def _nearest(month: int, day: int | None, today: date) -> int:
    """The year that brings the date nearest to ``today``."""
    around = (today.year - 1, today.year, today.year + 1)
    dates = [found for year in around if (found := _first_of(year, month, day)) is not None]
    return min(dates, key=lambda found: abs(found - today)).year if dates else today.year


def _before(month: int, day: int | None, today: date) -> int:
    """The year of the most recent such date on or before ``today`` (29 February: of a leap year)."""
    for year in range(today.year, max(today.year - _LONGEST_GAP, MINYEAR), -1):
        found = _first_of(year, month, day)
        if found is not None and found <= today:
            return year
    return today.year


def _after(month: int, day: int | None, today: date) -> int:
    """The year of the next such date on or after ``today``; of a month, the one that is running counts."""
    for year in range(today.year, min(today.year + _LONGEST_GAP, MAXYEAR)):
        found = _first_of(year, month, day)
        if found is not None and (found >= today or (day is None and month == today.month)):
            return year
    return today.year


def _looking_back(past: int, says: Calendar, today: date) -> Resolved | None:
    month, day = says.month or 1, says.day
    coming = _first_of(_after(month, day, today), month, day)
    doubted = bool(says.weekday) and day is not None and not _fits(says, past)
    if (
        doubted
        and coming is not None
        and (coming - today).days <= _RECENT
        and _fits(says, coming.year)
    ):
        return _built(coming.year, says, "weekday-fits")
    return _built(past, says, "looks-back")


def _borne(says: Calendar, known: Known) -> Resolved | None:
    """آذار الماضي, next May, نيسان الجاري, آذار نفسه."""
    month = says.month or 1
    if known.reference is None or says.bearing == "same":
        return _built(known.told.year, says, "same-as-told") if known.told else None
    today = known.reference.last
    if says.bearing == "this":
        return _built(_nearest(month, says.day, today), says, "this-month")
    if says.bearing == "next":
        return _built(today.year + (month <= today.month), says, "looks-forward")
    passed = month == today.month and says.day is not None and says.day < today.day
    year = today.year - (month >= today.month and not passed) - (says.bearing == "before-last")
    return _built(year, says, "last-month")
