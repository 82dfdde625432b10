"""A case at a glance: who speaks of which day, and how that stands to what others say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from claims.comparison.keys import days as days_of
from claims.comparison.keys import is_event
from claims.model import (
    Cell,
    CellState,
    Claim,
    Comparison,
    Matrix,
    MatrixRow,
    Relation,
    SameEvent,
    Slot,
    Towards,
)

_STATES: Final = {
    Relation.CONFLICT: CellState.CONFLICT,
    Relation.PARTIAL: CellState.PARTIAL,
    Relation.AGREE: CellState.AGREE,
    Relation.UNSURE: CellState.UNSURE,
}
_STRENGTH: Final = list(CellState)


def matrix(claims: Sequence[Claim], comparisons: Iterable[Comparison]) -> Matrix:
    """Source by date, over the claims of events that say when.

    Args:
        claims: all claims of a case, in any order.
        comparisons: the suggested pairs among them, or what was decided of them.
    """
    cells: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in sorted(filter(placed, claims), key=lambda one: (one.document, one.span, one.id)):
        if claim.date is not None:
            cells[claim.date.edtf][claim.speaker.source].append(claim)
    of_claim = _of_claim(comparisons)
    speaker = {claim.id: claim.speaker.source for claim in claims}
    rows = tuple(
        MatrixRow(
            edtf,
            tuple(
                _cell(source, own, of_claim, speaker) for source, own in sorted(cells[edtf].items())
            ),
        )
        for edtf in sorted(cells, key=lambda edtf: _when(cells[edtf], edtf))
    )
    sources = sorted({cell.source for row in rows for cell in row.cells})
    return Matrix(tuple(sources), rows)


def placed(claim: Claim) -> bool:
    """Whether a claim has its place in a matrix: it tells an event and says when."""
    return claim.checkable and is_event(claim.kind) and days_of(claim) is not None


def _when(of_source: dict[str, list[Claim]], edtf: str) -> tuple[int, int, str]:
    claim = next(iter(of_source.values()))[0]
    return *(days_of(claim) or (0, 0)), edtf


def _of_claim(comparisons: Iterable[Comparison]) -> dict[str, list[Comparison]]:
    found: defaultdict[str, list[Comparison]] = defaultdict(list)
    for each in comparisons:
        if each.same_event is SameEvent.YES:
            found[each.key.left].append(each)
            found[each.key.right].append(each)
    return found


def _cell(
    source: str,
    claims: Sequence[Claim],
    of_claim: Mapping[str, Sequence[Comparison]],
    speaker: Mapping[str, str],
) -> Cell:
    known = [
        (_other(each, claim.id), each) for claim in claims for each in of_claim.get(claim.id, ())
    ]
    state, parted = relations(each for _, each in known)
    towards = [
        Towards(speaker[other], each.key, each.relation, each.conflicting)
        for other, each in known
        if each.relation in _STATES and other in speaker
    ]
    towards.sort(key=lambda one: (_STRENGTH.index(_STATES[one.relation]), one.source, str(one.key)))
    return Cell(
        source,
        tuple(claim.id for claim in claims),
        state,
        parted,
        tuple(towards),
    )


def _other(each: Comparison, name: str) -> str:
    return each.key.right if each.key.left == name else each.key.left


def relations(comparisons: Iterable[Comparison]) -> tuple[CellState, tuple[Slot, ...]]:
    """The strongest of several relations, *alone* where there is none, and the slots in conflict."""
    known = tuple(comparisons)
    states = {_STATES[each.relation] for each in known if each.relation in _STATES}
    parted = {slot for each in known for slot in each.conflicting}
    strongest = min(states, key=_STRENGTH.index, default=CellState.ALONE)
    return strongest, tuple(slot for slot in Slot if slot in parted)
