"""What phrases of hit objects, fighters, means and roles begin with, as the data files have it.

A head is the word that says what is meant before (Arabic) or behind (English) its owner: «حاجز للجيش السوري»,
"ISIL fighting position", «قيادي في قسد», "Coalition spokesman". ``party_heads.toml`` and ``party_roles.toml`` list them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.slots.party.entries import Entry, kinds, table
from claims.slots.party.phrases import cut, spread
from claims.text.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

CIVILIAN = "civilian-"


@dataclass(frozen=True, slots=True)
class Head:
    """One head.

    Attributes:
        id: slug; also the id of the party when the phrase has no owner.
        group: a kind of party, or ``fighters``, ``group``, ``means``, ``role``.
        en: English caption.
        ar: Arabic caption.
        flags: ``owned``, ``alone`` or ``none``; ``name``, ``nation``, ``vague``, ``person``, ``issued``, ``site``,
            ``irregular``, ``civil``.
        covers: kinds or ids that the word may stand for as well.
    """

    id: str
    group: str
    en: str
    ar: str
    flags: frozenset[str]
    covers: frozenset[str] = frozenset()

    @property
    def people(self) -> bool:
        """Whether the head is people who belong to a party, not a thing."""
        return self.group in {"fighters", "role", "group"}


@dataclass(frozen=True, slots=True)
class Modifiers:
    """Words that may stand inside a phrase; see ``[modifiers]`` in ``party_heads.toml``, all folded."""

    ar: frozenset[str]
    en: frozenset[str]
    belonging: frozenset[str]
    links_ar: frozenset[str]
    links_en: frozenset[tuple[str, ...]]
    backing_en: frozenset[str]
    lead: frozenset[str]
    counted: frozenset[str]
    locative: frozenset[str]
    harm: frozenset[str]
    civil: frozenset[str]


@cache
def heads() -> dict[str, Head]:
    """All heads by id."""
    return {
        row["id"]: Head(
            row["id"],
            row["group"],
            row["en"],
            row["ar"],
            frozenset(row["flags"]),
            frozenset(row.get("covers", ())),
        )
        for row in _rows()
    }


@cache
def modifiers() -> Modifiers:
    """The words that may stand inside a phrase."""
    row = table("heads")["modifiers"]
    return Modifiers(
        ar=frozenset(
            [
                *(form for word in row["ar"] for form in _adjective(fold(word))),
                *(form for word in row["ar_nouns"] for form in (fold(word), "ال" + fold(word))),
            ]
        ),
        en=frozenset(row["en"]),
        belonging=frozenset(map(fold, row["ar_belonging"])),
        links_ar=frozenset(map(fold, row["ar_links"])),
        links_en=frozenset(cut(link) for link in row["en_links"]),
        backing_en=frozenset(row["en_backing"]),
        lead=frozenset(map(fold, row["ar_lead"])),
        counted=frozenset(map(fold, row["ar_counted"])),
        locative=frozenset(map(fold, row["locative"])),
        harm=frozenset(map(fold, (*row["harm_ar"], *row["harm_en"]))),
        civil=frozenset(map(fold, [*row["civil_ar"], *row["civil_en"]])),
    )


@cache
def unowned(head: str, *, civilian: bool = False) -> Entry:
    """The entry of an object that nobody is said to own.

    A means of war (*warplanes*) is somebody not named; an object of unknown use with a civilian modifier («سيارة
    مدنية») is a civilian object with an id of its own.
    """
    row = heads()[head]
    if row.group == "means":
        kind, covers = "unspecified", _BELLIGERENTS
    elif civilian and row.group == "object":
        return Entry(
            id=CIVILIAN + head,
            en=f"civilian {row.en}",
            ar=f"{row.ar} (مدني)",
            kind="infrastructure",
            lineage=kinds()["infrastructure"].lineage,
        )
    else:
        kind, covers = (
            row.group,
            row.covers | ({CIVILIAN + head} if row.group == "object" else set()),
        )
    return Entry(head, row.en, row.ar, kind, kinds()[kind].lineage, covers=covers)


_BELLIGERENTS = frozenset(
    {
        "armed group",
        "militia",
        "military",
        "security force",
        "state",
        "coalition",
        "government",
        "unspecified",
    }
)


def head_phrases() -> Iterator[tuple[tuple[str, ...], str]]:
    """Every form of every head as folded words, with the id of the head."""
    for row in _rows():
        for place, word in enumerate(row["words_ar"]):
            for form in _noun(fold(word), singular=place == 0):
                if row["group"] != "group" or not form.startswith("ال"):
                    yield (form,), row["id"]
        for word in row["words_en"]:
            yield cut(word), row["id"]
        for phrase in (*row.get("phrases_ar", ()), *row.get("phrases_en", ())):
            for name in spread(phrase):
                yield cut(name), row["id"]


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [*table("heads")["head"], *table("roles")["head"]]
    return rows


def _noun(word: str, *, singular: bool) -> Iterator[str]:
    yield word
    if not word.startswith("ال"):
        yield "ال" + word
    if singular:
        stem = word[:-1] + "ت" if word.endswith("ه") else word
        for ending in ("ين", "ان"):
            yield stem + ending
            yield "ال" + stem + ending
        yield stem + "ي"
        yield stem + "ا"
    elif not word.endswith(("ات", "ين", "ون", "و", "ي", "ه", "ا")):
        yield word + "ا"


def _adjective(word: str) -> Iterator[str]:
    for form in (word, word + "ه", word + "ا", word + "ين", word + "ون", word + "ات", word + "تين"):
        yield form
        if not form.startswith("ال"):
            yield "ال" + form
