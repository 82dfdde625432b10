"""Rows of people and facts: the few that are changed in place, each change with its old and new value in the chain."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Connection, Table, func, select

from claims.store.bringing import PERSON
from claims.store.schema import audit, facts, metadata, people
from claims.store.writer import Writer

PARTY: Final = "party:"
PLACE: Final = "place:"
CHECK: Final = "check:"
"""How the names of facts begin that say how documents are read; an id follows."""
WORDS: Final = (PARTY, PLACE)


def roles(connection: Connection) -> dict[str, str]:
    """The role of everybody, by name in order."""
    query = select(people).order_by(people.c.name)
    return {row.name: row.role for row in connection.execute(query)}


def known(connection: Connection) -> frozenset[str]:
    """Every name under which somebody did anything in the case, or is named in it."""
    found = {*connection.scalars(select(people.c.name))}
    found |= _each(connection, audit.c.actor)
    for table, column in PERSON.items():
        found |= _each(connection, metadata.tables[table].c[column])
    return frozenset(found)


def _each(connection: Connection, column: Column[str]) -> set[str]:
    """The different values of a column, one step in its index for each instead of a walk over all rows."""
    found: set[str] = set()
    value = connection.scalar(select(func.min(column)))
    while value is not None:
        found.add(value)
        value = connection.scalar(select(func.min(column)).where(column > value))
    return found


def put_role(writer: Writer, name: str, role: str) -> None:
    """Name a person or give them another role."""
    _put(writer, people, {"name": name, "role": role})


def fact(connection: Connection, name: str) -> str | None:
    """What the case has laid down under a name, None when nothing."""
    return connection.scalar(select(facts.c.value).where(facts.c.name == name))


def facts_under(connection: Connection, beginning: str) -> dict[str, str]:
    """Everything laid down under names that begin so, by name in order."""
    query = select(facts).where(facts.c.name.startswith(beginning, autoescape=True))
    return {row.name: row.value for row in connection.execute(query.order_by(facts.c.name))}


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
