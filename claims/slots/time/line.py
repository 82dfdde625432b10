"""A text as the grammar of dates sees it: words of time, numbers and marks; everything else is a gap.

One look-up per token; no pattern is searched. What stands between two words of time is never skipped: a gap ends
every date. Only the mark of a hashtag is overlooked.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.quick import quick
from claims.slots.time.lexicon import (
    Reading,
    Word,
    behind_numbers,
    carriers,
    guards,
    led,
    lexicon,
    touching,
)
from claims.slots.triggers import Kind
from claims.text.tokens import Tokens

_SILENT = Word()
_COMMA = Word(roles=frozenset({"comma"}))
_DIGITS = frozenset("0123456789")
_GLUED = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
)  # fmt: skip
"""Months that page chrome glues to the word before them; longer names first where one ends in another."""
_ZONED = frozenset(f"{zone}{name}" for zone in "zcd" for name in _GLUED if len(name) == len("jan"))
"""Months with the letter of a time zone (Zulu, Charlie, Delta) glued to them: 221430ZMAR16."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word of time, a number or a mark.

    Attributes:
        start: offset of its first character in the *shadow*, a conjunction written onto it left out.
        end: one past its last character in the shadow.
        token: index of its first token.
        word: what it says; the silent word for numbers and gaps.
        digits: the number as written (``23``, ``25.3.2018``), "" for words.
        prefix: conjunction or preposition written onto it.
        glued: whether nothing stands between it and the token before.
    """

    start: int
    end: int
    token: int
    word: Word
    digits: str = ""
    prefix: str = ""
    glued: bool = False

    def has(self, role: str) -> bool:
        """Whether it plays ``role``."""
        return role in self.word.roles

    def any_of(self, roles: frozenset[str]) -> bool:
        """Whether it plays one of ``roles``."""
        return not self.word.roles.isdisjoint(roles)


_item = quick(Item)
GAP = Item(-1, -1, -1, _SILENT)
"""Stands for any number of tokens that say nothing about time."""


_OVERLOOKED = ("#",)
_GENITIVE = "'s"
_YEAR_DIGITS, _DOTS = 4, 2
_POST_DATE = 4
_BOUND = ("more", "than")
"""Tokens from the point before the date of a post to its year: ``· Dec 25,``."""
PADDING = 8
"""Gaps at the end of a line: as far as the grammar ever looks ahead of what it has read."""


@dataclass(frozen=True, slots=True)
class Line:
    """The items of one text, `PADDING` gaps at the end.

    Attributes:
        items: words of time, numbers, marks and gaps, in order.
        source: the tokens they were made from.
    """

    items: list[Item]
    source: Tokens

    def raw(self, item: Item) -> str:
        """The letters of ``item`` as they stand in the raw text."""
        return self.source.shadow.quote(item.start, item.end)

    def capital(self, item: Item) -> bool:
        """Whether ``item`` is written with a capital letter first."""
        return self.raw(item)[:1].isupper()

    def arabic(self, index: int) -> bool:
        """Whether item ``index`` is a word (or a mark, or figures) outside of the Latin script."""
        token = self.items[index].token
        return token >= 0 and not self.source.words[token].isascii()

    def before(self, item: Item) -> str:
        """The folded token before ``item``, "" at the start of the text."""
        return self.source.words[item.token - 1] if item.token > 0 else ""

    def after(self, item: Item) -> str:
        """The folded token after ``item``, whether the lexicon knows it or not; "" at the end."""
        index = self._behind(item)
        return self.source.words[index] if index < len(self.source.words) else ""

    def counts(self, item: Item) -> bool:
        """Whether a number counts what stands behind it (May 10 *people*), which *more than* leads away from (2015 *more than*)."""
        words, index = self.source.words, self._behind(item)
        if index >= len(words) or words[index] not in guards()["counted-after"]:
            return False
        return words[index : index + 2] != _BOUND

    def _behind(self, item: Item) -> int:
        index, words, starts = item.token, self.source.words, self.source.starts
        while index < len(words) and starts[index] < item.end:
            index += 1
        return index


def _carries(word: str) -> bool | None:
    """True for a word that can carry a date by itself, False for figures and words that may be one."""
    if word in carriers() or word in _ZONED:
        return True
    if word in led():
        return False
    return False if word[0] in _DIGITS else None


_CORES = Kind(_carries)


def line(source: Tokens) -> Line:
    """The items of a text: only around the words that can carry a date is anything looked up."""
    words = source.words
    items: list[Item] = []
    after = 0
    for core, named in _CORES.starts(source):
        if core < after or not (named or _dates(words, core)):
            continue
        start = _reach(words, core, after)
        if items:
            items.append(GAP)
        after = _run(source, start, core, items)
    items.extend((GAP,) * PADDING)
    return Line(items, source)


def _dates(words: tuple[str, ...], index: int) -> bool:
    """Whether figures may be a year or a date: 2018, 25.3.2018, 6,2018, 25 before - or / and figures, or the 23rd."""
    word = words[index]
    leads = led().get(word)
    if leads is not None:
        return index > 0 and words[index - 1] in leads
    if len(word) == _YEAR_DIGITS or "," in word or word.count(".") == _DOTS:
        return True
    following = words[index + 1 : index + 3]
    if len(following) > 1 and following[0] in "/-":
        return following[1][0] in _DIGITS
    return bool(following) and following[0] in behind_numbers()


def _reach(words: tuple[str, ...], core: int, after: int) -> int:
    """How far to the left of ``core`` words of time, numbers and marks stand together.

    One unknown word is passed over where it ends in the name of a month or may be a misspelt month before a year.
    """
    touched = touching()
    index = core
    while index > after and (words[index - 1] in touched or words[index - 1][0] in _DIGITS):
        index -= 1
    if index <= after:
        return index
    if words[index][0] in _DIGITS and words[index - 1].endswith(_GLUED):
        return index - 1
    beyond = index - 2
    bare_year = index == core and len(words[core]) == _YEAR_DIGITS and beyond >= after
    if bare_year and (words[beyond] in touched or words[beyond][0] in _DIGITS):
        return _reach(words, beyond, after)
    return index


def _run(source: Tokens, index: int, core: int, items: list[Item]) -> int:
    """Looks up the words from ``index`` to the first unknown one behind ``core``; the index of that one."""
    words, known = source.words, lexicon()
    parted = False
    while index < len(words):
        token = words[index]
        readings = known.get(token)
        found: tuple[Item, ...] = ()
        size = 1
        if readings is not None:
            found, size = _word(readings, source, index)
        elif token[0] in _DIGITS:
            found = _number(source, index)
        elif token.endswith(_GLUED):
            found = _glued(source, index)
        if found:
            if parted and items and items[-1].token >= 0:
                items.append(GAP)
            items.extend(found)
            parted = False
        elif token not in _OVERLOOKED:
            if index > core:
                break
            parted = True
        index += size
    return index


def _word(
    readings: tuple[Reading, ...], source: Tokens, index: int
) -> tuple[tuple[Item, ...], int]:
    words, ends = source.words, source.ends
    for reading in readings:
        rest, last = reading.rest, index
        if rest:
            last += len(rest)
            if words[index + 1 : last + 1] != rest:
                continue
        end = ends[last]
        if words[last][-2:] == _GENITIVE:
            end -= len(_GENITIVE)
        start, prefix = source.starts[index], reading.prefix
        glued = index > 0 and start == ends[index - 1]
        item = _item(start + len(prefix), end, index, reading.word, "", prefix, glued)
        return (item,), last - index + 1
    return (), 1


def _glued(source: Tokens, index: int) -> tuple[Item, ...]:
    """An English month with a capital letter at the end of an unknown word: ``NewsDecember 4, 2024``."""
    words = source.words
    token = words[index]
    name = next(name for name in _GLUED if token.endswith(name))
    start, end = source.starts[index] + len(token) - len(name), source.ends[index]
    day = "".join(words[index + 1 : index + 2])
    if not source.shadow.quote(start, start + 1).isupper() or not day[:1].isdecimal():
        return ()
    reading = lexicon()[name][-1]
    return (_item(start, end, index, reading.word, "", "", glued=True),)


def _before_views(words: tuple[str, ...], index: int) -> bool:
    """Whether the page glued a count of views to the year of a post: ``8:25 AM · Dec 25, 2025102Views``."""
    token = words[index]
    if len(token) <= _YEAR_DIGITS or token[:2] != "20" or not token[:_YEAR_DIGITS].isdecimal():
        return False
    before = words[max(0, index - _POST_DATE) : index]
    return "·" in before and "\n" not in before and not carriers().isdisjoint(before)


def _number(source: Tokens, index: int) -> tuple[Item, ...]:
    token, start = source.words[index], source.starts[index]
    glued = index > 0 and start == source.ends[index - 1]
    if _before_views(source.words, index):
        year = token[:_YEAR_DIGITS]
        return (_item(start, start + _YEAR_DIGITS, index, _SILENT, year, "", glued),)
    if "," not in token:
        return (_item(start, source.ends[index], index, _SILENT, token, "", glued),)
    found: list[Item] = []
    for digits in token.split(","):
        end = start + len(digits)
        found.append(_item(start, end, index, _SILENT, digits, "", bool(found) or glued))
        found.append(_item(end, end + 1, index, _COMMA, "", "", True))
        start = end + 1
    return tuple(found[:-1])
