"""Names of months in running text: doubled, abbreviated, misspelt."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from claims.slots.time.lexicon import ALWAYS, BESIDE, Word, lexicon
from claims.slots.time.line import Line
from claims.slots.time.numerals import needs, whole, year

_LAST_MONTH = 12
_SHORTEST_GUESS = 4
_LONG_NAME = 7
_BETWEEN = ("slash", "dash", "open")


class Month(NamedTuple):
    """A month named in the text.

    Attributes:
        number: 1–12.
        hijri: whether it is a month of the Hijri calendar.
        need: how much must stand beside it (see `claims.slots.time.lexicon`).
        naming: family of the name, "" for numbers and guesses.
        conflict: whether two names stand there that do not agree (تشرين الأول/نوفمبر).
        misspelt: whether it was guessed from a name one or two letters away.
    """

    number: int
    hijri: bool
    need: int
    naming: str
    conflict: bool = False
    misspelt: bool = False


def month(line: Line, index: int) -> tuple[Month, int] | None:
    """A month's name, with its second name where one stands beside it, and the index behind."""
    item = line.items[index]
    word = item.word
    if word.hijri:
        return Month(word.hijri, hijri=True, need=word.need, naming="hijri"), index + 1
    if not word.month:
        return None
    found = Month(word.month, hijri=False, need=needs(line, item), naming=word.naming)
    end = index + 1
    if (
        line.items[end].has("dot")
        and line.items[end].glued
        and word.naming == "english"
        and word.need == BESIDE
    ):
        end += 1
    return _doubled(line, found, end)


def _doubled(line: Line, found: Month, index: int) -> tuple[Month, int]:
    items = line.items
    mark = next((name for name in _BETWEEN if name in items[index].word.roles), "")
    other = items[index + 1 if mark else index]
    end = index + (2 if mark else 1)
    if not other.word.month or other.prefix or other.word.naming == found.naming:
        return found, index
    if other.word.month != found.number:
        return (found._replace(conflict=True), end) if mark == "slash" else (found, index)
    if mark == "open" and items[end].has("close"):
        end += 1
    return found._replace(need=ALWAYS), end


def numbered_month(line: Line, index: int) -> tuple[Month, int] | None:
    """The number of a month behind the word for month: شهر 8."""
    value = whole(line.items[index])
    if value is None or not 1 <= value <= _LAST_MONTH:
        return None
    return Month(value, hijri=False, need=ALWAYS, naming=""), index + 1


def misspelt_month(line: Line, index: int) -> tuple[Month, int] | None:
    """An unknown word before a year that is one letter away from the name of one month, two in long names."""
    items = line.items
    gap, behind = items[index], items[index + 1]
    if gap.token != -1 or index == 0 or behind.token < 1 or year(line, index + 1) is None:
        return None
    words = line.source.words
    before = items[index - 1]
    if behind.token - before.token != 2:  # noqa: PLR2004 - exactly one unknown token stands between
        return None
    number = _nearest(words[behind.token - 1])
    return (
        (Month(number, hijri=False, need=ALWAYS, naming="", misspelt=True), index + 1)
        if number
        else None
    )


@lru_cache(maxsize=4096)
def _nearest(word: str) -> int:
    if len(word) < _SHORTEST_GUESS:
        return 0
    near: dict[int, set[int]] = {}
    for name, number in _names():
        allowed = 2 if len(name) >= _LONG_NAME else 1
        distance = OSA.distance(word, name, score_cutoff=allowed)
        if distance <= allowed:
            near.setdefault(distance, set()).add(number)
    best = near[min(near)] if near else set()
    return best.pop() if len(best) == 1 else 0


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, int], ...]:
    found = []
    for first, readings in lexicon().items():
        for reading in readings:
            word: Word = reading.word
            if (
                word.month
                and not reading.prefix
                and not reading.rest
                and len(first) >= _SHORTEST_GUESS
            ):
                found.append((first, word.month))
    return tuple(found)
