"""What the tables of a case refuse by themselves: keys, uniqueness, references and checks.

A server names each of them; SQLite keeps them within its tables, and what a file holds is read from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import ColumnCollectionConstraint

from claims.store.schema import metadata

_LETTERS: Final[Mapping[type, str]] = {
    PrimaryKeyConstraint: "p",
    UniqueConstraint: "u",
    ForeignKeyConstraint: "f",
}
"""How PostgreSQL calls the kinds of constraints."""

_CHECK: Final = re.compile(r"CONSTRAINT (\S+) CHECK \((.*)\)\s*,?\s*$", re.MULTILINE)
"""A check as it stands in what made a table: SQLAlchemy writes one on each line."""

_OF_FILE: Final[Mapping[str, str]] = {
    "p": "SELECT 0, name FROM pragma_table_info(:name) WHERE pk > 0 ORDER BY pk",
    "u": "SELECT l.seq, i.name FROM pragma_index_list(:name) l JOIN pragma_index_info(l.name) i"
    " WHERE l.origin = 'u' ORDER BY l.seq, i.seqno",
    "f": 'SELECT id, "from" FROM pragma_foreign_key_list(:name) ORDER BY id, seq',
}
"""The columns of each key of a table, those of one key together."""


def wanted() -> Iterator[tuple[str, str]]:
    """Every constraint of this program: its name as `in_file` gives it, and what it checks, "" where the name says all."""
    for table in metadata.sorted_tables:
        for constraint in table.constraints:
            match constraint:
                case CheckConstraint(name=name, sqltext=condition):
                    yield str(name), str(condition)
                case ColumnCollectionConstraint(columns=among):
                    columns = " ".join(column.name for column in among)
                    yield f"{table.name} {_LETTERS[type(constraint)]} {columns}", ""


def in_file(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every constraint of a SQLite file: keys by table, kind and columns, checks by their name."""
    tables = text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    for table, made in connection.execute(tables).all():
        for letter, query in _OF_FILE.items():
            keys: dict[int, list[str]] = {}
            for number, column in connection.execute(text(query), {"name": table}):
                keys.setdefault(number, []).append(column)
            yield from ((f"{table} {letter} {' '.join(columns)}", "") for columns in keys.values())
        yield from _CHECK.findall(made)
