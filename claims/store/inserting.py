"""Rows that are put into a table, and counted: what the database took and did not store is never acknowledged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

from claims.errors import Corrupt


def put_in(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows, each with every column of the table.

    Raises:
        Corrupt: the database took a row and did not store it, as a trigger that is not ours can make it do.
    """
    if not rows:
        return
    statement = insert(table).execution_options(preserve_rowcount=True)
    if connection.execute(statement, [dict(row) for row in rows]).rowcount != len(rows):
        raise swallowed(table)


def swallowed(table: Table) -> Corrupt:
    """The error of a row that was taken and is not there."""
    return Corrupt(
        f"The database did not store what was written to {table.name}.",
        next_step="Nothing was changed. Look for a trigger or rule that is not of this program, and take it away.",
    )
