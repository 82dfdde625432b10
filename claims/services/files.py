"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from claims.errors import InputError, StoreError
from claims.store.originals import sync_folder
from claims.store.store import Store

_FILE_MODE: Final = 0o644
_PARTS: Final = ("", "-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps a database in."""
_DATABASE: Final = b"SQLite format 3\0"
_PRIVATE_KEY: Final = b"PRIVATE KEY-----"
_HEAD: Final = 64
"""Bytes of a file by which a database or a key is known."""
_ORIGINALS: Final = ".originals"


def signing_key_of(store: Store) -> Path:
    """Where the private key of a case lies: beside it."""
    folder = store.originals.folder
    return folder.with_name(f"{folder.stem}.signing-key.pem")


def refuse_own(target: Path, store: Store) -> None:
    """Pass when nothing is lost by writing ``target``: it is neither a part of this case nor of another.

    Raises:
        InputError: it is the case, its signing key, one of its originals, or any database, private key or stored original.
    """
    whole = target.resolve()
    if any(_is(whole, Path(f"{store.name}{ending}")) for ending in _PARTS):
        raise InputError(f"{target} is the case itself.", next_step="Name another file.")
    if whole == signing_key_of(store).resolve():
        raise InputError(
            f"{target} is the signing key of the case.", next_step="Name another file."
        )
    kept = store.originals.folder.resolve()
    if any(folder == kept or folder.name.endswith(_ORIGINALS) for folder in whole.parents):
        raise InputError(
            f"{target} lies among the originals of a case.", next_step="Name another file."
        )
    if _is_precious(whole):
        raise InputError(
            f"{target} is a case, another database or a private key.",
            next_step="Name another file.",
        )


def _is(path: Path, other: Path) -> bool:
    """Whether both are one file, under whatever name; a case on a server is none."""
    try:
        return path == other or path.samefile(other)
    except OSError:
        return False


def _is_precious(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith(_DATABASE) or _PRIVATE_KEY in head


def put(data: bytes, target: Path) -> None:
    """Write a file so that its name always stands for a whole one: beside it first, then in its place.

    Raises:
        StoreError: it cannot be written; an older file is as it was.
    """
    with whole_or_not(target) as file:
        file.write(data)


@contextmanager
def whole_or_not(target: Path) -> Iterator[BinaryIO]:
    """A file that appears under its name only when all of it is on the disk.

    Raises:
        StoreError: it cannot be written; an older file is as it was.
    """
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise StoreError(
            f"{target} is no file but a device or a pipe, which would be replaced.",
            next_step="Name another file.",
        )
    try:
        with _beside(target) as file:
            yield file
    except OSError as error:
        raise StoreError(
            f"{target} cannot be written: {error.strerror}.",
            next_step="An older file of that name is as it was. Name another file, or make room.",
        ) from error


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_FILE_MODE)
        part.replace(target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)
