"""Copied words found again in the text, by whole tokens.

What may differ between copy and text, and nothing else: white space and line feeds; what the shadow folds (vowel
marks, tatweel, direction marks, forms of alef, hamza, ya and ta marbuta, digits of any script, case); the shape of
quotation marks; marks and dots around the copy; and what is written onto the front of the first word in Arabic (قصفت for
وقصفت). The answer is always the tokens of the text itself, so its span quotes the raw words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from claims.extraction.mentions import Mentions, Range
from claims.text.clitics import stems
from claims.text.tokens import tokens

_MARKS = dict.fromkeys("“”„‟«»‹›❝❞″", '"')
_LINE = "\n"


def find(mentions: Mentions, copy: str, within: Range) -> tuple[Range, ...]:
    """Where the words of ``copy`` stand in a stretch of the text, in order; with the marks around it that both have.

    Places where they stand exactly go before places where something is written onto the first word: with one of the
    former, the latter do not count.
    """
    before, wanted, after = _cut(copy)
    if not wanted:
        return ()
    here = [i for i in range(within.first, within.end) if mentions.tokens.words[i] != _LINE]
    words = [_plain(mentions.tokens.words[i]) for i in here]
    found = list(_runs(words, wanted, carried=False)) or list(_runs(words, wanted, carried=True))
    marked = [
        (first - _shared(words[:first][::-1], before[::-1]), end + _shared(words[end:], after))
        for first, end in found
    ]
    return tuple(Range(here[first], here[end - 1] + 1) for first, end in marked)


def wanted_words(copy: str) -> tuple[str, ...]:
    """The folded words of a copy without the marks around them; () when nothing is left."""
    return _cut(copy)[1]


@lru_cache(maxsize=256)
def _cut(copy: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The marks before, the words, the marks after."""
    words = tuple(_plain(word) for word in tokens(copy).words if word != _LINE)
    said = [index for index, word in enumerate(words) if any(map(str.isalnum, word))]
    if not said:
        return (), (), ()
    return words[: said[0]], words[said[0] : said[-1] + 1], words[said[-1] + 1 :]


def _plain(word: str) -> str:
    return _MARKS.get(word, word)


def _shared(words: list[str], marks: tuple[str, ...]) -> int:
    """How many of ``marks`` stand at the beginning of ``words``."""
    count = 0
    for word, mark in zip(words, marks, strict=False):
        if word != mark:
            break
        count += 1
    return count


def _runs(words: list[str], wanted: tuple[str, ...], *, carried: bool) -> Iterator[tuple[int, int]]:
    size, rest = len(wanted), list(wanted[1:])
    for first in range(len(words) - size + 1):
        word = words[first]
        begins = _carries(word, wanted[0]) if carried else word == wanted[0]
        if begins and words[first + 1 : first + size] == rest:
            yield first, first + size


def _carries(word: str, wanted: str) -> bool:
    """Whether ``word`` is ``wanted`` with something written onto its front (وللرقة, الرقة)."""
    return not word.isascii() and any(
        stem.prefix and wanted in ({stem.word, f"ال{stem.word}"} if stem.article else {stem.word})
        for stem in stems(word)
    )
