"""Files that were made and wait to be taken along or looked at: on the disk under no name, each at an address of its own.

The address is a number that nobody can guess and says nothing of what is in the file. It is told to the tab that made the file alone,
and leads to it for as long as that tab remembers it: once another one is made, or the tab is closed, there is nothing at it. A file without
a name leaves nothing behind, however the server ends.
"""

from __future__ import annotations

import hashlib
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import TextIOWrapper
from threading import Lock
from typing import BinaryIO, Final, TextIO, TypeVar
from urllib.parse import quote
from weakref import WeakValueDictionary, finalize

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

T = TypeVar("T")

PLACE: Final = "/taken/"
"""What every address begins with."""
_PIECE: Final = 1 << 18
"""Bytes that are in memory while a file is sent."""
_SHOWN: Final = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
)
"""What a page that is looked at may do: be read. Only our own screens have it in a frame."""
_GUESSES: Final = 32
"""Bytes of chance in an address."""


class Held:
    """A file that is there for as long as this value is.

    Args:
        name: under which it is taken along.
        file: open for reading, all of it written; nobody else reads it from now on.
        page: whether it is a web page to be looked at in a frame of ours, where it runs nothing and reaches nothing; else it is stored.
    """

    def __init__(self, name: str, file: BinaryIO, *, page: bool = False) -> None:
        self.name = name
        self.page = page
        self._file = file
        finalize(self, file.close)
        self._key = secrets.token_urlsafe(_GUESSES)
        self._reading = Lock()
        _HELD[self._key] = self

    @property
    def address(self) -> str:
        """Where this server hands it out."""
        return f"{PLACE}{self._key}"

    @property
    def size(self) -> int:
        """How many bytes it has."""
        with self._reading:
            return self._file.seek(0, 2)

    @property
    def digest(self) -> bytes:
        """SHA-256 of all of it."""
        found = hashlib.sha256()
        for piece in self.pieces():
            found.update(piece)
        return found.digest()

    def pieces(self) -> Iterator[bytes]:
        """All of it, a piece at a time; several may read it at once."""
        at = 0
        while piece := self._read(at):
            yield piece
            at += len(piece)

    def _read(self, at: int) -> bytes:
        with self._reading:
            self._file.seek(at)
            return self._file.read(_PIECE)


def lines(name: str, write: Callable[[TextIO], T]) -> tuple[Held, T]:
    """A file of lines that ``write`` writes, with what it gives back.

    Halves of surrogate pairs, which a document may hold, stand in it as they are.
    """
    with ExitStack() as opened:
        file = opened.enter_context(tempfile.TemporaryFile())
        text = TextIOWrapper(file, encoding="utf-8", errors="surrogatepass", newline="\n")
        told = write(text)
        text.detach()
        opened.pop_all()
    return Held(name, file), told


_HELD: Final[WeakValueDictionary[str, Held]] = WeakValueDictionary()


async def hand_out(request: Request) -> Response:
    """The file at an address, to be stored, or a page to be shown; 404 where there is none, or none any more."""
    held = _HELD.get(request.path_params["key"])
    if held is None:
        return PlainTextResponse("404", status_code=404)
    headers = {
        "content-length": str(held.size),
        "content-encoding": "identity",
        "cache-control": "no-store",
    }
    if held.page:
        shown = {**headers, "content-security-policy": _SHOWN, "x-frame-options": "SAMEORIGIN"}
        return StreamingResponse(held.pieces(), 200, shown, "text/html")
    headers["content-disposition"] = f"attachment; filename*=UTF-8''{quote(held.name, safe='')}"
    return StreamingResponse(held.pieces(), 200, headers, "application/octet-stream")
