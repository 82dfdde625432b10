"""What is written once cannot be changed, not even by a statement of our own."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from claims.errors import Corrupt
from claims.services import Case
from claims.store.engine import writing
from claims.store.guards import CHANGEABLE
from claims.store.schema import decisions, metadata


def _run(case: Case, statement: str) -> None:
    with writing(case._desk.store.engine) as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("table", CHANGEABLE)
def test_no_row_is_deleted(filled: Case, table: str) -> None:
    """The database itself refuses, and all rows are there."""
    with pytest.raises(IntegrityError, match=f"rows of {table} are written once"):
        _run(filled, f"DELETE FROM {table}")  # noqa: S608
    assert filled.audit.verify() == ()


@pytest.mark.parametrize("table", CHANGEABLE)
def test_no_fixed_column_is_changed(filled: Case, table: str) -> None:
    """Every column that is not said to be changeable keeps its value."""
    for column in set(metadata.tables[table].columns.keys()) - CHANGEABLE[table]:
        with pytest.raises(IntegrityError, match=f"rows of {table} are written once"):
            _run(filled, f"UPDATE {table} SET {column} = {column}")  # noqa: S608


def test_a_table_is_not_emptied_on_the_server(filled: Case) -> None:
    """TRUNCATE, which fires no row triggers, is refused as well; SQLite has no such word."""
    if filled._desk.store.engine.dialect.name == "sqlite":
        with pytest.raises(IntegrityError):
            _run(filled, "DELETE FROM audit")
    else:
        with pytest.raises(IntegrityError, match="written once"):
            _run(filled, "TRUNCATE decisions, audit CASCADE")


def test_one_live_row_for_a_pair_and_reviewer(filled: Case) -> None:
    """The partial unique index refuses a second live row, whoever writes it."""
    with writing(filled._desk.store.engine) as connection:
        row = connection.execute(select(decisions).where(decisions.c.live).limit(1)).one()._asdict()
    copy = row | {"id": 99, "supersedes": None, "undoes": None, "mark": "{}", "relation": "agree"}
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        _insert(filled, copy)
    _insert(filled, copy | {"live": False})


def _insert(case: Case, row: dict[str, object]) -> None:
    with writing(case._desk.store.engine) as connection:
        connection.execute(insert(decisions), row)


def test_what_the_database_swallows_is_not_acknowledged(filled: Case) -> None:
    """A foreign trigger drops new decisions: whoever decides is told, and nothing is written."""
    key = filled.pairs.list().items[0].key
    before = filled.review.history(key)
    if filled._desk.store.engine.dialect.name == "sqlite":
        _run(
            filled,
            "CREATE TRIGGER swallow BEFORE INSERT ON decisions BEGIN SELECT RAISE(IGNORE); END",
        )
    else:
        _run(
            filled,
            "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        )
        _run(
            filled,
            "CREATE TRIGGER swallow BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION nothing()",
        )
    with pytest.raises(Corrupt, match="did not store what was written to decisions"):
        filled.review.decide(key, relation="unsure")
    assert filled.review.history(key) == before
    assert filled.audit.verify() == ()
