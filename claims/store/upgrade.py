"""Bring the tables of a case to the newest form: all of the way, or not at all.

A case file of an older program is copied first (``case.before-0002.db``); then every missing migration runs in one
transaction, foreign keys are checked, and only then it is committed. A kill at any moment leaves the old form whole.
Foreign keys are not enforced meanwhile: SQLite rebuilds a table by dropping the old one, which would take the rows of
its children along wherever a foreign key cascades.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL

from claims.errors import Corrupt, Refused, StoreError
from claims.store import columns, facets, findable, lifting
from claims.store.backup import copy_file
from claims.store.derived import asked
from claims.store.engine import make_engine, reading, writing
from claims.store.faults import case_name
from claims.store.guards import lower_guards, raise_guards
from claims.store.schema import BROUGHT, HEAD, REVISIONS, metadata

MIGRATIONS: Final = Path(__file__).parent / "migrations"

_ONE_AT_A_TIME: Final = Lock()
"""Alembic keeps what it migrates in its module: two threads at once would take each other's case for their own."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """How the tables of one case are brought up.

    Attributes:
        url: where the case is.
        timeout: how long to wait for others, in seconds.
        at: what time it is, ISO 8601 in UTC.
        program: version of the program, noted in the audit chain.
    """

    url: URL
    timeout: float
    at: str
    program: str

    def run(self, target: str = HEAD) -> str:
        """Create or upgrade the tables as far as needed, and say which revision was there before ("" for none).

        Raises:
            StoreError: the case is of a newer program, or something else lies in the database.
            Corrupt: rows of the case do not fit together; nothing was changed.
        """
        before = self._revision()
        if before == target:
            return before
        if before and self.url.get_backend_name() == "sqlite":
            self._set_aside(target)
        engine = make_engine(self.url, timeout=self.timeout, foreign_keys=False)
        try:
            with writing(engine) as connection:
                if _revision(connection, self.url) != target:
                    self._migrate(connection, target)
        finally:
            engine.dispose()
        return before

    def _revision(self) -> str:
        engine = make_engine(self.url, timeout=self.timeout)
        try:
            with reading(engine) as connection:
                found = _revision(connection, self.url)
                if found == HEAD:
                    _check_columns(connection, self.url)
                return found
        finally:
            engine.dispose()

    def _migrate(self, connection: Connection, target: str) -> None:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes.update(connection=connection, at=self.at, program=self.program)
        lower_guards(connection)
        with _ONE_AT_A_TIME:
            command.upgrade(config, target)
        _check_references(connection, self.url)
        if target == HEAD:
            raise_guards(connection)
            lifting.rebuild(connection, asked(connection))
            findable.rebuild(connection)
            facets.rebuild(connection)

    def _set_aside(self, target: str) -> Path:
        """Copy the case file as it is before the migration; an earlier copy is never overwritten."""
        case = Path(str(self.url.database))
        number = 0
        while True:
            ending = f".{number}" if number else ""
            copy = case.with_name(f"{case.stem}.before-{target}{ending}{case.suffix}")
            if not copy.exists():
                try:
                    return copy_file(self.url, copy, timeout=self.timeout)
                except Refused:
                    if not copy.exists():
                        raise
            number += 1


def _revision(connection: Connection, url: URL) -> str:
    """The revision of the tables, "" when there are none yet."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return ""
    found = ""
    if "alembic_version" in tables:
        found = connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
    if found in REVISIONS:
        if found != HEAD:
            _check_revision(connection, url, found)
        return found
    name = case_name(url)
    if found:
        raise StoreError(
            f"The case {name} was written by a newer program (its tables are at {found}).",
            next_step=f"Use a newer version; this one knows the tables up to {HEAD}.",
        )
    raise StoreError(
        f"{name} holds something else than a case: {', '.join(sorted(tables)[:3])} …",
        next_step="Name another file, or an empty database.",
    )


def _check_revision(connection: Connection, url: URL, told: str) -> None:
    """Refuse a case that says it is at another migration than its tables are: what is run then would meet tables it does not know."""
    there = columns.names(connection)
    for revision, (table, column) in BROUGHT.items():
        if ((table, column) in there) != (revision <= told):
            raise Corrupt(
                f"The case {case_name(url)} says that its tables are at {told}, but {column} of {table} says otherwise.",
                next_step="Nothing was changed. Open the newest backup instead, and keep this file.",
            )


def _check_columns(connection: Connection, url: URL) -> None:
    """Refuse tables that lack a column of ours: a case that was damaged or changed by hand."""
    found = columns.names(connection)
    for table in metadata.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) not in found:
                raise Corrupt(
                    f"The case {case_name(url)} has lost {column.name} of {table.name}.",
                    next_step="Nothing was changed. Open the newest backup instead, and keep this file.",
                )


def _check_references(connection: Connection, url: URL) -> None:
    """Refuse to commit rows whose parents are missing."""
    if connection.dialect.name != "sqlite":
        return
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if orphan is not None:
        raise Corrupt(
            f"The case {url.database} cannot be upgraded: row {orphan[1]} of {orphan[0]} has lost its {orphan[2]}.",
            next_step="Nothing was changed. Open the newest backup instead, and keep this file.",
        )
