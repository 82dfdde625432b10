"""The database's answer to a commit is lost: nobody is told that nothing was stored, and what is sent again is stored once."""

from __future__ import annotations

from contextlib import suppress
from sqlite3 import OperationalError as FileError

import psycopg
import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.pool import PoolProxiedConnection

from claims.errors import Locked, StoreError
from claims.services import Case, Settings, open_case
from claims.store.schema import decisions
from tests.stages import STAGES, TWO_ACCOUNTS


def _failing(engine: Engine, monkeypatch: pytest.MonkeyPatch, *, before: bool, code: str) -> None:
    """Let the next commit fail before or after it was done, as a lost connection or an unreadable disk makes it."""
    whole = engine.dialect.do_commit
    failed: list[bool] = []

    def commit(connection: PoolProxiedConnection) -> None:
        if failed:
            whole(connection)
            return
        failed.append(True)
        if not before:
            whole(connection)
        if engine.dialect.name == "sqlite":
            error = FileError("no answer")
            error.sqlite_errorname = code
            raise error
        link = connection.driver_connection
        assert link is not None
        link.close()
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(engine.dialect, "do_commit", commit)


@pytest.mark.parametrize("before", [True, False], ids=["before the commit", "after the commit"])
def test_whoever_decided_is_told_that_it_is_not_known(
    compared: Case, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    """It is there whole or not at all; the same token gives one row in either case, and the record holds."""
    key = compared.pairs.list().items[0].key
    _failing(compared._desk.store.engine, monkeypatch, before=before, code="SQLITE_IOERR_FSYNC")
    with pytest.raises(StoreError, match="did not say whether") as caught:
        compared.review.decide(key, relation="agree", token="t")  # noqa: S106
    assert "Nothing was changed" not in str(caught.value) + str(caught.value.next_step)
    assert len(compared.review.history(key)) == (0 if before else 1)
    again = compared.review.decide(key, relation="agree", token="t")  # noqa: S106
    assert compared.review.history(key) == (again,)
    assert compared.audit.verify() == ()


def test_a_commit_that_another_writer_kept_out_changed_nothing(
    compared: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the database does answer; a connection that is lost before the commit changes nothing either."""
    key = compared.pairs.list().items[0].key
    if compared._desk.store.engine.dialect.name == "sqlite":
        engine = compared._desk.store.engine
        _failing(engine, monkeypatch, before=True, code="SQLITE_BUSY")
        attempt, said = _decided, "held by another"
    else:
        attempt, said = _ended, "does not answer"
    with pytest.raises(StoreError, match=said) as caught:
        attempt(compared)
    assert "Nothing was changed" in caught.value.next_step
    assert compared.review.history(key) == ()
    assert compared.review.decide(key, relation="agree").live


def _decided(case: Case) -> None:
    case.review.decide(case.pairs.list().items[0].key, relation="agree")


def _ended(case: Case) -> None:
    """The server ends a connection in the middle of a transaction."""
    with case._desk.store.passing() as connection:
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")


def test_a_reader_that_keeps_a_commit_waiting_keeps_nobody_out_afterwards(
    settings: Settings,
) -> None:
    """A file with a rollback journal cannot be committed while somebody reads it; later it can."""
    with open_case(
        settings.model_copy(update={"lock_timeout": 0.3}), actor="ana", stages=STAGES
    ) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        key = case.pairs.list().items[0].key
        with case._desk.store.reading() as reader:
            reader.execute(select(decisions)).all()
            with suppress(Locked):
                case.review.decide(key, relation="agree", token="t")  # noqa: S106
        stored = case.review.decide(key, relation="agree", token="t")  # noqa: S106
        assert case.review.history(key) == (stored,)
        assert case.audit.verify() == ()
