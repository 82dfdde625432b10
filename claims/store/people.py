"""Rows of people and facts: the few that are changed in place, each change with its old and new value in the chain."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select

from claims.store.schema import facts, people
from claims.store.writer import Writer


def roles(connection: Connection) -> dict[str, str]:
    """The role of everybody, by name in order."""
    query = select(people).order_by(people.c.name)
    return {row.name: row.role for row in connection.execute(query)}


def put_role(writer: Writer, name: str, role: str) -> None:
    """Name a person or give them another role."""
    _put(writer, people, {"name": name, "role": role})


def fact(connection: Connection, name: str) -> str | None:
    """What the case has laid down under a name, None when nothing."""
    return connection.scalar(select(facts.c.value).where(facts.c.name == name))


def put_fact(writer: Writer, name: str, value: str) -> None:
    """Lay something down for the case."""
    _put(writer, facts, {"name": name, "value": value})


def _put(writer: Writer, table: Table, row: dict[str, str]) -> None:
    query = select(table).where(table.c.name == row["name"])
    before = writer.connection.execute(query).first()
    if before is None:
        writer.insert(table, [row])
    elif before._asdict() != row:
        writer.update(table, before._asdict(), row)
