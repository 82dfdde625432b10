"""With what an attack was made, as far as a claim says it: from the air, from the ground, by explosives laid or carried."""

from __future__ import annotations

from functools import lru_cache

from claims.comparison.wordgroups import WRITTEN_ON, word_groups
from claims.text.shadow import fold


@lru_cache(maxsize=1 << 14)
def means(quote: str) -> frozenset[str]:
    """The names of the groups of ``means.toml`` of which the words speak; none where they do not say."""
    folded = fold(quote)
    return frozenset(
        name for name, words in word_groups("means", WRITTEN_ON).items() if words.search(folded)
    )


def apart(one: str, other: str) -> bool:
    """Whether both say with what, and nothing of it is the same."""
    ours, theirs = means(one), means(other)
    return bool(ours) and bool(theirs) and not ours & theirs
