"""Whether the rows in a dump hold values of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from claims.model.plain import from_plain, loads
from claims.store import document_rows, grouping_rows, line_rows, rows
from claims.store.audit import Row

READERS: Final[Mapping[str, tuple[Callable[[Row], object], ...]]] = {
    "documents": (document_rows.document_of, document_rows.head_of),
    "extractions": (lambda row: from_plain(document_rows.Reading, loads(row["body"])),),
    "readings": (lambda row: from_plain(document_rows.Reading, loads(row["body"])),),
    "claims": (rows.claim_of, rows.surroundings_of),
    "former_claims": (rows.claim_of, rows.surroundings_of),
    "edits": (rows.edit_of,),
    "problems": (document_rows.problem_of,),
    "comparisons": (rows.comparison_of,),
    "decisions": (line_rows.decision_of,),
    "adjudications": (line_rows.adjudication_of,),
    "remarks": (line_rows.remark_of,),
    "conclusions": (line_rows.conclusion_of,),
    "descriptions": (document_rows.described_of,),
    "groupings": (grouping_rows.grouping_of,),
}
"""What reads the values in a row, by its table."""


def read(table: str, row: Row) -> None:
    """Read the values in a row from elsewhere, to see that they are values of the model.

    Raises:
        InputError: one of them does not have the shape it should have.
        Refused: a rule of the model says no.
    """
    for reader in READERS.get(table, ()):
        reader(row)
