"""What a party that a claim names by its English name is called in the reader's language, and which party has a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from claims.slots.party.entries import Entry, aliases, entries
from claims.slots.party.nations import bodies, body_of, state_entry, states
from claims.slots.party.phrases import spread
from claims.text.shadow import fold


def name_in(name: str, language: str) -> str:
    """The name of a party in ``language`` where the lexicon knows it by its English name, else as it is.

    States and their bodies (*Iraqi Ministry of Defence*) are known by that name too.
    """
    return _arabic_names().get(name, name) if language == "ar" else name


def listed(name: str) -> Entry | None:
    """The party of the lexicon that has this name, in either language, wherever it is written; None where none has it or several do."""
    found = _named().get(fold(name), frozenset())
    return entries().get(next(iter(found))) if len(found) == 1 else None


@cache
def _named() -> Mapping[str, frozenset[str]]:
    """The parties of each name, folded; one that means them in some wars only is the name of none."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries().values():
        for name in (entry.en, entry.ar):
            found[fold(name)].add(entry.id)
    for alias in aliases():
        if not alias.theatres:
            for name in spread(alias.phrase):
                found[fold(name)].add(alias.party)
    return {name: frozenset(parties) for name, parties in found.items()}


@cache
def _arabic_names() -> Mapping[str, str]:
    bodies_of_states = (body_of(state, body) for state in states() for body in bodies())
    made = (*map(state_entry, states()), *bodies_of_states)
    return {entry.en: entry.ar for entry in (*made, *entries().values())}
