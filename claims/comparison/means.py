"""With what an attack was made, as far as a claim says it: from the air, from the ground, by explosives laid or carried."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from claims.text.shadow import fold

_BEFORE: Final = r"(?:[وفبل]{0,2}(?:ال)?|لل)"
"""What is written onto the front of an Arabic word."""


def means(quote: str) -> frozenset[str]:
    """The names of the groups of ``means.toml`` of which the words speak; none where they do not say."""
    return _means(quote)


def apart(one: str, other: str) -> bool:
    """Whether both say with what, and nothing of it is the same."""
    ours, theirs = means(one), means(other)
    return bool(ours) and bool(theirs) and not ours & theirs


@lru_cache(maxsize=1 << 14)
def _means(quote: str) -> frozenset[str]:
    folded = fold(quote)
    return frozenset(name for name, words in _words().items() if words.search(folded))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    text = (files(__package__) / "data" / "means.toml").read_text(encoding="utf-8")
    return {
        name: re.compile("|".join(rf"\b{_BEFORE}{re.escape(fold(word))}\b" for word in group))
        for name, group in tomllib.loads(text).items()
        if name != "version"
    }
