"""A case on the disk: its database, its originals, and the two kinds of transaction."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from claims.errors import Corrupt, StoreError
from claims.store import engine as engines
from claims.store.audit import Act
from claims.store.engine import address_of, make_engine
from claims.store.faults import case_name
from claims.store.originals import Originals
from claims.store.upgrade import Upgrade
from claims.store.writer import Writer, recording


@dataclass(frozen=True, slots=True)
class Store:
    """An open case; may be shared by many threads.

    Attributes:
        engine: connections to its database.
        originals: the original bytes.
        timeout: how long to wait for others, in seconds.
    """

    engine: Engine
    originals: Originals
    timeout: float

    @property
    def name(self) -> str:
        """The case file, or the address of the database without its password."""
        return case_name(self.engine.url)

    @property
    def title(self) -> str:
        """What the case is called: its file without folder and ending, or the name of its database."""
        return Path(str(self.engine.url.database)).stem

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that only reads and sees one state of the case."""
        return engines.reading(self.engine)

    def writing(self, act: Act) -> AbstractContextManager[Writer]:
        """A transaction that writes, together with its rows of the audit chain."""
        return recording(self.engine, act)

    def passing(self) -> AbstractContextManager[Connection]:
        """A transaction for what is forgotten after minutes, which the audit chain does not answer for."""
        return engines.writing(self.engine, passing=True)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_store(
    case: str | Path, *, originals: Path | None, timeout: float, at: str, program: str
) -> Store:
    """Open a case; create it or bring its tables up to date where needed.

    Args:
        case: its file, or the address of its database.
        originals: folder of the original bytes; None: beside the file.
        timeout: how long to wait for others, in seconds.
        at: what time it is, ISO 8601 in UTC.
        program: version of the program.

    Raises:
        InputError: the address is not one we know.
        StoreError: it cannot be opened, or is of a newer program.
    """
    url = address_of(case)
    folder = originals
    if url.get_backend_name() == "sqlite":
        file = Path(str(url.database))
        make_folder(file.parent)
        folder = folder or originals_beside(file)
        _refuse_emptied(file, Originals(folder))
    if folder is None:
        raise StoreError(
            "A case on a server needs a folder for its original files.",
            next_step="Set CLAIMS_ORIGINALS to a folder that everybody who serves this case can reach.",
        )
    Upgrade(url, timeout, at, program).run()
    store = Store(make_engine(url, timeout=timeout), Originals(folder), timeout)
    store.originals.sweep()
    return store


def originals_beside(file: Path) -> Path:
    """The folder of originals that belongs to a case file: ``case.db`` → ``case.originals``, ``case.2026-11-29`` → ``case.2026-11-29.originals``."""
    stem = file.stem if file.suffix in {".db", ".sqlite", ".sqlite3"} else file.name
    return file.with_name(f"{stem}.originals")


def _refuse_emptied(file: Path, originals: Originals) -> None:
    """Make no new case in a file that a full disk or a sync emptied: the originals beside it tell that there was one."""
    if file.is_file() and not file.stat().st_size and originals.hold_any():
        raise Corrupt(
            f"The case file {file.name} is empty, but originals of its documents lie beside it.",
            next_step="Restore the newest backup with `claims restore`; nothing was written. To begin a new case, take another name.",
        )


def make_folder(folder: Path) -> None:
    """Make a folder and those above it.

    Raises:
        StoreError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {folder} cannot be made: {error.strerror}.",
            next_step="Name a folder that you may write to.",
        ) from error
