"""Figures by where they stand, so that asking what lies at a place takes no walk over all of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from claims.model import Quantity, Span


class Laid:
    """Some figures of a document in the order of their spans."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self._ordered = sorted(quantities, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._ordered]
        self._reach = list(accumulate((one.span.end for one in self._ordered), max))
        self._closing = sorted(quantities, key=lambda one: one.span.end)
        self._ends = [one.span.end for one in self._closing]

    def over(self, span: Span) -> list[Quantity]:
        """The figures that share a character with ``span``."""
        found: list[Quantity] = []
        at = bisect_left(self._starts, span.end)
        while at and self._reach[at - 1] > span.start:
            at -= 1
            found += [self._ordered[at]] if self._ordered[at].span.end > span.start else []
        return found

    def closed_before(self, offset: int) -> Quantity | None:
        """The figure that closes last before ``offset``; of several that close together the first."""
        behind = bisect_right(self._ends, offset)
        return self._closing[bisect_left(self._ends, self._ends[behind - 1])] if behind else None

    def begun_before(self, offset: int) -> Quantity | None:
        """Of the figures that close before ``offset`` the one that begins last."""
        for at in range(bisect_right(self._starts, offset), 0, -1):
            if self._ordered[at - 1].span.end <= offset:
                return self._ordered[at - 1]
        return None
