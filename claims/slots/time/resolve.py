"""What the words say, turned into EDTF with the help of what is known around them.

News looks back: without better evidence a day and month is the most recent one before publication. Better evidence
are, in this order: a year in the words; the same day stated with its year elsewhere in the text; words that look
forward; a date with its year in the same sentence that this one follows. A weekday beside a date decides only
between readings that are otherwise open; it never overrules the calendar. Nothing known: the year stays ``XXXX``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from claims.slots.time.day import month_of_day, shifted, weekday_date
from claims.slots.time.edtf import interval, valid
from claims.slots.time.hijri import hijri_date
from claims.slots.time.known import Known, Resolved
from claims.slots.time.periods import decade, period, season, section, told
from claims.slots.time.spec import Calendar, Decade, Period, Season, Section, Stretch, Told, When

_NEAR_FUTURE = 60
"""Days ahead in which a weekday that fits only the coming date shows that it is meant."""


def resolve(says: When | Stretch, known: Known) -> Resolved | None:
    """The EDTF date of what the words say, or None where it cannot be had."""
    if isinstance(says, Stretch):
        return _stretch(says, known)
    if isinstance(says, Calendar):
        return _calendar(says, known)
    if isinstance(says, Section):
        whole = resolve(says.whole, known)
        return section(whole, says.position) if whole else None
    return _distant(says, known)


def _distant(says: Period | Season | Decade | Told, known: Known) -> Resolved | None:
    match says:
        case Period():
            return period(says, known)
        case Season():
            return season(says, known)
        case Told():
            return told(says, known)
        case Decade():
            return decade(says)


def _calendar(says: Calendar, known: Known) -> Resolved | None:
    if says.conflict:
        return None
    if says.hijri:
        return hijri_date(says, known)
    if says.year is None and says.year_bearing:
        year = _borne_year(says.year_bearing, known)
        if year is None:
            return None
        found = _dated(replace(says, year=year), known)
        return found._replace(reason="year-relative") if found else None
    if says.year is not None:
        return _dated(says, known)
    if says.month is not None:
        return _yearless(says, known)
    if says.day is not None:
        return month_of_day(says, known)
    if says.shift is not None:
        return shifted(says.shift, says.weekday, known)
    return weekday_date(says, known)


def _borne_year(bearing: str, known: Known) -> int | None:
    if bearing == "same":
        return known.told.year if known.told else None
    step = {"last": -1, "before-last": -2, "this": 0, "next": 1}[bearing]
    return known.reference.last.year + step if known.reference else None


def _dated(says: Calendar, known: Known) -> Resolved | None:
    year, month, day = says.year, says.month, says.day
    mark = "~" if says.approximate else ""
    reason = "misspelt" if says.misspelt else "stated"
    if year is None or month is None:
        return Resolved(f"{year:04}{mark}", reason)
    if day is None:
        return Resolved(f"{year:04}-{month:02}{mark}", reason)
    if says.swapped:
        return _ordered(says, known)
    if not valid(year, month, day):
        return None
    return Resolved(f"{year:04}-{month:02}-{day:02}{mark}", reason)


def _ordered(says: Calendar, known: Known) -> Resolved | None:
    """Day and month in figures, both up to twelve: which comes first?"""
    year, month, day = says.year or MINYEAR, says.month or 1, says.day or 1
    first, second = date(year, month, day), date(year, day, month)
    if says.weekday and first.isoweekday() != second.isoweekday():
        for reading in (first, second):
            if reading.isoweekday() == says.weekday:
                return Resolved(reading.isoformat(), "order-weekday")
    if known.order:
        return Resolved((first if known.order == "day" else second).isoformat(), "order-document")
    if known.arabic:
        return Resolved(first.isoformat(), "order-arabic")
    return Resolved(f"[{min(first, second)},{max(first, second)}]", "order-open")


def _yearless(says: Calendar, known: Known) -> Resolved | None:
    month, day = says.month or 1, says.day
    if day is not None and not valid(2000, month, day):
        return None
    if says.shift is not None and known.reference:
        return _built(_nearest(month, day, known.reference.last), says, "relative")
    if says.bearing and says.bound == "month":
        return _borne_month(says, known)
    if day is not None and (month, day) in known.years:
        return _built(known.years[month, day], says, "same-day-stated")
    near = _near_year(says, known)
    if near is not None:
        return _built(near, says, "same-sentence")
    if known.reference is not None:
        return _looking(says, known, known.reference.last)
    year = _stated_year(says, known)
    if year is not None:
        return _built(year, says, "last-stated")
    return Resolved(_template(month, day), "no-year")


def _template(month: int, day: int | None) -> str:
    return f"XXXX-{month:02}" if day is None else f"XXXX-{month:02}-{day:02}"


def _built(year: int, says: Calendar, reason: str) -> Resolved | None:
    found = _dated(replace(says, year=year, swapped=False), Known())
    if found is None:
        return None
    return found._replace(reason="misspelt" if says.misspelt and reason == "looks-back" else reason)


def _first_of(year: int, month: int, day: int | None) -> date | None:
    if not MINYEAR <= year <= MAXYEAR or not valid(year, month, day or 1):
        return None
    return date(year, month, day or 1)


def _nearest(month: int, day: int | None, today: date) -> int:
    years = [y for y in (today.year - 1, today.year, today.year + 1) if _first_of(y, month, day)]
    return min(years, key=lambda y: abs((_first_of(y, month, day) or today) - today)) if years else today.year


def _before(month: int, day: int | None, today: date) -> int:
    """The year of the most recent such date on or before ``today`` (29 February: of a leap year)."""
    year = today.year
    for year in range(today.year, max(today.year - 9, MINYEAR), -1):
        found = _first_of(year, month, day)
        if found is not None and found <= today:
            break
    return year


def _after(month: int, day: int | None, today: date) -> int:
    year = today.year
    for year in range(today.year, min(today.year + 9, MAXYEAR)):
        found = _first_of(year, month, day)
        if found is not None and (found >= today or (day is None and found.month == today.month)):
            break
    return year


def _looking(says: Calendar, known: Known, today: date) -> Resolved | None:
    month, day = says.month or 1, says.day
    past, coming = _before(month, day, today), _after(month, day, today)
    if known.forward:
        return _built(coming, says, "looks-forward")
    if says.weekday and day is not None:
        back, ahead = _first_of(past, month, day), _first_of(coming, month, day)
        fits_ahead = ahead is not None and ahead.isoweekday() == says.weekday
        if back and ahead and fits_ahead and back.isoweekday() != says.weekday:
            if (ahead - today).days <= _NEAR_FUTURE:
                return _built(coming, says, "weekday-fits")
    return _built(past, says, "looks-back")


def _borne_month(says: Calendar, known: Known) -> Resolved | None:
    """آذار الماضي, next May, نيسان الجاري, آذار نفسه."""
    month = says.month or 1
    if says.bearing == "same":
        return _built(known.told.year, says, "same-as-told") if known.told else None
    if known.reference is None:
        return Resolved(_template(month, says.day), "no-year")
    today = known.reference.last
    if says.bearing == "this":
        return _built(_nearest(month, says.day, today), says, "this-month")
    if says.bearing == "next":
        return _built(today.year + (month <= today.month), says, "looks-forward")
    year = today.year - (month >= today.month) - (says.bearing == "before-last")
    return _built(year, says, "last-month")


def _near_year(says: Calendar, known: Known) -> int | None:
    """The year of a date stated in the same sentence that this one follows in time."""
    if known.near is None or known.forward:
        return None
    found = _first_of(known.near.year, says.month or 1, says.day)
    if found is None or (found.month, found.day if says.day else 1) < (known.near.month, known.near.day if says.day else 1):
        return None
    if says.weekday and says.day and found.isoweekday() != says.weekday:
        return None
    if known.reference is not None and found > known.reference.last:
        return None
    return known.near.year


def _stated_year(says: Calendar, known: Known) -> int | None:
    if known.stated is None:
        return None
    return _near_year(says, replace(known, near=known.stated, reference=None))


def _stretch(says: Stretch, known: Known) -> Resolved | None:
    start, end = says.start, says.end
    if start is None or end is None:
        return _open(says, known)
    if isinstance(start, Calendar) and isinstance(end, Calendar):
        if says.backwards and (start.day or 0) > (end.day or 0):
            start, end = replace(start, day=end.day), replace(end, day=start.day)
        return _both(start, end, known)
    first, last = resolve(start, known), resolve(end, known)
    return _joined(first, last) if first and last else None


def _open(says: Stretch, known: Known) -> Resolved | None:
    side = says.start or says.end
    found = resolve(side, known) if side is not None else None
    if found is None or "[" in found.edtf:
        return None
    edtf = f"{_edge(found.edtf, 0)}/.." if says.end is None else f"../{_edge(found.edtf, -1)}"
    plain = "since" if says.end is None else "until"
    return Resolved(edtf, plain if found.reason == "stated" else found.reason)


def _edge(edtf: str, side: int) -> str:
    return edtf.split("/")[side]


def _both(start: Calendar, end: Calendar, known: Known) -> Resolved | None:
    """A range by the calendar: what one side leaves out follows from the other."""
    last = _calendar(end, known)
    if start.year is not None and end.year is None and end.month is not None and not end.bearing:
        later = (end.month, end.day or 0) < (start.month or 0, start.day or 0)
        last = _built(start.year + later, end, "stated")
    if last is None:
        return None
    year = _year_of(last.edtf)
    first = None
    if start.month is not None and start.year is None and year is not None and not start.bearing:
        earlier = (start.month, start.day or 0) > (end.month or 12, end.day or 31)
        first = _built(year - earlier, start, last.reason)
    elif start.weekday and start.month is None and start.shift is None and interval(last.edtf):
        first = _weekday_before(start, last.edtf, known)
    if first is None:
        first = _calendar(start, known)
    return _joined(first, last) if first else None


def _weekday_before(start: Calendar, edtf: str, known: Known) -> Resolved | None:
    day = interval(edtf)
    if day is None or known.reference is None:
        return None
    return weekday_date(replace(start, bearing="last", bound="weekday"), replace(known, reference=day_of(day[0])))


def day_of(day: date) -> Days:
    """The stretch of one day."""
    return Days(day, day)


def _year_of(edtf: str) -> int | None:
    head = _edge(edtf, 0)[:4]
    return int(head) if head.isdecimal() else None


def _joined(first: Resolved, last: Resolved) -> Resolved | None:
    if "[" in first.edtf + last.edtf:
        return None
    begin, end = _edge(first.edtf, 0), _edge(last.edtf, -1)
    left, right = interval(begin), interval(end)
    if left and right and left[0] > right[1]:
        return None
    reason = next((r for r in (last.reason, first.reason) if r not in ("stated", "range")), "range")
    return Resolved(begin if begin == end else f"{begin}/{end}", reason)
