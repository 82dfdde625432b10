"""Zip files: those whose bytes depend on their members only (fixed times, order and rights), and those given up half made."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from typing import BinaryIO, Final

_TIME: Final = (1980, 1, 1, 0, 0, 0)
_MODE: Final = 0o100644 << 16
_UNIX: Final = 3


def member(name: str) -> zipfile.ZipInfo:
    """The head of a member, the same on every machine."""
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _MODE
    info.create_system = _UNIX
    return info


def pack(members: Iterable[tuple[str, Iterable[bytes]]], into: BinaryIO) -> None:
    """Write the members in the order given, each a part at a time."""
    with zipfile.ZipFile(into, "w") as archive:
        for name, parts in members:
            with archive.open(member(name), "w") as packed:
                for part in parts:
                    packed.write(part)


class GivenUp:
    """A file that takes what it is given until the disk is full, and lets go of all the rest without a word.

    Who writes a zip file of others' making is told once that there is no room. What they leave of it tries to write its
    end when it is let go, and would say so beside the message.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._full = False
        self._place = 0

    def write(self, data: bytes) -> int:
        """Write it, or let go of it once the disk was full.

        Raises:
            OSError: the disk takes no more; it is raised once.
        """
        if not self._full:
            self._trying(lambda: self._stream.write(data))
        self._place += len(data)
        return len(data)

    def seek(self, place: int) -> int:
        """Go to a place of the file, counted from its beginning; raises as `write`, for what waited to be written."""
        if not self._full:
            self._trying(lambda: self._stream.seek(place))
        self._place = place
        return place

    def _trying(self, step: Callable[[], int]) -> None:
        try:
            step()
        except OSError:
            self._full = True
            raise

    def tell(self) -> int:
        """The place where it is."""
        return self._place

    def flush(self) -> None:
        """Nothing: whoever made the file does it."""
