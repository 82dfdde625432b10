"""A date that somebody writes into a field: as EDTF, or in words."""

from __future__ import annotations

from typing import Final

from claims.slots.time.find import find_dates

_STATED: Final = frozenset({"stated", "hijri"})


def spelt_date(text: str) -> str:
    """The EDTF of a text that is one date with its month named and its year stated («21 ديسمبر 2025», "3 April 2018").

    Returns:
        "" for anything else: several dates, a date that leans on another day, figures alone, whose order may be either.
    """
    words = text.strip()
    if not any(map(str.isalpha, words)):
        return ""
    found = find_dates(words)
    if len(found) != 1 or found[0].text != words or found[0].reason not in _STATED:
        return ""
    edtf = found[0].edtf
    return edtf if edtf.replace("-", "").isdecimal() else ""
