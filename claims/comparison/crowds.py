"""Happenings that very many claims tell: each of them meets a few that speak for all.

A key that names one happening closely (a day and a place, a figure) and that hundreds of claims share is no weak key: it is
the event that everybody reports, or a document that repeats itself. All pairs of such a block would be quadratic, and none
would silence it. So a crowd has representatives, a claim of each speaker in turn, so that nobody who repeats himself takes
the place of others; everybody in it meets each of these. Which claims they are follows from the crowd alone, in whatever
order it came together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from claims.comparison.blocks import ROW_BITS
from claims.comparison.ragged import Bits, Whole, runs

REPRESENTATIVES: Final = 20
"""Claims of a crowd that all of it meet."""

_ROW: Final = (1 << ROW_BITS) - 1
_PRIME: Final = np.uint64(0x100000001B3)
_AT_ONCE: Final = 1 << 22


class Members(NamedTuple):
    """What decides who represents a crowd, of some rows.

    Attributes:
        speaker: number of who says it.
        order: a number that the id of the claim alone decides.
    """

    speaker: Whole
    order: Bits


Asked: TypeAlias = Callable[[Whole], Members]


def order_of(ids: npt.NDArray[np.str_]) -> Bits:
    """A number for each id, the same wherever it stands and however long the others are."""
    width = max(ids.dtype.itemsize // 4, 1)
    letters = np.ascontiguousarray(ids).view(np.uint32).reshape(len(ids), width)
    found = np.zeros(len(ids), dtype=np.uint64)
    for column in letters.T:
        found = np.where(column != 0, (found ^ column) * _PRIME, found)
    return found ^ (found >> np.uint64(29))


def represented(keys: Whole, asked: Asked) -> Iterator[Whole]:
    """The packed pairs of some crowds, a part at a time: each claim with each representative, some more than once.

    Args:
        keys: all keys of these crowds, sorted.
        asked: who the rows are.
    """
    hashes = keys >> ROW_BITS
    starts = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])[: len(keys)])
    sizes = np.diff(np.append(starts, len(keys)))
    ends = np.cumsum(sizes)
    cuts = np.searchsorted(
        ends, range(_AT_ONCE // REPRESENTATIVES, len(keys), _AT_ONCE // REPRESENTATIVES)
    )
    for crowds in np.split(np.arange(len(starts)), np.unique(cuts)):
        if len(crowds):
            first, last = starts[crowds[0]], ends[crowds[-1]]
            yield _pairs(keys[first:last] & _ROW, sizes[crowds], asked)


def _pairs(rows: Whole, sizes: Whole, asked: Asked) -> Whole:
    crowd = np.repeat(np.arange(len(sizes)), sizes)
    starts = np.cumsum(sizes) - sizes
    chosen = _representatives(rows, crowd, starts, asked(rows))
    members = rows[runs(starts[crowd[chosen]], sizes[crowd[chosen]])]
    speaking = np.repeat(rows[chosen], sizes[crowd[chosen]])
    apart = members != speaking
    low, high = np.minimum(members, speaking)[apart], np.maximum(members, speaking)[apart]
    packed: Whole = (low << ROW_BITS) | high
    return packed


def _representatives(rows: Whole, crowd: Whole, starts: Whole, members: Members) -> Whole:
    """Places of the representatives: the first of each speaker, then the second of each, and so on."""
    by_speaker = np.lexsort((members.order, members.speaker, crowd))
    parts = crowd[by_speaker], members.speaker[by_speaker]
    begins = np.ones(len(rows), dtype=np.bool_)
    begins[1:] = (parts[0][1:] != parts[0][:-1]) | (parts[1][1:] != parts[1][:-1])
    turn = np.empty(len(rows), dtype=np.int64)
    turn[by_speaker] = np.arange(len(rows)) - np.maximum.accumulate(
        np.where(begins, np.arange(len(rows)), 0)
    )
    by_turn = np.lexsort((members.order, turn, crowd))
    place: Whole = by_turn[np.arange(len(rows)) - starts[crowd[by_turn]] < REPRESENTATIVES]
    return place
