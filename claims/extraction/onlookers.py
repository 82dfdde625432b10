"""Who stands before the noun of an attack and did something else: suffered it, answers it or speaks of it.

*Turkey* has suffered attacks, *police* were on alert after the bombing, an attack that *Turkey* blamed on a group.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load, look_up
from claims.extraction.markers import markers
from claims.extraction.mentions import Range
from claims.extraction.smallwords import accusing, auxiliaries
from claims.extraction.triggers import Trigger

_DEEDS = frozenset({"strike", "clash"})
_PARTING = frozenset(
    {"after", "following", "amid", "for", "as", "since", "when", "against", "over"}
)
_FEWEST = 1
_ADJECTIVES = 2
_THEIRS = frozenset({"its", "their", "his", "her"})
_BE = frozenset({"been", "are", "were", "is", "was"})
"""Auxiliaries before a deed that goes on (forces have *been* fighting …)."""


def does_else(words: tuple[str, ...], deed: Trigger, between: tuple[str, ...]) -> bool:
    """Whether the verb between an English subject and the noun of an attack is none of attacking.

    Args:
        words: of the document.
        deed: the first predicate behind the subject.
        between: the words between both.
    """
    noun = deed.role == "noun" or words[deed.tokens.end - 1] in markers().deeds
    noun = noun and deed.kind in _DEEDS and words[deed.tokens.first - 1] != "to"
    if (
        not noun
        or not words[deed.tokens.first].isascii()
        or len(between) <= _FEWEST
        or not doing().isdisjoint(between)
    ):
        return False
    if any(one.role == "light" for word in between for one in look_up("predicates", word)):
        return False
    if words[deed.tokens.first].endswith("ing") and between[-1] in _BE:
        return False
    if not _THEIRS.isdisjoint(between[-_ADJECTIVES:]):
        return False
    told = auxiliaries() | _PARTING
    return any(word in told or word.endswith("ed") for word in between)


def blames(words: tuple[str, ...], here: Range, before: tuple[Trigger, ...]) -> bool:
    """Whether who stands right behind the noun of an attack only blames somebody for it (an attack *Turkey* blamed on …)."""
    if not before or before[-1].role != "noun" or before[-1].tokens.end != here.first:
        return False
    return words[here.end : here.end + 1] != () and words[here.end] in accusing()


@cache
def doing() -> frozenset[str]:
    """English verbs and nouns by which the subject before the noun of an attack has part in it."""
    return frozenset(load("roles.toml")["en"]["doing"])
