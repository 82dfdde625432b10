"""Rows of what people say of incidents: appended, never changed; each word is a line of its own, like a note."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, select

from claims.model import Grouping, Regrouping
from claims.model.plain import dumps, to_plain
from claims.store import lines, rows
from claims.store.audit import Row
from claims.store.grouping_rows import grouping_of
from claims.store.originals import sha256
from claims.store.schema import groupings
from claims.store.writer import Writer

_NAMED: Final = 16
"""Hex digits that name a line: over who said what when, so that copies of a case that grew apart can be merged."""


def append(writer: Writer, said: Regrouping, *, by: str, at: str, token: str) -> Grouping:
    """Add a word."""
    body = dumps(to_plain(said))
    line = {"line": sha256(dumps([by, at, body]).encode())[:_NAMED], "author": by}
    row = {"made_at": at, "undoes": None, "token": token, "body": body}
    return grouping_of(lines.append(writer, groupings, line, row))


def undo(writer: Writer, said: Grouping, *, at: str, token: str) -> Grouping:
    """Take back a word that stands, under the name of whoever said it."""
    number = groupings.c.id == said.id
    line = writer.connection.scalar(select(groupings.c.line).where(number))
    row: dict[str, Any] = {"made_at": at, "undoes": said.id, "token": token, "body": None}
    return grouping_of(lines.append(writer, groupings, {"line": line, "author": said.by}, row))


def with_token(
    connection: Connection, by: str, token: str, *, undo: bool = False
) -> Grouping | None:
    """The row that this submission became, None when it is new."""
    row = lines.with_token(connection, groupings, {"author": by}, token, undo=undo)
    return None if row is None else grouping_of(row)


def all_rows(connection: Connection, left_out: rows.LeftOut | None = None) -> tuple[Grouping, ...]:
    """Every row in the order they were stored, those that were taken back included.

    ``left_out`` is told of each row that cannot be read; without it that raises.
    """
    found = (
        row._asdict() for row in connection.execute(select(groupings).order_by(groupings.c.id))
    )
    return tuple(rows.readable(found, grouping_of, _name, left_out))


def _name(row: Row) -> str:
    return f"grouping {row['id']}"
