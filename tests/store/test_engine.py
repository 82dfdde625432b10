"""Connections: what is promised about every transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select, text

from claims.errors import InputError, Locked, StoreError
from claims.services import Settings, open_case
from claims.store import engine as engines
from claims.store.engine import address_of, journal_mode, make_engine, reading, writing
from claims.store.schema import facts
from claims.store.store import Store
from tests.postgresql import Server


def _bump(connection: Connection) -> None:
    """Read a number and write the next one."""
    found = connection.scalar(select(facts.c.value).where(facts.c.name == "n"))
    if found is None:
        connection.execute(facts.insert().values(name="n", value="1"))
    else:
        connection.execute(facts.update().values(value=str(int(found) + 1)))


@pytest.mark.parametrize("programs", [1, 8])
def test_no_read_then_write_is_lost_or_refused(store: Store, programs: int) -> None:
    """Eight threads that each count up twenty times arrive at 160, in one program or in as many."""
    engines = [make_engine(store.engine.url, timeout=60) for _ in range(programs)]

    def count_up(number: int) -> None:
        for _ in range(20):
            with writing(engines[number % programs]) as connection:
                _bump(connection)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count_up, range(8)))
    for engine in engines:
        engine.dispose()
    with reading(store.engine) as connection:
        assert connection.scalar(select(facts.c.value)) == "160"


class _Stopped(BaseException):
    """As Streamlit stops a script: not an `Exception`."""


@pytest.mark.parametrize("error", [ValueError, _Stopped, KeyboardInterrupt])
def test_a_transaction_is_undone_whatever_stops_it(
    store: Store, error: type[BaseException]
) -> None:
    """Nothing of a write that did not come to its end is left."""

    def stopped_in_the_middle() -> None:
        with writing(store.engine) as connection:
            _bump(connection)
            raise error

    with pytest.raises(error):
        stopped_in_the_middle()
    with reading(store.engine) as connection:
        assert connection.scalar(select(facts.c.value)) is None


def test_a_reader_sees_one_state_throughout(store: Store) -> None:
    """What another commits meanwhile does not show up in the middle of a read."""
    with reading(store.engine) as connection:
        before = connection.scalar(select(facts.c.value))
        writer = threading.Thread(target=_write_when_possible, args=(store,))
        writer.start()
        writer.join(0.3)
        assert connection.scalar(select(facts.c.value)) == before
    writer.join()
    with reading(store.engine) as connection:
        assert connection.scalar(select(facts.c.value)) == "1"


def _write_when_possible(store: Store) -> None:
    with writing(store.engine) as connection:
        _bump(connection)


@pytest.fixture
def other_program(store: Store) -> Iterator[Engine]:
    """Connections to the same case as another program has them."""
    engine = make_engine(store.engine.url, timeout=1)
    yield engine
    engine.dispose()


@pytest.fixture
def patient(store: Store) -> Iterator[Engine]:
    """Connections to the same case that wait for longer than any machine stands still."""
    engine = make_engine(store.engine.url, timeout=60)
    yield engine
    engine.dispose()


@pytest.fixture(params=["thread", "program"])
def holder(request: pytest.FixtureRequest, store: Store, other_program: Engine) -> Engine:
    """Who else writes: another thread of this program, or another program."""
    return store.engine if request.param == "thread" else other_program


@pytest.mark.parametrize("who", ["thread", "program"])
def test_a_writer_waits_for_another_one(
    store: Store, patient: Engine, other_program: Engine, who: str
) -> None:
    """A lock that is held for a moment costs a moment."""

    def write() -> None:
        with writing(patient) as connection:
            _bump(connection)

    with writing(patient if who == "thread" else other_program) as connection:
        writer = threading.Thread(target=write)
        writer.start()
        writer.join(0.2)
        assert writer.is_alive()
        _bump(connection)
    writer.join()
    with reading(store.engine) as connection:
        assert connection.scalar(select(facts.c.value)) == "2"


def test_a_lock_that_is_held_for_too_long_is_said_and_nothing_is_written(
    store: Store, holder: Engine
) -> None:
    """After the time to wait the writer is told to try again."""
    with writing(holder), pytest.raises(Locked, match="held by another writer") as caught:
        _write_when_possible(store)
    assert "Try again" in caught.value.next_step
    _write_when_possible(store)
    with reading(store.engine) as connection:
        assert connection.scalar(select(facts.c.value)) == "1"


def test_a_file_is_opened_with_the_settings_that_lose_nothing(tmp_path: Path) -> None:
    """Foreign keys, full synchronisation, a distrusted schema, and the journal that is safe here."""
    engine = make_engine(address_of(tmp_path / "case.db"), timeout=1)
    with reading(engine) as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA trusted_schema").scalar() == 0
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == journal_mode().lower()
    engine.dispose()


@pytest.mark.parametrize(
    ("version", "mode"), [((3, 40, 1), "DELETE"), ((3, 51, 2), "DELETE"), ((3, 51, 3), "WAL")]
)
def test_wal_is_used_only_where_it_does_not_lose_pages(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], mode: str
) -> None:
    """SQLite before 3.51.3 gets the rollback journal."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert journal_mode() == mode


