"""Which of the places that a claim names say where it happened, and which only name the way there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.model import Place
from claims.slots.place import specificity
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.relations import bearing

_COUNTRY: Final = "country:"
_BESIDE: Final = frozenset({"near", "countryside", "road to", "between"})


def sharpest(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places that say most precisely where; at least one of them, in their order.

    Left out are those that contain another (*Sarmin in the province of Idlib*), and those that say where to look for
    another of the same province or district whose coordinates are known (*Sarmin, east of the city of Idlib*).
    """
    outer = {wide for inner in places for wide in inner.within}
    kept = tuple(one for one in places if one.id not in outer)
    plain = [one for one in kept if one.relation == "in" and _located(one)]
    if plain and len(plain) < len(kept):
        kept = tuple(
            one
            for one in kept
            if not (_beside(one) and _near_any(one, plain)) or _finer(one, plain)
        )
    return kept or tuple(places)


def _located(place: Place) -> bool:
    entry = gazetteer().get(place.id)
    return entry is not None and entry.lat is not None


def _beside(place: Place) -> bool:
    return place.relation in _BESIDE or bearing(place.relation) is not None


def _finer(one: Place, plain: Sequence[Place]) -> bool:
    """Whether *near X* names a smaller place than all others: *near Harim in Idlib*."""
    near = replace(one, relation="in")
    return one.relation == "near" and specificity(near) > max(map(specificity, plain))


def _near_any(one: Place, others: Sequence[Place]) -> bool:
    around = {one.id, *one.within}
    return any(around & _surroundings(other) for other in others)


def _surroundings(place: Place) -> set[str]:
    return {outer for outer in place.within if not outer.startswith(_COUNTRY)}
