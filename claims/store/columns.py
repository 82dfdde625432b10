"""The columns of a case's tables: which there are, and what each takes.

A column that takes what it should not (nothing at all, another type, text in another order, a value by itself) changes what is
written or compared from then on, though no row was touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Column, Connection, text

from claims.store.schema import metadata

VERSION: Final = "alembic_version"
"""The table that names the migration."""

_SQLITE: Final = (
    "SELECT m.name, c.name, c.type || CASE WHEN c.\"notnull\" THEN ' NOT NULL' ELSE '' END"
    " || CASE WHEN c.hidden THEN ' GENERATED' ELSE '' END || COALESCE(' DEFAULT ' || c.dflt_value, '')"
    " FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'"
)

_POSTGRESQL: Final = (
    "SELECT relname, attname, format_type(atttypid, atttypmod)"
    " || CASE WHEN collname IS NULL OR collname = 'default' THEN '' ELSE ' COLLATE \"' || collname || '\"' END"
    " || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END"
    " || CASE WHEN attgenerated <> '' OR attidentity <> '' THEN ' GENERATED' ELSE '' END"
    " || COALESCE(' DEFAULT ' || pg_get_expr(adbin, adrelid), '')"
    " FROM pg_attribute JOIN pg_class t ON t.oid = attrelid LEFT JOIN pg_collation c ON c.oid = attcollation"
    " LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
    " WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'f', 'v', 'm')"
    " AND attnum > 0 AND NOT attisdropped"
)

_OF_SERVER: Final = {"VARCHAR": "character varying", "INTEGER": "integer", "BOOLEAN": "boolean"}
"""How PostgreSQL calls types that are written otherwise when a table is made."""


def there(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Every column of the database: its table, its name, what it takes."""
    query = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL
    yield from (tuple(row) for row in connection.execute(text(query)))


def names(connection: Connection) -> set[tuple[str, str]]:
    """Every table of the database with each of its columns."""
    return {(table, column) for table, column, _ in there(connection)}


def wanted(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Every column of this program, as `there` gives it."""
    server = connection.dialect.name == "postgresql"
    yield VERSION, "version_num", _called("VARCHAR(32)", server=server) + " NOT NULL"
    for table in metadata.sorted_tables:
        for column in table.columns:
            yield table.name, column.name, _takes(column, connection, server=server)


def _takes(column: Column[object], connection: Connection, *, server: bool) -> str:
    kind = _called(str(column.type.compile(connection.dialect)), server=server)
    return kind if column.nullable else f"{kind} NOT NULL"


def _called(kind: str, *, server: bool) -> str:
    """A type as the database calls it."""
    if not server:
        return kind
    name, opened, rest = kind.partition("(")
    first, *others = name.split(" ", 1)
    return " ".join([_OF_SERVER.get(first, first.lower()), *others]) + opened + rest
