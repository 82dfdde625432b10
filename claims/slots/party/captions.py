"""Parties in words, and how exactly they name somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.party.entries import kinds
from claims.slots.party.heads import CIVILIAN
from claims.slots.party.lexicon import lexicon
from claims.slots.party.objects import object_of

if TYPE_CHECKING:
    from claims.model import Party

_PER_LEVEL = 0.05
_LOOSE = 0.3
_PROPER = 0.3


def caption(value: Party, language: str) -> str:
    """The party in ``language`` ("ar", else English), with the object that its words name in brackets.

    A group that is in no lexicon, and an object with a proper name, have their own words as caption in both languages.
    """
    name = _name(value, language)
    head = object_of(value)
    if head is None or head.id in {value.id, value.id.removeprefix(CIVILIAN)}:
        return name
    return f"{name} ({head.ar if language == 'ar' else head.en})"


def _name(value: Party, language: str) -> str:
    entry = lexicon().entry(value.id) if value.id else None
    known = entry if entry is not None else object_of(value)
    if known is None or known.id != value.id or known.en != value.name:
        return value.name
    return known.ar if language == "ar" else known.en


def specificity(value: Party) -> float:
    """How exactly a party is named, 0 (*somebody*) to 1 (a named person or unit).

    The weight of its kind (``party_kinds.toml``), more for each wider party that it is a part of and for the proper name
    of an object; a loose name (*militias*) stays low.
    """
    weight = kinds()[value.kind].weight
    entry = lexicon().entry(value.id) if value.id else None
    if entry is None:
        return weight
    proper = _PROPER if value.name != entry.en and value.kind == "infrastructure" else 0.0
    if entry.covers and not proper:
        return min(weight, _LOOSE)
    return round(min(1.0, weight + _PER_LEVEL * len(value.within) + proper), 2)
