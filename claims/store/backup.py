"""Copies of a case file by the backup interface of SQLite, whole even while others write.

A plain copy of the file may lack what still lies in the journal beside it: 0 of 100 committed rows, measured.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sqlite3
from pathlib import Path

from sqlalchemy.engine import URL

from claims.errors import Corrupt, Refused, StoreError
from claims.store.originals import Originals, sync_folder

_ENDINGS = ("-journal", "-wal", "-shm")
"""What SQLite writes beside a case file; a journal is rolled back into whatever file bears the name."""
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""Answers of file systems that know no second name for a file."""


def copy_file(url: URL, target: Path, *, timeout: float) -> Path:
    """Copy the case file; ``target`` appears whole or not at all, and is never overwritten.

    Raises:
        Corrupt: the case file is cut or damaged.
        Refused: ``target`` exists, or what a stopped writer left of one, or the case is no file.
        StoreError: it cannot be written.
    """
    refuse(url, target)
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        _copy(str(url.database), part, timeout)
        _name(part, target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        if type(error) is sqlite3.DatabaseError:
            raise Corrupt(
                f"{url.database} is no whole case file: {error}.",
                next_step="Nothing became of it. Use another backup, and keep this one.",
            ) from error
        raise StoreError(
            f"The copy {target} could not be written: {error}.",
            next_step="The case itself was not changed. Make room or name another folder.",
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def _name(part: Path, target: Path) -> None:
    """Give a whole copy its name, never in the place of a file that has come to bear it meanwhile."""
    try:
        try:
            os.link(part, target)
        except OSError as error:
            if isinstance(error, FileExistsError) or error.errno not in _NO_LINKS:
                raise
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            try:
                part.replace(target)
            except OSError:
                target.unlink()
                raise
    except FileExistsError as error:
        raise Refused(
            f"{target} has come to be while it was copied.",
            next_step="What is there was left alone. Name a file that does not exist yet.",
        ) from error


def left_beside(target: Path) -> list[Path]:
    """What a writer that was stopped left beside a case file of this name: it belongs to that file and would damage any other."""
    return [path for ending in _ENDINGS if (path := Path(f"{target}{ending}")).exists()]


def check_whole(path: Path) -> None:
    """Pass when a file holds the tables of a case: an empty file is a database without any, and would become an empty case.

    Raises:
        Corrupt: it holds none.
    """
    with contextlib.closing(sqlite3.connect(path)) as copy:
        found = copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit'").fetchone()
    if found is None:
        raise Corrupt(
            "The backup holds no case: it is empty, or a file of something else.",
            next_step="Nothing became of it. Use another backup, and keep this one.",
        )


def refuse(url: URL, target: Path) -> None:
    """Pass when a copy can be made under this name.

    Raises:
        Refused: ``target`` exists, or what a stopped writer left of one, or the case is no file.
        StoreError: its folder is not there.
    """
    if url.get_backend_name() != "sqlite":
        raise Refused(
            "A case on a server is not copied as a file.",
            next_step="Use pg_dump for the database, or `claims dump` for a portable copy.",
        )
    if target.exists():
        raise Refused(f"{target} exists.", next_step="Name a file that does not exist yet.")
    if not target.parent.is_dir():
        raise StoreError(
            f"The copy {target} could not be written: its folder is not there.",
            next_step="The case itself was not changed. Make the folder or name another one.",
        )
    left = left_beside(target)
    if left:
        raise Refused(
            f"{left[0]} lies where the copy would be: a case of that name was stopped while it wrote.",
            next_step="Move it to where its case file is now, or name another file; nothing was changed.",
        )


def _copy(source: str, part: Path, timeout: float) -> None:
    with (
        contextlib.closing(sqlite3.connect(source, timeout=timeout)) as case,
        contextlib.closing(sqlite3.connect(part)) as copy,
    ):
        case.backup(copy)
    with part.open("rb") as file:
        os.fsync(file.fileno())


def copy_originals(originals: Originals, target: Path) -> None:
    """Copy all originals into another folder; those that are there already stay."""
    copies = Originals(target)
    for digest in originals.all():
        copies.keep(originals.read(digest))
