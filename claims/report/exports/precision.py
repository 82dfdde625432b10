"""How exactly a place is known, as far as the words say: never better than the kind of place allows.

A province has a middle, and a point can be drawn there; that nobody says what happened in the middle, this tells.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from claims.model import Place
from claims.slots.place import specificity

_PLACE: Final = 0.6
"""A city, a town or anything smaller (`claims.slots.place.specificity`)."""
_AREA: Final = 0.5
"""Below it: a province, a river, a road, a country, the countryside of a province."""


class Precision(StrEnum):
    """What a point stands for."""

    PLACE = "place"
    NEAR = "near"
    AREA = "area"


def precision_of(place: Place) -> Precision:
    """What the coordinates of a place stand for: the place itself, something near it, or the middle of an area."""
    rate = specificity(place)
    if rate < _AREA:
        return Precision.AREA
    return Precision.PLACE if rate >= _PLACE and place.relation == "in" else Precision.NEAR
