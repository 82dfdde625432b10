"""Triggers that keep what is written once from being changed, on both databases.

They are made anew after every run of the migrations, for a migration that rebuilds a table loses those on it. They
stop mistakes, of ours or of somebody with a database client; who removes them first is found by the audit chain.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from claims.store.schema import metadata

CHANGEABLE: Final[dict[str, frozenset[str]]] = {
    "documents": frozenset(
        {
            "claims",
            "problems",
            "particulars",
            "publisher",
            "published",
            "published_reason",
            "address",
            "language",
        }
    ),
    "extractions": frozenset(),
    "readings": frozenset(),
    "claims": frozenset({"live", "speaker", "lineage", "surroundings", "body", "revision", "gone"}),
    "former_claims": frozenset(),
    "edits": frozenset(),
    "problems": frozenset(),
    "pairs": frozenset(
        {"version", "live", "relation", "same_event", "rank", "digest", "place", "slots", "anew"}
    ),
    "comparisons": frozenset(),
    "decisions": frozenset({"live"}),
    "adjudications": frozenset({"live"}),
    "remarks": frozenset({"live"}),
    "conclusions": frozenset({"live"}),
    "groupings": frozenset({"live"}),
    "descriptions": frozenset({"live"}),
    "audit": frozenset(),
}
"""Tables of which no row is ever deleted, and the columns that may change."""

_REFUSAL: Final = "rows of {table} are written once"

FUNCTION: Final = "claims_written_once"
"""The function of PostgreSQL that every trigger calls."""

FUNCTION_BODY: Final = """
BEGIN
    RAISE integrity_constraint_violation
        USING MESSAGE = 'rows of ' || TG_TABLE_NAME || ' are written once';
END """


def raise_guards(connection: Connection) -> None:
    """Create every trigger."""
    dialect = connection.dialect.name
    if dialect == "postgresql":
        connection.exec_driver_sql(
            f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $${FUNCTION_BODY}$$"
        )
    for statement in guards(dialect).values():
        connection.exec_driver_sql(statement)


def guards(dialect: str) -> dict[str, str]:
    """What makes each trigger, by its name."""
    found: dict[str, str] = {}
    for table, changeable in CHANGEABLE.items():
        columns = [column.name for column in metadata.tables[table].columns]
        fixed = ", ".join(f'"{name}"' for name in columns if name not in changeable)
        make = _postgresql if dialect == "postgresql" else _sqlite
        found |= dict(zip(_names(table), make(table, fixed), strict=False))
    return found


def lower_guards(connection: Connection) -> None:
    """Remove every trigger, for as long as a migration runs."""
    for table in CHANGEABLE:
        if connection.dialect.has_table(connection, table):
            for name in _names(table):
                where = f" ON {table}" if connection.dialect.name == "postgresql" else ""
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}{where}")


def _names(table: str) -> tuple[str, str, str]:
    return f"{table}_no_update", f"{table}_no_delete", f"{table}_no_truncate"


def _sqlite(table: str, fixed: str) -> tuple[str, ...]:
    update, delete, _ = _names(table)
    refusal = f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL.format(table=table)}'); END"
    return (
        f"CREATE TRIGGER {update} BEFORE UPDATE OF {fixed} ON {table} {refusal}",
        f"CREATE TRIGGER {delete} BEFORE DELETE ON {table} {refusal}",
    )


def _postgresql(table: str, fixed: str) -> tuple[str, ...]:
    update, delete, truncate = _names(table)
    call = f"EXECUTE FUNCTION {FUNCTION}()"
    return (
        f"CREATE TRIGGER {update} BEFORE UPDATE OF {fixed} ON {table} FOR EACH ROW {call}",
        f"CREATE TRIGGER {delete} BEFORE DELETE ON {table} FOR EACH ROW {call}",
        f"CREATE TRIGGER {truncate} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {call}",
    )
