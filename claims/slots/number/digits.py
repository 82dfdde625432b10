"""Numbers written in digits: grouping against decimals.

A comma followed by exactly three digits groups unless a scale word follows (``1,250`` against ``7,5 مليون``);
otherwise it is a decimal comma. A point is a decimal point; followed by exactly three digits it may group as well,
which only what is counted can decide, so both readings are given. ٫ and ٬ arrive folded to ``.`` and ``,``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

_LONGEST = 13
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+(?:\.\d{1,2})?|(?:\.\d{3}){2,}(?:,\d{1,2})?)")
_SIMPLE = re.compile(r"(?:0|[1-9]\d*)(?:[.,]\d+)?")
_THREE = 3
_MEASURING = frozenset(
    {"than", "over", "least", "about", "around", "nearly", "almost", "approximately", "roughly"}
    | {"estimated", "exceeding", "exceeds", "exceeded", "نحو", "حوالي", "قرابه", "زهاء"}
)
"""Words right before a figure behind which no day stands."""


class Digits(NamedTuple):
    """What a run of digits may mean.

    Attributes:
        value: the number.
        grouped: the number if its point groups thousands; None where a point cannot.
    """

    value: Decimal
    grouped: Decimal | None = None


def read_digits(word: str, *, scaled: bool = False) -> Digits | None:
    """Read a token of digits with inner points and commas.

    Args:
        word: folded token, e.g. ``23,922``.
        scaled: whether a scale word (thousand, مليون) follows.

    Returns:
        None for what is no number: leading zeros, uneven groups, codes of more than thirteen digits.
    """
    if word.isdecimal():
        if len(word) > _LONGEST or (word[0] == "0" and len(word) > 1):
            return None
        return Digits(Decimal(word))
    if _SIMPLE.fullmatch(word):
        return _one_mark(word, scaled=scaled)
    if not scaled and _GROUPED.fullmatch(word):
        return Digits(_several_marks(word))
    return None


def _one_mark(word: str, *, scaled: bool) -> Digits:
    whole, mark, rest = word.partition("," if "," in word else ".")
    decimal = Decimal(f"{whole}.{rest}")
    groups = len(rest) == _THREE and len(whole) <= _THREE and whole != "0" and not scaled
    if not groups:
        return Digits(decimal)
    joined = Decimal(whole + rest)
    return Digits(joined) if mark == "," else Digits(decimal, joined)


def _several_marks(word: str) -> Decimal:
    group = next(letter for letter in word if letter in ",.")
    return Decimal(word.replace(group, "").replace(",", "."))


def spaced_end(words: Sequence[str], at: int) -> int:
    """The token behind the digits at a token and the thousands that only spaces part from them (more than *12 500* people).

    Only right behind a word of measure: elsewhere the first digits may be a day (on May 12 500 people fled).
    """
    end = at + 1
    if end == len(words) or not words[end].isdecimal() or not at or len(words[at]) > _THREE:
        return end
    if words[at - 1] not in _MEASURING or words[at][0] == "0":
        return end
    while end < len(words) and words[end].isdecimal() and len(words[end]) == _THREE:
        end += 1
    return end
