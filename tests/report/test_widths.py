"""How wide the columns of a table are on paper."""

from __future__ import annotations

import pytest

from claims.report.value import Row, Table, Words
from claims.report.widths import crowded, widths


def table(names: str, *rows: str) -> Table:
    """A table of words, the columns parted by bars."""
    cells = [Row(tuple((Words(each),) for each in row.split("|"))) for row in rows]
    return Table("A table", tuple(names.split("|")), tuple(cells))


@pytest.mark.parametrize(
    "made",
    [
        table("Who says it|date|place|actor|quantity|Claims", "x " * 40 + "|" + "y " * 40 + "|" + "z " * 40 + "|" + "u " * 40 + "|not stated|claim 1"),
        table("Claim|Id|Document|Place [from, to)|Quote", "claim 1|0123456789abcdef|document 1|[1010, 1112)|" + "said " * 60),
    ],
)  # fmt: skip
def test_the_name_of_no_column_runs_into_the_next(made: Table) -> None:
    """A narrow column beside broad ones keeps room for its longest word, in heavy letters, and its edges."""
    given = widths(made, 112)

    broad = {name: width for name, width in zip(made.columns, given, strict=True) if width}
    assert {"quantity", "Document"} & broad.keys()
    for name, width in broad.items():
        assert width >= 1.3 * max(map(len, name.split())) + 3
    assert sum(given) <= 112 + len(given)


def test_a_table_with_no_room_for_its_words_is_dealt_out_by_them() -> None:
    """Twenty columns of long words: each as wide as its word, in shares of the page."""
    names = "|".join(["Verification"] * 20)
    given = widths(table(names, names), 112)
    assert set(given) == {given[0]}
    assert given[0] > 0


def test_a_table_whose_words_do_not_fit_beside_each_other_is_crowded() -> None:
    """Six columns, two of them of a word of 34 letters, on a line of 85; on one of 130 they fit."""
    label = "Conflicting-Evidence/Cherrypicking"
    made = table("Claim|Statement|Verdict|Person|Rules|Decisions", f"1|said|{label}|{label}|why|2")
    assert crowded(made, 85)
    assert not crowded(made, 130)
