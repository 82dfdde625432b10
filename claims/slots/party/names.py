"""What a party that a claim names by its English name is called in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claims.slots.party.entries import entries
from claims.slots.party.nations import bodies, body_of, state_entry, states


def name_in(name: str, language: str) -> str:
    """The name of a party in ``language`` where the lexicon knows it by its English name, else as it is.

    States and their bodies (*Iraqi Ministry of Defence*) are known by that name too.
    """
    return _arabic_names().get(name, name) if language == "ar" else name


@cache
def _arabic_names() -> Mapping[str, str]:
    bodies_of_states = (body_of(state, body) for state in states() for body in bodies())
    made = (*map(state_entry, states()), *bodies_of_states)
    return {entry.en: entry.ar for entry in (*made, *entries().values())}
