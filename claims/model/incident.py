"""Claims that speak of one event, and a case at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.values import Lineage, Slot


@dataclass(frozen=True, slots=True)
class Toll:
    """A range of counts over all sources, as Airwars gives them.

    Attributes:
        unit: what is counted: ``killed``, ``injured`` …
        of: of whom: ``civilian``, ``fighter`` … ("" where the words do not say).
        low: the least that a source says.
        high: the most that a source says, None when one says *at least*.
        sources: who gives a count.
        claims: where.
    """

    unit: str
    of: str
    low: int | float
    high: int | float | None
    sources: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What one source says of one slot of an incident.

    Attributes:
        slot: which.
        claims: the claims that state it.
        alone: whether others state this slot too and none of them agrees.
    """

    slot: Slot
    claims: tuple[str, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of an incident.

    Attributes:
        source: who says it.
        lineage: what kind of source that is.
        claims: its claims of the incident.
        stated: the slots it states, in the order of `Slot`.
    """

    source: str
    lineage: Lineage
    claims: tuple[str, ...]
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims that speak of one event, by suggestion and by reviewers' words.

    Attributes:
        id: that of its first claim by id; it stays while claims with higher ids are added.
        claims: their ids, sorted.
        first: the earliest day that its dates allow together, ISO 8601; "" when no claim says when.
        last: the latest such day.
        accounts: one for each source, by name.
        lineages: how many independent ones they are: sources that lead back to one origin or are copies count once.
        tolls: ranges of counts.
    """

    id: str
    claims: tuple[str, ...]
    first: str
    last: str
    accounts: tuple[Account, ...]
    lineages: int
    tolls: tuple[Toll, ...]


class CellState(StrEnum):
    """How a source's claims of a day stand to those of others."""

    CONFLICT = "conflict"
    PARTIAL = "partial"
    AGREE = "agree"
    UNSURE = "unsure"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of one date.

    Attributes:
        source: who.
        claims: what, by their ids.
        state: the strongest of its suggested or decided relations to other sources; conflict is the strongest.
        conflicting: the slots in conflict.
    """

    source: str
    claims: tuple[str, ...]
    state: CellState
    conflicting: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One date: who speaks of it.

    Attributes:
        date: as EDTF.
        cells: one for each source that does, by name.
    """

    date: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Source by date.

    Attributes:
        sources: by name.
        rows: from the earliest date on.
    """

    sources: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
