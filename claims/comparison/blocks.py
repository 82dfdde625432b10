"""By what claims can meet: keys, which are the same number when two claims say the same.

Keys of slots are combinations of day, week or month with place, party, figure and kind of event; they are the same in
every language, for slots hold ids. Keys of words are pairs of a claim's rarest words. All of them are computed for many
claims at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import numpy as np

from claims.comparison.ragged import Bits, Ragged, Whole, crossed, distinct
from claims.comparison.said import Said

MOST_WORDS: Final = 10
"""Words of a claim that its keys are made of."""

ROW_BITS: Final = 23
"""Bits of a packed key that name the row: more than eight million claims."""
_HASH_BITS: Final = 63 - ROW_BITS
WORDS_KEY: Final = 1 << (_HASH_BITS - 1)
"""The bit of a key that says it is of words."""
CLOSE_KEY: Final = 1 << (_HASH_BITS - 2)
"""The bit of a key that says it names one happening closely: many claims under it are a crowd, not a coincidence."""

_RAREST: Final = 3
"""Words that meet within a week as well."""
_ALL: Final = (1 << 64) - 1
_PRIME: Final = 0x100000001B3
_START: Final = 0xCBF29CE484222325
_FIRST, _SECOND = np.triu_indices(MOST_WORDS, 1)

(_DAY, _DAY_PLACE, _DAY_PARTY, _DAY_FIGURE, _WEEK_PLACE, _WEEK_FIGURE, _WEEK_WORD, _MONTH_PLACE, _MONTH_PARTY, _PLACE,
 _PLACE_PARTY, _PLACE_FIGURE, _PLACE_UNIT, _UNIT, _FIGURE) = range(1, 16)  # fmt: skip

_CLOSE: Final = frozenset({_DAY_PLACE, _DAY_FIGURE, _PLACE_FIGURE})

_Key: TypeAlias = tuple[int, *tuple[Ragged, ...]]


def keys_of(said: Said) -> Whole:
    """Every key of some claims, packed with the row of its claim; sorted, each once."""
    slots = [_combined(*key) for key in (*_dated(said), *_placed(said))]
    return distinct(np.concatenate([*slots, _pairs(said.words.first(MOST_WORDS))]))


def _dated(said: Said) -> Iterator[_Key]:
    nowhere = said.parties.where(said.sharp.counts == 0)
    yield _DAY, said.days, said.families
    yield _DAY_PLACE, said.days, said.wide
    yield _DAY_PARTY, said.days, said.parties
    yield _DAY_FIGURE, said.days, said.figures
    yield _WEEK_PLACE, said.weeks, said.sharp
    yield _WEEK_FIGURE, said.weeks, said.figures
    yield _WEEK_WORD, said.weeks, said.words.first(_RAREST)
    yield _MONTH_PLACE, said.months, said.sharp, said.families
    yield _MONTH_PARTY, said.months, nowhere, said.families


def _placed(said: Said) -> Iterator[_Key]:
    nowhere = said.units.where(said.sharp.counts == 0)
    yield _PLACE, said.sharp, said.families
    yield _PLACE_PARTY, said.sharp, said.parties
    yield _PLACE_FIGURE, said.sharp, said.figures
    yield _PLACE_UNIT, said.sharp, said.units, said.kinds
    yield _UNIT, nowhere, said.kinds
    yield _FIGURE, said.figures, said.kinds


def _combined(sort: int, *columns: Ragged) -> Whole:
    """The keys of one sort: every combination of what a claim says in these columns."""
    rows, parts = crossed(columns)
    mixed = np.full(len(rows), ((_START ^ sort) * _PRIME) & _ALL, dtype=np.uint64)
    for part in parts:
        mixed = (mixed ^ part) * np.uint64(_PRIME)
    return _packed(mixed, rows, CLOSE_KEY if sort in _CLOSE else 0)


def _pairs(words: Ragged) -> Whole:
    """The keys of all pairs of a claim's words."""
    table = np.zeros((len(words), MOST_WORDS), dtype=np.uint64)
    table[np.arange(MOST_WORDS) < words.counts[:, None]] = words.values
    one, other = table[:, _FIRST], table[:, _SECOND]
    both = (one != 0) & (other != 0)
    low, high = np.minimum(one, other), np.maximum(one, other)
    rows = np.broadcast_to(np.arange(len(words))[:, None], both.shape)
    return _packed((low * np.uint64(0x9E3779B97F4A7C15) + high)[both], rows[both], WORDS_KEY)


def _packed(numbers: Bits, rows: Whole, sort: int) -> Whole:
    """Numbers of 64 bits mixed well, cut to what fits beside a row, the row in the lowest bits."""
    mixed = numbers ^ (numbers >> np.uint64(30))
    mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed = mixed * np.uint64(0x94D049BB133111EB)
    hashes = (mixed >> np.uint64(64 - _HASH_BITS + 2)).astype(np.int64)
    return ((hashes | sort) << ROW_BITS) | rows
