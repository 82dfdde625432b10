"""Cardinal numbers in running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from claims.model.quick import quick
from claims.slots.number.arabic import Run, read_arabic
from claims.slots.number.digits import spaced_end
from claims.slots.number.english import read_english
from claims.slots.number.lexicon import Role, number_words
from claims.text.tokens import Tokens, tokens

_WORDS = number_words()
_DIGITS = frozenset("0123456789")
_AFTER_DIGITS = frozenset({*_WORDS, "و", "and"})
_BY_THEMSELVES = frozenset(
    word
    for word, read in _WORDS.items()
    if read.arabic
    and read.alone
    and read.role in (Role.UNIT, Role.TEN, Role.TEEN, Role.TENS, Role.HUNDREDS)
)
"""Arabic words that are a number where nothing of a number follows: خمسة, عشرون, مئة."""
_LONGEST = 13
_ARTICLES = ("a", "an")


class Form(Enum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Number:
    """A cardinal number in a text.

    Attributes:
        value: what it is worth; whole numbers are `int`.
        first: its first token.
        end: one past its last token.
        form: digits, words or both.
        prefix: conjunction or preposition written onto the first word ("و" in ``وعشرون``), else "".
        definite: whether the Arabic article is written onto it (``الثلاثة``).
        scale: its largest scale word (1000 in ``13 ألفا و221``), 0 when it has none.
        grouped: the value if the point in its digits groups thousands (``1.250``), None where it cannot.
    """

    value: int | float
    first: int
    end: int
    form: Form
    prefix: str = ""
    definite: bool = False
    scale: int = 0
    grouped: int | None = None


_made = quick(Number)


def find_numbers(text: str | Tokens) -> tuple[Number, ...]:
    """All cardinal numbers of ``text`` in their order; dates, codes and page chrome are not told apart here."""
    cut = tokens(text)
    words = cut.words
    known = _WORDS
    digits = _DIGITS
    starts = [at for at, word in enumerate(words) if word[0] in digits or word in known]
    return tuple(numbers_at(words, starts))


def numbers_at(words: Sequence[str], starts: Sequence[int]) -> list[Number]:
    """The numbers that begin at some of the tokens ``starts`` (ascending), none overlapping another."""
    found: list[Number] = []
    end = 0
    for at in starts:
        if at < end:
            continue
        number = read_number(words, at)
        if number is not None and number.first >= end:
            found.append(number)
            end = number.end
    return found


def read_number(words: Sequence[str], at: int) -> Number | None:
    """The number whose first word is token ``at`` (for "a hundred" its article stands before ``at``)."""
    first = at
    if words[at][0] in _DIGITS:
        end = spaced_end(words, at)
        if end > at + 1:
            return _made(int("".join(words[at:end])), at, end, Form.DIGITS)
        if words[at].isdecimal() and (at + 1 == len(words) or words[at + 1] not in _AFTER_DIGITS):
            return _plain(words[at], at)
        latin = at + 1 < len(words) and "a" <= words[at + 1][0] <= "z"
        run = read_english(words, at) if latin else read_arabic(words, at)
        return run and _number(words, at, run)
    word = _WORDS[words[at]]
    if words[at] in _BY_THEMSELVES and not _goes_on(words, at + 1):
        return _made(int(word.value), at, at + 1, Form.WORDS, word.prefix, word.definite)
    if word.arabic:
        run = read_arabic(words, at)
    else:
        first = at - 1 if word.role is Role.SCALE and at and words[at - 1] in _ARTICLES else at
        run = read_english(words, first)
    return run and _number(words, first, run)


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether token ``at`` can belong to a number that begins before it."""
    return at < len(words) and (words[at] in _AFTER_DIGITS or words[at][:1] in _DIGITS)


def _plain(word: str, at: int) -> Number | None:
    """Digits that nothing continues: the common case, without the grammar."""
    if len(word) > _LONGEST or (word[0] == "0" and len(word) > 1):
        return None
    return _made(int(word), at, at + 1, Form.DIGITS)


def _number(words: Sequence[str], first: int, run: Run) -> Number:
    word = _WORDS.get(words[first])
    return _made(
        whole(run.value),
        first,
        run.end,
        _form(words, first, run.end),
        prefix=word.prefix if word else "",
        definite=word.definite if word else False,
        scale=run.scale,
        grouped=None if run.grouped is None else int(run.grouped),
    )


def _form(words: Sequence[str], first: int, end: int) -> Form:
    written = [words[at][0] in _DIGITS for at in range(first, end)]
    if all(written):
        return Form.DIGITS
    return Form.MIXED if any(written) else Form.WORDS


def whole(value: Decimal) -> int | float:
    """``value`` as an `int` where it is whole, else as the nearest `float`."""
    return int(value) if value == value.to_integral_value() else float(value)
