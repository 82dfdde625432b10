"""Which figures belong to which claim, and how many claims a clause of several figures makes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.extraction.lexicon import load
from claims.model import Quantity

_WEAK = frozenset({"control", "movement", "statistic", "other", "announcement", "force"})
_NAMING = frozenset({"casualties", "arrest", "displacement"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A total with the parts that the words break it into."""

    total: Quantity
    parts: tuple[Quantity, ...]

    @property
    def values(self) -> tuple[Quantity, ...]:
        """The total first."""
        return (self.total, *self.parts)


@cache
def _units() -> dict[str, frozenset[str]]:
    return {kind: frozenset(units) for kind, units in load("figures.toml")["units"].items()}


def figures(quantities: tuple[Quantity, ...]) -> tuple[Figure, ...]:
    """Totals in order, each with its parts."""
    if not quantities:
        return ()
    parts: dict[tuple[int, int], list[Quantity]] = {
        (one.span.start, one.span.end): [] for one in quantities
    }
    wholes: list[tuple[Quantity, list[Quantity]]] = []
    for one in quantities:
        total = parts.get((one.total.start, one.total.end)) if one.total is not None else None
        if total is None:
            wholes.append((one, parts[one.span.start, one.span.end]))
        else:
            total.append(one)
    return tuple([Figure(total, tuple(broken)) for total, broken in wholes])


@cache
def _measures() -> frozenset[str]:
    return frozenset(load("figures.toml")["measures"])


@cache
def _distances() -> frozenset[str]:
    return frozenset(load("figures.toml")["distances"])


def of_kind(kind: str, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures that a claim of ``kind`` can state; where several are of its own units, only those."""
    wanted = _units().get(kind)
    if wanted is None or not found:
        return found
    own = tuple(figure for figure in found if figure.total.unit in wanted)
    if len(own) > 1 or "*" not in wanted:
        return own
    others = frozenset().union(*_units().values()) | _measures() | _distances()
    others -= _told_with(kind, found)
    return tuple(
        figure
        for figure in found
        if figure in own or figure.total.unit.partition("/")[0] not in others
    )


def _told_with(kind: str, found: tuple[Figure, ...]) -> frozenset[str]:
    """Units of another kind that this one states beside some of its own: *shot down five missiles* and 60 drones."""
    beside = _beside().get(kind, {})
    here = {figure.total.unit for figure in found}
    return frozenset(unit for own, units in beside.items() if own in here for unit in units)


@cache
def _beside() -> dict[str, dict[str, list[str]]]:
    beside: dict[str, dict[str, list[str]]] = load("figures.toml")["beside"]
    return beside


def named_by(kind: str, found: tuple[Figure, ...]) -> str:
    """The kind of a claim, by its figures where its predicate is a weak one: who counts the displaced tells of displacement."""
    if kind not in _WEAK or not found:
        return kind
    owners = {
        name
        for name, units in _units().items()
        if name in _NAMING
        for figure in found
        if figure.total.unit in units
    }
    return next(iter(owners)) if len(owners) == 1 else kind


def countable(found: tuple[Figure, ...]) -> bool:
    """Whether any figure says how many, not only how long, how often or how old."""
    return any(figure.total.unit.partition("/")[0] not in _measures() for figure in found)


def owner(kind: str, figure: Figure) -> bool:
    """Whether the figure's unit is one that only ``kind`` states."""
    return figure.total.unit in _units().get(kind, frozenset())
