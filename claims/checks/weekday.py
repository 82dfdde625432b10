"""A weekday named beside a date that falls on another weekday."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date as day_of

from claims.model import DateValue, Finding, Message
from claims.slots.time import caption, weekday_of

_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEARLESS = "XXXX-"
_YEARLESS_DAY = re.compile(r"XXXX-\d\d-\d\d")


def check_weekday(date: DateValue, years: Iterable[int] = ()) -> Finding | None:
    """A finding when a named weekday and its date exclude each other; None when they agree or nothing can be said.

    Args:
        date: the date with the weekday named beside it.
        years: the years that the document speaks of; a day without a year must fall on its weekday in one of them.
    """
    if date.weekday is None:
        return None
    if date.edtf.startswith(_YEARLESS):
        return _in_no_year(date, date.weekday, sorted(set(years)))
    actual = weekday_of(date)
    if actual is None or actual == date.weekday:
        return None
    said, true = date.weekday - 1, actual - 1
    plain = replace(date, time="", weekday=None)
    return Finding(
        "weekday",
        Message(
            f"يقول النص «{_AR[said]}»، أما {caption(plain, 'ar')} فكان يوم {_AR[true]}.",
            f"The text says {_EN[said]}, but {caption(plain, 'en')} was a {_EN[true]}.",
        ),
        date.span,
    )


def _in_no_year(date: DateValue, weekday: int, years: list[int]) -> Finding | None:
    if not years or not _YEARLESS_DAY.fullmatch(date.edtf):
        return None
    month, day = int(date.edtf[5:7]), int(date.edtf[8:10])
    spoken_of = range(years[0], years[-1] + 1)
    if any(_falls_on(year, month, day, weekday) for year in spoken_of):
        return None
    said = weekday - 1
    bare = replace(date, edtf=date.edtf.replace("XXXX", str(years[0])), time="", weekday=None)
    ar, en = (
        caption(bare, language).replace(str(years[0]), "").strip() for language in ("ar", "en")
    )
    span = f"{years[0]}–{years[-1]}" if years[0] != years[-1] else str(years[0])
    return Finding(
        "weekday",
        Message(
            f"يقول النص «{_AR[said]} {ar}» ولا يقع هذا اليوم يوم {_AR[said]} في أي من السنوات التي يذكرها النص ({span}).",
            f"The text says {_EN[said]} for {en}, which is a {_EN[said]} in none of the years it speaks of ({span}).",
        ),
        date.span,
    )


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return day_of(year, month, day).isoweekday() == weekday
    except ValueError:
        return False
