"""What is written once cannot be changed, not even by a statement of our own."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from claims.errors import Corrupt
from claims.services import Case
from claims.store.audit import Act
from claims.store.engine import writing
from claims.store.guards import CHANGEABLE
from claims.store.schema import decisions, facts, metadata


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


SWALLOWS = {
    "decisions": "BEFORE INSERT ON decisions",
    "audit": "BEFORE INSERT ON audit",
    "live": "BEFORE UPDATE OF live ON decisions",
}
"""What a foreign trigger can drop: an answer, its row of the record, that an earlier answer stands no more."""


@pytest.mark.parametrize("dropped", SWALLOWS)
def test_what_the_database_swallows_is_not_acknowledged(filled: Case, dropped: str) -> None:
    """A foreign trigger drops what is written: whoever decides is told, and nothing is written."""
    key = filled.pairs.list().items[-1].key
    filled.review.decide(key, relation="agree")
    before = filled.review.history(key)
    _swallow(filled, SWALLOWS[dropped], "")
    with pytest.raises(Corrupt, match="did not store what was written to"):
        filled.review.decide(key, relation="unsure")
    assert filled.review.history(key) == before


def test_one_row_that_is_lost_among_thousands_is_noticed(case: Case) -> None:
    """Rows go in by the thousand; the count of each batch is that of its rows, on both databases."""
    store = case._desk.store
    act = Act("ana", "try", "rows", "2018-04-03T12:00:00.000000+00:00", "test")
    many = [{"name": f"n{number:05}", "value": str(number)} for number in range(3500)]
    with store.writing(act) as writer:
        writer.insert(facts, many)
    assert case.audit.verify() == ()
    _swallow(case, "BEFORE INSERT ON facts", "WHEN (NEW.value = '7777')")
    more = [{"name": f"m{number:05}", "value": str(number)} for number in range(6000, 8000)]
    with pytest.raises(Corrupt, match="written to facts"), store.writing(act) as writer:
        writer.insert(facts, more)
    with store.reading() as connection:
        assert len(connection.execute(select(facts)).all()) == len(many)


def _swallow(case: Case, when: str, which: str) -> None:
    """A trigger of somebody else that drops rows in silence."""
    if case._desk.store.engine.dialect.name == "sqlite":
        _run(case, f"CREATE TRIGGER swallow {when} {which} BEGIN SELECT RAISE(IGNORE); END")
        return
    _run(
        case,
        "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    )
    _run(case, f"CREATE TRIGGER swallow {when} FOR EACH ROW {which} EXECUTE FUNCTION nothing()")
