"""The small words that show who does it and to whom, and which parties can attack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from claims.extraction.lexicon import load
from claims.extraction.mentions import Range
from claims.model import Party
from claims.text.shadow import fold
from claims.text.tokens import tokens

NOBODY = frozenset({"unspecified", "object"})
"""Kinds of party that are no one by name: aircraft, a vehicle."""

_AREAS = frozenset({"منطقه", "مناطق", "بمنطقه", "لمنطقه"})
_OPENING = frozenset({"“", '"', "«", "”"})
_AREA_REACH = 4
_STRONGHOLD = 7
"""Words behind a name in which the noun for its stronghold may stand."""


@dataclass(frozen=True, slots=True)
class Markers:
    """The groups of roles.toml as folded words, named as there."""

    agent: frozenset[tuple[str, ...]]
    target: frozenset[tuple[str, ...]]
    undergo: frozenset[tuple[str, ...]]
    aside: frozenset[tuple[str, ...]]
    whence: frozenset[tuple[str, ...]]
    commit: frozenset[str]
    holdings: frozenset[str]
    people: frozenset[str]
    flying: tuple[str, ...]
    means: frozenset[str]
    agentive: frozenset[str]
    joint: frozenset[tuple[str, ...]]
    breaking: frozenset[str]
    counting: frozenset[str]
    of_a: frozenset[str]
    telling: frozenset[str]
    things: frozenset[str]
    deeds: frozenset[str]
    killing: frozenset[str]
    repelling: frozenset[str]
    stationed: tuple[str, ...]
    offices: frozenset[str]
    placing: frozenset[str]
    persons: frozenset[str]
    unknown: frozenset[str]
    sources: frozenset[str]
    inflicting: frozenset[str]
    around: frozenset[str]
    seizable: frozenset[str]
    downing: frozenset[str]
    vague: frozenset[str]
    circumstance: frozenset[str]
    epithets: frozenset[str]
    compounds: frozenset[str]
    recovering: frozenset[str]
    branches: frozenset[str]
    helping: frozenset[str]
    machines: frozenset[str]
    defending: frozenset[str]
    passing: tuple[tuple[str, ...], ...]
    nameless: frozenset[str]
    reporters: frozenset[str]
    announced: frozenset[str]
    publishing: frozenset[str]
    allied: frozenset[str]
    owning: frozenset[str]
    dividing: frozenset[str]
    exploding: frozenset[str]
    directing: frozenset[str]
    losing: frozenset[str]
    carrying: frozenset[str]


@cache
def markers() -> Markers:
    """The small words of roles, read once."""
    data = load("roles.toml")

    def cut(name: str) -> frozenset[tuple[str, ...]]:
        return frozenset(
            tokens(phrase).words for lang in ("ar", "en") for phrase in data[lang][name]
        )

    def bare(name: str) -> frozenset[str]:
        return frozenset(fold(word) for lang in ("ar", "en") for word in data[lang][name])

    return Markers(
        cut("agent"),
        cut("target"),
        cut("undergo"),
        cut("aside"),
        cut("whence"),
        bare("commit"),
        bare("holdings"),
        bare("people"),
        tuple(fold(word) for lang in ("ar", "en") for word in data[lang]["flying"]),
        bare("means"),
        frozenset(data["parties"]["agentive"]),
        cut("joint"),
        bare("breaking"),
        bare("counting"),
        bare("of_a"),
        frozenset(data["parties"]["telling"]),
        frozenset(data["parties"]["things"]),
        frozenset(data["en"]["deeds"]),
        bare("killing"),
        bare("repelling"),
        tuple(map(fold, data["ar"]["stationed"])),
        bare("offices"),
        bare("placing"),
        frozenset(map(fold, data["ar"]["persons"])),
        frozenset(data["parties"]["unknown"]),
        frozenset(data["parties"]["sources"]),
        frozenset(map(fold, data["ar"]["inflicting"])),
        frozenset(map(fold, data["ar"]["around"])),
        frozenset(data["parties"]["seizable"]),
        frozenset(map(fold, data["ar"]["downing"])),
        frozenset(data["parties"]["vague"]),
        frozenset(data["en"]["circumstance"]),
        frozenset(data["en"]["epithets"]),
        frozenset(data["en"]["compounds"]),
        frozenset(map(fold, data["ar"]["recovering"])),
        frozenset(map(fold, data["ar"]["branches"])),
        frozenset(data["ar"]["helping"]),
        bare("machines"),
        frozenset(data["parties"]["defending"]),
        tuple(tokens(phrase).words for phrase in data["ar"]["passing"]),
        *(
            frozenset(map(fold, data["ar"][name]))
            for name in (
                *("nameless", "reporters", "announced", "publishing", "allied", "owning"),
                *("dividing", "exploding", "directing", "losing", "carrying"),
            )
        ),
    )


@cache
def supporting() -> frozenset[str]:
    """The first words of the phrases before who supports a deed (بدعم، بمساندة): they tell no deed of their own."""
    return frozenset(phrase[0] for phrase in markers().joint)


@cache
def suffering() -> frozenset[str]:
    """The single words whose subject suffers something (تعرضت)."""
    return frozenset(phrase[0] for phrase in markers().undergo if len(phrase) == 1)


def from_the_air(party: Party) -> bool:
    """Whether a party attacks from the air or from afar: a coalition of air forces, aircraft, artillery."""
    return party.kind == "coalition" or flies(party)


def can_attack(party: Party) -> bool:
    """Whether a party is of a kind that can attack, or its words name what only an attacker from the air has."""
    return party.kind in markers().agentive or flies(party)


def is_held(party: Party) -> bool:
    """Whether the words of a party begin with what it holds or has (مواقع الجيش، مدرعة للجيش): that is hit and hits nobody."""
    return _held(party.text)


def is_thing(party: Party) -> bool:
    """Whether the words of a party begin with a thing that it holds (مسجد قوات …), not with people of it (عناصر من …): a thing does nothing."""
    return is_held(party) and fold(party.text).split()[0] not in markers().people


@lru_cache(maxsize=4_096)
def _held(text: str) -> bool:
    first, *rest = fold(text).split()
    owned = rest[:1] != [] and rest[0].startswith("ل")
    return first in markers().holdings or (owned and first in markers().machines)


def flies(party: Party) -> bool:
    """Whether the words of a party name aircraft or guns."""
    return _flying(party.text)


@lru_cache(maxsize=4_096)
def _flying(text: str) -> bool:
    words = tuple(f"ال{word[2:]}" if word.startswith("لل") else word for word in tokens(text).words)
    flat = " ".join(words)
    return any(
        word in words or (" " in word and word in flat) or f"ال{word}" in words
        for word in markers().flying
    )


def downs(word: str) -> bool:
    """Whether a folded word tells that something was shot down (وأسقطت)."""
    bare = word.removeprefix("و").removeprefix("ف")
    return (
        bare in markers().downing or bare.removeprefix("ب").removeprefix("ل") in markers().downing
    )


def untied(lead: tuple[str, ...]) -> tuple[str, ...]:
    """The words before a party without the و that ties a supporter to who is supported (وبمساندة)."""
    return tuple(word.removeprefix("و") if word.startswith("وب") else word for word in lead)


def ends(lead: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether the words before a party end in one of some phrases."""
    lengths = _lengths(phrases).get(lead[-1]) if lead else None
    return lengths is not None and any(lead[-length:] in phrases for length in lengths)


