"""The numbers under which rows of people's work are shown.

Rows are numbered as they are stored. In a case for several such a number would tell how much others have written, on
pairs on which nobody may know yet that they answered. There every row is shown under a number that follows from what it is
and from its place among the rows of the same person on the same thing, and from no other row: it stays the same in every copy
of the case, and tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from claims.model import Adjudication, Conclusion, Decision, Grouping, PairKey, Remark
from claims.review.blindness import number_that_tells_nothing
from claims.store import lines, people
from claims.store.bringing import from_files
from claims.store.engine import Reader
from claims.store.lines import Lines
from claims.store.schema import adjudications, conclusions, decisions, groupings, remarks

REVIEWERS: Final = "reviewers"
"""The fact of a case that says how many people it asks for on each pair."""

_LINES: Final = {
    decisions.name: ("left_claim", "right_claim", "reviewer"),
    adjudications.name: ("left_claim", "right_claim"),
    remarks.name: ("thing", "topic", "kind", "author", "line"),
    groupings.name: ("author", "line"),
    conclusions.name: ("matter", "topic", "settler"),
}
"""What all rows share among which a row has its place; of conclusions, to whose lines several people write, those of one person."""

Row = TypeVar("Row", Decision, Adjudication, Remark, Grouping, Conclusion)
Undoing = TypeVar("Undoing", Decision, Remark, Grouping, Adjudication)


def numbers(
    connection: Reader, table: Lines, only: Mapping[str, str] | None = None
) -> dict[int, int] | None:
    """The number under which each row of a table is shown, by the one under which it is stored; None: the same.

    Args:
        connection: an open transaction.
        table: decisions, adjudications, remarks, groupings or conclusions.
        only: columns and values of the rows that are wanted.
    """
    if (people.fact(connection, REVIEWERS) or "1") == "1":
        return None
    places = lines.places(connection, table, _LINES[table.name], only or {})
    return {
        stored: number_that_tells_nothing(table.name, *line, str(place))
        for stored, (line, place) in places.items()
    }


def decided(connection: Reader, rows: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions under the numbers under which they are shown, each that came from a file with how."""
    found = tuple(rows)
    if not found:
        return ()
    came = from_files(connection, decisions, found)
    return _undoing(came, numbers(connection, decisions, _of_one_pair({row.key for row in found})))


def decided_by_pair(
    connection: Reader, rows: Iterable[Decision]
) -> Mapping[PairKey, tuple[Decision, ...]]:
    """The same by their pairs, for rows on few of the pairs of a case: those on others are not looked at."""
    found: dict[PairKey, list[Decision]] = {}
    for row in from_files(connection, decisions, rows):
        found.setdefault(row.key, []).append(row)
    return {
        key: _undoing(tuple(own), numbers(connection, decisions, _of_one_pair({key})))
        for key, own in found.items()
    }


def settled(connection: Reader, rows: Iterable[Adjudication]) -> tuple[Adjudication, ...]:
    """Adjudications under the numbers under which they are shown."""
    found = tuple(rows)
    if not found:
        return ()
    return _undoing(
        found, numbers(connection, adjudications, _of_one_pair({row.key for row in found}))
    )


def remarked(connection: Reader, rows: Iterable[Remark]) -> tuple[Remark, ...]:
    """Remarks under the numbers under which they are shown, each that came from a file with how."""
    found = tuple(rows)
    if not found:
        return ()
    topics = {(row.topic.thing.value, row.topic.id) for row in found}
    only = dict(zip(("thing", "topic"), *topics, strict=True)) if len(topics) == 1 else None
    return _undoing(from_files(connection, remarks, found), numbers(connection, remarks, only))


def grouped(connection: Reader, rows: Iterable[Grouping]) -> tuple[Grouping, ...]:
    """Words on incidents under the numbers under which they are shown, each that came from a file with how."""
    found = from_files(connection, groupings, rows)
    return _undoing(found, numbers(connection, groupings)) if found else ()


def concluded(connection: Reader, rows: Iterable[Conclusion]) -> tuple[Conclusion, ...]:
    """Conclusions under the numbers under which they are shown."""
    found = tuple(rows)
    return _shown(found, numbers(connection, conclusions)) if found else ()


def _of_one_pair(keys: set[PairKey]) -> Mapping[str, str] | None:
    """What picks the rows of a pair, when there is but one; else all are looked at."""
    if len(keys) != 1:
        return None
    (key,) = keys
    return {"left_claim": key.left, "right_claim": key.right}


def _undoing(rows: tuple[Undoing, ...], known: Mapping[int, int] | None) -> tuple[Undoing, ...]:
    """As `_shown`, of rows that name what they take back."""
    if known is None:
        return rows
    return tuple(
        replace(row, undoes=None if row.undoes is None else known[row.undoes])
        for row in _shown(rows, known)
    )


def _shown(rows: tuple[Row, ...], known: Mapping[int, int] | None) -> tuple[Row, ...]:
    if known is None:
        return rows
    return tuple(
        replace(
            row,
            id=known[row.id],
            supersedes=None if row.supersedes is None else known[row.supersedes],
        )
        for row in rows
    )


def stored_number(connection: Reader, table: Lines, shown: int) -> int | None:
    """The number under which the row is stored that is shown under this one; None when there is none."""
    known = numbers(connection, table)
    if known is None:
        return shown
    return next((stored for stored, number in known.items() if number == shown), None)
