"""``incidents`` and ``matrix``: who speaks of which event and of which day, in a case."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.cases import opened
from claims.cli.incident_display import MatrixClaims, incident_block, matrix_block
from claims.cli.options import CaseFile, Json, Language, Reviewer, end
from claims.cli.terminal import emit, show, sum_up
from claims.model import CellState, Matrix
from claims.report.incident_forms import incident_form, matrix_row_form
from claims.report.wording import wording
from claims.settings import load_settings

Least = Annotated[
    int,
    typer.Option("--sources", min=1, help="Only incidents that at least so many sources tell of."),
]


def incidents(
    sources: Least = 1,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the claims of the case by the event they speak of: who says what, and from how many to how many.

    With --exit-code, 1: in one of them a source stands alone against others.
    """
    words = wording(load_settings(language=language).language)
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).incidents.sheets(sources=sources)
    for one in found:
        if as_json:
            emit(incident_form(one.incident))
        else:
            show(incident_block(one, words))
    sum_up(words.text("line_incidents", count=len(found)), as_json=as_json)
    end(needs_person=any(row.alone for one in found for row in one.rows))


def matrix(
    by: Reviewer = "", as_json: Json = False, case: CaseFile = None, language: Language = None
) -> None:
    """Print who speaks of which date, and whether others agree: ✗ conflict, ≈ in part, = agree, ? unsure, · alone.

    With --exit-code, 1: somewhere there is a conflict.
    """
    words = wording(load_settings(language=language).language)
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        found = acting.incidents.matrix()
        claims: MatrixClaims = {} if as_json else acting.claims.several(_names(found))
    for row in found.rows:
        if as_json:
            emit(matrix_row_form(row))
        else:
            show(matrix_block(row, claims, words))
    states = {cell.state for row in found.rows for cell in row.cells}
    end(needs_person=CellState.CONFLICT in states)


def _names(found: Matrix) -> set[str]:
    """The ids of all claims of a matrix, and of those that its pairs hold them against."""
    cells = [cell for row in found.rows for cell in row.cells]
    own = {name for cell in cells for name in cell.claims}
    keys = [each.key for cell in cells for each in cell.towards]
    return own | {name for key in keys for name in (key.left, key.right)}
