"""EDTF dates in the reader's words. Digits stay Latin in both languages, as in most of what is read here."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from babel.dates import format_date, format_datetime

from claims.model import TakenIn
from workbench.shown.passage import visible
from workbench.wording import Words, isolate, mark

_POINT: Final = re.compile(r"(\d{4}|X{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASONS: Final = {
    21: mark("spring {year}"),
    22: mark("summer {year}"),
    23: mark("autumn {year}"),
    24: mark("winter {year}"),
}
_MONTHS: Final = {"en": ("en",), "ar": ("ar_SY", "ar")}
"""Whose names a month bears: in Arabic both, of the Levant and of Egypt and the Gulf, as in the claims (آذار/مارس)."""
_LEAP_YEAR: Final = 2000
"""Stands in for a year that is not known, so that 29 February can be shown."""


@lru_cache(maxsize=4096)
def caption(edtf: str, words: Words) -> str:
    """The date in words; the EDTF itself where it is of a form not spoken here."""
    if "/" in edtf or edtf.startswith("["):
        return _two(edtf, words)
    bare = edtf.rstrip("~?%")
    match = _POINT.fullmatch(bare)
    if match is None:
        return edtf
    try:
        spoken = _point(match, words)
    except ValueError:
        return edtf
    return words("about {date}", date=spoken) if bare != edtf else spoken


def _two(edtf: str, words: Words) -> str:
    """A stretch from one to the other, also one without an end, or either of both."""
    if edtf.startswith("["):
        one, _, other = edtf[1:-1].partition(",")
        return words("{one} or {other}", one=caption(one, words), other=caption(other, words))
    first, _, last = edtf.partition("/")
    if not last.strip("."):
        return words("since {date}", date=caption(first, words))
    if not first.strip("."):
        return words("until {date}", date=caption(last, words))
    return words("{first} to {last}", first=caption(first, words), last=caption(last, words))


def moment(stamp: str, words: Words) -> str:
    """A moment of the record, ISO 8601 in UTC, in words and said to be UTC."""
    at = datetime.fromisoformat(stamp)
    clock = format_datetime(at, "HH:mm", locale=words.language)
    return words("{day}, {clock} UTC", day=_day(at.date(), "d MMM y", words), clock=clock)


def said_at(stamp: str, how: TakenIn | None, words: Words) -> str:
    """When something was said; and that it came from a file, where nobody said it here."""
    return came(moment(stamp, words), how, words)


def came(when: str, how: TakenIn | None, words: Words) -> str:
    """A time at which something was said, and that it came from a file, where nobody said it here."""
    if how is None:
        return when
    return words("{when}, taken in by {who} from a file", when=when, who=isolate(visible(how.by)))


def _day(day: date, pattern: str, words: Words) -> str:
    """A day by a CLDR pattern, its month by every name it is known under."""
    month = re.search("M+", pattern)
    names = [
        format_date(day, month[0], locale=locale) for locale in _MONTHS[words.language] if month
    ]
    spoken = format_date(day, re.sub("M+", "'%'", pattern), locale=words.language)
    return spoken.replace("%", "/".join(names))


def _point(match: re.Match[str], words: Words) -> str:
    year, month, day = match.groups()
    known = not year.startswith("X")
    if month is None:
        return year
    if int(month) in _SEASONS:
        return words(_SEASONS[int(month)], year=year)
    day_of = date(int(year) if known else _LEAP_YEAR, int(month), int(day or 1))
    pattern = " ".join(part for part in ("d" if day else "", "MMMM", "y" if known else "") if part)
    spoken = _day(day_of, pattern, words)
    return spoken if known else words("{date}, year not known", date=spoken)
