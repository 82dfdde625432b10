"""How wide the columns of a table are on paper: by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from math import ceil, isqrt
from typing import Final

from claims.report.runs import plain
from claims.report.value import Mark, Table

_NARROWEST, _WIDEST = 6, 40
SHORT: Final = 8
"""Characters of the longest cell of a column that is as wide as its words."""
_SAMPLED: Final = 40
_HEAVY: Final = 1.3
"""A heavy letter is so much wider than others."""
_WORDS: Final = re.compile(r"\S+")
_PARTS: Final = re.compile(r"[^\s/]+/?|/")
"""Words, cut behind a stroke, where a line may end as well; a word processor ends none there."""
_EDGES: Final = 3
"""Characters that the edges of a column take."""


def widths(table: Table, held: int) -> list[int]:
    """Shares of the page: by the longest cell of each column within bounds, and wide enough for its longest word.

    A column of short words gets 0: it is as wide as they are. Where all columns are so, they share the page as others do.

    Args:
        table: whose columns are meant.
        held: characters that a line of the page holds, with the edges of its columns.
    """
    columns = _columns(table)
    wished = [max(map(_width, column)) for column in columns]
    short = [max(map(len, column)) <= SHORT for column in columns]
    if all(short):
        return wished
    least = [ceil(each) for each in _least(table, columns, _PARTS)]
    room = held - sum(each for each, brief in zip(least, short, strict=True) if brief)
    broad = [number for number, brief in enumerate(short) if not brief]
    given = _given([wished[each] for each in broad], [least[each] for each in broad], room)
    found = dict(zip(broad, given, strict=True))
    return [found.get(number, 0) for number in range(len(columns))]


def _given(wished: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """``room`` dealt out as wished, but that nobody gets less than the least while there is room for it."""
    tight: set[int] = set()
    while True:
        rest = room - sum(least[each] for each in tight)
        whole = sum(each for number, each in enumerate(wished) if number not in tight)
        if whole == 0 or rest <= 0:
            return list(least)
        given = [
            least[number] if number in tight else round(each * rest / whole)
            for number, each in enumerate(wished)
        ]
        more = {number for number, each in enumerate(given) if each < least[number]}
        if not more:
            return given
        tight |= more


def shares(table: Table, held: float) -> list[float]:
    """The same as parts of 1, for paper on which no column is as wide as its words by itself.

    Args:
        table: whose columns are meant.
        held: characters that a line of the page holds. Every column gets room for its longest word, and those with more
            to say more.
    """
    columns = _columns(table)
    least = [each / held for each in _least(table, columns, _WORDS)]
    if sum(least) >= 1:
        return [each / sum(least) for each in least]
    wanted = [
        1 + max(_wished(each) - _longest(each, _WORDS) for each in column) for column in columns
    ]
    return [
        each + (1 - sum(least)) * more / sum(wanted)
        for each, more in zip(least, wanted, strict=True)
    ]


def crowded(table: Table, held: float) -> bool:
    """Whether not all words of a table fit into its columns on a page whose lines hold so many characters."""
    return sum(_least(table, _columns(table), _WORDS)) > held


def _least(table: Table, columns: Sequence[Sequence[str]], words: re.Pattern[str]) -> list[float]:
    """Characters that each column needs for the longest of its ``words``."""
    return [
        max(*(_longest(each, words) for each in column), bold * _HEAVY) + _EDGES
        for column, bold in zip(columns, _heavy(table, words), strict=True)
    ]


def _columns(table: Table) -> list[list[str]]:
    """What stands in each column, of the first rows."""
    columns = [[each] for each in table.columns]
    for row in islice(table.rows, _SAMPLED):
        for column, cell in zip(columns, row.cells, strict=True):
            column.append(plain(cell))
    return columns


def _heavy(table: Table, words: re.Pattern[str]) -> list[int]:
    """The longest word of each column that is set in heavy letters: of its name, or of a mark, in the first rows."""
    found = [_longest(each, words) for each in table.columns]
    for row in islice(table.rows, _SAMPLED):
        for number, cell in enumerate(row.cells):
            marks = (_longest(each.text, words) for each in cell if isinstance(each, Mark))
            found[number] = max(found[number], *marks, 0)
    return found


def _longest(text: str, words: re.Pattern[str]) -> int:
    return min(max(map(len, words.findall(text)), default=0), _WIDEST)


def _wished(text: str) -> int:
    """As wide as it is long; of what is more than the widest, twice the root."""
    more = len(text) - _WIDEST
    return len(text) if more <= 0 else _WIDEST + 2 * isqrt(more)


def _width(text: str) -> int:
    return max(min(len(text), _WIDEST), _longest(text, _PARTS) * 2, _NARROWEST)
