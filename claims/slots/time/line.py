"""A text as the grammar of dates sees it: words of time, numbers and marks; everything else is a gap.

One look-up per token; no pattern is searched. What stands between two words of time is never skipped: a gap ends
every date. Only the mark of a hashtag is overlooked.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.slots.time.lexicon import Reading, Word, lexicon
from claims.text.tokens import Tokens

_SILENT = Word()
_COMMA = Word(roles=frozenset({"comma"}))
_DIGITS = frozenset("0123456789")


class Item(NamedTuple):
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


GAP = Item(-1, -1, -1, _SILENT)
"""Stands for any number of tokens that say nothing about time."""


class Line(NamedTuple):
    """The items of one text, two gaps at the end.

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

    def before(self, item: Item) -> str:
        """The folded token before ``item``, "" at the start of the text."""
        return self.source.words[item.token - 1] if item.token > 0 else ""

    def after(self, item: Item) -> str:
        """The folded token after ``item``, whether the lexicon knows it or not; "" at the end."""
        index, words, starts = item.token, self.source.words, self.source.starts
        while index < len(words) and starts[index] < item.end:
            index += 1
        return words[index] if index < len(words) else ""


def line(source: Tokens) -> Line:
    """The items of a text, in one pass over its tokens."""
    words = source.words
    known = lexicon()
    items: list[Item] = []
    index = after = 0
    while index < len(words):
        token = words[index]
        readings = known.get(token)
        if readings is not None:
            found, size = _word(readings, source, index)
        elif token[0] in _DIGITS:
            found, size = _number(source, index), 1
        else:
            index += 1
            continue
        if found:
            if index != after and not (index == after + 1 and words[after] == "#"):
                items.append(GAP)
            items.extend(found)
            after = index + size
        index += size
    items.extend((GAP, GAP))
    return Line(items, source)


def _word(
    readings: tuple[Reading, ...], source: Tokens, index: int
) -> tuple[tuple[Item, ...], int]:
    words, starts = source.words, source.starts
    for reading in readings:
        size = 1 + len(reading.rest)
        if size == 1 or words[index + 1 : index + size] == reading.rest:
            start = starts[index] + len(reading.prefix)
            glued = index > 0 and starts[index] == source.ends[index - 1]
            end = source.ends[index + size - 1]
            item = Item(start, end, index, reading.word, "", reading.prefix, glued)
            return (item,), size
    return (), 1


def _number(source: Tokens, index: int) -> tuple[Item, ...]:
    token, start = source.words[index], source.starts[index]
    glued = index > 0 and start == source.ends[index - 1]
    if "," not in token:
        return (Item(start, source.ends[index], index, _SILENT, token, "", glued),)
    found: list[Item] = []
    for digits in token.split(","):
        end = start + len(digits)
        found.append(Item(start, end, index, _SILENT, digits, "", bool(found) or glued))
        found.append(Item(end, end + 1, index, _COMMA, "", "", True))
        start = end + 1
    return tuple(found[:-1])
