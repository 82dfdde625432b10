"""How words tie a happening to a place: relation ids, the phrases that say them, their captions.

An id is a base (``near``, ``countryside`` …), a wind (``north of``, ``northern``) or both (``northern countryside``,
``western bank of``); ``in`` where the words say no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from claims.slots.place.lexicon import Phrases, Term, phrase
from claims.slots.tables import data

WINDED = ("countryside", "outskirts", "bank of")
"""Bases that go together with a wind."""
_CONNECTED = frozenset({"ل", "من", "في", "ب"})
_AREAS = frozenset(
    {"country", "province", "region", "desert", "area", "world", "valley", "sea", "river"}
)
_BEARINGS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_COMPOUND = {"northeast": 45.0, "southeast": 135.0, "southwest": 225.0, "northwest": 315.0}


@dataclass(frozen=True, slots=True)
class Tie:
    """What one phrase says.

    Attributes:
        base: relation id without wind, "" when the phrase is a wind alone.
        wind: ``north`` … ``northwest`` or "".
        needs: prefixes or prepositions one of which must join the phrase to the name; empty: none.
        inside: whether the words can only mean a part of the place (*northern Aleppo*).
    """

    base: str
    wind: str
    needs: frozenset[str] = frozenset()
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations.

    Attributes:
        before: phrases before a name.
        after: Arabic winds after *ريف X*.
        captions: relation id → caption with ``{}`` for the place.
        shared: bases that carry over to the next name of a list.
        rural: id of a city → id of the province that its countryside is.
    """

    before: Phrases[Tie]
    after: Phrases[str]
    captions: dict[str, Term]
    shared: frozenset[str]
    rural: dict[str, str]


def relation_id(base: str, wind: str, kind: str, *, inside: bool = False) -> str:
    """The id for a base and a wind before a place of that kind."""
    if not wind:
        return base or "in"
    adjective = _adjectives()[wind]
    if base in WINDED:
        return f"{adjective} {base}"
    if base:
        return base
    return adjective if inside or kind in _AREAS else f"{wind} of"


def bearing(relation: str) -> float | None:
    """Degrees from north of a relation with a wind, None without one."""
    first = relation.split(" ", 1)[0]
    for wind, degrees in {**_BEARINGS, **_COMPOUND}.items():
        if first in (wind, _adjectives()[wind]):
            return degrees
    return None


@cache
def winds() -> frozenset[str]:
    """English winds as first words of names (*north*, *northern*, *northwest*)."""
    found = _adjectives()
    return frozenset(found) | frozenset(found.values())


@cache
def relations() -> Relations:
    """``place_relations.toml`` with its winds made out."""
    table = data("place_relations")
    winds = dict(_winds(table["compass"]))
    before: list[tuple[tuple[str, ...], Tie]] = []
    captions: dict[str, Term] = {}
    for row in table["relation"]:
        captions[row["id"]] = Term(row["caption_ar"], row["caption_en"])
        before += [_arabic(words, row["id"]) for words in row["ar"]]
        before += [(phrase(words), Tie(row["id"], "")) for words in row["en"]]
    after: list[tuple[tuple[str, ...], str]] = []
    for wind, words in winds.items():
        before += _wind_phrases(wind, words)
        after += [(phrase(word), wind) for word in words.definite]
        captions.update(_wind_captions(wind, words))
    shared = frozenset(row["id"] for row in table["relation"] if row["shared"])
    return Relations(Phrases(before), Phrases(after), captions, shared, table["rural"])


class _Wind(NamedTuple):
    nouns: tuple[str, ...]
    definite: tuple[str, ...]
    english: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def _adjectives() -> dict[str, str]:
    compass = data("place_relations")["compass"]
    found = {wind: row["en_adjective"] for wind, row in compass.items()}
    for meridian, parallel in product(("north", "south"), ("east", "west")):
        found[meridian + parallel] = meridian + found[parallel]
    return found


