"""All claims by their keys, sorted: who meets whom, for a whole set or for what is new in it.

Claims that share a key form a block, and all pairs of a block meet. Where more claims than `LARGEST` share a key that names
one happening closely they are a crowd: each meets those that represent it (`crowds`). Any other block of more claims than its
kind of key allows says too little and is passed over; its claims still meet by their other, narrower keys, and
`Index.passed_over` counts those that do not. So below these sizes whether two claims meet follows from both alone, and above
them it also depends on how many others say the same; `Change` names the pairs of others that part because a block has
grown too large, or meet since it no longer is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from claims.comparison.blocks import CLOSE_KEY, ROW_BITS, WORDS_KEY
from claims.comparison.crowds import Members, order_of, represented
from claims.comparison.hands import in_threads
from claims.comparison.likely import comparable, worth
from claims.comparison.ragged import Whole, distinct, runs
from claims.comparison.traits import Traits, joined, only, taken

LARGEST: Final = 100
"""Claims in a block of a key of slots."""
LARGEST_OF_WORDS: Final = 25
"""Claims in a block of a key of words."""
CROWD: Final = 1000
"""Claims that a crowd may have; more say too little even of one happening."""

_ROW: Final = (1 << ROW_BITS) - 1
_WORDS: Final = WORDS_KEY << ROW_BITS
_AT_ONCE: Final = 1 << 24
_FEW: Final = 1 << 16
"""Pairs that are looked at together: few enough to stay near the processor."""
_NONE: Final = np.empty(0, dtype=np.int64)


class Pairs(NamedTuple):
    """Pairs of rows, the lower first, each once, in order."""

    left: Whole
    right: Whole


class Change(NamedTuple):
    """What other claims change.

    Attributes:
        whole: the claims that stay, then the new ones.
        found: pairs with at least one new claim, and those of others that meet only since.
        lost: pairs of claims that stay, met before and meet no longer.
    """

    whole: Index
    found: Pairs
    lost: Pairs


@dataclass(frozen=True, slots=True)
class Index:
    """Claims that can be held against each other; a frozen value, `changed` gives another one."""

    traits: Traits

    def pairs(self, *, hands: int = 1) -> Pairs:
        """All pairs that meet and are worth a comparison; ``hands`` threads find the same ones."""
        keys = self.traits.keys
        crowds = self._represented(keys[_crowded_keys(keys)])
        found = [met(keys, self.traits, hands=hands), crowds]
        return self._worth(distinct(np.concatenate(found)), hands=hands)

    def changed(self, new: Traits, stay: npt.NDArray[np.bool_] | None = None) -> Change:
        """The index with other claims.

        Args:
            new: claims that come; none may be among those that stay.
            stay: which rows stay; None for all.
        """
        before = self.traits.keys
        kept = self.traits if stay is None else only(self.traits, stay)
        old = len(kept)
        whole = Index(joined([kept, new]))
        if not old:
            return Change(whole, whole.pairs(), unpacked(_NONE))
        gone = _NONE if stay is None else before[~stay[before & _ROW]]
        blocks = distinct(_packed_hashes(np.concatenate([gone, new.keys])))
        most = _most(blocks << ROW_BITS)
        was, now = _sizes(before, blocks), _sizes(whole.traits.keys, blocks)
        fresh = whole._with(old, blocks[now <= most])
        since = met(whole._entries(blocks[(now <= most) & (was > most)]), whole.traits)
        crowds = whole._represented(whole._entries(blocks[_crowded(blocks, now)]))
        crowds_before = self._represented(self._entries(blocks[_crowded(blocks, was)]))
        met_before = crowds_before if stay is None else _moved(crowds_before, stay)
        come = crowds[~np.isin(crowds, met_before)]
        found = whole._worth(distinct(np.concatenate([fresh, since, come])))
        grown = whole._entries(blocks[(now > most) & (was <= most)])
        left = met(grown[(grown & _ROW) < old], whole.traits)
        return Change(whole, found, whole._parted(distinct(np.concatenate([left, met_before]))))

    def meeting(self, new: Traits) -> set[tuple[str, str]]:
        """The pairs of ids with a new claim; nothing is merged, so it takes little longer for many claims."""
        old = len(self.traits)
        own = new.keys + old
        blocks = self._met_with(own)
        own = own[np.isin(_packed_hashes(own), blocks)]
        mixed = np.sort(np.concatenate([self._entries(blocks), own]), kind="stable")
        few = _with_new(mixed[_small(mixed)], old)
        many = represented(
            mixed[_crowded_keys(mixed)], lambda rows: _either(self.traits, new, rows)
        )
        of_crowds = unpacked(distinct(np.concatenate([_NONE, *many])))
        anew = of_crowds.right >= old
        pairs = Pairs(
            *(np.concatenate([one, other[anew]]) for one, other in zip(few, of_crowds, strict=True))
        )
        near = np.unique(pairs.left[pairs.left < old])
        table = joined([taken(self.traits, near), new])
        place = np.concatenate([near, old + np.arange(len(new))])
        small = Index(table)
        found = Pairs(*(np.searchsorted(place, side) for side in pairs))
        fit = comparable(table, *found)
        return set(small.key_pairs(small._worth(distinct(_packed(found)[fit]))))

    def _met_with(self, own: Whole) -> Whole:
        """The blocks of some new sorted keys that are not passed over once these are in them."""
        blocks = distinct(_packed_hashes(own))
        sizes = _sizes(self.traits.keys, blocks) + _sizes(own, blocks)
        return blocks[(sizes <= _most(blocks << ROW_BITS)) | _crowded(blocks, sizes)]

    def passed_over(self) -> int:
        """How many claims share keys with others, but only such as too many share."""
        keys = self.traits.keys
        if not len(keys):
            return 0
        starts, sizes = _bounds(keys)
        hashes = _packed_hashes(keys[starts])
        most = _most(keys[starts])
        meets = (sizes > 1) & ((sizes <= most) | _crowded(hashes, sizes))
        shared, met_there = np.zeros((2, len(self.traits)), dtype=np.bool_)
        shared[(keys & _ROW)[np.repeat(sizes > most, sizes)]] = True
        met_there[(keys & _ROW)[np.repeat(meets, sizes)]] = True
        return int(np.count_nonzero(shared & ~met_there))

    def key_pairs(self, pairs: Pairs) -> Iterator[tuple[str, str]]:
        """The claims of pairs of rows, by their ids."""
        left, right = (self.traits.ids[side].tolist() for side in pairs)
        return zip(left, right, strict=True)

    def _worth(self, packed: Whole, *, hands: int = 1) -> Pairs:
        pairs = unpacked(packed)
        likely = worth(self.traits, *pairs, hands=hands)
        return Pairs(*(side[likely] for side in pairs))

    def _entries(self, blocks: Whole) -> Whole:
        """The keys of some blocks, sorted."""
        keys = self.traits.keys
        first = np.searchsorted(keys, blocks << ROW_BITS)
        return keys[runs(first, _sizes(keys, blocks))]

    def _with(self, old: int, blocks: Whole) -> Whole:
        """The comparable pairs with a row from ``old`` on in some blocks, packed, each once; a part of it at a time."""
        found = [_NONE]
        ends = np.cumsum(_sizes(self.traits.keys, blocks) ** 2)
        for part in np.split(
            blocks, np.searchsorted(ends, range(_AT_ONCE, int(ends[-1:].sum()), _AT_ONCE))
        ):
            pairs = _with_new(self._entries(part), old)
            found.append(_packed(pairs)[comparable(self.traits, *pairs)])
        return distinct(np.concatenate(found))

    def _parted(self, left: Whole) -> Pairs:
        """Those of some packed pairs that no block holds any longer."""
        pairs = self._worth(left)
        if not len(pairs.left):
            return pairs
        rows = np.zeros(len(self.traits), dtype=np.bool_)
        rows[np.concatenate(pairs)] = True
        mine = self.traits.keys[rows[self.traits.keys & _ROW]]
        blocks = distinct(_packed_hashes(mine))
        # Blocks are judged by their whole size, of which only these rows are looked at.
        sizes = _sizes(self.traits.keys, blocks)
        small = blocks[sizes <= _most(blocks << ROW_BITS)]
        few = met(mine[np.isin(_packed_hashes(mine), small)], self.traits)
        crowds = self._represented(self._entries(blocks[_crowded(blocks, sizes)]))
        still = np.isin(_packed(pairs), np.concatenate([few, crowds]))
        return Pairs(*(side[~still] for side in pairs))

    def _represented(self, keys: Whole) -> Whole:
        """The comparable pairs of the crowds with these sorted keys, packed, each once."""
        found = [_NONE]
        for part in represented(keys, partial(_members, self.traits)):
            found.append(part[comparable(self.traits, *unpacked(part))])
            if sum(map(len, found)) > _AT_ONCE:
                found = [distinct(np.concatenate(found))]
        return distinct(np.concatenate(found))


def _members(traits: Traits, rows: Whole) -> Members:
    return Members(traits.speaker[rows], order_of(traits.ids[rows]))


def _either(known: Traits, new: Traits, rows: Whole) -> Members:
    """Who rows are of which those behind the known ones are new."""
    old = len(known)
    ours, others = _members(known, rows[rows < old]), _members(new, rows[rows >= old] - old)
    speaker, order = np.empty(len(rows), dtype=np.int64), np.empty(len(rows), dtype=np.uint64)
    for here, some in ((rows < old, ours), (rows >= old, others)):
        speaker[here], order[here] = some
    return Members(speaker, order)


def _moved(pairs: Whole, stay: npt.NDArray[np.bool_]) -> Whole:
    """Packed pairs of rows that stay, by the places that these have then."""
    left, right = unpacked(pairs)
    kept = stay[left] & stay[right]
    place = np.cumsum(stay) - 1
    return _packed(Pairs(place[left[kept]], place[right[kept]]))


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


def _crowded(blocks: Whole, sizes: Whole) -> npt.NDArray[np.bool_]:
    """Which blocks, of these sizes, are crowds."""
    found: npt.NDArray[np.bool_] = (
        ((blocks & CLOSE_KEY) != 0) & (sizes > LARGEST) & (sizes <= CROWD)
    )
    return found


def _crowded_keys(keys: Whole) -> npt.NDArray[np.bool_]:
    """Which sorted keys are of crowds."""
    starts, sizes = _bounds(keys)
    return np.repeat(_crowded(_packed_hashes(keys[starts]), sizes), sizes)


def _sizes(keys: Whole, blocks: Whole) -> Whole:
    """How many of the sorted keys each block holds."""
    first = np.searchsorted(keys, blocks << ROW_BITS)
    sizes: Whole = np.searchsorted(keys, (blocks << ROW_BITS) | _ROW, side="right") - first
    return sizes


def _with_new(keys: Whole, old: int) -> Pairs:
    """Pairs with a new claim, of rows from ``old`` on, in the blocks of sorted keys; some more than once."""
    starts, sizes = _bounds(keys)
    rows = keys & _ROW
    block = np.repeat(np.arange(len(starts)), sizes)
    mine, block = rows[rows >= old], block[rows >= old]
    own = np.repeat(mine, sizes[block])
    others = rows[runs(starts[block], sizes[block])]
    below = others < own
    return Pairs(others[below], own[below])


def met(keys: Whole, traits: Traits, *, hands: int = 1) -> Whole:
    """The comparable pairs of each block that is not too large, packed, sorted, each once."""
    if not len(keys):
        return _NONE
    starts, sizes = _bounds(keys)
    fit = (sizes > 1) & (sizes <= _most(keys[starts]))
    found = [_NONE]
    pending = 0
    some = partial(_of_blocks, traits, keys)
    for few in in_threads(some, _blocks_of_a_size(starts[fit], sizes[fit]), hands):
        found.append(few)
        pending += len(few)
        if pending > _AT_ONCE:
            found, pending = [distinct(np.concatenate(found))], 0
    return distinct(np.concatenate(found))


def _blocks_of_a_size(starts: Whole, sizes: Whole) -> Iterator[Whole]:
    """The places in the keys of all blocks, a row for each block; those of one size together, not too many at once."""
    by_size = np.argsort(sizes, kind="stable")
    ends = np.searchsorted(sizes[by_size], np.arange(LARGEST + 1), side="right")
    for size in range(2, LARGEST + 1):
        of_size = starts[by_size[ends[size - 1] : ends[size]]]
        step = max(1, 2 * _FEW // (size * (size - 1)))
        for part in range(0, len(of_size), step):
            yield of_size[part : part + step, None] + np.arange(size)


def _of_blocks(traits: Traits, keys: Whole, places: Whole) -> Whole:
    """The comparable pairs of some blocks of one size, packed."""
    rows = keys[places] & _ROW
    one, other = np.triu_indices(places.shape[1], 1)
    pairs = Pairs(rows[:, one].ravel(), rows[:, other].ravel())
    return _packed(pairs)[comparable(traits, *pairs)]


def _packed(pairs: Pairs) -> Whole:
    return (pairs.left << ROW_BITS) | pairs.right


def unpacked(pairs: Whole) -> Pairs:
    """Packed pairs of rows as two columns."""
    return Pairs(pairs >> ROW_BITS, pairs & _ROW)
