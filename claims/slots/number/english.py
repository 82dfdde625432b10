"""The grammar of English numbers, words and digits mixed.

number := group { ["and"] group }      each group smaller than the scale of the one before it
group  := (digits | hundreds | small) ["and a half"] [scale] | "a" scale | half ["of"] "a" scale
small  := tens ["-"] unit | teen | tens | unit
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.slots.number.arabic import Run
from claims.slots.number.digits import read_digits
from claims.slots.number.lexicon import NumberWord, Role, number_words

_WORDS = number_words()
_HUNDRED = 100
_THOUSAND = 1000
_ARTICLES = ("a", "an")
_SMALL = (Role.UNIT, Role.TEEN, Role.TENS)


def read_english(words: Sequence[str], at: int) -> Run | None:
    """The longest English number that starts with token ``at``; None when none does."""
    run = _group(words, at)
    if run is None:
        return None
    total, end, limit = run.value, run.end, run.scale
    while limit >= _THOUSAND:
        start = end + 1 if _is(words, end, "and") else end
        more = _group(words, start) if start < len(words) else None
        if more is None or more.value >= limit or (start == end and words[end].isdecimal()):
            break
        total, end, limit = total + more.value, more.end, more.scale
    return Run(total, end, run.scale, run.grouped if end == run.end else None)


def _group(words: Sequence[str], at: int) -> Run | None:
    if words[at] in _ARTICLES:
        return _of_scale(words, Decimal(1), at, at + 1)
    word = _WORDS.get(words[at])
    if word is not None and word.role is Role.HALF:
        start = at + 2 if _is(words, at + 1, "of") else at + 1
        if start < len(words) and words[start] in _ARTICLES:
            return _of_scale(words, Decimal(str(word.value)), at, start + 1)
        return None
    if words[at][0].isdecimal():
        scale = _role(words, at + 1, Role.SCALE)
        digits = read_digits(words[at], scaled=scale is not None)
        if digits is None:
            return None
        small = Run(digits.value, at + 1, 0, digits.grouped)
    else:
        read = _hundreds(words, at)
        if read is None:
            return None
        small = read
    return _scaled(words, _with_half(words, small))


def _of_scale(words: Sequence[str], value: Decimal, first: int, at: int) -> Run | None:
    scale = _role(words, at, Role.SCALE)
    if scale is None:
        return None
    factor = int(scale.value)
    run = Run(value * factor, at + 1, factor)
    if factor == _HUNDRED and value == 1:
        return _scaled(words, _tail(words, Run(run.value, run.end)))
    return _scaled(words, run) if first < at else run


def _with_half(words: Sequence[str], run: Run) -> Run:
    """``two and a half``."""
    half = _role(words, run.end + 2, Role.HALF)
    if half is None or words[run.end] != "and" or words[run.end + 1] not in _ARTICLES:
        return run
    return Run(run.value + Decimal(str(half.value)), run.end + 3)


def _scaled(words: Sequence[str], run: Run) -> Run:
    scale = _role(words, run.end, Role.SCALE)
    if scale is None or scale.value <= run.scale:
        return run
    factor = int(scale.value)
    return _scaled(words, Run(run.value * factor, run.end + 1, factor))


def _hundreds(words: Sequence[str], at: int) -> Run | None:
    small = _small(words, at)
    if small is None:
        return None
    hundred = _role(words, small.end, Role.SCALE)
    if hundred is None or hundred.value != _HUNDRED:
        return small
    return _tail(words, Run(small.value * _HUNDRED, small.end + 1))


def _tail(words: Sequence[str], hundreds: Run) -> Run:
    """What follows "hundred": ``[and] fifty-two``; keeps the scale of a plain hundred."""
    start = hundreds.end + 1 if _is(words, hundreds.end, "and") else hundreds.end
    tail = _small(words, start) if start < len(words) else None
    if tail is None:
        return hundreds
    return Run(hundreds.value + tail.value, tail.end)


def _small(words: Sequence[str], at: int) -> Run | None:
    word = _WORDS.get(words[at])
    if word is None or word.arabic or word.role not in _SMALL:
        return None
    if word.role is Role.TENS:
        start = at + 2 if _is(words, at + 1, "-") else at + 1
        unit = _role(words, start, Role.UNIT)
        if unit is not None and unit.value:
            return Run(Decimal(word.value) + Decimal(unit.value), start + 1)
    return Run(Decimal(word.value), at + 1)


def _is(words: Sequence[str], at: int, word: str) -> bool:
    return at < len(words) and words[at] == word


def _role(words: Sequence[str], at: int, role: Role) -> NumberWord | None:
    word = _WORDS.get(words[at]) if at < len(words) else None
    return word if word is not None and not word.arabic and word.role is role else None
