"""All claims by their keys, sorted: who meets whom, for a whole set or for what is new in it.

Claims that share a key form a block, and all pairs of a block meet. A block of more claims than its kind of key allows
says too little and is passed over; its claims still meet by their other, narrower keys. So below these sizes whether two
claims meet follows from both alone, and above them it also depends on how many others say the same; `Added.lost` names
the pairs that only met in a block that has grown too large.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from claims.comparison.blocks import ROW_BITS, WORDS_KEY
from claims.comparison.likely import LEAST, comparable, scores
from claims.comparison.ragged import Whole, distinct, runs
from claims.comparison.traits import Traits, joined, taken

LARGEST: Final = 100
"""Claims in a block of a key of slots."""
LARGEST_OF_WORDS: Final = 25
"""Claims in a block of a key of words."""

_ROW: Final = (1 << ROW_BITS) - 1
_WORDS: Final = WORDS_KEY << ROW_BITS
_AT_ONCE: Final = 1 << 24


class Pairs(NamedTuple):
    """Pairs of rows, the lower first, each once, in order."""

    left: Whole
    right: Whole


class Added(NamedTuple):
    """What new claims change.

    Attributes:
        whole: old and new claims; the new ones have the last rows.
        found: pairs with at least one new claim.
        lost: pairs of old claims that met before and meet no longer.
    """

    whole: Index
    found: Pairs
    lost: Pairs


@dataclass(frozen=True, slots=True)
class Index:
    """Claims that can be held against each other; a frozen value, `added` gives another one."""

    traits: Traits

    def pairs(self) -> Pairs:
        """All pairs that meet and are worth a comparison."""
        return self._worth(_unpacked(_met(self.traits.keys, self.traits)))

    def added(self, new: Traits) -> Added:
        """The index with more claims, none of which it may hold already."""
        old = len(self.traits)
        whole = Index(joined([self.traits, new]))
        added = _packed_hashes(new.keys)
        mixed = _blocks_of(self.traits.keys, added, new.keys + old)
        pairs = _with_new(mixed, old)
        fit = comparable(whole.traits, *pairs)
        fresh = _unpacked(distinct(_packed(pairs)[fit]))
        return Added(whole, whole._worth(fresh), self._lost(mixed))

    def meeting(self, new: Traits) -> set[tuple[str, str]]:
        """The pairs of ids that `added` would find; nothing is merged, so it takes little longer for many claims."""
        old = len(self.traits)
        pairs = _with_new(
            _blocks_of(self.traits.keys, _packed_hashes(new.keys), new.keys + old), old
        )
        near = np.unique(pairs.left[pairs.left < old])
        table = joined([taken(self.traits, near), new])
        place = np.concatenate([near, old + np.arange(len(new))])
        small = Index(table)
        found = Pairs(*(np.searchsorted(place, side) for side in pairs))
        fit = comparable(table, *found)
        return set(small.key_pairs(small._worth(_unpacked(distinct(_packed(found)[fit])))))

    def key_pairs(self, pairs: Pairs) -> Iterator[tuple[str, str]]:
        """The claims of pairs of rows, by their ids."""
        left, right = (self.traits.ids[side].tolist() for side in pairs)
        return zip(left, right, strict=True)

    def _worth(self, pairs: Pairs) -> Pairs:
        likely = scores(self.traits, *pairs) >= LEAST
        return Pairs(*(side[likely] for side in pairs))

    def _lost(self, mixed: Whole) -> Pairs:
        """Pairs of old claims in blocks that the new ones made too large, unless another block holds them."""
        old = len(self.traits)
        before = mixed[(mixed & _ROW) < old]
        grown = np.isin(_packed_hashes(before), _too_large(mixed))
        pairs = self._worth(_unpacked(_met(before[grown], self.traits)))
        if not len(pairs.left):
            return pairs
        rows = np.unique(np.concatenate(pairs))
        of_rows = np.isin(self.traits.keys & _ROW, rows)
        # Blocks are judged by their whole size, so what has grown too large goes first.
        kept = _small(self.traits.keys)
        left = self.traits.keys[of_rows & kept]
        left = left[~np.isin(_packed_hashes(left), _too_large(mixed))]
        still = np.isin(_packed(pairs), _met(left, self.traits))
        return Pairs(*(side[~still] for side in pairs))


def _packed_hashes(keys: Whole) -> Whole:
    return keys >> ROW_BITS


def _bounds(keys: Whole) -> tuple[Whole, Whole]:
    """First entry and size of each block of sorted keys."""
    hashes = _packed_hashes(keys)
    starts = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])[: len(hashes)])
    return starts, np.diff(np.append(starts, len(hashes)))


def _most(keys: Whole) -> Whole:
    """How many claims the block of each key may hold."""
    most: Whole = np.where(keys & _WORDS, LARGEST_OF_WORDS, LARGEST)
    return most


def _small(keys: Whole) -> npt.NDArray[np.bool_]:
    """Which keys are of blocks that are not too large."""
    starts, sizes = _bounds(keys)
    return np.repeat(sizes <= _most(keys[starts]), sizes)


def _too_large(keys: Whole) -> Whole:
    """The hashes of blocks that hold too many claims."""
    starts, sizes = _bounds(keys)
    return _packed_hashes(keys[starts[sizes > _most(keys[starts])]])


def _blocks_of(keys: Whole, hashes: Whole, new: Whole) -> Whole:
    """The entries of ``keys`` under some hashes, together with new ones; sorted, without blocks too large already."""
    wanted = np.unique(hashes)
    first = np.searchsorted(keys, wanted << ROW_BITS)
    sizes = np.searchsorted(keys, (wanted + 1) << ROW_BITS) - first
    fit = sizes <= _most(wanted << ROW_BITS)
    own = new[fit[np.searchsorted(wanted, _packed_hashes(new))]]
    return np.sort(np.concatenate([keys[runs(first[fit], sizes[fit])], own]))


def _with_new(keys: Whole, old: int) -> Pairs:
    """Pairs with a new claim, of rows from ``old`` on, in blocks that are not too large; some more than once."""
    starts, sizes = _bounds(keys)
    rows = keys & _ROW
    block = np.repeat(np.arange(len(starts)), sizes)
    fit = (rows >= old) & (sizes <= _most(keys[starts]))[block]
    mine, block = rows[fit], block[fit]
    own = np.repeat(mine, sizes[block])
    others = rows[runs(starts[block], sizes[block])]
    below = others < own
    return Pairs(others[below], own[below])


def _met(keys: Whole, traits: Traits) -> Whole:
    """The comparable pairs of each block that is not too large, packed, sorted, each once."""
    if not len(keys):
        return np.empty(0, dtype=np.int64)
    starts, sizes = _bounds(keys)
    fit = (sizes > 1) & (sizes <= _most(keys[starts]))
    starts, sizes = starts[fit], sizes[fit]
    rows = keys & _ROW
    found = [np.empty(0, dtype=np.int64)]
    pending = 0
    for size in np.unique(sizes):
        one, other = np.triu_indices(size, 1)
        of_size = starts[sizes == size]
        step = max(1, _AT_ONCE // len(one))
        for part in range(0, len(of_size), step):
            block = rows[of_size[part : part + step, None] + np.arange(size)]
            pairs = Pairs(block[:, one].ravel(), block[:, other].ravel())
            fit = comparable(traits, *pairs)
            found.append(_packed(pairs)[fit])
            pending += len(found[-1])
            if pending > _AT_ONCE:
                found, pending = [distinct(np.concatenate(found))], 0
    return distinct(np.concatenate(found))


def _packed(pairs: Pairs) -> Whole:
    return (pairs.left << ROW_BITS) | pairs.right


def _unpacked(pairs: Whole) -> Pairs:
    return Pairs(pairs >> ROW_BITS, pairs & _ROW)
