"""Who stands before the first predicate of a clause, mostly an English one, and is no subject of it."""

from __future__ import annotations

from claims.extraction.markers import flies
from claims.extraction.reacting import only_reacts
from claims.extraction.standing import Scene, Stand
from claims.extraction.triggers import Trigger
from claims.model import Party

_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_ARTICLES = frozenset({"a", "an", "the"}) | _POSSESSIVES
_PERFECT = frozenset({"has", "have", "had", "did"})
_LOSING = frozenset({"casualties", "displacement"})
_CARRIED = frozenset({"strike", "clash"})
_APPOSED = 8
"""Words in which an apposition begins with a comma."""
_PASSIVE = frozenset({"been", "was", "were"})
_REPORTED = frozenset(
    {
        "accused",
        "reported",
        "said",
        "believed",
        "alleged",
        "suspected",
        "supposed",
        "forced",
        "ordered",
        "blamed",
    }
)
"""Participles behind which a party still does what follows."""
_TYING = frozenset({"to", "about", "of"})
_BETWEEN = 4


def only_named(scene: Scene, party: Party, here: Stand) -> bool:
    """Whether a party before the first predicate is no subject of it: in both languages one that only reacts to the deed.

    In English it is one side of a conflict (the war *between the army* and …), stands in an apposition (Aden, *the seat of the government*, saw …), had
    something else done to it (*Daesh has been beaten* back …), or does something else about the deed (*police question* a witness to the attack).
    """
    words, end, first = scene.words, here.tokens.end, scene.clause.triggers[0]
    if first.kind in _CARRIED and only_reacts(words, end, first):
        return True
    if not words[first.tokens.first].isascii():
        return False
    if here.lead[-1:] == ("between",) and first.kind in _LOSING:
        return True
    if words[end : end + 1] == (",",) and here.lead[-1:] == ("of",):
        return "," in words[max(scene.clause.tokens.first, here.tokens.first - _APPOSED) : end]
    return _undergoes(words, end, first) or (
        first.role == "noun"
        and first.kind in _CARRIED
        and not flies(party)
        and _governed(words, end, first)
    )


def _undergoes(words: tuple[str, ...], end: int, first: Trigger) -> bool:
    """Whether a passive that is no predicate stands right behind a party, before the first predicate."""
    at = end + (words[end : end + 1] != () and words[end] in _PERFECT)
    if at + 1 >= first.tokens.first or words[at] not in _PASSIVE:
        return False
    return words[at + 1].endswith(("ed", "en")) and words[at + 1] not in _REPORTED


def _governed(words: tuple[str, ...], end: int, deed: Trigger) -> bool:
    """Whether a preposition, with an article behind it, ties a deed to a noun before it (a witness *to the* attack)."""
    at = deed.tokens.first - 1
    while at > end and words[at].isalpha() and words[at] not in _ARTICLES and at > end + 1:
        at -= 1
        if deed.tokens.first - at > _BETWEEN:
            return False
    own = words[at] in _POSSESSIVES and words[at - 1] == "of"
    return words[at] in _ARTICLES and not own and at - 1 > end and words[at - 1] in _TYING
