"""What the words say, turned into EDTF with the help of what is known around them."""

from __future__ import annotations

from datetime import MINYEAR, date, timedelta

from claims.slots.time.day import month_of_day, one_day, shifted, weekday_date
from claims.slots.time.edtf import interval
from claims.slots.time.hijri import hijri_date
from claims.slots.time.known import Known, Resolved
from claims.slots.time.parts import section
from claims.slots.time.periods import decade, period, season, told
from claims.slots.time.spec import Calendar, Decade, Period, Season, Section, Stretch, Told, When
from claims.slots.time.yearless import in_year, of_no_year, yearless

_STEPS = {"last": -1, "before-last": -2, "this": 0, "next": 1}
_YEAR_END = (12, 31)
_WEEK = 7
_YEARLESS = tuple(f"XXXX-{month:02}" for month in range(1, 13))


def resolve(says: When | Stretch, known: Known) -> Resolved | None:
    """The EDTF date of what the words say, or None where it cannot be had."""
    if isinstance(says, Stretch):
        return _stretch(says, known)
    if isinstance(says, Section):
        whole = resolve(says.whole, known)
        return section(whole, says.position) if whole else None
    return _calendar(says, known) if isinstance(says, Calendar) else _distant(says, known)


def _distant(says: Period | Season | Decade | Told, known: Known) -> Resolved | None:
    if isinstance(says, Period):
        return period(says, known)
    if isinstance(says, Season):
        return season(says, known)
    return told(says, known) if isinstance(says, Told) else decade(says)


def _calendar(says: Calendar, known: Known) -> Resolved | None:
    if says.conflict:
        return None
    if says.hijri:
        return hijri_date(says, known)
    if says.year is None and says.year_bearing:
        return _of_borne_year(says, known)
    if says.year is not None:
        return _dated(says, says.year, known)
    return yearless(says, known) if says.month is not None else _monthless(says, known)


def _monthless(says: Calendar, known: Known) -> Resolved | None:
    if says.day is not None:
        return month_of_day(says, known)
    if says.shift is not None:
        return shifted(says.shift, says.weekday, known)
    return weekday_date(says, known)


def _of_borne_year(says: Calendar, known: Known) -> Resolved | None:
    """5 March last year, 12 حزيران من العام نفسه, this day last year; of a year that was never named the year stays open."""
    if says.year_bearing == "same":
        if known.told is None:
            return of_no_year(says) if says.month is not None else None
        year = known.told.year
    elif known.reference is not None:
        year = known.reference.last.year + _STEPS[says.year_bearing]
    else:
        return of_no_year(says) if says.month is not None else None
    return _dated(says, year, known) if says.month is None else in_year(says, year, "year-relative")


def _dated(says: Calendar, year: int, known: Known) -> Resolved | None:
    if says.month is None and says.shift is not None:
        today = known.today
        told = None if today is None or says.approximate else today.day
        around = says._replace(shift=None, day=told, approximate=False)
        day = around._replace(month=today.month) if today else None
        return in_year(day, year, "year-relative") if day else Resolved(f"{year:04}", "stated")
    if says.month is None:
        return Resolved(f"{year:04}~" if says.approximate else f"{year:04}", "stated")
    if says.swapped:
        return _ordered(says, known)
    found = in_year(says, year, "stated")
    return found._replace(reason="misspelt") if found and says.misspelt else found


def _ordered(says: Calendar, known: Known) -> Resolved | None:
    """Day and month in figures, both up to twelve: which comes first?"""
    year, month, day = says.year or MINYEAR, says.month or 1, says.day or 1
    first, second = date(year, month, day), date(year, day, month)
    fitting = [reading for reading in (first, second) if reading.isoweekday() == says.weekday]
    if len(fitting) == 1:
        return Resolved(fitting[0].isoformat(), "order-weekday")
    if known.order:
        return Resolved((first if known.order == "day" else second).isoformat(), "order-document")
    if known.arabic:
        return Resolved(first.isoformat(), "order-arabic")
    if known.today in {first, second}:
        return Resolved(known.today.isoformat(), "order-published")
    return Resolved(f"[{min(first, second)},{max(first, second)}]", "order-open")


