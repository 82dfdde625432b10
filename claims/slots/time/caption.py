"""A date in words for people, in Arabic and in English."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from claims.model.values import DateValue
from claims.slots.tables import data
from claims.slots.time.edtf import OPEN

_FIRST_SEASON = 21
_YEAR, _MONTH, _DAY = 1, 2, 3


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """The content of ``claims/slots/data/time_wording.toml``."""
    return data("time_wording")


def caption(value: DateValue, language: str) -> str:
    """The date in words (``17 March 2018, dawn``); ``language`` is ``ar``, else English."""
    language = "ar" if language == "ar" else "en"
    if value.edtf == "XXXX-XX-XX" and value.weekday is not None:
        said = wording()["weekdays"][language][value.weekday - 1]
    else:
        said = edtf_words(value.edtf, language)
    return (
        _said("timed", language, date=said, time=_time(value.time, language))
        if value.time
        else str(said)
    )


def edtf_words(edtf: str, language: str) -> str:
    """An EDTF date in words."""
    if edtf.startswith("["):
        one, _, other = edtf[1:-1].partition(",")
        return _said(
            "either", language, one=edtf_words(one, language), other=edtf_words(other, language)
        )
    start, slash, end = edtf.partition("/")
    if not slash:
        return _simple(edtf, language)
    if start in OPEN:
        return _said("until", language, date=_simple(end, language))
    if end in OPEN:
        return _said("since", language, date=_simple(start, language))
    return _said(
        "between", language, start=_shortened(start, end, language), end=_simple(end, language)
    )


def _shortened(start: str, end: str, language: str) -> str:
    """The start of a range without the month and year that its end repeats."""
    day = "YYYY-MM-DD"
    if len(start) == len(end) == len(day) and start[:7] == end[:7]:
        return str(int(start[8:]))
    return _simple(start, language)


def _simple(edtf: str, language: str) -> str:
    if edtf.endswith("~"):
        return _said("about", language, date=_simple(edtf[:-1], language))
    parts = edtf.split("-")
    year = parts[0]
    if year == "XXXX":
        return _yearless(parts, language)
    if "X" in year:
        kind = "decade" if year.count("X") == 1 else "century"
        return _said(kind, language, first=year.replace("X", "0"), last=year.replace("X", "9"))
    if len(parts) == _YEAR:
        return str(int(year))
    return _dated(parts, language, str(int(year)))


def _dated(parts: list[str], language: str, year: str) -> str:
    number = int(parts[1])
    if number >= _FIRST_SEASON:
        name = wording()["seasons"][language][number - _FIRST_SEASON]
        return _said("season", language, season=name, year=year).strip()
    name = wording()["months"][language][number - 1]
    if len(parts) == _MONTH:
        return _said("month", language, month=name, year=year).strip()
    return _said("day", language, day=str(int(parts[2])), month=name, year=year).strip()


def _yearless(parts: list[str], language: str) -> str:
    if parts[1] != "XX":
        return _said("no-year", language, date=_dated(parts, language, ""))
    if len(parts) == _DAY and parts[2] != "XX":
        return _said("no-month", language, day=str(int(parts[2])))
    return _said("no-day", language)


def _time(time: str, language: str) -> str:
    part = wording()["parts"].get(time)
    return str(part[language]) if part else time.removeprefix("T")


def _said(name: str, language: str, **fields: str) -> str:
    return str(wording()["captions"][name][language].format(**fields))
