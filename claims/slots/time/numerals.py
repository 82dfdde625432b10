"""Numbers inside dates: days of the month, counts of units, years."""

from __future__ import annotations

from claims.slots.time.lexicon import BESIDE, CUE
from claims.slots.time.line import Item, Line

_LAST_DAY = 31
_TWO_DIGITS = 2
_YEAR_DIGITS = 4
_THIS_CENTURY, _LAST_CENTURY, _TURN = 2000, 1900, 50
"""Two-digit years below `_TURN` are of the 2000s, the others of the 1900s."""
_TEN = 10
_TWENTY = 20
_HUNDRED = 100
_CLOSING = frozenset({"", "\n", ".", ",", ";", ":", ")", "]"})
_ARTICLES = frozenset({"a", "an", "the"})
_LARGEST_COUNT = 999
GREGORIAN = range(1800, 2200)
"""Years taken for Gregorian ones."""
HIJRI = range(1300, 1501)
"""Years taken for Hijri ones where a Hijri month or era stands beside them."""
PLAIN_YEARS = range(1900, 2100)
"""Years taken for such with no more than a preposition before them."""


def whole(item: Item) -> int | None:
    """The value of plain digits, None for words, decimals and gaps."""
    return int(item.digits) if item.digits.isdecimal() else None


def day_of_month(line: Line, index: int) -> tuple[int, int] | None:
    """A day, 1 to 31, in digits or as an ordinal (الـ 27، السادس عشر، the 23rd), and the index behind it."""
    items = line.items
    item = items[index]
    if "article" in item.word.roles:
        index += 1
        item = items[index]
    if not (item.digits or item.word.ordinal or item.word.cardinal):
        return None
    value = whole(item)
    if value is not None:
        if not 1 <= value <= _LAST_DAY or len(item.digits) > _TWO_DIGITS:
            return None
        suffix = items[index + 1]
        return value, index + (2 if suffix.has("nth") and suffix.glued else 1)
    return _ordinal(line, index)


def _ordinal(line: Line, index: int) -> tuple[int, int] | None:
    items = line.items
    word = items[index].word
    following = items[index + 1]
    if word.cardinal in (_TWENTY, _TWENTY + _TEN) and following.has("dash"):
        unit = items[index + 2].word.ordinal
        return (word.cardinal + unit, index + 3) if 0 < unit < _TEN else None
    if word.cardinal in (_TWENTY, _TWENTY + _TEN) and 0 < following.word.ordinal < _TEN:
        return (word.cardinal + following.word.ordinal, index + 2) if not word.ordinal else None
    if not word.ordinal:
        return None
    if word.ordinal < _TEN and following.has("teen") and not following.prefix:
        return word.ordinal + _TEN, index + 2
    if word.ordinal < _TEN and following.prefix == "و" and following.word.ordinal >= _TWENTY:
        return word.ordinal + following.word.ordinal, index + 2
    return word.ordinal, index + 1


def count(line: Line, index: int) -> tuple[int, int] | None:
    """A number of units, 1 to 999, in digits or words (ثلاثة، خمسة عشر، واحد وعشرين، twenty-four)."""
    items = line.items
    if items[index].has("article"):
        index += 1
    item = items[index]
    value = whole(item)
    if value is not None:
        return (value, index + 1) if 1 <= value <= _LARGEST_COUNT else None
    value = item.word.cardinal
    if not value:
        return None
    following = items[index + 1]
    if value >= _TWENTY:
        step = 2 if following.has("dash") else 1
        unit = items[index + step].word.cardinal
        if 0 < unit < _TEN and items[index + step].prefix == "" and item.prefix in ("", "و"):
            return value + unit, index + step + 1
        return value, index + 1
    if value < _TEN and following.prefix == "و" and _TWENTY <= following.word.cardinal < _HUNDRED:
        return value + following.word.cardinal, index + 2
    return value, index + 1


def year(line: Line, index: int) -> tuple[int, bool, int] | None:
    """Four digits that can be a year, whether the words call it Hijri, and the index behind it and its era."""
    items = line.items
    if items[index].has("apostrophe"):
        return _short_year(line, index + 1)
    value = whole(items[index])
    if value is None or len(items[index].digits) != _YEAR_DIGITS:
        return None
    era = items[index + 1]
    if era.has("apostrophe") and value in HIJRI:
        era = items[index + 2]
    if era.has("hijri-era") and value in HIJRI:
        return value, True, index + 2
    if value not in GREGORIAN and value not in HIJRI:
        return None
    return value, False, index + (2 if era.has("common-era") and not era.prefix else 1)


def year_in_words(line: Line, index: int) -> tuple[int, int] | None:
    """ألفين، ألفين وستة عشر: a year of this century in words, and the index behind it; nothing where it goes on."""
    items = line.items
    century = items[index].word.thousand
    if not century or items[index].prefix:
        return None
    rest = count(line, index + 1) if items[index + 1].prefix == "و" else None
    if rest is None:
        return (century, index + 1) if items[index + 1].prefix != "و" else None
    return (century + rest[0], rest[1]) if rest[0] < _HUNDRED else None


def _short_year(line: Line, index: int) -> tuple[int, bool, int] | None:
    """'17, behind an English month."""
    item = line.items[index]
    value = whole(item)
    if value is None or len(item.digits) != _TWO_DIGITS or not item.glued:
        return None
    return of_short(value), False, index + 1


def two_figures(line: Line, index: int) -> tuple[int, int] | None:
    """The year of 03APR17 and 3 Apr 17: two figures glued to the month, or with nothing behind them to count.

    Behind a month in capitals, as logs write it, an article does not count either: "On 01 APR 22 a convoy".
    """
    item = line.items[index]
    if len(item.digits) != _TWO_DIGITS or not item.digits.isdecimal():
        return None
    closing = _CLOSING | _ARTICLES if line.raw(line.items[index - 1]).isupper() else _CLOSING
    closed = line.after(item) in closing and not line.items[index + 2].digits
    return (of_short(int(item.digits)), index + 1) if item.glued or closed else None


def of_short(year: int) -> int:
    """The year that two figures stand for: 0 to 49 are of the 2000s, 50 to 99 of the 1900s."""
    return year + (_THIS_CENTURY if year < _TURN else _LAST_CENTURY)


def needs(line: Line, item: Item) -> int:
    """How much must stand beside a month's name for it to count as one here, given how it is written."""
    word = item.word
    if word.spelt and line.raw(item).startswith(word.spelt):
        return CUE
    if word.naming == "english" and word.need and not line.capital(item):
        return BESIDE + 1
    return word.need
