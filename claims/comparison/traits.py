"""What blocking and cheap scoring know of claims, as arrays: one row for each claim.

Made once for each claim and small enough to keep: about a tenth of a kilobyte and its keys. As bytes they can be stored
beside a document, so that a new one is held against all others without reading their claims.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from claims.comparison.keys import MOST_WORDS, is_event, number, rare_words, sharpest, slot_keys
from claims.comparison.keys import days as days_of
from claims.comparison.keys import families as families_of
from claims.comparison.keys import figures as figures_of
from claims.comparison.keys import parties as parties_of
from claims.model import Claim
from claims.slots import place

VERSION: Final = "traits/1"
"""Rises when other keys or columns are made of the same claims."""

Whole: TypeAlias = npt.NDArray[np.int64]
Bits: TypeAlias = npt.NDArray[np.uint64]

ROW_BITS: Final = 23
"""Bits of a packed key that name the row: more than eight million claims."""
_HASH_BITS: Final = 63 - ROW_BITS
WORDS_KEY: Final = 1 << (_HASH_BITS - 1)
"""The bit of a key that says it is of words."""

WORD_BITS: Final = 512
SLOT_BITS: Final = 256
_COLUMN: Final = 64
NO_DAY: Final = 0
"""First and last day of a claim without a date: what has one lies later."""
LAST_DAY: Final = 1 << 30

_PROVINCE, _TOWN = 0.2, 0.4
"""How exact a place is (`claims.slots.place.specificity`) from which it counts as a province, as a town."""
_COUNTRY = "country:"

_FIRST, _SECOND = np.triu_indices(MOST_WORDS, 1)


@dataclass(frozen=True, slots=True)
class Traits:
    """Columns of equal length, one row for each claim, and the keys of all rows.

    Attributes:
        ids: the claims.
        speaker: number of who says it.
        kind: number of the kind of claim.
        families: one bit for each family of kinds.
        event: whether such things happen at a time and a place.
        first: first day that the date may denote, by its ordinal; `NO_DAY` without a date.
        last: last day; `LAST_DAY` without a date.
        words: which words that are not common, `WORD_BITS` bits.
        sharp: which places that are no larger than a town with its land, `SLOT_BITS` bits.
        wide: these, provinces, and what contains them; never a country, which says nothing about where.
        facts: which parties and figures.
        keys: hash and row of each key, packed; sorted.
    """

    ids: npt.NDArray[np.str_]
    speaker: Whole
    kind: Whole
    families: Whole
    event: npt.NDArray[np.bool_]
    first: Whole
    last: Whole
    words: Bits
    sharp: Bits
    wide: Bits
    facts: Bits
    keys: Whole

    def __len__(self) -> int:
        return len(self.ids)

    def to_bytes(self) -> bytes:
        """The same traits as bytes; `from_bytes` reads them."""
        buffer = io.BytesIO()
        for field in fields(self):
            np.save(buffer, getattr(self, field.name), allow_pickle=False)
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Traits:
        """What `to_bytes` wrote."""
        buffer = io.BytesIO(data)
        return cls(*(np.load(buffer, allow_pickle=False) for _ in fields(cls)))


def traits_of(claims: Iterable[Claim]) -> Traits:
    """The traits of the claims that can be compared at all, in the order of their ids."""
    wanted = sorted(
        {claim.id: claim for claim in claims if claim.checkable}.values(), key=lambda one: one.id
    )
    words = [rare_words(claim.quote) for claim in wanted]
    stretches = [days_of(claim) or (NO_DAY, LAST_DAY) for claim in wanted]
    when = np.array(stretches, dtype=np.int64).reshape(-1, 2)
    return Traits(
        np.array([claim.id for claim in wanted], dtype=np.str_),
        _signed(number(claim.speaker.source) for claim in wanted),
        _signed(number(claim.kind) for claim in wanted),
        np.array([_family_bits(claim.kind) for claim in wanted], dtype=np.int64),
        np.array([is_event(claim.kind) for claim in wanted], dtype=np.bool_),
        when[:, 0],
        when[:, 1],
        _bits(words, WORD_BITS),
        _bits([_sharp(claim) for claim in wanted], SLOT_BITS),
        _bits([_wide(claim) for claim in wanted], SLOT_BITS),
        _bits([_facts(claim) for claim in wanted], SLOT_BITS),
        _keys(wanted, [rare[:MOST_WORDS] for rare in words]),
    )


def joined(several: Sequence[Traits]) -> Traits:
    """The rows of several one after the other; no claim may be in two of them."""
    if len(several) == 1:
        return several[0]
    starts = np.cumsum([0, *map(len, several)])
    columns = [
        np.concatenate([getattr(one, field.name) for one in several])
        for field in fields(Traits)
        if field.name != "keys"
    ]
    shifted = [one.keys + start for one, start in zip(several, starts, strict=False)]
    # Sorted runs: a stable sort merges them.
    return Traits(*[*columns, np.sort(np.concatenate(shifted), kind="stable")])


def taken(traits: Traits, rows: Whole) -> Traits:
    """The columns of some rows, without their keys."""
    columns = [
        getattr(traits, field.name)[rows] for field in fields(Traits) if field.name != "keys"
    ]
    return Traits(*[*columns, np.empty(0, dtype=np.int64)])


def only(traits: Traits, rows: npt.NDArray[np.bool_]) -> Traits:
    """Some of the rows, in the same order."""
    place = np.cumsum(rows) - 1
    at = traits.keys & ((1 << ROW_BITS) - 1)
    keys = ((traits.keys >> ROW_BITS) << ROW_BITS) | place[at]
    columns = [
        getattr(traits, field.name)[rows] for field in fields(Traits) if field.name != "keys"
    ]
    return Traits(*[*columns, keys[rows[at]]])


def _family_bits(kind: str) -> int:
    found = families_of(kind)
    return sum(1 << int(one.removeprefix("family ")) for one in found) if found != (kind,) else 0


def _sharp(claim: Claim) -> list[int]:
    own = sharpest(claim)
    return [number(one.id or one.name) for one in own if place.specificity(one) >= _TOWN]


def _wide(claim: Claim) -> list[int]:
    own = [one for one in sharpest(claim) if place.specificity(one) >= _PROVINCE]
    outer = {wide for one in own for wide in one.within if not wide.startswith(_COUNTRY)}
    return [number(one) for one in (*outer, *(one.id or one.name for one in own))]


def _facts(claim: Claim) -> list[int]:
    return [number(one) for one in (*parties_of(claim), *figures_of(claim))]


def _signed(numbers: Iterable[int]) -> Whole:
    return np.array(list(numbers), dtype=np.uint64).view(np.int64)


def _bits(rows: Sequence[Sequence[int]], width: int) -> Bits:
    """One bit of ``width`` for each number."""
    found = np.zeros((len(rows), width // _COLUMN), dtype=np.uint64)
    counts = [len(row) for row in rows]
    flat = np.array([one for row in rows for one in row], dtype=np.uint64) % np.uint64(width)
    at = np.repeat(np.arange(len(rows)), counts)
    bit = np.uint64(1) << (flat % np.uint64(_COLUMN))
    np.bitwise_or.at(found, (at, (flat // np.uint64(_COLUMN)).astype(np.int64)), bit)
    return found


def _keys(claims: Sequence[Claim], words: Sequence[Sequence[int]]) -> Whole:
    of_slots = [slot_keys(claim, rare) for claim, rare in zip(claims, words, strict=True)]
    rows = np.repeat(np.arange(len(claims)), [len(found) for found in of_slots])
    flat = np.array([key for found in of_slots for key in found], dtype=np.uint64)
    slots = packed(flat, rows, words=False)
    return np.unique(np.concatenate([slots, _word_keys(words)]))


def _word_keys(words: Sequence[Sequence[int]]) -> Whole:
    """Keys of all pairs of a claim's words."""
    table = np.zeros((len(words), MOST_WORDS), dtype=np.uint64)
    for row, found in enumerate(words):
        table[row, : len(found)] = found
    one, other = table[:, _FIRST], table[:, _SECOND]
    both = (one != 0) & (other != 0)
    low, high = np.minimum(one, other), np.maximum(one, other)
    rows = np.broadcast_to(np.arange(len(words))[:, None], both.shape)
    return packed((low * np.uint64(0x9E3779B97F4A7C15) + high)[both], rows[both], words=True)


def packed(numbers: Bits, rows: Whole, *, words: bool) -> Whole:
    """Numbers of 64 bits mixed well, cut to what fits beside a row, the row in the lowest bits."""
    mixed = numbers ^ (numbers >> np.uint64(30))
    mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed = mixed * np.uint64(0x94D049BB133111EB)
    hashes = (mixed >> np.uint64(_COLUMN - _HASH_BITS + 1)).astype(np.int64)
    return ((hashes | (WORDS_KEY if words else 0)) << ROW_BITS) | rows
