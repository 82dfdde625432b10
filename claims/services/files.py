"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from claims.errors import StoreError
from claims.store.originals import sync_folder

_FILE_MODE: Final = 0o644


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
