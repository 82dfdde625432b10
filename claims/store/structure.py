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
from claims.store import columns, constraints
from claims.store.guards import FUNCTION, FUNCTION_BODY, guards
from claims.store.schema import metadata

Parts: TypeAlias = Mapping[tuple[str, str], str]
"""What makes each part, by kind and name; "" where it is what it is by its name."""

_SQLITE: Final = (
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)

_ODD: Final = re.compile(r"\b(COLLATE \w+|ON CONFLICT \w+|DEFERRABLE|GENERATED)\b", re.IGNORECASE)
"""What no table of this program has in a file: another order of text, rows that give way, references that wait."""

_OURS: Final = "relnamespace = current_schema()::regnamespace"
_OF_EXTENSIONS: Final = "SELECT objid FROM pg_depend WHERE deptype = 'e'"

_POSTGRESQL: Final = f"""
SELECT CASE relkind WHEN 'i' THEN 'index' WHEN 'v' THEN 'view' WHEN 'm' THEN 'view' ELSE 'table' END, relname,
    CASE WHEN relkind = 'i' THEN pg_get_indexdef(oid) || CASE WHEN indisvalid AND indisready AND indislive THEN '' ELSE ' off' END
      ELSE CASE relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END || CASE WHEN relrowsecurity THEN 'ROW SECURITY ' ELSE '' END
        || COALESCE((SELECT string_agg('INHERITS ' || inhparent::regclass::text, ' ') FROM pg_inherits WHERE inhrelid = pg_class.oid), '')
      END
  FROM pg_class LEFT JOIN pg_index ON indexrelid = oid
  WHERE {_OURS} AND relkind IN ('r', 'p', 'f', 'i', 'v', 'm') AND oid NOT IN ({_OF_EXTENSIONS})
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
  ) END, pg_get_constraintdef(c.oid)
    || CASE WHEN EXISTS (SELECT 1 FROM pg_trigger WHERE tgconstraint = c.oid AND tgenabled <> 'O') THEN ' off' ELSE '' END
  FROM pg_constraint c JOIN pg_class t ON t.oid = conrelid
  WHERE {_OURS} AND contype IN ('p', 'u', 'f', 'c', 'x') AND t.oid NOT IN ({_OF_EXTENSIONS})
UNION ALL
SELECT 'function', proname, prosrc || CASE WHEN prosecdef THEN ' SECURITY DEFINER' ELSE '' END FROM pg_proc
  WHERE pronamespace = current_schema()::regnamespace AND proname = '{FUNCTION}'
"""  # noqa: S608 - nothing of it comes from outside


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
    if connection.dialect.name == "sqlite":
        yield from _in_file(connection)
    else:
        for kind, name, made in connection.execute(text(_POSTGRESQL)):
            yield (kind, name), _plain(made)
    tables = {*metadata.tables, columns.VERSION}
    for table, column, takes in columns.there(connection):
        if table in tables:
            yield ("column", f"{table}.{column}"), takes


def _in_file(connection: Connection) -> Iterator[tuple[tuple[str, str], str]]:
    for kind, name, made in connection.execute(text(_SQLITE)):
        said = " ".join(_ODD.findall(made)) if kind == "table" else _plain(made)
        yield (kind, name), said
    for name, made in constraints.in_file(connection):
        yield ("constraint", name), _plain(made)


def _wanted(connection: Connection) -> Iterator[tuple[tuple[str, str], str]]:
    yield ("table", columns.VERSION), ""
    for table, column, takes in columns.wanted(connection):
        yield ("column", f"{table}.{column}"), takes
    for made_of in metadata.sorted_tables:
        yield ("table", made_of.name), ""
        for index in made_of.indexes:
            made = str(CreateIndex(index).compile(dialect=connection.dialect))
            yield ("index", str(index.name)), _plain(made)
    for name, made in guards(connection.dialect.name).items():
        yield ("trigger", name), _plain(made)
    server = connection.dialect.name == "postgresql"
    for name, made in constraints.wanted(server=server):
        yield ("constraint", name), _plain(made)
    if server:
        yield ("function", FUNCTION), _plain(FUNCTION_BODY)


def _plain(made: str | None) -> str:
    """A statement without what both databases write in ways of their own."""
    said = re.sub(r'["()]| USING btree|\bpublic\.|;', " ", (made or "").replace("::text", ""))
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
