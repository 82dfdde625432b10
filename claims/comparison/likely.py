"""How likely two claims speak of one event, cheaply and for millions of pairs at once.

A rough copy of the explained comparison on arrays, there to leave out pairs that are surely none: dates more than a week
apart, kinds of claims that never speak of one thing, little in common beside. Events of which one side does not say when
need words or figures in common as well: a town sees many. It looks at the pair alone.

What is worth a comparison (`worth`) is decided without the places wherever the other parts decide it already: they are the
dearest part to look up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from claims.comparison.hands import in_threads
from claims.comparison.ragged import Bits, Whole
from claims.comparison.traits import Traits, taken

Scores = npt.NDArray[np.float32]
Share = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

LEAST: Final = 2.0
"""Score from which a pair is compared in full.

Measured on the labelled accounts (``python -m benchmarks.least``; 454 pairs meet): at 2.0 three of 94 pairs that people call one
event are left out, at 1.0 none. But 1.0 has three times as many "unsure" suggestions on the sample articles and not one event
more, and 61 % more pairs to compare among 100,000 made-up claims, for 0.3 points of recall.
"""

_DAYS_APART: Final = 7
_SHARP: Final = 3
"""A date of at most so many days says the day."""
_VAGUE: Final = 100
"""A date of so many days or more says as little as none."""
_CHUNK: Final = 1 << 15
"""Pairs looked at together: few enough that what is looked up of them stays near the processor."""
_ROUNDING: Final = 1e-3
"""More than sums of single precision can be off."""

_SAME_DAYS, _OVERLAP, _NEAR, _UNDATED = 2.0, 1.0, -1.0, -1.5
_SAME_PLACE, _WITHIN, _ELSEWHERE = 2.0, 1.0, -1.0
_SAME_KIND, _FACT, _MOST_FACTS, _WORDS = 1.0, 0.8, 2, 5.0
_STANDING_FACT = 0.5
"""What is no event and said of one party, such as how many states a coalition has: years apart it is one question still."""

_BYTES: Final = np.uint64(0x00FF00FF00FF00FF)
_ONES: Final = np.uint64(0x0001000100010001)


def comparable(traits: Traits, left: Whole, right: Whole) -> Flags:
    """Which pairs of rows may be compared: other speakers, kinds that go together, dates no more than a week apart."""
    found: Flags = traits.kind.take(left) == traits.kind.take(right)
    found |= (traits.families.take(left) & traits.families.take(right)) != 0
    found &= traits.speaker.take(left) != traits.speaker.take(right)
    apart = np.maximum(traits.first.take(left), traits.first.take(right)) - np.minimum(
        traits.last.take(left), traits.last.take(right)
    )
    found &= apart <= _DAYS_APART
    return found


def scores(traits: Traits, left: Whole, right: Whole) -> Scores:
    """The score of each pair of rows."""
    parts = [_total(_parts(*chunk), _places(*chunk)) for chunk in _chunks(traits, left, right)]
    return np.concatenate([np.empty(0, dtype=np.float32), *parts])


def worth(traits: Traits, left: Whole, right: Whole, *, hands: int = 1) -> Flags:
    """Which pairs of rows reach `LEAST`; ``hands`` threads find the same ones."""
    parts = in_threads(_worth, _chunks(traits, left, right), hands)
    return np.concatenate([np.empty(0, dtype=np.bool_), *parts])


def _worth(chunk: _Chunk) -> Flags:
    rows, left, right = chunk
    parts = _parts(rows, left, right)
    without = _total(parts, np.float32(0))
    found: Flags = without >= LEAST - _ELSEWHERE + _ROUNDING
    least, most = LEAST - _SAME_PLACE - _ROUNDING, LEAST - _ELSEWHERE + _ROUNDING
    unclear = np.flatnonzero((without >= least) & (without < most))
    where = _places(rows, left[unclear], right[unclear])
    found[unclear] = _total(parts.of(unclear), where) >= LEAST
    return found


@dataclass(frozen=True, slots=True)
class _Rows:
    """Traits, and what is asked of every row more than once.

    Attributes:
        traits: of the claims.
        words: how many words each has.
        dated: which say when.
        sharp: which say the day.
        placed: which say where, at least the province.
        local: which say a place no larger than a town with its land.
    """

    traits: Traits
    words: Whole
    dated: Flags
    sharp: Flags
    placed: Flags
    local: Flags

    @classmethod
    def of(cls, traits: Traits) -> _Rows:
        days = traits.last - traits.first
        return cls(
            traits,
            _count(traits.words),
            days < _VAGUE,
            days < _SHARP,
            _any(traits.wide),
            _any(traits.sharp),
        )


class _Parts(NamedTuple):
    """What the parts of the score come to for some pairs, places left out."""

    dates: Scores
    kinds: Scores
    facts: Share
    standing: Scores
    words: Share

    def of(self, some: Whole) -> _Parts:
        """Those of some of the pairs."""
        dates, kinds, facts, standing, words = self
        return _Parts(dates[some], kinds[some], facts[some], standing[some], words[some])


class _Chunk(NamedTuple):
    """Some pairs of rows."""

    rows: _Rows
    left: Whole
    right: Whole


def _chunks(traits: Traits, left: Whole, right: Whole) -> Iterator[_Chunk]:
    """The pairs a part at a time; of very many claims only those that pairs are asked about are looked at."""
    if 2 * len(left) < len(traits):
        few, place = np.unique(np.concatenate([left, right]), return_inverse=True)
        traits, left, right = taken(traits, few), place[: len(left)], place[len(left) :]
    rows = _Rows.of(traits)
    for start in range(0, len(left), _CHUNK):
        yield _Chunk(rows, left[start : start + _CHUNK], right[start : start + _CHUNK])


def _total(parts: _Parts, places: Scores | np.float32) -> Scores:
    """The sum, always in one order, so that it is the same to the bit however it is come by."""
    total = parts.dates + places
    for part in parts[1:]:
        total += part
    return total


def _parts(rows: _Rows, left: Whole, right: Whole) -> _Parts:
    traits = rows.traits
    alike = traits.kind.take(left) == traits.kind.take(right)
    event = traits.event.take(left) | traits.event.take(right)
    facts = _shared(traits.facts, left, right)
    fewest = np.minimum(rows.words.take(left), rows.words.take(right))
    words = _WORDS * _shared(traits.words, left, right) / np.maximum(fewest, 3)
    return _Parts(
        _dates(rows, left, right, event),
        np.where(alike, np.float32(_SAME_KIND), np.float32(0)),
        _FACT * np.minimum(facts, _MOST_FACTS),
        np.where(alike & ~event & (facts > 0), np.float32(_STANDING_FACT), np.float32(0)),
        words,
    )


def _dates(rows: _Rows, left: Whole, right: Whole, event: Flags) -> Scores:
    traits = rows.traits
    first = np.maximum(traits.first.take(left), traits.first.take(right))
    last = np.minimum(traits.last.take(left), traits.last.take(right))
    both = rows.dated.take(left) & rows.dated.take(right)
    sharp = rows.sharp.take(left) & rows.sharp.take(right)
    met = np.where(sharp, _SAME_DAYS, _OVERLAP)
    unsaid = np.where(event, _UNDATED, 0)
    found: Scores = np.where(both, np.where(first <= last, met, _NEAR), unsaid).astype(np.float32)
    return found


def _places(rows: _Rows, left: Whole, right: Whole) -> Scores:
    traits = rows.traits
    ours, theirs = traits.sharp.take(left, axis=0), traits.sharp.take(right, axis=0)
    around, about = traits.wide.take(left, axis=0), traits.wide.take(right, axis=0)
    same = _any(ours & theirs)
    within = _any(ours & about) | _any(theirs & around)
    vague = ~(rows.local.take(left) & rows.local.take(right))
    within |= vague & _any(around & about)
    both = rows.placed.take(left) & rows.placed.take(right)
    told = np.where(same, _SAME_PLACE, np.where(within, _WITHIN, _ELSEWHERE))
    found: Scores = np.where(both, told, 0).astype(np.float32)
    return found


def _shared(bits: Bits, left: Whole, right: Whole) -> Whole:
    both = bits.take(left, axis=0)
    both &= bits.take(right, axis=0)
    return _count(both)


def _any(bits: Bits) -> Flags:
    """Which rows have a bit at all; column by column, for rows are short."""
    found = bits[:, 0].copy()
    for column in bits.T[1:]:
        found |= column
    told: Flags = found != 0
    return told


def _count(bits: Bits) -> Whole:
    """The bits of each row: eight columns, or four, of at most 64 each are added at once."""
    counted = np.bitwise_count(bits)
    wide = counted.view(f"<u{counted.shape[1]}").ravel().astype(np.uint64)
    pairs = (wide & _BYTES) + ((wide >> np.uint64(8)) & _BYTES)
    return ((pairs * _ONES) >> np.uint64(48)).view(np.int64)
