"""The matrix as the screen shows it."""

from __future__ import annotations

from typing import cast

import pytest

from claims.model import Cell, CellState, Matrix, MatrixRow, Message, Slot
from workbench import wording
from workbench.shown import matrix
from workbench.shown.matrix import Asked

EN, AR = wording.of("en"), wording.of("ar")
LONE = Cell("One", ("a",), CellState.ALONE, ())
PARTED = Cell("Two", ("b", "c"), CellState.CONFLICT, (Slot.TARGET,))
EARLY = MatrixRow("2018-03-23", (LONE,))
MONTH = MatrixRow("2018-04", (LONE, PARTED))
MATRIX = Matrix(("One", "Two"), (EARLY, MONTH))


def test_each_cell_has_a_sign_and_a_word_and_an_absent_one_has_none() -> None:
    """Nothing rests on colour; on what both part is said."""
    shown = matrix.grid([EARLY, MONTH], ["Two", "One"], {}, EN)
    rows = shown["rows"]
    assert isinstance(rows, list)
    assert rows[0]["cells"][0] is None
    cell = rows[1]["cells"][0]
    assert (cell["sign"], cell["word"], cell["slots"]) == ("✗", "conflict", "Target")
    assert cell["count"] == "2 claims"
    assert rows[0]["spoken"] == "23 March 2018"


def test_dates_are_asked_for_by_days_and_by_who_speaks() -> None:
    """A month meets each of its days; several sources; conflicts only."""
    assert matrix.asked_for(MATRIX, Asked()) == [EARLY, MONTH]
    assert matrix.asked_for(MATRIX, Asked(since="2018-04-30")) == [MONTH]
    assert matrix.asked_for(MATRIX, Asked(until="2018-03-31")) == [EARLY]
    assert matrix.asked_for(MATRIX, Asked(kind="several")) == [MONTH]
    assert matrix.asked_for(MATRIX, Asked(kind="conflict")) == [MONTH]


@pytest.mark.parametrize(
    ("edtf", "low", "high"),
    [
        ("2018-03-24~/2018-03-30~", "2018-03-24", "2018-03-30"),
        ("2014-09/..", "2014-09-01", "9999-12-31"),
        ("2014-22", "2014-01-01", "2014-12-31"),
        ("XXXX-06-16", "0000-01-01", "9999-12-31"),
    ],
)
def test_the_days_that_a_date_may_mean(edtf: str, low: str, high: str) -> None:
    """From the first to the last; what is not known may be any."""
    assert matrix.bounds(edtf) == (low, high)


def test_whoever_says_most_comes_first_and_a_cell_is_found_by_its_names() -> None:
    """Sources of the rows at hand only."""
    assert matrix.sources([MONTH]) == ["Two", "One"]
    assert matrix.sources([EARLY]) == ["One"]
    assert matrix.named(MATRIX, "2018-04", "Two") == PARTED
    assert matrix.named(MATRIX, "2018-03-23", "Two") is None
    assert matrix.standing(PARTED, AR) == "✗ تعارض (الهدف)"


def test_who_nobody_has_named_is_called_so_and_can_be_named() -> None:
    """A source without a name is no name of a file; one with a name is not asked for."""
    voices = {"Two": Message(ar="ناشر غير مذكور", en="no publisher given")}
    two, one = cast(
        "list[matrix.Head]", matrix.grid([EARLY], ["Two", "One"], voices, EN)["sources"]
    )
    assert (two["name"], two["source"], two["file"], two["ask"]) == (
        "no publisher given",
        "Two",
        "Two",
        "Say who published it",
    )
    assert (one["name"], one["file"], one["ask"]) == ("One", "", "")
    assert matrix.heading("2018-03-23", "Two", voices, EN) == "23 March 2018 · no publisher given"
    told = {"Two": Message(ar="ناشر غير مذكور (الملف Two)", en="no publisher given (file Two)")}
    (head,) = cast("list[matrix.Head]", matrix.grid([EARLY], ["Two"], told, AR)["sources"])
    assert (head["name"], head["file"]) == ("ناشر غير مذكور", "Two")
    assert matrix.a_claim_of([EARLY], EARLY.cells[0].source) == EARLY.cells[0].claims[0]
    assert matrix.a_claim_of([EARLY], "nobody") == ""
