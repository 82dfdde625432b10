"""How words are looked up: folded, whatever the spelling; the article and what is written onto it taken off; near ones.

Everything that reads `shadow` folds alike is one word here: hamza and alef, ya and alef maqsura, ta marbuta and ha, with
and without marks and tatweel, Arabic-Indic and Latin digits, capitals and accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from claims.model.query import Hit
from claims.text.shadow import fold, shadow

_WORD: Final = re.compile(r"[^\W_]+")
_ARABIC: Final = re.compile("[\u0620-\u06ff]")
_DIGIT: Final = re.compile("[0-9]")
_ARTICLE: Final = re.compile("(?:[وف]?(?:[بك]?ال|لل))(?=..)")
"""The article with what is written onto it, before at least two letters; not what may be a letter of the word itself."""
_QUOTED: Final = re.compile(r'"([^"]*)"|“([^”]*)”|«([^»]*)»|(\S+)')
_SHORT, _LONG = 4, 8
_LONGEST_WORD: Final = 40
AROUND: Final = 60
"""Characters shown on each side of a hit."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for.

    Attributes:
        words: folded; more than one when they stand side by side.
        exact: whether they were in quotation marks: then the last one ends where it ends.
    """

    words: tuple[str, ...]
    exact: bool = False

    @property
    def opens(self) -> bool:
        """Whether a word begins where the first one does: a number always does, a quoted word unless it is Arabic."""
        first = self.words[0]
        return first.isdecimal() or (self.exact and not begins_anywhere(first))

    @property
    def closes(self) -> bool:
        """Whether a word ends where the last one does."""
        return self.exact or self.words[-1].isdecimal()


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order; what is longer than forty letters is cut there."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(fold(text))]


def bare(word: str) -> str:
    """A folded word without the Arabic article and the particles before it; by this it is held beside others."""
    return _ARTICLE.sub("", word, count=1) if _ARABIC.match(word) else word


def terms(asked: str) -> tuple[Term, ...]:
    """What is looked for: words by themselves, and phrases in quotation marks of any kind."""
    found = []
    for match in _QUOTED.finditer(asked):
        *quoted, plain = match.groups()
        words = tuple(words_of(plain if plain is not None else "".join(filter(None, quoted))))
        if words:
            found.append(Term(words, exact=plain is None))
    return tuple(dict.fromkeys(found))


def begins_anywhere(word: str) -> bool:
    """Whether a quoted word may stand behind others in one: Arabic particles are written onto the word after them."""
    return _ARABIC.match(word) is not None


def errors_allowed(word: str) -> int:
    """How many letters may be other ones, missing, too many or swapped: one from four letters on, two from eight, none with a digit."""
    length = 0 if _DIGIT.search(word) else len(word)
    return (length >= _SHORT) + (length >= _LONG)


def near(word: str, others: Sequence[str]) -> list[int]:
    """The places in ``others`` of the bare words that are this one but for the errors allowed, nearest first."""
    found = process.extract(
        bare(word), others, scorer=OSA.distance, score_cutoff=errors_allowed(word), limit=None
    )
    return [place for _, _, place in found]


def hits(text: str, wanted: Sequence[Term], *, fuzzy: bool, most: int) -> Iterator[Hit]:
    """The first places of a text where one of the terms stands, each term at least once where it does, at most so many."""
    folded = shadow(text)
    places = [_places(folded.text, term, fuzzy=fuzzy) for term in wanted]
    firsts = [found[0] for found in places if found]
    rest = sorted(place for found in places for place in found[1:])
    for start, end in sorted([*dict.fromkeys([*firsts, *rest])][:most]):
        yield _shown(text, *folded.bounds(start, end))


def _places(folded: str, term: Term, *, fuzzy: bool) -> list[tuple[int, int]]:
    pattern = r"[\W_]+".join(map(re.escape, term.words))
    opened = r"(?<![^\W_])" if term.opens else ""
    closed = r"(?![^\W_])" if term.closes else ""
    pattern = f"{opened}{pattern}{closed}"
    found = [match.span() for match in re.finditer(pattern, folded)]
    if found or not fuzzy or term.exact or len(term.words) > 1:
        return found
    spans = [match.span() for match in _WORD.finditer(folded)]
    close = near(term.words[0], [bare(folded[start:end]) for start, end in spans])
    return sorted(spans[place] for place in close)


def _shown(text: str, start: int, end: int) -> Hit:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before = text[first:start].rpartition("\n")[2]
    after = text[end:last].partition("\n")[0]
    if first and len(before) == start - first:
        before = "…" + before.partition(" ")[2]
    if last < len(text) and len(after) == last - end:
        after = after.rpartition(" ")[0] + "…"
    return Hit(before, text[start:end], after, start)
