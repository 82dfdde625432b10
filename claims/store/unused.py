"""Take away a case file that was made and in which nothing was ever written."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.errors import StoreError
from claims.store.engine import address_of
from claims.store.store import originals_beside


@dataclass(frozen=True, slots=True)
class Before:
    """What lay on the disk before a case was opened there.

    Attributes:
        file: the case file, None for a case on a server, which is never taken away.
        there: whether it existed.
        originals: folder of the originals.
        kept: whether that folder existed.
        folders: the folders above the file that did not exist, innermost first.
    """

    file: Path | None
    there: bool
    originals: Path | None
    kept: bool
    folders: tuple[Path, ...]

    @classmethod
    def of(cls, case: str | Path, originals: Path | None) -> Before:
        """What lies there now.

        Args:
            case: its file, or the address of its database.
            originals: folder of the originals, None: beside the file.

        Raises:
            InputError: the address is not one we know.
            StoreError: there can be no such file, or its folder cannot be looked into.
        """
        url = address_of(case)
        if url.get_backend_name() != "sqlite":
            return cls(None, there=True, originals=originals, kept=True, folders=())
        file = Path(str(url.database))
        folder = originals or originals_beside(file)
        try:
            missing = tuple(above for above in file.parents if not above.exists())
            return cls(file, file.exists(), folder, folder.exists(), missing)
        except OSError as error:
            raise StoreError(
                f"The case {file} cannot be opened: {error.strerror}.",
                next_step="Name a file that you may write to.",
            ) from error

    def restore(self) -> None:
        """Take the case away if it was not there before and holds nothing; leave it in any doubt.

        Nobody may be at work in it: the file goes while we alone hold it, and a program that opened it earlier gets
        an error from SQLite at its next write instead of writing into nothing.
        """
        if self.file is None or self.there:
            return
        if self.file.exists() and not _removed(self.file):
            return
        if self.originals is not None and not self.kept:
            shutil.rmtree(self.originals, ignore_errors=True)
        for folder in self.folders:
            with contextlib.suppress(OSError):
                folder.rmdir()


def _removed(file: Path) -> bool:
    """Whether the file held nothing and is gone."""
    try:
        with _alone(file) as connection:
            if _written(connection):
                return False
            file.unlink()
    except (OSError, sqlite3.Error):
        return False
    for ending in ("-journal", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    return True


@contextlib.contextmanager
def _alone(file: Path) -> Iterator[sqlite3.Connection]:
    """The file, held by nobody else: leaving WAL needs that, and the lock keeps it so."""
    with contextlib.closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        yield connection


def _written(connection: sqlite3.Connection) -> bool:
    """Whether anything was ever done to the case: every change has its row of the audit chain."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return "audit" in tables and bool(connection.execute("SELECT 1 FROM audit LIMIT 1").fetchall())
