"""Parts of a report that are made when they are read, and made again when they are read again.

A report on fifty thousand claims is longer than memory should hold. What it is made from is there, so its longest parts
(incidents, rows of tables, quotes) are sequences that know how long they are and make each part when a writer comes to it.
They equal a tuple of the same parts, and are shown as one. What it is made from may be read as late.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final, Generic, Protocol, TypeVar, overload

T = TypeVar("T")
S = TypeVar("S")

_NOWHERE: Final = -1
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


class Numbered(Protocol):
    """Where things stand in a sequence, by their ids; a KeyError of what is not there."""

    def __getitem__(self, name: str, /) -> int: ...
    def __contains__(self, name: object, /) -> bool: ...
    def __len__(self) -> int: ...


class Numbers:
    """Where things stand in a sequence, by their ids, in 30 to 60 bytes for each, however long the ids are.

    A table of digests of 128 bits, no two of which are ever alike in practice; the ids themselves are not kept.

    Args:
        names: the ids, from the first thing on; of several of one id the last counts.
        count: how many there are, as far as that is known.
    """

    __slots__ = ("_at", "_first", "_held", "_mask", "_second")

    def __init__(self, names: Iterable[str], count: int = 0) -> None:
        self._empty(1 << max(3, (count + count // 2).bit_length()))
        for number, name in enumerate(names):
            if 3 * self._held > 2 * self._mask:
                self._grow()
            self._put(*_digest(name), number)

    def _empty(self, size: int) -> None:
        self._mask = size - 1
        self._first, self._second = (array("Q", bytes(8 * size)) for _ in range(2))
        self._at = array("l", [_NOWHERE]) * size
        self._held = 0

    def _grow(self) -> None:
        known = zip(self._first, self._second, self._at, strict=True)
        self._empty(2 * len(self._at))
        for first, second, number in known:
            if number != _NOWHERE:
                self._put(first, second, number)

    def _put(self, first: int, second: int, number: int) -> None:
        place = self._place(first, second)
        self._held += self._at[place] == _NOWHERE
        self._first[place], self._second[place], self._at[place] = first, second, number

    def __getitem__(self, name: str) -> int:
        number = self._at[self._place(*_digest(name))]
        if number == _NOWHERE:
            raise KeyError(name)
        return number

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._at[self._place(*_digest(name))] != _NOWHERE

    def __len__(self) -> int:
        return self._held

    def _place(self, first: int, second: int) -> int:
        """Where the table holds what has this digest, or would."""
        place = first & self._mask
        while self._at[place] != _NOWHERE:
            if self._first[place] == first and self._second[place] == second:
                break
            place = (place + 1) & self._mask
        return place


class Some:
    """Where some of the things of a sequence stand among themselves, by their ids.

    Args:
        at: where all of them stand.
        chosen: the numbers of these, in order.
    """

    __slots__ = ("_all", "_chosen")

    def __init__(self, at: Numbered, chosen: Sequence[int]) -> None:
        self._all = at
        self._chosen = chosen

    def __getitem__(self, name: str) -> int:
        number = self._all[name]
        place = bisect_left(self._chosen, number)
        if place == len(self._chosen) or self._chosen[place] != number:
            raise KeyError(name)
        return place

    def __contains__(self, name: object) -> bool:
        try:
            return isinstance(name, str) and self[name] >= 0
        except KeyError:
            return False

    def __len__(self) -> int:
        return len(self._chosen)


class Filed(_Made[T]):
    """A sequence that knows where each of its things stands, so that nobody goes through all of it to find out.

    Attributes:
        at: by the ids of the things.
    """

    __slots__ = ("_items", "at")

    def __init__(self, items: Sequence[T], at: Numbered) -> None:
        self._items = items
        self.at = at

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def _at(self, number: int) -> T:
        return self._items[number]


def each_of(make: Callable[[S], T], items: Sequence[S]) -> Sequence[T]:
    """What ``make`` makes of each item without changing its id: filed where the items are."""
    made = Each(make, items)
    return Filed(made, items.at) if isinstance(items, Filed) else made


def _digest(name: str) -> tuple[int, int]:
    found = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return int.from_bytes(found[:8], "little"), int.from_bytes(found[8:], "little")


class ById(Mapping[str, T]):
    """Things of a sequence looked up by their ids; a few that were looked up last stay in memory.

    Args:
        items: the things; of several of one id the last is found.
        name: the id of one.
    """

    __slots__ = ("_items", "_name", "_read", "at")

    def __init__(self, items: Sequence[T], name: Callable[[T], str]) -> None:
        known = items.at if isinstance(items, Filed) else Numbers(map(name, items), len(items))
        self.at: Final[Numbered] = known
        """Where each stands in the sequence, by its id."""
        self._items, self._name = items, name
        self._read = lru_cache(_LAST)(items.__getitem__)

    def __getitem__(self, name: str) -> T:
        return self._read(self.at[name])

    def __contains__(self, name: object) -> bool:
        return name in self.at  # nothing is read for it

    def __iter__(self) -> Iterator[str]:
        for number, each in enumerate(self._items):
            if self.at[self._name(each)] == number:
                yield self._name(each)

    def __len__(self) -> int:
        return len(self.at)
