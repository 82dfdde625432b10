"""The JSON forms of incidents and of the matrix of a case."""

from __future__ import annotations

from pydantic import Field

from claims.model import CellState, Incident, Lineage, MatrixRow, Slot
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


class TollForm(Form):
    """From the least to the most that sources count; ``high`` is null when one says *at least*."""

    unit: str
    of: str
    low: int | float
    high: int | float | None
    sources: tuple[str, ...]
    claims: tuple[str, ...]


class IncidentForm(Form):
    """Claims that speak of one event."""

    id: str
    first: str
    last: str
    claims: tuple[str, ...] = Field(min_length=1)
    lineages: int = Field(ge=1)
    accounts: tuple[AccountForm, ...]
    tolls: tuple[TollForm, ...]


class CellForm(Form):
    """What one source says of one date, and how that stands to others."""

    source: str
    claims: tuple[str, ...]
    state: CellState
    conflicting: tuple[Slot, ...]


class MatrixRowForm(Form):
    """One date, and who speaks of it."""

    date: str
    cells: tuple[CellForm, ...]


def incident_form(incident: Incident) -> IncidentForm:
    """An incident as JSON."""
    return IncidentForm(
        id=incident.id,
        first=incident.first,
        last=incident.last,
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
                sources=toll.sources,
                claims=toll.claims,
            )
            for toll in incident.tolls
        ),
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
            )
            for cell in row.cells
        ),
    )
