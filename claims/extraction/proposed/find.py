"""Copied words found again in the text, by whole tokens.

What may differ between copy and text, and nothing else: white space and line feeds; what the shadow folds (vowel
marks, tatweel, direction marks, forms of alef, hamza, ya and ta marbuta, digits of any script, case); the shape of
quotation marks; marks and dots around the copy; and what is written onto the front of the first word in Arabic (قصفت for
وقصفت). The answer is always the tokens of the text itself, so its span quotes the raw words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.mentions import Mentions, Range
from claims.text.clitics import stems
from claims.text.tokens import tokens

_MARKS = dict.fromkeys("“”„‟«»‹›❝❞″", '"')
_LINE = "\n"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some tokens of a text, ready to be searched many times.

    Attributes:
        places: numbers of the tokens; line feeds are left out.
        words: their folded words, quotation marks alike.
        exact: where each word stands among them.
        carried: where each word stands that has something written onto its front.
    """

    places: tuple[int, ...]
    words: tuple[str, ...]
    exact: dict[str, list[int]]
    carried: dict[str, list[int]]


def stretch(mentions: Mentions, within: Range) -> Stretch:
    """Make a range of tokens ready to be searched."""
    every = mentions.tokens.words
    places = tuple(i for i in range(within.first, within.end) if every[i] != _LINE)
    words = tuple(_plain(every[i]) for i in places)
    exact: dict[str, list[int]] = {}
    carried: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        exact.setdefault(word, []).append(index)
        for bare in _bare(word):
            carried.setdefault(bare, []).append(index)
    return Stretch(places, words, exact, carried)


def find(searched: Stretch, copy: str, within: Range | None = None) -> tuple[Range, ...]:
    """Where the words of ``copy`` stand in a stretch of the text, in order; with the marks around it that both have.

    Places where they stand exactly go before places where something is written onto the first word: with one of the
    former, the latter do not count.

    Args:
        searched: the stretch.
        copy: the words.
        within: tokens that the words must lie in, marks around them aside; None for the whole stretch.
    """
    before, wanted, after = _cut(copy)
    if not wanted:
        return ()
    for starts in (searched.exact, searched.carried):
        found = [
            (first, first + len(wanted))
            for first in starts.get(wanted[0], ())
            if searched.words[first + 1 : first + len(wanted)] == wanted[1:]
            and _inside(searched, first, first + len(wanted) - 1, within)
        ]
        if found:
            return tuple(_marked(searched, first, end, before, after) for first, end in found)
    return ()


def _inside(searched: Stretch, first: int, last: int, within: Range | None) -> bool:
    if last >= len(searched.places):
        return False
    return within is None or (
        within.first <= searched.places[first] and searched.places[last] < within.end
    )


def _marked(
    searched: Stretch, first: int, end: int, before: tuple[str, ...], after: tuple[str, ...]
) -> Range:
    """The tokens of a place found, with the marks around it that the copy has as well."""
    words = searched.words
    first -= _shared(words[max(0, first - len(before)) : first][::-1], before[::-1])
    end += _shared(words[end : end + len(after)], after)
    return Range(searched.places[first], searched.places[end - 1] + 1)


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


def _shared(words: tuple[str, ...], marks: tuple[str, ...]) -> int:
    """How many of ``marks`` stand at the beginning of ``words``."""
    count = 0
    for word, mark in zip(words, marks, strict=False):
        if word != mark:
            break
        count += 1
    return count


def _bare(word: str) -> set[str]:
    """What a word may be without what is written onto its front (وللرقة: للرقة، الرقة، رقة)."""
    if word.isascii():
        return set()
    read = [stem for stem in stems(word) if stem.prefix]
    return {stem.word for stem in read} | {f"ال{stem.word}" for stem in read if stem.article}
