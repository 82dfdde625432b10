"""Which places of a clause are where it happened, and which are states that act.

*Russia* is a place in «in Russia» and a party in «the army and Russia bombed». A country is a scene where a word of place
stands before it, or where it is listed with such a place; elsewhere, where it is found as a party too, it is the party.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, within
from claims.model import Place
from claims.text.shadow import fold
from claims.text.tokens import tokens

_JOINING = frozenset({"و", "and", ",", "،"})
_BASED = 4
_OFFICE = 12
_ONTO = ("ب", "ل", "وب", "ول")


def scenes(mentions: Mentions, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places of a clause without the countries that are parties to it."""
    kept: list[Place] = []
    for place in places:
        acting = place.id.startswith("country:") and _acts(mentions, place, kept)
        if not acting and not _origin(mentions, place):
            kept.append(place)
    return tuple(kept)


def _origin(mentions: Mentions, place: Place) -> bool:
    """Whether a place is where somebody comes from or is based (نازح من، المتمركزة في), not where it happened."""
    first = mentions.token_at(place.span.start)
    words = mentions.tokens.words[max(0, first - _BASED) : first]
    based = any(words[-len(phrase) :] == phrase for phrase in _based())
    return based or _served(mentions.tokens.words, first)


def _served(words: tuple[str, ...], first: int) -> bool:
    """Whether a place is where somebody serves whose title stands behind a comma (، قائد الشرطة في حماة)."""
    for index in range(first - 1, max(0, first - _OFFICE), -1):
        if words[index] in {"،", ",", "("}:
            return words[index + 1] in markers().offices and index + 1 < first
        if not words[index].isalnum() and words[index] != "#":
            return False
    return False


@cache
def _based() -> tuple[tuple[str, ...], ...]:
    data = load("roles.toml")
    return tuple(tokens(phrase).words for lang in ("ar", "en") for phrase in data[lang]["based"])


def _acts(mentions: Mentions, place: Place, kept: list[Place]) -> bool:
    """Whether a country is named as who acts."""
    here = mentions.range(place.span)
    words = mentions.tokens.words
    if here.first >= len(words):
        return False
    if words[here.end : here.end + 1] and words[here.end] in _forces():
        return True
    if not within(mentions.parties, place.span):
        return False
    before = words[here.first - 1] if here.first > 0 else ""
    placed = before in _placing() or place.relation != "in" or fold(place.text).startswith(_ONTO)
    if placed:
        return False
    joined = words[here.first].startswith("و") or before in _JOINING
    listed = joined and kept and mentions.range(kept[-1].span).end >= here.first - 1
    return not listed


@cache
def _forces() -> frozenset[str]:
    return frozenset(load("roles.toml")["en"]["forces"])


@cache
def _placing() -> frozenset[str]:
    data = load("roles.toml")
    return frozenset(fold(word) for language in ("ar", "en") for word in data[language]["placing"])
