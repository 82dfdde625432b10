"""How much two quotes share beyond their slots."""

from __future__ import annotations

from functools import lru_cache

from claims.text.clitics import stems
from claims.text.tokens import tokens

_SHORTEST = 4


@lru_cache(maxsize=65_536)
def content_words(quote: str) -> frozenset[str]:
    """The longer words of a quote without what is written onto their front."""
    return frozenset(
        min(
            (stem.word for stem in stems(word) if len(stem.word) >= _SHORTEST),
            key=len,
            default=word,
        )
        for word in tokens(quote).words
        if len(word) >= _SHORTEST
    )


def shared_words(left: str, right: str) -> float:
    """Share of the shorter side's content words that the other side has too, 0 to 1."""
    ours, theirs = content_words(left), content_words(right)
    fewest = min(len(ours), len(theirs))
    return round(len(ours & theirs) / fewest, 3) if fewest else 0.0
