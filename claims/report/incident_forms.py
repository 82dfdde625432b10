"""The JSON forms of incidents, of the words of people on them, and of the matrix of a case."""

from __future__ import annotations

from pydantic import Field

from claims.model import (
    CellState,
    Counted,
    Grouping,
    GroupingKind,
    Incident,
    Lineage,
    MatrixRow,
    Regrouping,
    Relation,
    Slot,
)
from claims.report.came import TakenInForm, taken_in_form
from claims.report.forms import Form


class StatedForm(Form):
    """What one source says of one slot; alone when others state it too and none agrees."""

    slot: Slot
    claims: tuple[str, ...]
    alone: bool


class AccountForm(Form):
    """What one source says of an incident."""

    source: str
    lineage: Lineage
    claims: tuple[str, ...]
    stated: tuple[StatedForm, ...]


class CountedForm(Form):
    """One count in a range; only a source's last word widens it."""

    source: str
    claim: str
    low: int | float
    high: int | float | None
    approximate: bool
    text: str
    last: bool


class TollForm(Form):
    """From the least to the most that sources count; ``open``: those who say most say *at least*."""

    unit: str
    of: str
    low: int | float
    high: int | float
    open: bool
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    counts: tuple[CountedForm, ...]


class PlaceForm(Form):
    """A place that claims of an incident name; coordinates are null where they are not known."""

    name: str
    id: str
    lat: float | None
    lon: float | None


class IncidentForm(Form):
    """Claims that speak of one event."""

    id: str
    kinds: tuple[str, ...]
    places: tuple[PlaceForm, ...]
    first: str
    last: str
    earliest: str
    latest: str
    claims: tuple[str, ...] = Field(min_length=1)
    lineages: int = Field(ge=1)
    accounts: tuple[AccountForm, ...]
    tolls: tuple[TollForm, ...]


class TowardsForm(Form):
    """How a cell stands to one other source, and the pair that says so."""

    source: str
    key: str
    relation: Relation
    slots: tuple[Slot, ...]


class CellForm(Form):
    """What one source says of one date, and how that stands to others."""

    source: str
    claims: tuple[str, ...]
    state: CellState
    conflicting: tuple[Slot, ...]
    towards: tuple[TowardsForm, ...]


class MatrixRowForm(Form):
    """One date, and who speaks of it."""

    date: str
    cells: tuple[CellForm, ...]


class RegroupingForm(Form):
    """Parts of claims that are one event (``merge``), or each an event of its own (``split``)."""

    kind: GroupingKind
    parts: tuple[tuple[str, ...], ...]
    reason: str


class GroupingForm(Form):
    """One row of what people said of incidents; nothing is said in a row that takes one back."""

    id: int
    said: RegroupingForm | None
    by: str
    at: str
    supersedes: int | None
    undoes: int | None
    live: bool
    taken_in: TakenInForm | None = None


def grouping_form(row: Grouping) -> GroupingForm:
    """A row of what people said of incidents as JSON."""
    return GroupingForm(
        id=row.id,
        said=None if row.said is None else _regrouping_form(row.said),
        by=row.by,
        at=row.at,
        supersedes=row.supersedes,
        undoes=row.undoes,
        live=row.live,
        taken_in=taken_in_form(row.taken_in),
    )


def _regrouping_form(said: Regrouping) -> RegroupingForm:
    return RegroupingForm(kind=said.kind, parts=said.parts, reason=said.reason)


def incident_form(incident: Incident) -> IncidentForm:
    """An incident as JSON."""
    return IncidentForm(
        id=incident.id,
        kinds=incident.kinds,
        places=tuple(
            PlaceForm(name=one.name, id=one.id, lat=one.lat, lon=one.lon) for one in incident.places
        ),
        first=incident.first,
        last=incident.last,
        earliest=incident.earliest,
        latest=incident.latest,
        claims=incident.claims,
        lineages=incident.lineages,
        accounts=tuple(
            AccountForm(
                source=one.source,
                lineage=one.lineage,
                claims=one.claims,
                stated=tuple(
                    StatedForm(slot=each.slot, claims=each.claims, alone=each.alone)
                    for each in one.stated
                ),
            )
            for one in incident.accounts
        ),
        tolls=tuple(
            TollForm(
                unit=toll.unit,
                of=toll.of,
                low=toll.low,
                high=toll.high,
                open=toll.open,
                sources=toll.sources,
                claims=toll.claims,
                counts=tuple(_counted_form(one) for one in toll.counts),
            )
            for toll in incident.tolls
        ),
    )


def _counted_form(one: Counted) -> CountedForm:
    return CountedForm(
        source=one.source,
        claim=one.claim,
        low=one.low,
        high=one.high,
        approximate=one.approximate,
        text=one.text,
        last=one.last,
    )


def matrix_row_form(row: MatrixRow) -> MatrixRowForm:
    """A row of the matrix as JSON."""
    return MatrixRowForm(
        date=row.date,
        cells=tuple(
            CellForm(
                source=cell.source,
                claims=cell.claims,
                state=cell.state,
                conflicting=cell.conflicting,
                towards=tuple(
                    TowardsForm(
                        source=one.source, key=str(one.key), relation=one.relation, slots=one.slots
                    )
                    for one in cell.towards
                ),
            )
            for cell in row.cells
        ),
    )
