"""Source by date: the worked example of the fifth sample article."""

from __future__ import annotations

from pathlib import Path

import claims
from claims.comparison import compare_all, matrix
from claims.comparison.keys import stretch
from claims.model import CellState, Slot

SEED = next((Path(__file__).parents[2] / "seeds").glob("004_*.txt"))
OFFICIAL = "US Department of Defense"


def test_the_fifth_article_shows_where_the_department_and_the_networks_part() -> None:
    """On the 23rd, 27th and 28th they conflict on the target; on the 24th, 26th and 29th the department is alone."""
    document = claims.read(SEED.read_bytes(), name=SEED.name)
    found = claims.extract(document).claims
    rows = {
        row.date: {cell.source: cell for cell in row.cells}
        for row in matrix(found, compare_all(found)).rows
    }

    for day in (23, 27, 28):
        cells = rows[f"2018-03-{day}"]
        assert len(cells) >= 2
        assert cells[OFFICIAL].state is CellState.CONFLICT
        assert cells[OFFICIAL].conflicting == (Slot.TARGET,)
    for day in (24, 26, 29):
        assert {name: cell.state for name, cell in rows[f"2018-03-{day}"].items()} == {
            OFFICIAL: CellState.ALONE
        }


def test_rows_go_from_the_earliest_date_on() -> None:
    """Vague dates by the day they begin with."""
    document = claims.read(SEED.read_bytes(), name=SEED.name)
    found = claims.extract(document).claims

    dates = [row.date for row in matrix(found, compare_all(found)).rows]
    first = [days.first for edtf in dates if (days := stretch(edtf)) is not None]

    assert len(first) == len(dates)
    assert first == sorted(first)