@cache
def _lengths(phrases: frozenset[tuple[str, ...]]) -> dict[str, frozenset[int]]:
    """In how many words some phrases are told, by their last word."""
    return {
        last: frozenset(len(phrase) for phrase in phrases if phrase[-1] == last)
        for last in {phrase[-1] for phrase in phrases}
    }


def names_area(words: tuple[str, ...], name: Range) -> bool:
    """Whether a name stands in the quoted name of an area (منطقة “*درع الفرات*”): who is called so does nothing there."""
    index = name.first - 1
    if _OPENING.isdisjoint(words[max(0, index - _AREA_REACH) : name.first]):
        return False
    while (
        index > 0
        and (words[index].isalpha() or words[index] in {"-", "–"})
        and name.first - index <= _AREA_REACH
    ):
        index -= 1
    return words[index] in _OPENING and words[index - 1] in _AREAS


def names_stronghold(words: tuple[str, ...], name: Range) -> bool:
    """Whether an English name only tells whose place something is near (*the Taliban* stronghold of Musa Qala, *the Islamic State* (IS) de facto capital of …)."""
    if name.end >= len(words) or not words[name.first].isascii():
        return False
    behind = words[name.end : name.end + _STRONGHOLD]
    at = next((i for i, word in enumerate(behind) if word in _strongholds()), None)
    if at is None or behind[at + 1 : at + 2] not in {("of",), ("in",), (",",)}:
        return False
    between = behind[:at]
    if "(" in between and ")" in between:
        between = (*between[: between.index("(")], *between[between.index(")") + 1 :])
    return all(word in _epithets() for word in between)


@cache
def _epithets() -> frozenset[str]:
    return frozenset(load("roles.toml")["en"]["before strongholds"])


@cache
def _strongholds() -> frozenset[str]:
    return frozenset(load("roles.toml")["en"]["strongholds"])


def only_tells(words: tuple[str, ...], name: Range) -> bool:
    """Whether a name is the first part of an English compound that tells about somebody else (*Iran*-backed fighters)."""
    behind = words[name.end : name.end + 2]
    return behind[:1] == ("-",) and behind[1:] != () and behind[1] in markers().compounds
