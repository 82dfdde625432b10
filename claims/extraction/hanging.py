"""English words that are left of a sentence and tell nothing by themselves: *before his arrest*, *have been killed*."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.mentions import Mentions

_LONGEST = 5
_OPENING = frozenset({"before", "after", "was", "were", "is", "are", "has", "have", "had", "being"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i"})


def hangs(mentions: Mentions, one: Draft) -> bool:
    """Whether a short English clause opens with an auxiliary or a preposition and names nobody, nothing and no number."""
    words = mentions.tokens.words
    first, end = one.tokens.first, one.tokens.end
    if one.lead is not None or end - first > _LONGEST or not words[first].isascii():
        return False
    if not _SUBJECTS.isdisjoint(words[first:end]):
        return False
    if one.places or one.actors or one.targets or one.quantities:
        return False
    return words[first] in _OPENING
