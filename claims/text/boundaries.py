"""Where sentences end inside one line.

A full stop ends a sentence unless it stands in a number, a name of a site, an abbreviation, initials, a word written
with points to hide it, or brackets. An ellipsis ends one only when what follows begins like a new one. List signs in
the middle of a line begin one. Each decision looks at a bounded stretch, so a line of any length takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.text.phrases import abbreviations, marks
from claims.text.shadow import fold

_STOP = re.compile(r"[.!?؟۔…‽]+(?:[\"»”’')\]\u200e\u200f]{1,4}(?=\W|$))?[.,،!?؟…]*")
_BRACKETS = re.compile(r"\([^()]{0,160}\)|\[[^\[\]]{0,160}\]")
_FIRST = re.compile(r"[1\u0661\u06f1]\s?[-–)ـ]")
_NUMBERED = re.compile(r"(?<![\w.,/:-])(\d{1,2})\s?[-–)ـ]\s?(?=[^\W\d])")
_LATIN_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_ARABIC_ACRONYM = re.compile(r"(?:[\u0621-\u064a]{1,2}\.)+[\u0621-\u064a]{1,2}$")
_ADDRESS = re.compile(r"[/@]|www\.|\w\.\w")
_LETTERS = re.compile(r"[^\W\d_]+")
_TATWEEL = "ـ"
_WORD_END = re.compile("[ةىًٌٍ]")
_HEADLINE = re.compile("ة([\u0621-\u0652]{3,})")
"""What is written onto a ta marbuta, which no word goes on behind."""
_SHORTEST_VERB = 3
_REACH = 40
"""Characters looked at on either side of a full stop."""
_GOING_ON = set(")]}»”,،;؛:-–—/|")
_LEAST_PIECE = 3
"""Letters on both sides of a full stop without a space for it to end a sentence."""
_LEAST_ELLIPSIS_WORDS = 3
_ITEM_DIGITS = 2
_LONG_ENOUGH = 5


class Inline(NamedTuple):
    """What kinds of list signs may stand in the middle of a text's lines.

    Attributes:
        bullets: the signs that occur at all.
        numbers: whether a first numbered item does.
    """

    bullets: tuple[str, ...]
    numbers: bool


def inline_signs(text: str) -> Inline:
    """Look once at a whole text, so that most lines need no look of their own."""
    return Inline(
        tuple(sign for sign in marks().bullets if sign in text), _FIRST.search(text) is not None
    )


def ends(line: str, signs: Inline, skip: int = 0) -> list[int]:
    """Offsets in ``line`` at which one sentence ends and the next begins, in order.

    Args:
        line: one line, or several that belong together.
        signs: of the text it is from.
        skip: length of the list sign it begins with; no sentence ends within.
    """
    if len(line) - skip < _LONG_ENOUGH:
        return []
    brackets = _Brackets(line) if "(" in line or "[" in line else None
    found = [
        stop
        for start, stop in _stops(line, skip)
        if stop < len(line)
        and _ends_here(line, start, stop)
        and not (brackets and brackets.hold(start))
    ]
    items = [
        *_headlines(line, skip),
        *_bulleted(line, skip, signs.bullets),
        *(_enumerated(line, skip) if signs.numbers else ()),
    ]
    return sorted({*found, *items}) if items else found


class _Brackets:
    """Short stretches in brackets, asked for in ascending order."""

    def __init__(self, line: str) -> None:
        self._spans = (match.span() for match in _BRACKETS.finditer(line))
        self._start, self._end = next(self._spans, (len(line), len(line)))
        self._length = len(line)

    def hold(self, position: int) -> bool:
        """Whether ``position`` lies inside; it never goes back."""
        while self._end <= position:
            self._start, self._end = next(self._spans, (self._length, self._length + 1))
        return self._start < position < self._end - 1


def _stops(line: str, skip: int) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _STOP.finditer(line, skip))


def _headlines(line: str, skip: int) -> Iterator[int]:
    """Places of verbs that open news and are written onto the ta marbuta of a headline (على النبطيةاستهدفت طائرة)."""
    for match in _HEADLINE.finditer(line, skip):
        verb = fold(match.group(1))
        if verb in marks().opens and len(verb) >= _SHORTEST_VERB:
            yield match.start(1)


def _bulleted(line: str, skip: int, bullets: tuple[str, ...]) -> Iterator[int]:
    """Places of bullets in the middle of a line; of several in a row the first."""
    for sign in bullets:
        position = line.find(sign, skip + 1)
        while position >= 0:
            if line[position - 1] not in bullets:
                yield position
            position = line.find(sign, position + 1)


def _enumerated(line: str, skip: int) -> list[int]:
    """Places of the numbers of a list 1, 2, … in the middle of a line."""
    places: list[int] = []
    for match in _NUMBERED.finditer(line):
        if int(match.group(1)) == len(places) + 1 and not _says_again(line, match.start()):
            places.append(match.start())
    return [position for position in places if position > skip] if len(places) > 1 else []


def _says_again(line: str, start: int) -> bool:
    """Whether a number in brackets stands right behind an English word, which it says again (*killed one (1) man*): no number of a list."""
    if line[start - 1 : start] != "(":
        return False
    before = line[: start - 1].rstrip()[-1:]
    return before.isascii() and before.isalpha()


def _ends_here(line: str, start: int, stop: int) -> bool:
    if not line[stop].isspace():
        return _glued(line, start, stop)
    mark = line[start:stop]
    following = line[stop : stop + _REACH].lstrip()
    before = line[max(0, start - _REACH) : start]
    word = before.rpartition(" ")[2].lstrip("\"«“‘'([#")
    if _held_on(before, following) or _goes_on(mark, word, following):
        return False
    if "…" in mark or ".." in mark:
        return _ellipsis_ends(before, following)
    return mark[0] != "." or not _abbreviated(before, word, following)


def _held_on(before: str, following: str) -> bool:
    """Whether a mark that joins or closes follows, or the word around the full stop was drawn apart."""
    joins = following[:1] in _GOING_ON and not _is_item(following)
    return joins or before[-1:] == _TATWEEL == following[:1]


def _is_item(following: str) -> bool:
    return following[0] in marks().dashes and following[1:2].isspace()


def _goes_on(mark: str, word: str, following: str) -> bool:
    first = following.partition(" ")[0]
    if following[:1].islower() and following[:1].isascii():
        return not word or word[-1].isascii() or mark[-1] in "\"”’'"
    return mark[0] in "!?؟" and mark[-1] in '"»”' and first in abbreviations().after_quotation


def _abbreviated(before: str, word: str, following: str) -> bool:
    known = abbreviations()
    low = word.lower()
    if not word or low in known.before_name:
        return bool(word)
    if low in known.before_number:
        return following[:1].isdigit()
    if _LATIN_ACRONYM.search(word) or low in known.undecided:
        return following.partition(" ")[0].strip(",'’").lower() not in known.openers
    if _ARABIC_ACRONYM.search(word):
        return True
    if len(word) == 1 and word.isalpha():
        return not before[: -1 - len(word)].rstrip()[-1:].isdigit() or word.isascii()
    return word.isdigit() and len(word) <= _ITEM_DIGITS and len(before.strip()) == len(word)


def _ellipsis_ends(before: str, following: str) -> bool:
    """An ellipsis parts sentences when some words stand before it and a new beginning after it."""
    first = following.partition(" ")[0]
    if len(before.split()) < _LEAST_ELLIPSIS_WORDS:
        return False
    if first[:1].isascii():
        return first[:1].isupper()
    return (
        first.startswith(("و", "كما", "هذا", "وقد", "يذكر", "يشار"))
        and first not in abbreviations().never_first
    )


def _glued(line: str, start: int, stop: int) -> bool:
    """A full stop with no space behind: a missing space, or part of a word, number or address."""
    before = line[max(0, start - _REACH) : start].rpartition(" ")[2]
    after = line[stop : stop + _REACH].partition(" ")[0]
    mark = line[start:stop]
    if not after[0].isalpha() or ".." in mark or "…" in mark:
        return (
            after[0] in '#«“"('
            and bool(before)
            and mark in {".", "؟", "!"}
            and not before[-1].isdigit()
        )
    if mark[0] != ".":
        return not (before[-1:].isascii() and after[0].isascii())
    if not before:
        return start > 0
    if after[0].isascii():
        return _latin_glued(before, after)
    if before[-1].isascii() or before[-1].isdigit():
        return not (before[-1].isalpha() and _ADDRESS.search(before))
    return _arabic_glued(before, after)


def _latin_glued(before: str, after: str) -> bool:
    if not before[-1].isascii():
        return after[0].isupper() and after[1:2].islower()
    word = before[-2:].isalpha() and before[-2:].islower() and not _ADDRESS.search(before)
    return word and after[0].isupper() and after[1:2].islower()


def _arabic_glued(before: str, after: str) -> bool:
    known = abbreviations()
    if _TATWEEL in (before[-1], after[0]):
        return False
    left, right = _LETTERS.findall(fold(before))[-1:], _LETTERS.match(fold(after))
    if not left or not right:
        return bool(left)
    tail, head = left[0], right.group()
    if head in known.domains:
        return False
    if _WORD_END.search(before[-1:]):
        return True
    if min(len(head), len(tail)) < _LEAST_PIECE:
        return False
    return not any(_spans(tail + head, len(tail), word) for word in known.hidden)


def _spans(whole: str, seam: int, word: str) -> bool:
    place = whole.find(word)
    return 0 <= place < seam < place + len(word)
