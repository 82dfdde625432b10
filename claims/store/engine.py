"""Connections to a case: one SQLite file, or one PostgreSQL database.

SQLite, measured and decided once:

* A transaction that writes begins with ``BEGIN IMMEDIATE``. With the deferred ``BEGIN`` 215 of 240 read-then-write
  transactions of six threads failed at once, whatever the busy timeout; so none failed.
* ``synchronous=FULL``: what was acknowledged is on the disk. Leases are not waited for, where a WAL makes that safe.
* WAL only from SQLite 3.51.3 on. Earlier versions can lose committed pages when two connections write and checkpoint
  at the same instant ("WAL-reset"); they get the rollback journal.
* ``foreign_keys=ON``; ``trusted_schema=OFF``, for a case file may come from a stranger.

PostgreSQL: writers stand in line at one advisory lock, so that numbers rise without gaps and the audit chain is one
chain; readers see one snapshot (``REPEATABLE READ``).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.base import RootTransaction
from sqlalchemy.exc import ArgumentError, DBAPIError

from claims.errors import InputError, StoreError
from claims.store.faults import case_name, committing, locked, translated

WAL_SAFE: Final = (3, 51, 3)
"""First SQLite whose WAL does not lose pages."""

WRITER_LOCK: Final = 7_232_517_406_011_173
"""Key of the advisory lock that writers of one PostgreSQL database take; any number would do."""

_TURN: Final = "turn"
_TIMEOUT: Final = "patience"
"""What an engine carries along: the lock that its writers take in turn, and how long they wait for it in seconds."""

_ASKED: Final = "SELECT current_setting('server_encoding'), current_schema(), current_setting('synchronous_commit')"
"""What a new connection to PostgreSQL asks: whether the database can hold every text, and whether commits wait for the disk."""

POOL: Final = 8
OVERFLOW: Final = 24
"""Connections kept, and more on demand: thirty reviewers at once, measured with SQLite."""


def address_of(case: str | Path) -> URL:
    """The database address of a case: a file, or an address as SQLAlchemy writes it.

    Raises:
        InputError: the address is none, or of a database that we do not speak to.
    """
    text = str(case)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser().resolve()))
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise _unknown_address() from error
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "postgresql+psycopg":
        return url
    if url.drivername in {"sqlite", "sqlite+pysqlite"} and url.database not in {
        None,
        "",
        ":memory:",
    }:
        return address_of(str(url.database))
    raise _unknown_address()


def _unknown_address() -> InputError:
    return InputError(
        "The address of the case is not one we know.",
        next_step="Give a file name, sqlite:///file or postgresql://user@host/name.",
    )


def journal_mode() -> str:
    """The journal that is safe with the SQLite at hand."""
    return "WAL" if sqlite3.sqlite_version_info >= WAL_SAFE else "DELETE"


def make_engine(url: URL, *, timeout: float, foreign_keys: bool = True) -> Engine:
    """An engine for ``url``; nothing is opened yet.

    Args:
        url: from `address_of`.
        timeout: how long to wait for a lock or a server, in seconds.
        foreign_keys: off only while tables are rebuilt.
    """
    if url.get_backend_name() == "sqlite":
        engine = _sqlite(url, timeout, foreign_keys=foreign_keys)
    else:
        engine = _postgresql(url, timeout)
    engine.update_execution_options(**{_TURN: threading.Lock(), _TIMEOUT: timeout})
    return engine


@contextmanager
def _turn(engine: Engine) -> Iterator[None]:
    """Let the writers of one program go one after the other.

    The database would do so too, but SQLite lets those who wait try again by chance, so that one of many may never
    come to it; and each would hold a connection meanwhile.
    """
    options = engine.get_execution_options()
    lock: threading.Lock = options[_TURN]
    if not lock.acquire(timeout=options[_TIMEOUT]):
        raise locked(case_name(engine.url))
    try:
        yield
    finally:
        lock.release()


def _sqlite(url: URL, timeout: float, *, foreign_keys: bool) -> Engine:
    engine = create_engine(
        url, connect_args={"timeout": timeout}, pool_size=POOL, max_overflow=OVERFLOW
    )

    @event.listens_for(engine, "connect")
    def _connected(dbapi: Any, _record: object) -> None:  # noqa: ANN401
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        cursor.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA trusted_schema=OFF")
        mode = cursor.execute(f"PRAGMA journal_mode={journal_mode()}").fetchone()[0]
        cursor.close()
        if mode.upper() != journal_mode():
            dbapi.close()
            raise _unsafe_journal(mode)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _unsafe_journal(mode: str) -> StoreError:
    return StoreError(
        f"The case file is in journal mode {mode}, which SQLite {sqlite3.sqlite_version} can corrupt.",
        next_step="Close every other program that has it open, then try again.",
    )


def _unfit(encoding: str, schema: str | None) -> StoreError:
    if schema is None:
        return StoreError(
            "The database has no schema to work in: its search_path names none that is there.",
            next_step="Set it, as with ALTER ROLE name SET search_path = public, then try again.",
        )
    return StoreError(
        f"The database is encoded in {encoding}, which cannot hold every text.",
        next_step="Make one with ENCODING 'UTF8' (createdb --encoding UTF8 --template template0 NAME).",
    )


def _postgresql(url: URL, timeout: float) -> Engine:
    engine = create_engine(
        url,
        connect_args={"connect_timeout": max(2, round(timeout)), "client_encoding": "utf8"},
        pool_pre_ping=True,
        pool_size=POOL,
        max_overflow=OVERFLOW,
        isolation_level="REPEATABLE READ",
    )

    @event.listens_for(engine, "connect")
    def _connected(dbapi: Any, _record: object) -> None:  # noqa: ANN401
        with dbapi.cursor() as cursor:
            encoding, schema, lasts = cursor.execute(_ASKED).fetchone()
            if lasts == "off":
                cursor.execute("SET synchronous_commit = on")
        dbapi.commit()
        if encoding != "UTF8" or schema is None:
            dbapi.close()
            raise _unfit(encoding, schema)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("writes", False):
            hurry = "; SET LOCAL synchronous_commit = off" if options.get("passing", False) else ""
            connection.exec_driver_sql(
                f"SET LOCAL lock_timeout = {round(timeout * 1000)}{hurry}; "
                f"SELECT pg_advisory_xact_lock({WRITER_LOCK})"
            )

    return engine


Reader: TypeAlias = Connection
"""An open transaction that only reads."""


@contextmanager
def reading(engine: Engine) -> Iterator[Reader]:
    """A transaction that only reads, and sees one state of the case throughout."""
    with translated(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, *, passing: bool = False) -> Iterator[Connection]:
    """A transaction that writes, alone at that; committed at the end, undone on any exception whatever.

    Args:
        engine: of the case.
        passing: nothing is written that has to outlast a power cut, such as leases: where that cannot harm what is there
            already (PostgreSQL, and SQLite with a WAL), nobody waits for the disk.

    Raises:
        Locked: others wrote for longer than we wait.
        StoreError: the database failed; its message says whether anything can have been stored.
    """
    with _turn(engine), translated(engine.url), engine.connect() as connection:
        options: dict[str, Any] = {"writes": True, "passing": passing}
        if engine.dialect.name == "postgresql":
            options["isolation_level"] = "READ COMMITTED"
        connection.execution_options(**options)
        with (
            _unhurried(connection) if passing else nullcontext(),
            connection.begin() as transaction,
        ):
            yield connection
            _commit(connection, transaction)


def _commit(connection: Connection, transaction: RootTransaction) -> None:
    """Commit; where that fails, the connection goes, and with it whatever it still holds.

    SQLite leaves a transaction open that it could not commit because of a reader; given back to the others, the connection
    would keep everybody out.
    """
    with committing(connection.engine.url):
        try:
            transaction.commit()
        except DBAPIError:
            connection.invalidate()
            raise


@contextmanager
def _unhurried(connection: Connection) -> Iterator[None]:
    """Let a transaction of SQLite be on the disk with the next one that has to be; only with a WAL, where that is safe."""
    raw = connection.connection.dbapi_connection
    if raw is None or connection.dialect.name != "sqlite" or journal_mode() != "WAL":
        yield
        return
    raw.execute("PRAGMA synchronous=NORMAL")
    try:
        yield
    finally:
        raw.execute("PRAGMA synchronous=FULL")
