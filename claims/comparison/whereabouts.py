"""Which of the places that a claim names say where it happened, and which only name the way there; which of two claims decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.comparison.weights import weights
from claims.model import Place
from claims.slots.place import specificity
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.relations import bearing

_COUNTRY: Final = "country:"
_IN: Final = "in"
_CLOSE: Final = frozenset({"near", "outskirts", "centre", "bank of"})
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


def deciding_places(
    left: Sequence[Place], right: Sequence[Place]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The places of both sides that decide whether both tell of one place.

    Where both say a known village, quarter or site in which it happened, these alone: two villages *south of Idlib* are
    two places. *Near X* is none: it is how accounts place what happened at a village without a name.
    """
    ours, theirs = sharpest(left), sharpest(right)
    fine, as_fine = _fine(ours, right), _fine(theirs, left)
    return (fine, as_fine) if fine and as_fine else (ours, theirs)


def _fine(places: Sequence[Place], others: Sequence[Place]) -> tuple[Place, ...]:
    """The known places no larger than a town in which it happened; none where one of them is the town that the others lie near."""
    inside = (one for one in places if one.id and one.relation == _IN)
    fine = tuple(one for one in inside if specificity(one) >= weights().spot)
    around = {one.id for one in others if one.relation != _IN}
    return () if around & {one.id for one in fine} else fine


def exactness(value: Place) -> float:
    """How exact a place is, 0 to 1, where *near X* counts as X."""
    close = value.relation in _CLOSE
    return specificity(replace(value, relation="in") if close else value)


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