def _stretch(says: Stretch, known: Known) -> Resolved | None:
    start, end = says.start, says.end
    if start is None or end is None:
        return _open(says, known)
    if isinstance(start, Calendar) and isinstance(end, Calendar):
        if says.backwards and (start.day or 0) > (end.day or 0):
            start, end = start._replace(day=end.day), end._replace(day=start.day)
        return _both(start, end, known)
    first, last = resolve(start, known), resolve(end, known)
    if first is None and last is not None and _of_this_year(start):
        return _since_new_year(last)
    return _joined(first, last) if first and last else None


def _of_this_year(start: When) -> bool:
    """Whether a side is this year or its beginning."""
    whole = start.whole if isinstance(start, Section) else start
    return isinstance(whole, Period) and (whole.unit, whole.mode, whole.bearing) == (
        *("year", "whole"),
        "this",
    )


def _since_new_year(last: Resolved) -> Resolved | None:
    """From the beginning of the year of a day to that day, in a text whose year only that day may tell; open where it does not."""
    if interval(last.edtf) is None and not last.edtf.startswith(_YEARLESS):
        return None
    year = _edge(last.edtf, -1)[:4]
    return Resolved(f"{year if year.isdecimal() else '..'}/{_edge(last.edtf, -1)}", "range")


def _open(says: Stretch, known: Known) -> Resolved | None:
    side = says.start or says.end
    found = resolve(side, known) if side is not None else None
    if found is None or "[" in found.edtf:
        return None
    edtf = f"{_edge(found.edtf, 0)}/.." if says.end is None else f"../{_edge(found.edtf, -1)}"
    if ".." in found.edtf:
        return None
    plain = "since" if says.end is None else "until"
    return Resolved(edtf, plain if found.reason == "stated" else found.reason)


def _edge(edtf: str, side: int) -> str:
    return edtf.split("/")[side]


def _both(start: Calendar, end: Calendar, known: Known) -> Resolved | None:
    """A range by the calendar: what one side leaves out follows from the other."""
    begun = _begun_today(start, end, known)
    if begun is not None:
        return begun
    last = _range_end(start, end, known)
    if last is None:
        return None
    year = _edge(last.edtf, 0)[:4]
    yearless_start = start.month is not None and start.year is None and not start.bearing
    first: Resolved | None
    if yearless_start and year.isdecimal() and not start.year_bearing:
        earlier = (start.month or 1, start.day or 0) > (
            end.month or _YEAR_END[0],
            end.day or _YEAR_END[1],
        )
        first = in_year(start, int(year) - earlier, last.reason)
    elif start.weekday and start.month is None and start.shift is None:
        first = _weekday_before(start, last.edtf, known)
    else:
        first = _calendar(start, known)
    return _joined(first, last) if first else None


def _begun_today(start: Calendar, end: Calendar, known: Known) -> Resolved | None:
    """Two weekdays that follow each other, of which the first is the day of publication (ليل الأحد - الاثنين on a Sunday): from that day on."""
    today = known.today
    days = (start.weekday, end.weekday)
    if today is None or days != (today.isoweekday(), today.isoweekday() % _WEEK + 1):
        return None
    if not (_bare(start) and _bare(end)):
        return None
    return Resolved(f"{today}/{today + timedelta(days=1)}", "looks-back")


def _bare(says: Calendar) -> bool:
    """Whether words say a weekday and nothing else of when."""
    return says == Calendar(weekday=says.weekday)


def _range_end(start: Calendar, end: Calendar, known: Known) -> Resolved | None:
    open_year = end.year is None and end.month is not None and not end.bearing and end.shift is None
    if start.year is None or not open_year:
        return _calendar(end, known)
    later = (end.month or 1, end.day or 0) < (start.month or 0, start.day or 0)
    return in_year(end, start.year + later, "range")


def _weekday_before(start: Calendar, edtf: str, known: Known) -> Resolved | None:
    """The weekday that opens a range: the last one before its end."""
    end = interval(edtf)
    if end is None or known.reference is None:
        return _calendar(start, known)
    opening = start._replace(bearing="last", bound="weekday")
    return weekday_date(opening, known._replace(reference=one_day(end[0])))


def _joined(first: Resolved, last: Resolved) -> Resolved | None:
    if "[" in first.edtf + last.edtf or ".." in first.edtf + last.edtf:
        return None
    begin, end = _edge(first.edtf, 0), _edge(last.edtf, -1)
    left, right = interval(begin), interval(end)
    if left and right and left[0] > right[1]:
        return None
    reason = next((r for r in (last.reason, first.reason) if r not in ("stated", "range")), "range")
    return Resolved(begin if begin == end else f"{begin}/{end}", reason)
