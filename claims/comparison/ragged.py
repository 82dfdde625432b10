"""Rows of unequal length as two flat arrays, and all combinations within each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Whole: TypeAlias = npt.NDArray[np.int64]
Bits: TypeAlias = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Ragged:
    """Numbers in rows.

    Attributes:
        values: the numbers of the first row, then of the second, …
        counts: how many each row has.
    """

    values: Bits
    counts: Whole

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Ragged:
        """The same rows; numbers of at most 64 bits, none negative."""
        flat = np.array([one for row in rows for one in row], dtype=np.uint64)
        return cls(flat, np.array([len(row) for row in rows], dtype=np.int64))

    def __len__(self) -> int:
        return len(self.counts)

    @property
    def rows(self) -> Whole:
        """The row of each value."""
        return np.repeat(np.arange(len(self)), self.counts)

    def taken(self, which: Whole) -> Ragged:
        """Some rows, in this order; one may be taken many times."""
        counts = self.counts[which]
        return Ragged(
            self.values[runs((np.cumsum(self.counts) - self.counts)[which], counts)], counts
        )

    def where(self, rows: npt.NDArray[np.bool_]) -> Ragged:
        """The same with all other rows empty."""
        return Ragged(self.values[np.repeat(rows, self.counts)], np.where(rows, self.counts, 0))

    def first(self, most: int) -> Ragged:
        """At most so many numbers of each row."""
        kept = np.minimum(self.counts, most)
        return Ragged(self.values[runs(np.cumsum(self.counts) - self.counts, kept)], kept)

    def beside(self, other: Ragged) -> Ragged:
        """Row by row the numbers of both."""
        counts = self.counts + other.counts
        ends = np.cumsum(counts)
        values = np.empty(len(self.values) + len(other.values), dtype=np.uint64)
        values[runs(ends - counts, self.counts)] = self.values
        values[runs(ends - other.counts, other.counts)] = other.values
        return Ragged(values, counts)


def runs(first: Whole, sizes: Whole) -> Whole:
    """Every index of several runs."""
    ends = np.cumsum(sizes)
    shift = np.repeat(first - (ends - sizes), sizes)
    found: Whole = np.arange(len(shift)) + shift
    return found


def crossed(several: Iterable[Ragged]) -> tuple[Whole, list[Bits]]:
    """All combinations of one number from each, row by row.

    Returns:
        the row of each combination, and its numbers: one array for each of ``several``.
    """
    tables = list(several)
    sizes = np.prod([one.counts for one in tables], axis=0, dtype=np.int64)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    place = runs(np.zeros_like(sizes), sizes)
    chosen = []
    for one in reversed(tables):
        starts, counts = np.cumsum(one.counts) - one.counts, one.counts[rows]
        place, here = np.divmod(place, counts)
        chosen.append(one.values[starts[rows] + here])
    return rows, chosen[::-1]


def distinct(numbers: Whole) -> Whole:
    """These numbers sorted, each once; quicker here than the hashing of `numpy.unique`."""
    whole = np.sort(numbers)
    once: Whole = whole[np.concatenate([[True], whole[1:] != whole[:-1]])[: len(whole)]]
    return once
