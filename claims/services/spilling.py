"""Things put on the disk where there may be more of them than memory should hold: put in order, or just laid out."""

from __future__ import annotations

import heapq
import pickle
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from types import TracebackType
from typing import IO, Any, BinaryIO, Final, Generic, TypeVar
from weakref import finalize

from claims.errors import StoreError
from claims.report.later import Each

T = TypeVar("T")

_IN_MEMORY: Final = 500
_FEW: Final = 1 << 18
"""Bytes that are laid out in memory."""


class InOrder(Generic[T]):
    """Things with a key each, which come back from the least key on: sorted runs in a file that has no name."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._in_memory = in_memory
        self._held: list[tuple[Any, T]] = []
        self._runs: list[tuple[int, int]] = []

    def __enter__(self) -> InOrder[T]:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        _let_go(self._file)

    def put(self, key: tuple[Any, ...], thing: T) -> None:
        """Keep one; keys differ from each other.

        Raises:
            StoreError: the disk takes no more.
        """
        self._held.append((key, thing))
        if len(self._held) >= self._in_memory:
            self._write()

    def __len__(self) -> int:
        """How many there are."""
        return sum(count for _, count in self._runs) + len(self._held)

    def __iter__(self) -> Iterator[T]:
        """All of them, in the order of their keys."""
        if self._held:
            self._write()
        runs = [self._read(*run) for run in self._runs]
        for _, thing in heapq.merge(*runs, key=lambda each: each[0]):
            yield thing

    def _write(self) -> None:
        self._held.sort(key=lambda each: each[0])
        self._runs.append((self._file.seek(0, 2), len(self._held)))
        with _room():
            for each in self._held:
                pickle.dump(each, self._file, pickle.HIGHEST_PROTOCOL)
            self._file.flush()
        self._held = []

    def _read(self, place: int, count: int) -> Iterator[tuple[Any, T]]:
        for _ in range(count):
            self._file.seek(place)
            found: tuple[Any, T] = pickle.load(self._file)  # noqa: S301 - see the head
            place = self._file.tell()
            yield found


def laid_out(things: Iterable[T]) -> Sequence[T]:
    """The same things, each of which is read from a file that has no name when somebody comes to it.

    Eight bytes of each stay in memory, and all of them while they are few. The file goes with the sequence. One thread
    reads at a time.

    Raises:
        StoreError: the disk takes no more.
    """
    file = tempfile.SpooledTemporaryFile(_FEW)  # noqa: SIM115 - open as long as the sequence is there
    with ExitStack() as given_up:
        given_up.callback(_let_go, file)
        places = _laid(things, file)
        given_up.pop_all()

    def read(place: int) -> T:
        file.seek(place)
        found: T = pickle.load(file)  # noqa: S301 - our own file, see above
        return found

    finalize(read, file.close)
    return Each(read, places)


def _let_go(file: IO[bytes]) -> None:
    with suppress(OSError):  # what a full disk did not take is given up with the file
        file.close()


def _laid(things: Iterable[object], file: IO[bytes]) -> array[int]:
    """Write the things one behind the other; where each begins."""
    places = array("Q")
    at = 0
    for each in things:
        packed = pickle.dumps(each, pickle.HIGHEST_PROTOCOL)
        with _room():
            file.write(packed)
        places.append(at)
        at += len(packed)
    with _room():
        file.flush()
    return places


@contextmanager
def _room() -> Iterator[None]:
    """Tell in words that the disk takes no more."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"The folder for temporary files, {tempfile.gettempdir()}, takes no more: {error.strerror}.",
            next_step="Make room there, or name another folder in the variable TMPDIR.",
        ) from error
