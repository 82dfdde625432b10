"""A date that somebody writes into a field: as EDTF, or in words."""

from __future__ import annotations

import re
from typing import Final

from claims.slots.time.edtf import valid
from claims.slots.time.find import find_dates

_STATED: Final = frozenset({"stated", "hijri"})


_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_MONTHS: Final = 12


def spelt_date(text: str) -> str:
    """The EDTF of a text that is one date with its year stated («21 ديسمبر 2025», "3 April 2018", ٢٠١٧/١١/١٣, 13/11/2017).

    Returns:
        "" for anything else: several dates, a date that leans on another day, figures whose order may be either.
    """
    words = text.strip()
    if not any(map(str.isalpha, words)):
        return _in_figures(words)
    found = find_dates(words)
    if len(found) != 1 or found[0].text != words or found[0].reason not in _STATED:
        return ""
    edtf = found[0].edtf
    return edtf if edtf.replace("-", "").isdecimal() else ""


def _in_figures(words: str) -> str:
    """Figures that can be read in one order only: year first, or the year last and one of the others too large for a month."""
    first = _YEAR_FIRST.fullmatch(words)
    if first:
        return _iso(first[1], first[3], first[4])
    last = _YEAR_LAST.fullmatch(words)
    if last is None:
        return ""
    one, other = sorted((int(last[1]), int(last[3])))
    return _iso(last[4], one, other) if other > _MONTHS >= one or one == other else ""


def _iso(year: str, month: str | int, day: str | int | None) -> str:
    """Year, month and day with ASCII digits; the day may be missing. "" for a day that no calendar holds."""
    numbers = int(year), int(month), int(day or 1)
    if not numbers[0] or not valid(*numbers):
        return ""
    return f"{numbers[0]:04}-{numbers[1]:02}" + ("" if day is None else f"-{numbers[2]:02}")
