"""A weekday named beside a date that falls on another weekday.

Silent where the calendar alone does not decide: Hijri days, which local sighting may shift by one; nights, which belong to
the day before or after; two weekdays for one night; *today* against a day of publication that is one day off; a guessed
month; a day without its year that news of long ago may tell of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date as day_of

from claims.checks.noticed import Noticed, about
from claims.checks.wording import message, says
from claims.model import DateValue, Document, Extraction, Finding, Message, Span
from claims.slots.time import caption, edtf_words, interval, weekday_of
from claims.slots.time.caption import wording
from claims.text.shadow import fold

_YEARLESS_DAY = re.compile(r"XXXX-\d\d-\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = 7
_NIGHTS = frozenset({"night", "midnight"})
_SHIFTING = frozenset({"hijri", "hijri-looks-back", "relative"})
"""Reasons of dates that may truly be one day off."""
_BACK = "looks-back"
_RECENT = 60
"""Days before publication within which a day without a year is surely the last one; as in `claims.slots.time.yearless`."""
_FRAME = 2
"""Fewest days with their year that show in which years a text plays."""
_AROUND = 16
"""Letters before a date in which a second weekday may stand."""
_LEAP = 2000


def wrong_weekdays(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each date whose weekday is another one."""
    frame = _frame(extraction)
    dates = {claim.date.span: claim.date for claim in extraction.claims if claim.date is not None}
    told = [date for date in dates.values() if not _doubtful(extraction.document, date)]
    found = {date: check_weekday(date, frame) for date in told}
    astray = _astray(found)
    for date, finding in found.items():
        if finding is not None and not (astray and date.reason == _BACK):
            concerned = about(extraction, date.span)
            yield Noticed(finding, frozenset(claim.id for claim in concerned))


def _astray(found: Mapping[DateValue, Finding | None]) -> bool:
    """Whether the day of publication is in doubt: several days counted back from it, and no weekday fits."""
    back = {date.edtf: finding for date, finding in found.items() if date.reason == _BACK}
    return len(back) > 1 and None not in back.values()


def check_weekday(date: DateValue, years: Iterable[int] = ()) -> Finding | None:
    """A finding when a named weekday and its date exclude each other; None when they agree or nothing can be said.

    Args:
        date: the date with the weekday named beside it.
        years: the years in which the text plays; a day without a year must fall on its weekday in one of them.
    """
    if date.weekday is None or date.reason == "misspelt":
        return None
    if _YEARLESS_DAY.fullmatch(date.edtf):
        return _in_no_year(date, date.weekday, sorted(set(years)))
    actual = weekday_of(date)
    if actual is None or actual == date.weekday:
        return None
    if _apart(actual, date.weekday) == 1 and (date.reason in _SHIFTING or _night(date)):
        return None
    plain = replace(date, time="", weekday=None)
    told = message(
        "weekday-other",
        said=_name(date.weekday),
        date=Message(caption(plain, "ar"), caption(plain, "en")),
        true=_name(actual),
    )
    return Finding("weekday", told, date.span)


def _in_no_year(date: DateValue, weekday: int, years: list[int]) -> Finding | None:
    month, day = int(date.edtf[5:7]), int(date.edtf[8:10])
    if (
        not years
        or _night(date)
        or any(_falls_on(year, month, day, weekday) for year in range(years[0], years[-1] + 1))
    ):
        return None
    bare = date.edtf.replace("XXXX", str(_LEAP))
    ar, en = (
        edtf_words(bare, language).replace(str(_LEAP), "").strip() for language in ("ar", "en")
    )
    span = f"{years[0]}–{years[-1]}" if years[0] != years[-1] else str(years[0])
    told = message("weekday-never", said=_name(weekday), date=Message(ar, en), years=span)
    return Finding("weekday", told, date.span)


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return day_of(year, month, day).isoweekday() == weekday
    except ValueError:
        return False


def _apart(one: int, other: int) -> int:
    """Days between two weekdays, the shorter way round."""
    gap = abs(one - other)
    return min(gap, _WEEK - gap)


def _night(date: DateValue) -> bool:
    return date.time in _NIGHTS or says("night", date.text)


def _name(weekday: int) -> Message:
    names = wording()["weekdays"]
    return Message(names["ar"][weekday - 1], names["en"][weekday - 1])


def _doubtful(document: Document, date: DateValue) -> bool:
    """Whether the text around leaves open which day or which weekday is meant."""
    if date.weekday is None or (not document.published and says("today", date.text)):
        return True
    if date.reason == _BACK and not _just_before(document, date):
        return True
    if date.reason == "relative" and not any(map(str.isdecimal, date.text)):
        return True
    actual = weekday_of(date)
    if actual is None or actual == date.weekday:
        return False
    return actual in _weekdays_around(document, date.span)


def _just_before(document: Document, date: DateValue) -> bool:
    published, days = interval(document.published), interval(date.edtf)
    if published is None or days is None:
        return False
    return 0 <= (published[1] - days[1]).days <= _RECENT


def _weekdays_around(document: Document, span: Span) -> set[int]:
    """The weekdays named in a date and right before it: *the night of Thursday to Friday 23 March*."""
    text = fold(document.text[max(0, span.start - _AROUND) : span.end])
    names = wording()["weekdays"]
    return {
        number
        for number, pair in enumerate(zip(names["ar"], names["en"], strict=True), start=1)
        if any(re.search(rf"\b{fold(name)}\b", text) for name in pair)
    }


def _frame(extraction: Extraction) -> range:
    """The years in which the text plays: those of its full days and one more on either side; empty when too few."""
    days = {
        claim.date.edtf
        for claim in extraction.claims
        if claim.date is not None and _DAY.fullmatch(claim.date.edtf)
    }
    if len(days) < _FRAME:
        return range(0)
    years = [int(day[:4]) for day in (*days, extraction.document.published) if day[:4].isdecimal()]
    return range(min(years) - 1, max(years) + 2)
