"""At what kind of scene something happened, as far as a claim says it: a school, a market, a funeral, in either language."""

from __future__ import annotations

from functools import lru_cache

from claims.comparison.wordgroups import WRITTEN_ON, word_groups
from claims.text.shadow import fold


@lru_cache(maxsize=1 << 14)
def scenes(statement: str) -> frozenset[str]:
    """The names of the groups of ``scenes.toml`` of which the words speak; none where they name no scene."""
    folded = fold(statement)
    return frozenset(
        name for name, words in word_groups("scenes", WRITTEN_ON).items() if words.search(folded)
    )
