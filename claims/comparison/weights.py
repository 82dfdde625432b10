"""The numbers of the score, from their data file."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.model import Level, Slot


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of a comparison is worth.

    Attributes:
        slots: gain or loss by slot and level.
        same_kind: gain when both claims are of one kind.
        same_family: gain when their kinds may speak of one event.
        words: gain when all rare words are shared.
        precise: how precisely both sides must say when, or where, to be one event (0 to 1).
        yes: score from which one event is suggested.
        unsure: score below which nothing is suggested.
        floor: confidence below which the relation is unsure.
        middle: score of confidence one half.
        steepness: rise of the confidence with the score.
        families: kinds that may speak of one event.
    """

    slots: dict[tuple[Slot, Level], float]
    same_kind: float
    same_family: float
    words: float
    yes: float
    precise: float
    unsure: float
    floor: float
    middle: float
    steepness: float
    families: tuple[frozenset[str], ...]

    def confidence(self, score: float) -> float:
        """Logistic in the score, 0 to 1."""
        return round(1 / (1 + math.exp(-self.steepness * (score - self.middle))), 4)

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
        yes=data["yes"],
        precise=data["precise"],
        unsure=data["unsure"],
        floor=data["floor"],
        middle=data["middle"],
        steepness=data["steepness"],
        families=tuple(frozenset(kinds) for kinds in data["families"].values()),
    )
