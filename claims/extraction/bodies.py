"""Whose a body is that was found: «عُثر على جثة *أحد عناصر قسد*», «جثة تعود *لعنصر في* الجيش». He died; who found it did not."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.markers import markers
from claims.extraction.standing import MARKS
from claims.text.shadow import fold

_TYING = frozenset({"تعود", "يعود", "احد", "احدي", "من", "في", "ل"})


def of_body(gap: tuple[str, ...]) -> bool:
    """Whether the words between a verb of finding and a party end in a body and what says whose it is.

    Args:
        gap: those words, in order.
    """
    words = tuple(word for word in gap if word not in MARKS)
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i] in _bodies()), None)
    if at is None:
        return False
    behind = (word.removeprefix("ل") if len(word) > 1 else word for word in words[at + 1 :])
    return all(word in _TYING or word in markers().persons for word in behind)


@cache
def _bodies() -> frozenset[str]:
    data = load("figures.toml")["body"]
    return frozenset(map(fold, (*data, "جثث", "جثتي", "جثامين", "جثماني")))
