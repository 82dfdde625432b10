"""``incidents`` and ``matrix``: who speaks of which event and of which day, in a case."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from claims.cli.cases import opened
from claims.cli.display import mark
from claims.cli.options import CaseFile, Json, Language, Reviewer, end
from claims.cli.terminal import emit, quoted, show, sum_up
from claims.model import CellState, Incident, MatrixRow, Toll
from claims.report.captions import source_caption
from claims.report.incident_forms import incident_form, matrix_row_form
from claims.report.wording import Wording, wording
from claims.settings import load_settings

Least = Annotated[
    int,
    typer.Option("--sources", min=1, help="Only incidents that at least so many sources tell of."),
]
_SIGNS = {
    CellState.CONFLICT: "✗",
    CellState.PARTIAL: "≈",
    CellState.AGREE: "=",
    CellState.UNSURE: "?",
    CellState.ALONE: "·",
}


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
        found = [
            one for one in at_hand.acting_as(by).incidents.list() if len(one.accounts) >= sources
        ]
    for one in found:
        if as_json:
            emit(incident_form(one))
        else:
            show(_incident(one, words))
    sum_up(f"incidents: {len(found)}", as_json=as_json)
    alone = any(said.alone for one in found for each in one.accounts for said in each.stated)
    end(needs_person=alone)


def matrix(
    by: Reviewer = "", as_json: Json = False, case: CaseFile = None, language: Language = None
) -> None:
    """Print who speaks of which date, and whether others agree: ✗ conflict, ≈ in part, = agree, ? unsure, · alone.

    With --exit-code, 1: somewhere there is a conflict.
    """
    words = wording(load_settings(language=language).language)
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).incidents.matrix()
    for row in found.rows:
        if as_json:
            emit(matrix_row_form(row))
        else:
            show(_row(row, words))
    states = {cell.state for row in found.rows for cell in row.cells}
    end(needs_person=CellState.CONFLICT in states)


def _incident(one: Incident, words: Wording) -> Group:
    when = one.first if one.first == one.last else f"{one.first}/{one.last}"
    counts = f"claims: {len(one.claims)}, sources: {len(one.accounts)}, lineages: {one.lineages}"
    head = Text.assemble((one.id, "bold cyan"), f"  {when or '–'}  ", (counts, "dim"))
    lines = [Text(_toll(toll)) for toll in one.tolls]
    for each in one.accounts:
        line = Text(quoted(source_caption(each.source, words.language)))
        for said in each.stated:
            if said.alone:
                line.append("  ✗ ").append_text(mark(words, "slot", said.slot))
        lines.append(line)
    return Group(head, Padding(Group(*lines), (0, 0, 1, 2)))


def _toll(toll: Toll) -> str:
    most = f"{toll.low:g}+" if toll.high is None else f"{toll.low:g}–{toll.high:g}"
    return (
        f"{toll.unit} {toll.of}".rstrip()
        + f": {most if toll.low != toll.high else f'{toll.low:g}'}"
    )


def _row(row: MatrixRow, words: Wording) -> Group:
    lines = []
    for cell in row.cells:
        name = quoted(source_caption(cell.source, words.language))
        line = Text(f"{_SIGNS[cell.state]} {name}  claims: {len(cell.claims)}")
        for slot in cell.conflicting:
            line.append("  ").append_text(mark(words, "slot", slot))
        lines.append(line)
    return Group(Text(row.date, style="bold"), Padding(Group(*lines), (0, 0, 0, 2)))
