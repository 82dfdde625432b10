"""How wide the columns of a table are on paper: by what stands in them."""

from __future__ import annotations

from itertools import islice
from math import isqrt
from typing import Final

from claims.report.runs import plain
from claims.report.value import Mark, Table

_NARROWEST, _WIDEST = 6, 40
SHORT: Final = 8
"""Characters of the longest cell of a column that is as wide as its words."""
_SAMPLED: Final = 40
_HEAVY: Final = 1.3
"""A heavy letter is so much wider than others."""
_EDGES: Final = 3
"""Characters that the edges of a column take."""


def widths(table: Table) -> list[int]:
    """Shares of the page: by the longest cell of each column within bounds, and wide enough for its longest word.

    A column of short words gets 0: it is as wide as they are. Where all columns are so, they share the page as others do.
    """
    columns = _columns(table)
    shares = [max(map(_width, column)) for column in columns]
    short = [max(map(len, column)) <= SHORT for column in columns]
    if all(short):
        return shares
    return [0 if brief else width for brief, width in zip(short, shares, strict=True)]


def shares(table: Table, held: float) -> list[float]:
    """The same as parts of 1, for paper on which no column is as wide as its words by itself.

    Args:
        table: whose columns are meant.
        held: characters that a line of the page holds. Every column gets room for its longest word, and those with more
            to say more.
    """
    columns = _columns(table)
    heavy = _heavy(table)
    least = [
        (max(*map(_longest, column), bold * _HEAVY) + _EDGES) / held
        for column, bold in zip(columns, heavy, strict=True)
    ]
    if sum(least) >= 1:
        return [each / sum(least) for each in least]
    wanted = [1 + max(_wished(each) - _longest(each) for each in column) for column in columns]
    return [
        each + (1 - sum(least)) * more / sum(wanted)
        for each, more in zip(least, wanted, strict=True)
    ]


def _columns(table: Table) -> list[list[str]]:
    """What stands in each column, of the first rows."""
    columns = [[each] for each in table.columns]
    for row in islice(table.rows, _SAMPLED):
        for column, cell in zip(columns, row.cells, strict=True):
            column.append(plain(cell))
    return columns


def _heavy(table: Table) -> list[int]:
    """The longest word of each column that is set in heavy letters: of its name, or of a mark, in the first rows."""
    found = [_longest(each) for each in table.columns]
    for row in islice(table.rows, _SAMPLED):
        for number, cell in enumerate(row.cells):
            marks = (_longest(each.text) for each in cell if isinstance(each, Mark))
            found[number] = max(found[number], *marks, 0)
    return found


def _longest(text: str) -> int:
    return min(max(map(len, text.split()), default=0), _WIDEST)


def _wished(text: str) -> int:
    """As wide as it is long; of what is more than the widest, twice the root."""
    more = len(text) - _WIDEST
    return len(text) if more <= 0 else _WIDEST + 2 * isqrt(more)


def _width(text: str) -> int:
    return max(min(len(text), _WIDEST), _longest(text) * 2, _NARROWEST)