def _winds(compass: dict[str, Any]) -> Iterator[tuple[str, _Wind]]:
    for wind, row in compass.items():
        plain = (row["ar"], row["adjectives"][0])
        definite = (f"ال{row['ar']}", *(f"ال{word}" for word in row["adjectives"]))
        yield wind, _Wind(plain, definite, (row["en"],), (row["en_adjective"],))
    for meridian, parallel in product(("north", "south"), ("east", "west")):
        one, other = compass[meridian], compass[parallel]
        firsts, seconds = (one["ar"], *one["adjectives"]), (other["ar"], *other["adjectives"])
        nouns = tuple(f"{a} {b}" for a, b in product(firsts[:2], seconds[:2]))
        definite = tuple(f"ال{a} ال{b}" for a, b in product(firsts, seconds))
        english = tuple(f"{one['en']}{gap}{other['en']}" for gap in ("", "-", " "))
        adjectives = tuple(f"{one['en']}{gap}{other['en_adjective']}" for gap in ("", "-", " "))
        yield meridian + parallel, _Wind(nouns, definite, english, adjectives)


def _arabic(words: str, base: str) -> tuple[tuple[str, ...], Tie]:
    tokens = phrase(words)
    if len(tokens) > 1 and len(tokens[-1]) == 1:
        return tokens[:-1], Tie(base, "", frozenset({tokens[-1]}))
    return tokens, Tie(base, "")


def _wind_phrases(wind: str, words: _Wind) -> Iterator[tuple[tuple[str, ...], Tie]]:
    for noun in words.nouns:
        yield phrase(noun), Tie("", wind)
        yield phrase(f"{noun} من"), Tie("", wind)
    for definite in words.definite:
        for lead, base in (
            ("الريف", "countryside"),
            ("الضفه", "bank of"),
            ("الاطراف", "outskirts"),
        ):
            yield phrase(f"{lead} {definite}"), Tie(base, wind, _CONNECTED)
        for lead in ("الجزء", "القسم", "الجهه", "الاحياء", "الحي", "المدخل", "المناطق"):
            yield phrase(f"{lead} {definite}"), Tie("", wind, _CONNECTED, inside=True)
        yield phrase(f"الي {definite} من"), Tie("", wind)
        yield phrase(f"اقصي {definite}"), Tie("", wind, _CONNECTED, inside=True)
    for noun in words.english:
        yield phrase(f"{noun} of"), Tie("", wind)
        yield phrase(f"to the {noun} of"), Tie("", wind)
        yield phrase(f"{noun} bank of"), Tie("bank of", wind)
    for adjective in words.adjectives:
        yield phrase(adjective), Tie("", wind, inside=True)
        for lead, base in (
            ("countryside", "countryside"),
            ("bank", "bank of"),
            ("outskirts", "outskirts"),
        ):
            yield phrase(f"{adjective} {lead} of"), Tie(base, wind)
        yield phrase(f"{adjective} rural"), Tie("countryside", wind)
        yield phrase(f"{adjective} edge of"), Tie("outskirts", wind)
        yield phrase(f"{adjective} part of"), Tie("", wind, inside=True)
        yield phrase(f"{adjective} parts of"), Tie("", wind, inside=True)
        yield phrase(f"{adjective} neighborhoods of"), Tie("", wind, inside=True)


def _wind_captions(wind: str, words: _Wind) -> dict[str, Term]:
    adjective = _adjectives()[wind]
    noun, masculine, feminine = words.nouns[0], words.definite[0], words.definite[-1]
    if len(words.definite) == len(("noun", "masculine", "feminine")):
        masculine = words.definite[1]
    else:
        masculine, feminine = words.definite[4], words.definite[8]
    return {
        f"{wind} of": Term(f"{noun} {{}}", f"{wind} of {{}}"),
        adjective: Term(f"{noun} {{}}", f"{adjective} {{}}"),
        f"{adjective} countryside": Term(
            f"ريف {{}} {masculine}", f"{adjective} countryside of {{}}"
        ),
        f"{adjective} outskirts": Term(
            f"الأطراف {feminine} لـ{{}}", f"{adjective} outskirts of {{}}"
        ),
        f"{adjective} bank of": Term(f"الضفة {feminine} لـ{{}}", f"{adjective} bank of {{}}"),
    }
