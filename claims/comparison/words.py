"""How much two quotes share beyond their slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from claims.text.clitics import stems
from claims.text.tokens import tokens

_SHORTEST = 4
_LAST: Final = 2_048
"""Quotes whose words are still there: those of the documents at hand, and never of a whole case."""
_PLAIN: Final = re.compile("[0-9A-Za-z\u0621-\u063a\u0641-\u0652.,:;!?()\"'«»،؛؟-]+")
"""Letters, digits and marks of one stretch that are read alike alone and beside others."""


@lru_cache(maxsize=_LAST)
def content_words(quote: str) -> frozenset[str]:
    """The longer words of a quote without what is written onto their front."""
    return frozenset(_bare(word) for word in tokens(quote).words if len(word) >= _SHORTEST)


def words_of_each(stretches: Sequence[str]) -> Iterator[frozenset[str]]:
    """The `content_words` of each of many stretches of text; the plain ones are cut in one go, which is much quicker."""
    plain = _lines("\n".join(filter(_PLAIN.fullmatch, stretches)))
    return (next(plain) if _PLAIN.fullmatch(one) else content_words(one) for one in stretches)


def _lines(text: str) -> Iterator[frozenset[str]]:
    line: list[str] = []
    for word in tokens(text).words:
        if word == "\n":
            yield frozenset(line)
            line = []
        elif len(word) >= _SHORTEST:
            line.append(_bare(word))
    yield frozenset(line)


def _bare(word: str) -> str:
    """The word without what is written onto its front, as far as enough of it is left."""
    read = (stem.word for stem in stems(word) if len(stem.word) >= _SHORTEST)
    return min(read, key=len, default=word)


def shared_words(left: str, right: str) -> float:
    """Share of the shorter side's content words that the other side has too, 0 to 1."""
    ours, theirs = content_words(left), content_words(right)
    fewest = min(len(ours), len(theirs))
    return round(len(ours & theirs) / fewest, 3) if fewest else 0.0
