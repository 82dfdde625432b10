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

from claims.store.columns import VERSION
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
    "p": "SELECT 0, name, '' FROM pragma_table_info(:name) WHERE pk > 0 ORDER BY pk",
    "u": "SELECT l.seq, i.name, '' FROM pragma_index_list(:name) l JOIN pragma_index_info(l.name) i"
    " WHERE l.origin = 'u' ORDER BY l.seq, i.seqno",
    "f": """SELECT id, "from", "table" || ' ' || "to" || ' ' || on_update || ' ' || on_delete
 FROM pragma_foreign_key_list(:name) ORDER BY id, seq""",
}
"""The columns of each key of a table, those of one key together, each with what it refers to."""


def wanted(*, server: bool) -> Iterator[tuple[str, str]]:
    """Every constraint of this program: its name as the database gives it, and what it says there."""
    key = f"{VERSION} p version_num"
    yield key, "PRIMARY KEY (version_num)" if server else ""
    for table in metadata.sorted_tables:
        for constraint in table.constraints:
            match constraint:
                case CheckConstraint(name=name, sqltext=condition):
                    yield str(name), _check(str(condition)) if server else str(condition)
                case ColumnCollectionConstraint(columns=among):
                    columns = [column.name for column in among]
                    letter = _LETTERS[type(constraint)]
                    said = (_of_server if server else _of_file)(constraint, columns)
                    yield f"{table.name} {letter} {' '.join(columns)}", said


def _check(condition: str) -> str:
    """A condition as PostgreSQL writes it."""
    return "CHECK " + re.sub(r"IN \((.*?)\)", r"= ANY ARRAY[\1]", condition)


def _of_server(constraint: ColumnCollectionConstraint, columns: list[str]) -> str:
    """A key as PostgreSQL writes it: one that waits, passes old rows, or takes others along says so, and is another one."""
    among = f"({', '.join(columns)})"
    match constraint:
        case ForeignKeyConstraint(elements=referred):
            there = ", ".join(each.column.name for each in referred)
            return f"FOREIGN KEY {among} REFERENCES {referred[0].column.table.name}({there})"
        case PrimaryKeyConstraint():
            return f"PRIMARY KEY {among}"
        case _:
            return f"UNIQUE {among}"


def _of_file(constraint: ColumnCollectionConstraint, _columns: list[str]) -> str:
    """What a key of a SQLite file refers to, column by column, and what becomes of rows whose reference goes."""
    if not isinstance(constraint, ForeignKeyConstraint):
        return ""
    referred = (each.column for each in constraint.elements)
    return " ".join(f"{each.table.name} {each.name} NO ACTION NO ACTION" for each in referred)


def in_file(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every constraint of a SQLite file: keys by table, kind and columns, checks by their name; and what each says."""
    tables = text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    for table, made in connection.execute(tables).all():
        for letter, query in _OF_FILE.items():
            keys: dict[int, list[tuple[str, str]]] = {}
            for number, column, refers in connection.execute(text(query), {"name": table}):
                keys.setdefault(number, []).append((column, refers))
            for key in keys.values():
                names, said = zip(*key, strict=True)
                yield f"{table} {letter} {' '.join(names)}", " ".join(said).strip()
        yield from _CHECK.findall(made)
