"""Hijri dates turned into Gregorian ones (Umm al-Qura, as hijridate counts; the local sighting may differ by a day)."""

from __future__ import annotations

from datetime import date

from hijridate import Gregorian, Hijri

from claims.slots.time.known import Known, Resolved
from claims.slots.time.spec import Calendar

_FIRST, _LAST = 1343, 1500
"""Years that hijridate converts."""
_EARLIEST, _LATEST = date(1924, 8, 1), date(2077, 11, 16)
"""Gregorian days that hijridate converts."""
_MONTHS, _LONGEST_MONTH = 12, 30
_EPOCH, _SOLAR = 622, 1.0307
"""Year of the emigration, and lunar years in a solar one."""
_STEPS = {"last": -1, "before-last": -2, "this": 0, "next": 1}


def hijri_date(says: Calendar, known: Known) -> Resolved | None:
    """The Gregorian EDTF of a Hijri day, month or year; None outside 1343–1500 or for a day that is not."""
    year = says.year
    if year is None:
        year, reason = _recent(says, known), "hijri-looks-back"
    else:
        year, reason = (_in_year(says, year) if year > _LAST else year), "hijri"
    if year is None or not _FIRST <= year < _LAST:
        return None
    edtf = _edtf(year, says)
    return Resolved(edtf, reason) if edtf else None


def _edtf(year: int, says: Calendar) -> str | None:
    month = says.month
    if month is None:
        return f"{_gregorian(year, 1, 1)}/{_gregorian(year, _MONTHS, _length(year, _MONTHS))}"
    length = _length(year, month)
    if says.day is None:
        return f"{_gregorian(year, month, 1)}/{_gregorian(year, month, length)}"
    return _gregorian(year, month, says.day).isoformat() if says.day <= length else None


def _length(year: int, month: int) -> int:
    return int(Hijri(year, month, 1).month_length())


def _gregorian(year: int, month: int, day: int) -> date:
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def _recent(says: Calendar, known: Known) -> int | None:
    """The Hijri year of the most recent such day or month up to publication, or of the one named by its bearing."""
    if known.reference is None or says.month is None:
        return None
    today = known.reference.last
    if not _EARLIEST <= today <= _LATEST:
        return None
    now = Gregorian(today.year, today.month, today.day).to_hijri()
    here = (now.month, now.day)
    if says.year_bearing:
        return _in_year(says, today.year + _STEPS.get(says.year_bearing, 0))
    step = 0
    if says.bearing == "next" or known.forward:
        step = (says.month, says.day or _LONGEST_MONTH) < here
    elif says.bearing == "last":
        step = -(says.month >= now.month)
    elif says.bearing != "this":
        step = -((says.month, says.day or 1) > here)
    return int(now.year) + step


def _in_year(says: Calendar, year: int) -> int | None:
    """The Hijri year whose day or month falls into a Gregorian year; None when two do."""
    around = round((year - _EPOCH) * _SOLAR)
    fitting = [
        hijri
        for hijri in range(around - 2, around + 3)
        if _gregorian(hijri, says.month or 1, 1).year == year
    ]
    return fitting[0] if len(fitting) == 1 else None
