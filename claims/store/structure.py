"""The tables of a case themselves, and what guards them: anything missing, changed, or not of this program.

A trigger that is gone lets rows be changed by mistake; one that is not ours, or a rule, can drop or change what is written;
an index or a constraint that is gone lets two answers stand where one should. Looked at are tables, columns, views, indexes, triggers
and constraints, and on PostgreSQL rules and the function of the triggers as well. What a database or an extension keeps for itself is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from sqlalchemy import Connection, text
from sqlalchemy.schema import CreateIndex

from claims.model import Message
from claims.store import constraints
from claims.store.guards import FUNCTION, FUNCTION_BODY, guards
from claims.store.schema import metadata

Parts: TypeAlias = Mapping[tuple[str, str], str]
"""What makes each part, by kind and name; "" where only its name is looked at."""

_SQLITE: Final = (
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)

_OURS: Final = "relnamespace = current_schema()::regnamespace"
_OF_EXTENSIONS: Final = "SELECT objid FROM pg_depend WHERE deptype = 'e'"

_POSTGRESQL: Final = f"""
SELECT CASE relkind WHEN 'i' THEN 'index' WHEN 'v' THEN 'view' WHEN 'm' THEN 'view' ELSE 'table' END, relname,
    CASE relkind WHEN 'i' THEN pg_get_indexdef(oid) ELSE '' END
  FROM pg_class WHERE {_OURS} AND relkind IN ('r', 'p', 'f', 'i', 'v', 'm') AND oid NOT IN ({_OF_EXTENSIONS})
    AND oid NOT IN (SELECT conindid FROM pg_constraint)
UNION ALL
SELECT 'trigger', tgname, pg_get_triggerdef(t.oid, true) || CASE tgenabled WHEN 'O' THEN '' ELSE ' off' END
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE {_OURS} AND NOT tgisinternal
UNION ALL
SELECT 'rule', rulename, '' FROM pg_rules WHERE schemaname = current_schema()
UNION ALL
SELECT 'constraint', CASE contype WHEN 'c' THEN conname ELSE relname || ' ' || contype::text || ' ' || (
    SELECT string_agg(attname, ' ' ORDER BY place)
      FROM unnest(conkey) WITH ORDINALITY k(number, place) JOIN pg_attribute ON attrelid = conrelid AND attnum = number
  ) END, '' FROM pg_constraint c JOIN pg_class t ON t.oid = conrelid
  WHERE {_OURS} AND contype IN ('p', 'u', 'f', 'c') AND t.oid NOT IN ({_OF_EXTENSIONS})
UNION ALL
SELECT 'function', proname, prosrc FROM pg_proc
  WHERE pronamespace = current_schema()::regnamespace AND proname = '{FUNCTION}'
"""  # noqa: S608 - nothing of it comes from outside

_COLUMNS: Final = {
    "sqlite": "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
    "postgresql": "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()",
}
"""All tables of the case and their columns."""

_VERSION: Final = "alembic_version"
"""The table that names the migration."""


def columns(connection: Connection) -> set[tuple[str, str]]:
    """Every table of the database with each of its columns."""
    return {tuple(row) for row in connection.execute(text(_COLUMNS[connection.dialect.name]))}


def out_of_place(connection: Connection) -> Iterator[tuple[str, Message]]:
    """What is missing, changed or not of this program, named, each with what is wrong with it."""
    there, wanted = dict(_there(connection)), dict(_wanted(connection))
    for kind, name in sorted(wanted.keys() - there.keys()):
        yield f"{kind} {name}", _MISSING
    for kind, name in sorted(there.keys() - wanted.keys()):
        yield f"{kind} {name}", _FOREIGN
    for part in sorted(wanted.keys() & there.keys()):
        if there[part] != wanted[part]:
            yield " ".join(part), _CHANGED


def _there(connection: Connection) -> Iterator[tuple[tuple[str, str], str]]:
    query = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL
    for kind, name, made in connection.execute(text(query)):
        yield (kind, name), _plain(made) if kind in {"index", "trigger", "function"} else ""
    if connection.dialect.name == "sqlite":
        for name, made in constraints.in_file(connection):
            yield ("constraint", name), _plain(made)
    tables = {*metadata.tables, _VERSION}
    for table, column in columns(connection):
        if table in tables:
            yield ("column", f"{table}.{column}"), ""


def _wanted(connection: Connection) -> Iterator[tuple[tuple[str, str], str]]:
    yield ("table", _VERSION), ""
    yield ("column", f"{_VERSION}.version_num"), ""
    for table in metadata.sorted_tables:
        yield ("table", table.name), ""
        yield from ((("column", f"{table.name}.{column.name}"), "") for column in table.columns)
        for index in table.indexes:
            made = str(CreateIndex(index).compile(dialect=connection.dialect))
            yield ("index", str(index.name)), _plain(made)
    for name, made in guards(connection.dialect.name).items():
        yield ("trigger", name), _plain(made)
    yield ("constraint", f"{_VERSION} p version_num"), ""
    server = connection.dialect.name == "postgresql"
    for name, made in constraints.wanted():
        yield ("constraint", name), "" if server else _plain(made)
    if server:
        yield ("function", FUNCTION), _plain(FUNCTION_BODY)


def _plain(made: str | None) -> str:
    """A statement without what both databases write in ways of their own."""
    said = re.sub(r'["()]|::text| USING btree|\bpublic\.|;', " ", made or "")
    return " ".join(said.split()).replace(" ,", ",")


_MISSING: Final = Message(
    ar="جزء من بناء القضية أزيل من خارج البرنامج.",
    en="A part of the case's structure was taken away behind the program's back.",
)
_FOREIGN: Final = Message(
    ar="هذا ليس من هذا البرنامج: أضيف إلى القضية من خارجه.",
    en="It is not of this program: it was put into the case behind its back.",
)
_CHANGED: Final = Message(
    ar="غُيّر جزء من بناء القضية من خارج البرنامج.",
    en="A part of the case's structure was changed behind the program's back.",
)
