"""What was hit, said by one account as the place and by another as the target: who bombs a hospital bombs it where it stands."""

from __future__ import annotations

from typing import Final

from claims.model import Claim, Place
from claims.slots.place.gazetteer import gazetteer

_IN: Final = "in"
_SITES: Final = frozenset(
    {"hospital", "mosque", "church", "camp", "airport", "prison", "port", "hotel"}
)
"""Kinds of known places that are things to be hit, too: the gazetteer and the targets call them alike."""
_BUILDINGS: Final = _SITES | {
    "school",
    "market",
    "bakery",
    "orphanage",
    "shopping-centre",
    "stadium",
}
"""Things that are told apart: a school is no hospital."""


def one_site(left: Claim, right: Claim) -> bool:
    """Whether one side names as the place what the other names as what was hit."""
    return _hit(left, right) or _hit(right, left)


def other_site(left: Claim, right: Claim) -> bool:
    """Whether one side names such a place and no target, and the other only buildings of another kind as what was hit."""
    return _missed(left, right) or _missed(right, left)


def _hit(placed: Claim, other: Claim) -> bool:
    hit = _SITES & {target.id for target in other.targets}
    return bool(hit) and not hit.isdisjoint(map(_kind, placed.places))


def _missed(placed: Claim, other: Claim) -> bool:
    hit = {target.id for target in other.targets}
    if placed.targets or not hit or not hit <= _BUILDINGS:
        return False
    kinds = _SITES.intersection(map(_kind, placed.places))
    return bool(kinds) and kinds.isdisjoint(hit)


def _kind(one: Place) -> str:
    entry = gazetteer().get(one.id) if one.relation == _IN else None
    return entry.kind if entry is not None else ""
