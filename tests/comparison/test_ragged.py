"""Rows of unequal length."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison.ragged import Ragged, crossed

ROWS = st.lists(st.lists(st.integers(0, (1 << 64) - 1), max_size=4), min_size=3, max_size=3)


def _lists(table: Ragged) -> list[list[int]]:
    ends = table.counts.cumsum().tolist()
    return [
        table.values[end - size : end].tolist()
        for size, end in zip(table.counts, ends, strict=True)
    ]


@given(st.lists(ROWS, min_size=1, max_size=3))
def test_crossing_gives_every_combination_within_a_row(tables: list[list[list[int]]]) -> None:
    """In order, and nothing for a row that is empty somewhere."""
    rows, parts = crossed([Ragged.of(table) for table in tables])

    found = [(row, *map(int, one)) for row, *one in zip(rows.tolist(), *parts, strict=True)]
    assert found == [(row, *one) for row in range(3) for one in product(*(t[row] for t in tables))]


@given(ROWS, ROWS, st.lists(st.integers(0, 2), max_size=5))
def test_rows_are_chosen_cut_and_put_side_by_side(
    one: list[list[int]], other: list[list[int]], which: list[int]
) -> None:
    """As lists would be."""
    table = Ragged.of(one)

    assert _lists(table.taken(np.array(which, dtype=np.int64))) == [one[row] for row in which]
    assert _lists(table.first(2)) == [row[:2] for row in one]
    assert _lists(table.beside(Ragged.of(other))) == [
        a + b for a, b in zip(one, other, strict=True)
    ]
    assert _lists(table.where(np.array([True, False, True]))) == [one[0], [], one[2]]
