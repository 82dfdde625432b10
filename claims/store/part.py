"""A part of a case as a case of its own: all that everybody knows, and of what people said some lines only.

Rows that people said are numbered anew, so that their numbers tell of no others; the chain begins anew as well.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from claims.store.line_rows import TAKES_BACK
from claims.store.schema import CONTENT, claims, comparisons, conclusions, former_claims, pairs
from claims.store.writer import Writer

_OF_CLAIMS: Final = {
    claims.name: ("id",),
    former_claims.name: ("claim",),
    pairs.name: ("left_claim", "right_claim"),
    comparisons.name: ("left_claim", "right_claim"),
}
"""The tables of what is read and compared whose rows are of claims, and where they name them."""
_NAMES: Final = ("supersedes", "undoes", "about")
"""The columns by which a row that somebody said names another one of its table."""


def copy_part(
    source: Connection,
    writer: Writer,
    kept: Mapping[str, Collection[int]],
    without: Collection[str] = (),
) -> None:
    """Write into an empty case every row of another one, but of some tables only some.

    Args:
        source: the case.
        writer: the open transaction of the empty one.
        kept: the numbers of the rows that are kept, whole lines, by the table they are of; all rows of other tables. Of conclusions,
            to whose lines several people write, also parts of lines.
        without: claims that people made and of which nothing is copied, neither they nor their pairs.
    """
    for table in CONTENT:
        found = source.execute(select(table).order_by(*table.primary_key.columns))
        rows = [row._asdict() for row in found]
        if without and table.name in _OF_CLAIMS:
            columns = _OF_CLAIMS[table.name]
            rows = [row for row in rows if not any(row[name] in without for name in columns)]
        if table.name in kept:
            rows = _renumbered(rows, kept[table.name])
            rows = _alone(rows) if table is conclusions else rows
        writer.insert(table, rows)


def numbers(connection: Connection, table: Table, **columns: str) -> frozenset[int]:
    """The numbers of the rows with these values."""
    query = select(table.c.id).where(*(table.c[name] == value for name, value in columns.items()))
    return frozenset(connection.scalars(query))


def _renumbered(rows: list[dict[str, Any]], kept: Collection[int]) -> list[dict[str, Any]]:
    some = [row for row in rows if row["id"] in kept]
    new = {row["id"]: number for number, row in enumerate(some, 1)} | {None: None}
    return [
        row | {"id": new[row["id"]]} | {name: new.get(row[name]) for name in _NAMES if name in row}
        for row in some
    ]


def _alone(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Conclusions as lines of their own, without what stood between them, also in rows of earlier programs."""
    last: dict[tuple[str, str], int] = {}
    found: list[dict[str, Any]] = []
    for place, row in enumerate(rows):
        before = last.get((row["matter"], row["topic"]))
        if before is not None:
            found[before]["live"] = False
        own = {"supersedes": None if before is None else found[before]["id"], "live": True}
        body = row["body"] if row["undoes"] is None else TAKES_BACK
        found.append(row | own | {"body": body})
        last[row["matter"], row["topic"]] = place
    return found
