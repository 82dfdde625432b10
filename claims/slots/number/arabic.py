"""The grammar of Arabic numbers, words and digits mixed.

number   := group { "and" group }          each group smaller than the scale of the one before it
group    := (digits | below-1000) [scale] | scale | dual-scale | half scale
below-1000 := hundreds ["and" below-100] | below-100
below-100  := unit "and" tens | unit ten | tens | ten | unit

"and" (و) is written onto the next word or stands alone (``13 ألفا و221``). Figures in digits without a scale word
never add up (``3 و5`` are two numbers), and words add up only where the grammar lets them (``خمسة وستة`` are two).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claims.slots.number.digits import read_digits
from claims.slots.number.lexicon import NumberWord, Role, number_words

_WORDS = number_words()
_HUNDRED, _THOUSAND = 100, 1000
_SMALLEST_TEEN_UNIT = 3


class Run(NamedTuple):
    """A stretch of words read as a number: its value, one past its last word, its smallest scale (0: none)."""

    value: Decimal
    end: int
    scale: int = 0
    grouped: Decimal | None = None


def read_arabic(words: Sequence[str], at: int) -> Run | None:
    """The longest Arabic number that starts with token ``at``; None when none does."""
    run = _group(words, at)
    if run is None:
        return None
    total, end, limit, grouped = _with_bare_digits(words, run)
    while (start := after_and(words, end)) is not None:
        fraction = _trailing_half(words, start, limit)
        if fraction is not None:
            share = fraction.value * (limit or 1)
            return Run(total + share, fraction.end, limit, None)
        more = _group(words, start) if limit else None
        if more is None or more.value >= limit or more.grouped is not None:
            break
        total, end, limit = total + more.value, more.end, more.scale
    return Run(total, end, run.scale, grouped)


def _with_bare_digits(words: Sequence[str], run: Run) -> Run:
    """``3 آلاف 688``: three digits right behind the thousands of a figure, as Turkish agencies write."""
    digits = words[run.end] if run.end < len(words) else ""
    if run.scale != _THOUSAND or len(digits) != len(str(_THOUSAND)) - 1 or not digits.isdecimal():
        return run
    return Run(run.value + Decimal(digits), run.end + 1)


def after_and(words: Sequence[str], at: int) -> int | None:
    """The token that "and" joins to what ends before ``at``: ``at`` itself, or the one behind a lone و."""
    if at >= len(words):
        return None
    if words[at] == "و":
        return at + 1 if at + 1 < len(words) else None
    reading = _WORDS.get(words[at])
    joined = reading is not None and (reading.joined or _and_one(words, at))
    return at if joined else None


def _and_one(words: Sequence[str], at: int) -> bool:
    """Whether ``واحد`` is وأحد, as before عشر or tens: folding makes both one."""
    if words[at] != "واحد":
        return False
    return _role(words, at + 1, Role.TEN) is not None or _tens_behind(words, at) is not None


def _trailing_half(words: Sequence[str], at: int, limit: int) -> Run | None:
    """``ونصف`` or ``ونصف المليون`` after a scale; after a small number ``ونصف`` alone."""
    half = _WORDS.get(words[at])
    if half is None or half.role is not Role.HALF or half.definite:
        return None
    end = at + 1
    scale = _role(words, end, Role.SCALE)
    if scale is not None and (limit == 0 or scale.value != limit):
        return None
    return Run(Decimal(str(half.value)), end + (scale is not None))


def _group(words: Sequence[str], at: int) -> Run | None:
    if words[at][0].isdecimal():
        return _digit_group(words, at)
    word = _WORDS.get(words[at])
    if word is None or not word.arabic or not word.alone:
        return None
    if word.role is Role.SCALE:
        return _scaled(words, Decimal(1), at, at)
    if word.role is Role.DUAL_SCALE:
        return _times_larger(words, Run(Decimal(2) * int(word.value), at + 1, int(word.value)))
    if word.role is Role.HALF:
        scale = _role(words, at + 1, Role.SCALE)
        share = Decimal(str(word.value))
        return None if scale is None else Run(share * int(scale.value), at + 2)
    small = _below_thousand(words, at)
    return small and _scaled(words, small.value, small.end, at)


def _digit_group(words: Sequence[str], at: int) -> Run | None:
    scale = _role(words, at + 1, Role.SCALE)
    scaled = scale is not None and not scale.prefix and not scale.definite
    digits = read_digits(words[at], scaled=scaled)
    if digits is None:
        return None
    if not scaled:
        return Run(digits.value, at + 1, 0, digits.grouped)
    return _scaled(words, digits.value, at + 1, at)


def _scaled(words: Sequence[str], value: Decimal, at: int, first: int) -> Run:
    """``value`` times the scale word at ``at``, if one stands there with nothing written onto it."""
    scale = _role(words, at, Role.SCALE)
    if scale is None or (at != first and (scale.prefix or scale.definite)):
        return Run(value, at)
    factor = int(scale.value)
    return _times_larger(words, Run(value * factor, at + 1, factor))


def _times_larger(words: Sequence[str], run: Run) -> Run:
    """A thousand million: a larger scale right behind a smaller one multiplies."""
    scale = _role(words, run.end, Role.SCALE)
    if scale is None or scale.prefix or scale.definite or scale.value <= run.scale:
        return run
    factor = int(scale.value)
    return Run(run.value * factor, run.end + 1, factor)


def _below_thousand(words: Sequence[str], at: int) -> Run | None:
    word = _WORDS[words[at]]
    hundred = _hundreds(words, at, word)
    if hundred is None:
        return _below_hundred(words, at)
    start = after_and(words, hundred.end)
    tail = None if start is None else _below_hundred(words, start)
    return hundred if tail is None else Run(hundred.value + tail.value, tail.end)


def _hundreds(words: Sequence[str], at: int, word: NumberWord) -> Run | None:
    if word.role is Role.HUNDREDS:
        return Run(Decimal(word.value), at + 1)
    if word.role is not Role.UNIT or word.value < _SMALLEST_TEEN_UNIT:
        return None
    hundred = _role(words, at + 1, Role.HUNDREDS)
    if hundred is None or hundred.value != _HUNDRED or hundred.prefix or hundred.definite:
        return None
    return Run(Decimal(word.value) * _HUNDRED, at + 2)


def _below_hundred(words: Sequence[str], at: int) -> Run | None:
    if words[at].isdecimal():
        return Run(Decimal(words[at]), at + 1) if int(words[at]) < _HUNDRED else None
    word = _WORDS.get(words[at])
    if word is None or not word.arabic:
        return None
    if word.role in (Role.TENS, Role.TEN, Role.TEEN):
        return Run(Decimal(word.value), at + 1)
    if word.role in (Role.UNIT, Role.TEEN_HEAD):
        return _unit(words, at, word)
    return None


def _unit(words: Sequence[str], at: int, word: NumberWord) -> Run | None:
    ten = _role(words, at + 1, Role.TEN)
    head = word.role is Role.TEEN_HEAD
    if ten is not None and not ten.prefix and not ten.definite:
        if head or word.value >= _SMALLEST_TEEN_UNIT or words[at] == "واحد":
            return Run(Decimal(word.value) + 10, at + 2)
        return None
    start = _tens_behind(words, at)
    tens = None if start is None else _WORDS[words[start]]
    if start is not None and tens is not None and tens.definite == word.definite and word.value:
        return Run(Decimal(word.value) + Decimal(tens.value), start + 1)
    return None if head else Run(Decimal(word.value), at + 1)


def _tens_behind(words: Sequence[str], at: int) -> int | None:
    """The tens that "and" joins to the unit at ``at``: وعشرون."""
    start = after_and(words, at + 1)
    return start if start is not None and _role(words, start, Role.TENS) is not None else None


def _role(words: Sequence[str], at: int, role: Role) -> NumberWord | None:
    word = _WORDS.get(words[at]) if at < len(words) else None
    return word if word is not None and word.arabic and word.role is role else None
