"""Titles and captions that a page wrote over and over, glued to the sentences behind them when the line breaks were lost.

``Shells hit the port of Odesa`` stands above a text, and in it ``Shells hit the port of Odesa Drones were seen …``: the title is
cut off, as no part of the sentence. What several sentences begin with is such a caption only where it is a line of its own
elsewhere, or is as long as no opening of a sentence is, and a capital letter follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from claims.model.document import Role

_KEY = 5
"""Words by which beginnings are held against each other."""
_LONGEST_OPENING = 10
"""Words from which what sentences begin with is no opening that they share (*The ministry of health said on Monday that*)."""
_LONGEST = 60
"""Words of a piece that are looked at."""
_MOST = 12
"""Pieces that begin alike; more of them are a refrain."""
_WORD = re.compile(r"\S+")
_MARKS = frozenset(".!?,;:")
_SPEAKING = frozenset({"said", "says", "that", "told", "according", "reported", "added"})
_TELLING = frozenset({Role.BODY, Role.HEADLINE})

Piece = tuple[int, int, Role]


def unglued(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces of a text, those that begin with a repeated title or caption cut in two; the caption is set aside once it was told.

    Args:
        text: of the document.
        pieces: first and last offset and role of each, in order.
    """
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, (start, end, role) in enumerate(pieces):
        if role in _TELLING and text[start].isascii():
            key = _opening(text, start, end)
            if len(key) == _KEY:
                groups.setdefault(key, []).append(number)
    cuts: dict[int, tuple[int, int, bool]] = {}
    for members in groups.values():
        if 1 < len(members) <= _MOST:
            cuts.update(_cuts(text, [pieces[number] for number in members], members))
    for number, (start, end, role) in enumerate(pieces):
        ends, begins, told = cuts.get(number, (start, start, False))
        if ends > start:
            yield start, ends, Role.CAPTION if told else role
        yield begins, end, role


def _opening(text: str, start: int, end: int) -> tuple[str, ...]:
    """The first words of a piece, as few as are needed to find others that begin alike."""
    found = (word.group().lower() for word in _WORD.finditer(text, start, min(end, start + 120)))
    return tuple(word for word, _ in zip(found, range(_KEY), strict=False))


def _cuts(
    text: str, alike: list[Piece], numbers: list[int]
) -> Iterator[tuple[int, tuple[int, int, bool]]]:
    """For each piece that begins with a title or caption: where that ends, where the rest begins, and whether it was told before."""
    words = [list(islice(_WORD.finditer(text, *piece[:2]), _LONGEST)) for piece in alike]
    for place, (own, number) in enumerate(zip(words, numbers, strict=True)):
        others = [other for spot, other in enumerate(words) if spot != place]
        size = max((_title(own, other) for other in others), default=0)
        if not size or size >= len(own) or not _capital(own, size):
            continue
        said = {word.group().lower() for word in own[:size]}
        if own[size - 1].group()[-1] in _MARKS or not _SPEAKING.isdisjoint(said):
            continue
        before = any(_shared(own, other) >= size for other in words[:place])
        yield number, (own[size - 1].end(), own[size].start(), before)


def _title(own: list[re.Match[str]], other: list[re.Match[str]]) -> int:
    """How many words of a piece are a title or caption that another one is, or begins with before a capital letter; 0 for none."""
    size = _shared(own, other)
    if size == len(other) < _LONGEST:
        return size
    return size if size >= _LONGEST_OPENING and _capital(other, size) else 0


def _capital(words: list[re.Match[str]], index: int) -> bool:
    return index < len(words) and words[index].group()[:1].isupper()


def _shared(one: list[re.Match[str]], other: list[re.Match[str]]) -> int:
    """How many words two pieces begin with alike, a full stop at the end of one left away."""
    size = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine.group().lower().rstrip(".") != theirs.group().lower().rstrip("."):
            break
        size += 1
    return size
