"""What blocking and cheap scoring know of claims, as arrays: one row for each claim.

Made once for each claim and small enough to keep: about a tenth of a kilobyte and its keys. As bytes they can be stored
beside a document, so that a new one is held against all others without reading their claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from struct import Struct
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from claims.comparison.blocks import ROW_BITS, keys_of
from claims.comparison.keys import families as families_of
from claims.comparison.keys import is_event, number
from claims.comparison.names import speaks_as
from claims.comparison.ragged import Bits, Ragged, Whole
from claims.comparison.said import Said, Sayings
from claims.model import Claim

WORD_BITS: Final = 512
SLOT_BITS: Final = 256
_COLUMN: Final = 64
_ROW: Final = (1 << ROW_BITS) - 1
_HEAD: Final = Struct("<3q")
_LETTER: Final = 4
_COLUMNS: Final = (
    *(("<i8", 1),) * 3,
    ("?", 1),
    *(("<i8", 1),) * 2,
    ("<u8", WORD_BITS // _COLUMN),
    *(("<u8", SLOT_BITS // _COLUMN),) * 3,
)
"""Form of the columns between ids and keys, as bytes: kind and how many to a row."""
_AT_ONCE: Final = 1 << 13
"""Claims whose keys are computed together: few enough that their keys stay near the processor."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Columns of equal length, one row for each claim, and the keys of all rows.

    Attributes:
        ids: the claims.
        speaker: number of who says it.
        kind: number of the kind of claim.
        families: one bit for each family of kinds.
        event: whether such things happen at a time and a place.
        first: first day that the date may denote, by its ordinal; `said.NO_DAY` without a date.
        last: last day; `said.LAST_DAY` without a date.
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
        columns = [np.ascontiguousarray(getattr(self, field.name)) for field in fields(self)]
        width = self.ids.dtype.itemsize // _LETTER
        return _HEAD.pack(len(self), len(self.keys), width) + b"".join(
            column.astype(column.dtype.newbyteorder("<"), copy=False).tobytes()
            for column in columns
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Traits:
        """What `to_bytes` wrote.

        Raises:
            ValueError: these are other bytes.
        """
        rows, keys, width = _HEAD.unpack_from(data)
        shapes = [(f"<U{width}", 1), *_COLUMNS]
        columns: list[npt.NDArray[Any]] = []
        start = _HEAD.size
        for kind, wide in (*shapes, ("<i8", 1)):
            count = (keys if len(columns) == len(shapes) else rows) * wide
            column = np.frombuffer(data, dtype=kind, count=count, offset=start)
            columns.append(column.reshape(-1, wide) if wide > 1 else column)
            start += column.nbytes
        return cls(*columns)


def traits_of(claims: Iterable[Claim]) -> Traits:
    """The traits of the claims that can be compared at all, in the order of their ids."""
    wanted = sorted(
        {claim.id: claim for claim in claims if claim.checkable}.values(), key=lambda one: one.id
    )
    sayings = Sayings(wanted)
    days = sayings.stretches()
    parts = []
    for start in range(0, max(len(wanted), 1), _AT_ONCE):
        few = wanted[start : start + _AT_ONCE]
        said = sayings.part(start, start + len(few))
        parts.append(_part(few, days[start : start + len(few)], said))
    return joined(parts)


def _part(claims: Sequence[Claim], days: Whole, said: Said) -> Traits:
    kinds = {claim.kind for claim in claims}
    bits = {kind: _family_bits(kind) for kind in kinds}
    events = {kind: is_event(kind) for kind in kinds}
    return Traits(
        np.array([claim.id for claim in claims], dtype=np.str_),
        np.array([number(speaks_as(claim)) for claim in claims], dtype=np.uint64).view(np.int64),
        said.kinds.values.view(np.int64),
        np.array([bits[claim.kind] for claim in claims], dtype=np.int64),
        np.array([events[claim.kind] for claim in claims], dtype=np.bool_),
        days[:, 0],
        days[:, 1],
        _bits(said.words, WORD_BITS),
        _bits(said.local, SLOT_BITS),
        _bits(said.around, SLOT_BITS),
        _bits(said.parties.beside(said.figures), SLOT_BITS),
        keys_of(said),
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
    return Traits(*[*columns, np.sort(np.concatenate(shifted))])


def taken(traits: Traits, rows: Whole) -> Traits:
    """The columns of some rows, without their keys."""
    columns = [
        getattr(traits, field.name)[rows] for field in fields(Traits) if field.name != "keys"
    ]
    return Traits(*[*columns, np.empty(0, dtype=np.int64)])


def only(traits: Traits, rows: npt.NDArray[np.bool_]) -> Traits:
    """Some of the rows, in the same order."""
    place = np.cumsum(rows) - 1
    at = traits.keys & _ROW
    keys = ((traits.keys >> ROW_BITS) << ROW_BITS) | place[at]
    columns = [
        getattr(traits, field.name)[rows] for field in fields(Traits) if field.name != "keys"
    ]
    return Traits(*[*columns, keys[rows[at]]])


def split(traits: Traits, groups: Whole, number: int) -> Iterator[Traits]:
    """The rows of each group.

    Args:
        traits: some claims.
        groups: the group of each row, from 0 on; -1 for rows that are left out.
        number: how many groups there are; some may be empty.
    """
    order = np.argsort(groups, kind="stable")[np.count_nonzero(groups < 0) :]
    place = np.full(len(traits), -1, dtype=np.int64)
    place[order] = np.arange(len(order))
    row = place[traits.keys & _ROW]
    by_row = np.argsort(row, kind="stable")[np.count_nonzero(row < 0) :]
    hashes, row = (traits.keys >> ROW_BITS)[by_row], row[by_row]
    sorted_columns = taken(traits, order)
    ends = np.cumsum(np.bincount(groups[order], minlength=number))
    key_ends = np.searchsorted(row, ends)
    for start, end, first, last in zip([0, *ends], ends, [0, *key_ends], key_ends, strict=False):
        columns = [
            getattr(sorted_columns, field.name)[start:end]
            for field in fields(Traits)
            if field.name != "keys"
        ]
        keys = (hashes[first:last] << ROW_BITS) | (row[first:last] - start)
        yield Traits(*[*columns, np.sort(keys)])


def _family_bits(kind: str) -> int:
    found = families_of(kind)
    return sum(1 << int(one.removeprefix("family ")) for one in found) if found != (kind,) else 0


def _bits(rows: Ragged, width: int) -> Bits:
    """One bit of ``width`` for each number."""
    found = np.zeros((len(rows), width // _COLUMN), dtype=np.uint64)
    places = rows.values % np.uint64(width)
    bit = np.uint64(1) << (places % np.uint64(_COLUMN))
    np.bitwise_or.at(found, (rows.rows, (places // np.uint64(_COLUMN)).astype(np.int64)), bit)
    return found
