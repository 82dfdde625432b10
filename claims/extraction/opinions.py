"""English statements without a known event that are opinions, or that say nothing by themselves.

*Their silence amounts to complicity* judges; *we are deeply concerned* tells how somebody feels; *confirmed the air strikes* only
points at what others told. None of them can be held against what happened.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.draft import Draft
from claims.extraction.lexicon import load
from claims.extraction.mentions import Mentions, Range
from claims.text.tokens import tokens

_FEWEST = 4
"""Words that a statement without a day, a place, a figure or somebody needs to say something."""


def judges(mentions: Mentions, made: Draft) -> bool:
    """Whether a statement without a day or a figure judges, or tells of the speaker's own mind (*we hope*, *I am* …)."""
    if made.dates or made.quantities:
        return False
    words, own = mentions.tokens.words, made.tokens
    if not words[own.first].isascii():
        return False
    line = range(own.first, own.end)
    if any(words[i : i + len(p)] == p for i in line for p in _phrases().get(words[i], ())):
        return True
    return not _own_mind().isdisjoint(_opening(words, own))


def says_little(mentions: Mentions, made: Draft) -> bool:
    """Whether an English statement without a known event has only a few words and no value among them (*confirmed* the air strikes)."""
    words, own = mentions.tokens.words, made.tokens
    if made.kind != "other" or made.dates or made.places or made.quantities:
        return False
    own_words = [words[i] for i in range(own.first, own.end)]
    return words[own.first].isascii() and sum(map(str.isalpha, own_words)) < _FEWEST


def _opening(words: tuple[str, ...], own: Range) -> frozenset[str]:
    """The first word of a statement, marks and a conjunction passed over."""
    first = next((i for i in range(own.first, own.end) if words[i].isalpha()), own.first)
    return frozenset(words[first : first + 1])


@cache
def _own_mind() -> frozenset[str]:
    """Words that open what somebody feels or knows of himself."""
    return frozenset(load("clauses.toml")["en"]["own_mind"])


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of judging by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in load("clauses.toml")["en"]["opinion"]:
        cut = tokens(phrase).words
        found[cut[0]] = (*found.get(cut[0], ()), cut)
    return found
