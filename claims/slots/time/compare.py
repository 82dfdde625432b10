"""Two dates side by side: as stretches of days, by overlap.

EQUAL means the same days, said equally exactly. Times of day are told, not weighed: what one account calls dawn another calls
night. COMPATIBLE means that both can be true of one happening: one lies
within the other, they overlap, or an approximate side is near enough (``~`` gives three days at a day, a month at a
month or season, a year at a year). DIFFERENT means that they do not meet. What is not stated (a year, a month)
contradicts nothing. Symmetric: sides swapped, the level stays and the sentence is mirrored.
"""

from __future__ import annotations

import math
from datetime import date

from claims.model.comparison import Level
from claims.model.message import Message
from claims.model.values import DateValue
from claims.slots.time.caption import caption, wording
from claims.slots.time.edtf import Loose, interval, stretches

_CENTURY = 36525
_UNKNOWN_YEAR, _OPEN_SIDE, _APPROXIMATE = 0.5, 0.1, 0.9
_LONG = 3
_LEAP = 2000
_NOTHING_KNOWN = "XXXX-XX-XX"
_FIRST_STRONG, _POP = "\u2068", "\u2069"


def compare(left: DateValue, right: DateValue) -> tuple[Level, Message]:
    """The level of agreement of two dates and one sentence in each language that quotes both."""
    level, sentence = _judged(left, right)
    if level is Level.EQUAL and left.time != right.time:
        sentence = "equal-times" if left.time and right.time else "equal-one-time"
    return level, _message(sentence, left, right)


def _judged(left: DateValue, right: DateValue) -> tuple[Level, str]:
    if _NOTHING_KNOWN in (left.edtf, right.edtf):
        return _by_weekday(left, right)
    if left.edtf == right.edtf:
        return Level.EQUAL, "equal"
    ours, theirs = stretches(left.edtf), stretches(right.edtf)
    if not ours or not theirs:
        return _without_year(left.edtf, right.edtf)
    if len(ours) > 1 or len(theirs) > 1:
        return _either(ours, theirs)
    return _single(ours[0], theirs[0])


def _single(ours: Loose, theirs: Loose) -> tuple[Level, str]:
    if (ours.first, ours.last) == (theirs.first, theirs.last):
        exact = ours == theirs
        return (Level.EQUAL, "equal") if exact else (Level.COMPATIBLE, "same-days")
    if theirs.first <= ours.first and ours.last <= theirs.last:
        return Level.COMPATIBLE, "within"
    if ours.first <= theirs.first and theirs.last <= ours.last:
        return Level.COMPATIBLE, "contains"
    if ours.first <= theirs.last and theirs.first <= ours.last:
        return Level.COMPATIBLE, "overlap"
    if _near(ours, theirs):
        return Level.COMPATIBLE, "approximate"
    return Level.DIFFERENT, "different"


def _near(ours: Loose, theirs: Loose) -> bool:
    one, other = ours.widened(), theirs.widened()
    return one.first <= other.last and other.first <= one.last


def _either(ours: tuple[Loose, ...], theirs: tuple[Loose, ...]) -> tuple[Level, str]:
    if set(ours) == set(theirs):
        return Level.EQUAL, "equal"
    if any(_near(one, other) for one in ours for other in theirs):
        return Level.COMPATIBLE, "either"
    return Level.DIFFERENT, "different"


def _by_weekday(left: DateValue, right: DateValue) -> tuple[Level, str]:
    """A bare weekday against something else: only another weekday contradicts it."""
    if left.edtf == right.edtf and left.weekday == right.weekday:
        return Level.EQUAL, "equal"
    one, other = _weekday(left), _weekday(right)
    if one is not None and other is not None and one != other:
        return Level.DIFFERENT, "different"
    return Level.COMPATIBLE, "open-year"


def _weekday(value: DateValue) -> int | None:
    return value.weekday if value.edtf == _NOTHING_KNOWN else weekday_of(value)


def _without_year(left: str, right: str) -> tuple[Level, str]:
    """Dates without a year or month, tried in the years and months of the other one."""
    known = interval(left) or interval(right)
    first, last = known or (date(_LEAP, 1, 1), date(_LEAP, 12, 31))
    if last.year - first.year > _LONG:
        return Level.COMPATIBLE, "open-year"
    for year in range(first.year, last.year + 1):
        for one in _filled(left, year):
            for other in _filled(right, year):
                if _either(stretches(one), stretches(other))[0] is not Level.DIFFERENT:
                    return Level.COMPATIBLE, "open-year"
    return Level.DIFFERENT, "different"


def _filled(edtf: str, year: int) -> list[str]:
    dated = edtf.replace("XXXX", f"{year:04}")
    if "-XX" not in dated:
        return [dated]
    return [dated.replace("-XX-", f"-{month:02}-") for month in range(1, 13)]


def _message(sentence: str, left: DateValue, right: DateValue) -> Message:
    words = wording()["compare"][sentence]
    said = {
        language: words[language].format(
            left=_isolated(left.text),
            right=_isolated(right.text),
            left_date=_isolated(caption(left, language)),
            right_date=_isolated(caption(right, language)),
        )
        for language in ("ar", "en")
    }
    return Message(said["ar"], said["en"])


def _isolated(words: str) -> str:
    """Words that keep their own direction inside a sentence of the other script."""
    return f"{_FIRST_STRONG}{words}{_POP}"


def specificity(value: DateValue) -> float:
    """How much a date narrows time down: 1 for a day, falling with the logarithm of its days to 0 for a century.

    A month is 0.67, a year 0.44, a decade 0.22; without a year, half; an open side leaves a tenth; ``~`` takes
    a tenth away.
    """
    if value.edtf == _NOTHING_KNOWN:
        return _OPEN_SIDE
    edtf, factor = value.edtf, 1.0
    if "XXXX" in edtf:
        edtf, factor = _filled(edtf, _LEAP)[0], _UNKNOWN_YEAR
    found = stretches(edtf)
    if not found:
        return 0.0
    if any(part.first == date.min or part.last == date.max for part in found):
        return _OPEN_SIDE
    days = sum((part.last - part.first).days + 1 for part in found)
    factor *= _APPROXIMATE if "~" in edtf else 1.0
    return max(0.0, min(1.0, factor * (1 - math.log(days) / math.log(_CENTURY))))


def weekday_of(value: DateValue) -> int | None:
    """The ISO weekday of a date that is a single day (Monday 1 … Sunday 7), else None."""
    found = interval(value.edtf)
    if found is None or found[0] != found[1] or "~" in value.edtf:
        return None
    return found[0].isoweekday()
