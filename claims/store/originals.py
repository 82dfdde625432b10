"""The original bytes of documents, by hash, beside the case: ``case.originals/ab/cd/abcd…``.

An original is written once and never changed: first under another name in the same file system, then brought to the
disk, made read-only, and given its name in one step. A file under its hash is therefore whole, or the disk lies,
which `claims.store.verify` would notice. What a crash leaves behind lies in ``incoming`` and is swept after an hour.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.errors import Corrupt, StoreError

READ_ONLY: Final = 0o444
SWEPT_AFTER: Final = 3600.0
"""Age of a leftover in seconds at which no living program can still be writing it."""

_INCOMING: Final = "incoming"


def sha256(data: bytes) -> str:
    """The hash under which these bytes are kept, 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Originals:
    """A folder of originals."""

    folder: Path

    def path(self, digest: str) -> Path:
        """Where the original with this hash lies, or would lie."""
        return self.folder / digest[:2] / digest[2:4] / digest

    def hold_any(self) -> bool:
        """Whether any original lies in the folder."""
        return self.folder.is_dir() and any(self.folder.glob("??/??/*"))

    def keep(self, data: bytes) -> str:
        """Store the bytes, if they are not there yet, and give their hash.

        Raises:
            StoreError: the folder cannot be written.
        """
        digest = sha256(data)
        target = self.path(digest)
        if not self._holds(target, digest):
            try:
                self._write(data, target)
            except OSError as error:
                raise StoreError(
                    f"The original cannot be stored in {self.folder}: {error.strerror}.",
                    next_step="Make room, or check that you may write there, and try again.",
                ) from error
        return digest

    def read(self, digest: str) -> bytes:
        """The bytes with this hash.

        Raises:
            Corrupt: they are missing, or others lie under this name.
        """
        try:
            data = self.path(digest).read_bytes()
        except OSError as error:
            raise self._spoilt(digest, "is missing") from error
        if sha256(data) != digest:
            raise self._spoilt(digest, "was changed")
        return data

    def sweep(self) -> None:
        """Remove what crashes left behind more than `SWEPT_AFTER` seconds ago."""
        latest = time.time() - SWEPT_AFTER
        for leftover in (self.folder / _INCOMING).glob("*"):
            with suppress(FileNotFoundError):
                if leftover.stat().st_mtime < latest:
                    leftover.unlink()

    def all(self) -> Iterator[str]:
        """The hashes of all originals that lie here, sorted."""
        return (path.name for path in sorted(self.folder.glob("??/??/*")))

    def _holds(self, target: Path, digest: str) -> bool:
        """Whether the original is there and whole; a spoilt one is not, and will be replaced."""
        return target.is_file() and sha256(target.read_bytes()) == digest

    def _write(self, data: bytes, target: Path) -> None:
        incoming = self.folder / _INCOMING
        incoming.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=incoming)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(READ_ONLY)
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
        for folder in (target.parent, target.parent.parent, self.folder):
            sync_folder(folder)

    def _spoilt(self, digest: str, what: str) -> Corrupt:
        return Corrupt(
            f"The original {digest} in {self.folder} {what}.",
            next_step="Put the file back from a backup; `claims verify` lists all that differ.",
        )


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
