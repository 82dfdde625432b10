"""States, the words for what is theirs, and the bodies each of them has.

``party_states.toml`` lists the states, ``party_bodies.toml`` the bodies; the entry of a body (*Russian forces*,
*Turkish Ministry of Defence*) is made when it is met. Ids are ``<stem>-<body>``; a body that has an entry of its own in
the lexicon (``us-dod``, ``syrian-army``, ``idf``) keeps that one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from claims.model import Lineage
from claims.slots.party.entries import Entry, entries, kinds, table
from claims.text.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

FORCES = "forces"


@dataclass(frozen=True, slots=True)
class State:
    """A state, as ``party_states.toml`` has it."""

    id: str
    stem: str
    en: tuple[str, ...]
    ar: tuple[str, ...]
    capital: tuple[str, ...]
    adjective_en: tuple[str, ...]
    adjective_ar: tuple[str, ...]
    people_ar: tuple[str, ...]
    masculine: bool
    alone: bool


@cache
def states() -> dict[str, State]:
    """All states by id."""
    return {
        row["id"]: State(
            id=row["id"],
            stem=row["stem"],
            en=tuple(row["en"]),
            ar=tuple(row["ar"]),
            capital=tuple(row["capital"]),
            adjective_en=tuple(row["adjective_en"]),
            adjective_ar=tuple(row["adjective_ar"]),
            people_ar=tuple(row.get("people_ar", ())),
            masculine=row.get("masculine", False),
            alone=row.get("alone", True),
        )
        for row in table("states")["state"]
    }


@cache
def bodies() -> dict[str, dict[str, Any]]:
    """The tables of ``party_bodies.toml`` by id."""
    return {row["id"]: row for row in table("bodies")["body"]}


@cache
def _own() -> dict[str, dict[str, str]]:
    own: dict[str, dict[str, str]] = table("bodies")["own"]
    return own


@cache
def forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each folded demonym and one-word name of a state: the states and forms it stands for."""
    found: dict[str, list[tuple[str, str]]] = {}
    for state in states().values():
        for word, form in _forms(state):
            if " " not in word:
                pairs = found.setdefault(word, [])
                if (state.id, form) not in pairs:
                    pairs.append((state.id, form))
    return {word: tuple(pairs) for word, pairs in found.items()}


def _forms(state: State) -> Iterator[tuple[str, str]]:
    names = {fold(name) for name in state.ar}
    for adjective in map(fold, state.adjective_ar):
        for ending, form in (
            ("", "m"),
            ("ه", "f"),
            ("ين", "p"),
            ("ون", "p"),
            ("تين", "f"),
            ("تان", "f"),
            ("ان", "p"),
        ):
            yield adjective + ending, f"@{form}"
            yield "ال" + adjective + ending, f"@{form.upper()}"
        yield from ((adjective + "ات", "@f"), ("ال" + adjective + "ات", "@F"))
        if adjective + "ا" not in names:
            yield adjective + "ا", "@m"
    for name in state.people_ar:
        yield fold(name), "@P"
        yield fold(name).removeprefix("ال"), "@p"
    for name in names:
        yield name, "@A"
    for name in state.en:
        yield fold(name), "@E"
    for name in state.adjective_en:
        yield fold(name), "@D"


@lru_cache(maxsize=4096)
def body_of(state: str, body: str) -> Entry:
    """The entry of a body of a state."""
    own = _own().get(state, {}).get(body)
    if own is not None:
        return entries()[own]
    nation, row = states()[state], bodies()[body]
    listed = entries().get(f"{nation.stem}-{body}")
    if listed is not None:
        return listed
    return Entry(
        id=f"{nation.stem}-{body}",
        en=row["en"].replace("{D}", _demonym(nation)),
        ar=_inflected(row["ar"], nation.adjective_ar[0]),
        kind=row["kind"],
        lineage=Lineage(kinds()[row["kind"]].lineage),
        within=(*_wider(state, row["within"]), state),
    )


@lru_cache(maxsize=512)
def state_entry(state: str) -> Entry:
    """The entry of a state itself."""
    nation = states()[state]
    return Entry(
        id=state,
        en=nation.en[0],
        ar=nation.ar[0],
        kind="state",
        lineage=kinds()["state"].lineage,
    )


@lru_cache(maxsize=4096)
def is_body(party: str, body: str) -> bool:
    """Whether an id is that of the body of some state: ``turkish-health-ministry`` of ``health-ministry``."""
    return party.endswith(f"-{body}") or any(own.get(body) == party for own in _own().values())


def made(party: str) -> Entry | None:
    """The entry of a state or of a body, by its id; None when no state has such a body."""
    if party in states():
        return state_entry(party)
    for nation in states().values():
        body = party.removeprefix(f"{nation.stem}-")
        if body != party and body in bodies():
            return body_of(nation.id, body)
    return None


def _demonym(nation: State) -> str:
    return "US" if nation.id == "us" else nation.adjective_en[0]


def _inflected(caption: str, demonym: str) -> str:
    words = {
        "{M}": f"ال{demonym}",
        "{F}": f"ال{demonym}ة",
        "{P}": f"ال{demonym}ون",
        "{m}": demonym,
        "{f}": f"{demonym}ة",
        "{p}": f"{demonym}ون",
    }
    for place, word in words.items():
        caption = caption.replace(place, word)
    return caption


def _wider(state: str, wider: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for body in wider:
        entry = body_of(state, body)
        for party in (entry.id, *entry.within):
            if party != state and party not in seen:
                seen.add(party)
                yield party
