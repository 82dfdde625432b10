"""Claims that speak of one event, and a case at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claims.model.comparison import PairKey, Relation
from claims.model.values import Lineage, Place, Slot

_OPEN: Final = ".."


@dataclass(frozen=True, slots=True)
class Counted:
    """One count in a range.

    Attributes:
        source: who gives it.
        claim: where.
        low: the least it can mean.
        high: the most, None when the words say *at least*.
        approximate: whether the words say so.
        text: the words.
        last: whether it is the source's last word: of one source only the highest count enters the range.
    """

    source: str
    claim: str
    low: int | float
    high: int | float | None
    approximate: bool
    text: str
    last: bool

    @property
    def top(self) -> int | float:
        """The highest figure it names."""
        return self.low if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Toll:
    """A range of counts over all sources, as Airwars gives them.

    Attributes:
        unit: what is counted: ``killed``, ``injured`` …
        of: of whom: ``civilian``, ``fighter`` … ("" where the words do not say).
        low: the least that a source says.
        high: the highest figure that a source says; of *at least nine* that is nine.
        sources: who gives a count.
        claims: where.
        counts: who says which, by source.
        open: whether all whose figure is the highest say *at least*: it may be more than ``high``.
    """

    unit: str
    of: str
    low: int | float
    high: int | float
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    counts: tuple[Counted, ...] = ()
    open: bool = False

    @property
    def lowest(self) -> tuple[Counted, ...]:
        """The counts on which ``low`` rests."""
        return tuple(one for one in self.counts if one.last and one.low == self.low)

    @property
    def highest(self) -> tuple[Counted, ...]:
        """The counts on which ``high`` rests."""
        return tuple(one for one in self.counts if one.last and one.top == self.high)


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
        id: that of the claim of it that was read first; it stays while documents are added and incidents are merged.
        claims: their ids, sorted.
        first: the earliest day that its dates allow together, ISO 8601; "" when that is open (*until May*).
        last: the latest such day; both "" when no claim says when.
        accounts: one for each source, by name.
        lineages: how many of separate origin they are: sources that lead back to one origin or are copies count once. Policies ask
            for more: sources of two known kinds.
        tolls: ranges of counts.
        earliest: the first day of the earliest date that a claim gives, ISO 8601; "" when none says when.
        latest: the last day of the latest one: with ``earliest`` the spread of what is said.
        kinds: the kinds of its claims, the most frequent first.
        places: the most exact places that its claims name, the most frequent first.
    """

    id: str
    claims: tuple[str, ...]
    first: str
    last: str
    accounts: tuple[Account, ...]
    lineages: int
    tolls: tuple[Toll, ...]
    earliest: str = ""
    latest: str = ""
    kinds: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def days(self) -> str:
        """Its days as EDTF, open ends as ``..``; "" when nobody says."""
        if self.first == self.last:
            return self.first
        return f"{self.first or _OPEN}/{self.last or _OPEN}"


class CellState(StrEnum):
    """How a source's claims of a day stand to those of others."""

    CONFLICT = "conflict"
    PARTIAL = "partial"
    AGREE = "agree"
    UNSURE = "unsure"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Towards:
    """How a cell stands to one other source.

    Attributes:
        source: the other one.
        key: the pair that says so; both its claims are in the case.
        relation: suggested, or settled by reviewers.
        slots: on what both part.
    """

    source: str
    key: PairKey
    relation: Relation
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of one date.

    Attributes:
        source: who.
        claims: what, by their ids.
        state: the strongest of its suggested or decided relations to other sources; conflict is the strongest.
        conflicting: the slots in conflict.
        towards: the pairs that say so, the strongest first.
    """

    source: str
    claims: tuple[str, ...]
    state: CellState
    conflicting: tuple[Slot, ...]
    towards: tuple[Towards, ...] = ()


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
    rows: Sequence[MatrixRow]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One incident on the timeline.

    Attributes:
        incident: what is told of it; ``first`` and ``last`` say where it stands.
        state: the strongest relation between two of its sources; *alone* where one source speaks.
        conflicting: the slots in conflict.
    """

    incident: Incident
    state: CellState
    conflicting: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The incidents of a case in the order of their days.

    Attributes:
        dated: those that say when, the earliest first.
        undated: those of which no claim says when.
    """

    dated: tuple[TimelineEntry, ...]
    undated: tuple[TimelineEntry, ...]
