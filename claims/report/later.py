"""Parts of a report that are made when they are read, and made again when they are read again.

A report on fifty thousand claims is longer than memory should hold. What it is made from is there, so its longest parts
(incidents, rows of tables, quotes) are sequences that know how long they are and make each part when a writer comes to it.
They equal a tuple of the same parts, and are shown as one. What it is made from may be read as late.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Generic, TypeVar, overload

T = TypeVar("T")
S = TypeVar("S")

_LAST: Final = 64
"""Things that were looked up last and are still there."""


class _Made(Sequence[T]):
    """What both sequences share: they compare and show themselves as tuples."""

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return tuple(self._at(number) for number in range(*at.indices(len(self))))
        number = range(len(self))[at]
        return self._at(number)

    def _at(self, number: int) -> T:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return False
        return all(one == another for one, another in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Each(_Made[T], Generic[S, T]):
    """What ``make`` makes of each item, one at a time.

    Args:
        make: pure: what it makes of an item is always the same.
        items: what there is to make something of.
    """

    __slots__ = ("_items", "_make")

    def __init__(self, make: Callable[[S], T], items: Sequence[S]) -> None:
        self._make = make
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, self._items)

    def _at(self, number: int) -> T:
        return self._make(self._items[number])


class Joined(_Made[T]):
    """Several sequences one behind the other."""

    __slots__ = ("_parts",)

    def __init__(self, *parts: Sequence[T]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[T]:
        for part in self._parts:
            yield from part

    def _at(self, number: int) -> T:
        for part in self._parts:
            if number < len(part):
                return part[number]
            number -= len(part)
        raise IndexError(number)


class ById(Mapping[str, T]):
    """Things of a sequence looked up by their ids; a few that were looked up last stay in memory.

    Args:
        items: the things; of several of one id the last is found.
        name: the id of one.
    """

    __slots__ = ("_read", "at")

    def __init__(self, items: Sequence[T], name: Callable[[T], str]) -> None:
        self.at: Final[Mapping[str, int]] = {
            sys.intern(name(each)): number for number, each in enumerate(items)
        }
        """Where each stands in the sequence, by its id."""
        self._read = lru_cache(_LAST)(items.__getitem__)

    def __getitem__(self, name: str) -> T:
        return self._read(self.at[name])

    def __contains__(self, name: object) -> bool:
        return name in self.at  # nothing is read for it

    def __iter__(self) -> Iterator[str]:
        return iter(self.at)

    def __len__(self) -> int:
        return len(self.at)
