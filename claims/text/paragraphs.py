"""Lines that one sentence runs across, joined again.

A line break ends a sentence in news pages and posts, with or without a full stop. It does not where the words say
that they go on, where a quotation is still open and closes in the next line, and in mail and releases that were
wrapped at a fixed width.
"""

from __future__ import annotations

from claims.model.document import Role
from claims.text.lines import Line
from claims.text.phrases import abbreviations

_WRAP_WIDTHS = (40, 120)
_WRAP_LINES = 3
_WRAP_SHARE = 0.8
_OPEN_WORDS = 6
"""A shorter line with an open quotation is a title with a forgotten mark."""


def joined(rows: list[Line], roles: list[Role | None]) -> list[list[int]]:
    """Indices of ``rows`` in groups that belong together, in order; every row is in exactly one group."""
    wrapped = _wrapped(rows, roles)
    groups: list[list[int]] = []
    for index, row in enumerate(rows):
        if groups and roles[index] is None and roles[index - 1] is None:
            before = rows[index - 1]
            if index in wrapped or (not row.mark and _goes_on(before, row)):
                groups[-1].append(index)
                continue
        groups.append([index])
    return groups


def _goes_on(before: Line, row: Line) -> bool:
    if before.stopped or before.words == 1 or before.text.endswith(":"):
        return False
    if before.text.rpartition(" ")[2].lower() in abbreviations().never_last:
        return True
    first = row.text.partition(" ")[0]
    if row.apart:
        return before.text.endswith(("،", ",")) and first in abbreviations().hanging
    return (
        before.text.endswith(("،", ","))
        or first in abbreviations().never_first
        or (
            first[0].isascii()
            and first[0].islower()
            and before.text[-1].isascii()
            and before.text[-1].islower()
        )
        or (before.words >= _OPEN_WORDS and _left_open(before.text) and _closes(row.text))
    )


def _left_open(row: str) -> bool:
    return (
        row.count('"') % 2 == 1
        or row.count("«") > row.count("»")
        or row.count("“") > row.count("”")
    )


def _closes(row: str) -> bool:
    return (
        row.count('"') % 2 == 1
        or row.count("«") < row.count("»")
        or row.count("“") < row.count("”")
    )


def _wrapped(rows: list[Line], roles: list[Role | None]) -> set[int]:
    """Rows that continue the one before because the text was wrapped at a fixed width."""
    found: set[int] = set()
    block: list[int] = []
    for index in range(len(rows) + 1):
        if index < len(rows) and roles[index] is None and not (block and rows[index].apart):
            block.append(index)
            continue
        found.update(_wrapped_block(rows, block))
        block = [index] if index < len(rows) and roles[index] is None else []
    return found


def _wrapped_block(rows: list[Line], block: list[int]) -> list[int]:
    if len(block) < _WRAP_LINES:
        return []
    width = max(len(rows[i].text) for i in block)
    if not _WRAP_WIDTHS[0] <= width <= _WRAP_WIDTHS[1]:
        return []
    pairs = [i for i in block[1:] if not rows[i].mark]
    full = [
        i for i in pairs if len(rows[i - 1].text) + 1 + len(rows[i].text.partition(" ")[0]) > width
    ]
    broken = sum(not rows[i - 1].stopped for i in full)
    enough = len(full) >= max(2, _WRAP_SHARE * len(pairs)) and broken >= len(full) / 2
    return full if enough else []