def test_a_file_that_stays_in_an_unsafe_journal_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program that holds the file in WAL keeps ours, which may not use WAL, from opening it."""
    monkeypatch.setattr(engines, "WAL_SAFE", (99, 0, 0))
    other = sqlite3.connect(tmp_path / "case.db")
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE t (x)")
    other.execute("BEGIN")
    other.execute("SELECT * FROM t").fetchall()
    engine = make_engine(address_of(tmp_path / "case.db"), timeout=0.1)
    with pytest.raises(StoreError) as caught, reading(engine):
        pytest.fail("opened")
    assert caught.value.next_step
    other.close()
    engine.dispose()


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ("postgresql://ana@host/name", "postgresql+psycopg://ana@host/name"),
        ("postgres://host/name", "postgresql+psycopg://host/name"),
        ("postgresql+psycopg://host/name", "postgresql+psycopg://host/name"),
        ("sqlite:////data/case.db", "sqlite:////data/case.db"),
        ("/data/case.db", "sqlite:////data/case.db"),
    ],
)
def test_a_case_is_named_by_a_file_or_an_address(case: str, says: str) -> None:
    """Files and the addresses of both databases are understood."""
    assert address_of(case).render_as_string() == says


def test_odd_signs_in_the_name_of_a_file_stay(tmp_path: Path) -> None:
    """A percent sign or a question mark is no part of an address."""
    file = tmp_path / "قضية 50%20?.db"
    engine = make_engine(address_of(file), timeout=1)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE t (x int)"))
    engine.dispose()
    assert file.stat().st_size > 0


@pytest.mark.parametrize("case", ["mysql://host/name", "sqlite://", "sqlite:///:memory:", "://"])
def test_an_address_that_is_not_ours_is_refused(case: str) -> None:
    """A database that forgets, or that we do not speak to, is no case."""
    with pytest.raises(InputError, match="not one we know"):
        address_of(case)


def test_the_pool_recovers_when_the_server_was_restarted(server: Server, tmp_path: Path) -> None:
    """A server that dies in the middle of a write loses that write only, and the next one works."""
    server.execute("CREATE DATABASE restarted")
    settings = Settings(case=server.address("restarted"), originals=tmp_path)
    engine = make_engine(address_of(settings.case), timeout=5)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE t (x int)"))

    def write_through_a_restart() -> None:
        with writing(engine) as connection:
            connection.execute(text("INSERT INTO t VALUES (1)"))
            server.control("stop", "-m", "immediate")
            server.control("start")
            connection.execute(text("INSERT INTO t VALUES (2)"))

    with pytest.raises(StoreError, match="does not answer"):
        write_through_a_restart()
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM t")) == 0
    engine.dispose()


def test_a_connection_that_the_server_ended_is_said_and_replaced(server: Server) -> None:
    """An administrator who ends a session costs one transaction."""
    server.execute("CREATE DATABASE ended")
    engine = make_engine(address_of(server.address("ended")), timeout=5)
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'ended'"

    def write_through_an_end() -> None:
        with writing(engine) as connection:
            server.execute(end)
            connection.execute(text("SELECT 1"))

    with pytest.raises(StoreError, match="does not answer"):
        write_through_an_end()
    with writing(engine) as connection:
        held = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
        assert connection.scalar(held) == 1
    engine.dispose()


@pytest.fixture
def spare(server: Server) -> Iterator[str]:
    """The name of a database of its own, dropped at the end."""
    name = "spare"
    yield name
    server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.mark.parametrize("says", ["off", "local"])
def test_what_lasts_waits_for_the_disk_whatever_the_database_says(
    server: Server, spare: str, says: str
) -> None:
    """A server may be set to acknowledge before anything is written; only leases may do with that."""
    server.execute(f"CREATE DATABASE {spare}")
    server.execute(f"ALTER DATABASE {spare} SET synchronous_commit = {says}")
    engine = make_engine(address_of(server.address(spare)), timeout=10)
    asked = text("SELECT current_setting('synchronous_commit')")
    with writing(engine) as connection:
        assert connection.scalar(asked) == ("on" if says == "off" else says)
    with writing(engine, passing=True) as connection:
        assert connection.scalar(asked) == "off"
    engine.dispose()


def test_a_connection_speaks_utf8_whatever_the_database_says(server: Server, spare: str) -> None:
    """An Arabic name comes back as it was."""
    server.execute(f"CREATE DATABASE {spare}")
    server.execute(f"ALTER DATABASE {spare} SET client_encoding = 'LATIN1'")
    engine = make_engine(address_of(server.address(spare)), timeout=10)
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT 'الرقة'")) == "الرقة"
    engine.dispose()


@pytest.mark.parametrize(
    ("made", "then", "match"),
    [
        ("ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0", "", "LATIN1"),
        ("ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0", "", "SQL_ASCII"),
        ("", "SET search_path = nowhere", "no schema"),
    ],
)
def test_a_database_that_cannot_hold_a_case_is_named_before_anything_is_written(
    server: Server, spare: str, tmp_path: Path, made: str, then: str, match: str
) -> None:
    """In words, with what to do: not at the first Arabic letter."""
    server.execute(f"CREATE DATABASE {spare} {made}")
    if then:
        server.execute(f"ALTER DATABASE {spare} {then}")
    settings = Settings(case=server.address(spare), originals=tmp_path / "originals")
    with pytest.raises(StoreError, match=match) as caught:
        open_case(settings)
    assert caught.value.next_step
