"""A case parted where no way leads from one claim to another, so that incidents are made a few claims at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

_NOT_THERE: Final = -1


@dataclass(slots=True)
class Parts:
    """Numbers of claims in parts that grow together; 16 bytes for each number.

    Attributes:
        last: the highest number there may be.
    """

    last: int
    _above: array[int] = field(init=False)
    _next: array[int] = field(init=False)
    _count: int = 0

    def __post_init__(self) -> None:
        """Nothing is there yet."""
        self._above = array("q", [_NOT_THERE]) * (self.last + 1)
        self._next = array("q", range(self.last + 1))

    def add(self, number: int) -> None:
        """A claim, in a part of its own."""
        self._above[number] = number
        self._count += 1

    def __len__(self) -> int:
        """How many were added."""
        return self._count

    def __contains__(self, number: int) -> bool:
        """Whether it was added."""
        return 0 <= number <= self.last and self._above[number] != _NOT_THERE

    def join(self, one: int, other: int) -> None:
        """Make one part of the parts of both."""
        first, second = self._head(one), self._head(other)
        if first != second:
            self._above[max(first, second)] = min(first, second)
            following = self._next
            following[first], following[second] = following[second], following[first]

    def join_all(self, numbers: Iterable[int]) -> None:
        """Make one part of the parts of all that are there."""
        there = [number for number in numbers if number in self]
        for number in there[1:]:
            self.join(there[0], number)

    def several(self, least: int) -> Iterator[tuple[int, ...]]:
        """Whole parts, so many together that they hold ``least`` claims where there are that many; sorted."""
        found: list[int] = []
        for number, above in enumerate(self._above):
            if above == number:
                found.extend(self._part(number))
            if len(found) >= least:
                yield tuple(sorted(found))
                found = []
        if found:
            yield tuple(sorted(found))

    def _part(self, head: int) -> Iterator[int]:
        yield head
        number = self._next[head]
        while number != head:
            yield number
            number = self._next[number]

    def _head(self, number: int) -> int:
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number
