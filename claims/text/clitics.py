"""Arabic words with what is written onto them taken off.

Only ways of *reading* a word are given, longest word first; the caller's lexicon decides which one exists. Words are
expected folded (see `claims.text.shadow`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "س", "وس")
_SHORTEST = 2
_ONTO = frozenset("ا" + "".join(_PREFIXES))
"""Letters that a word with something on its front begins with."""


class Stem(NamedTuple):
    """One way to read a written word.

    Attributes:
        prefix: conjunctions and prepositions taken off, as written ("" when none).
        article: whether the article followed them.
        word: what is left.
    """

    prefix: str
    article: bool
    word: str


@lru_cache(maxsize=65_536)
def stems(word: str) -> tuple[Stem, ...]:
    """All ways to take prefixes off a folded Arabic word, the word as written first.

    ``للرقه`` gives (ل, article, رقه) among others; no reading leaves fewer than two letters.
    """
    if word[:1] not in _ONTO:
        return (Stem("", False, word),)
    found = [Stem("", False, word)]
    for prefix in _PREFIXES:
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        if prefix and len(rest) >= _SHORTEST:
            found.append(Stem(prefix, False, rest))
        bare = _without_article(prefix, rest)
        if bare is not None and len(bare) >= _SHORTEST:
            found.append(Stem(prefix, True, bare))
    return tuple(dict.fromkeys(found))


def _without_article(prefix: str, rest: str) -> str | None:
    if rest.startswith("ال"):
        return rest[2:]
    if prefix.endswith("ل") and rest.startswith("ل"):
        return rest[1:]
    return None
