"""Who only reacts to a deed and had no part in it: *Canada suspended its aid over the shelling*, «استدعت تركيا السفير على خلفية القصف»."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.standing import Stand
from claims.extraction.triggers import Trigger
from claims.text.shadow import fold
from claims.text.tokens import tokens

_NOUNS = frozenset({"noun", "masdar"})
_OWN = frozenset({"its", "his", "her", "their"})
_REACH = 4
"""Words from the phrase to the deed: its article and adjectives."""


def only_reacts(words: tuple[str, ...], end: int, deed: Trigger) -> bool:
    """Whether a phrase of reacting stands between a party that ends at ``end`` and the noun for a deed.

    Args:
        words: of the document.
        end: the token behind the party.
        deed: the first predicate of its clause.
    """
    first = deed.tokens.first
    if deed.role not in _NOUNS or first <= end:
        return False
    for behind in range(first, max(end, first - _REACH), -1):
        if behind < first and (not words[behind].isalpha() or words[behind] in _OWN):
            return False
        for phrase in _phrases():
            begin = behind - len(phrase)
            if begin > end and words[begin:behind] == phrase:
                return True
    return False


def only_answers(words: tuple[str, ...], here: Stand) -> bool:
    """Whether a party behind an Arabic verb of answering only answers the deed behind it (*رد* حزب الله *على* قصف طال …)."""
    end = here.tokens.end
    answers = bool(here.lead) and here.lead[-1].removeprefix("و") in _answers()
    return answers and words[end : end + 1] == ("علي",)


@cache
def _answers() -> frozenset[str]:
    return frozenset(map(fold, load("roles.toml")["ar"]["answering"]))


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    """Folded phrases between a reaction and the deed that it answers."""
    data = load("roles.toml")
    return tuple(tokens(one).words for lang in ("ar", "en") for one in data[lang]["reacting"])
