"""The numbers of the score, from their data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.model import Level, Slot

_LINES = ("unsure", "floor", "day", "dated", "site", "spot", "city", "land", "part")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of a comparison is worth.

    Attributes:
        slots: gain or loss by slot and level.
        same_kind: gain when both claims are of one kind.
        same_family: gain when their kinds may speak of one event.
        words: gain when all rare words are shared.
        person: gain when both name one person who was killed, hurt or arrested.
        unsure: score below which nothing is suggested.
        floor: confidence below which the relation is unsure.
        day: precision of a date from which it is of three days at most.
        dated: precision of a date from which it is of a year at most.
        site: precision of a place from which it is a building or a site.
        spot: … a village, a quarter or a town.
        city: … a city.
        land: … the land around a town.
        part: … a side of a province.
        families: kinds that may speak of one event.
    """

    slots: dict[tuple[Slot, Level], float]
    same_kind: float
    same_family: float
    words: float
    person: float
    unsure: float
    floor: float
    day: float
    dated: float
    site: float
    spot: float
    city: float
    land: float
    part: float
    families: tuple[frozenset[str], ...]

    def related(self, one: str, other: str) -> bool:
        """Whether two kinds may speak of one event."""
        return one == other or any(one in family and other in family for family in self.families)


@cache
def weights() -> Weights:
    """The weights in force."""
    data = tomllib.loads((files(__package__) / "data" / "weights.toml").read_text(encoding="utf-8"))
    return Weights(
        slots={
            (Slot(slot), Level(level)): value
            for slot, levels in data["slot"].items()
            for level, value in levels.items()
        },
        same_kind=data["kind"]["same"],
        same_family=data["kind"]["family"],
        words=data["words"]["shared"],
        person=data["person"]["named"],
        **{name: data[name] for name in _LINES},
        families=tuple(frozenset(kinds) for kinds in data["families"].values()),
    )
