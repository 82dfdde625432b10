"""How likely two claims speak of one event, cheaply and for millions of pairs at once.

A rough copy of the explained comparison on arrays, there to leave out pairs that are surely none: dates more than a week
apart, kinds of claims that never speak of one thing, little in common beside. Events of which one side does not say when
need words or figures in common as well: a town sees many. It looks at the pair alone.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from claims.comparison.ragged import Bits, Whole
from claims.comparison.traits import Traits

Scores = npt.NDArray[np.float32]

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
_CHUNK: Final = 1 << 20

_SAME_DAYS, _OVERLAP, _NEAR, _UNDATED = 2.0, 1.0, -1.0, -1.5
_SAME_PLACE, _WITHIN, _ELSEWHERE = 2.0, 1.0, -1.0
_SAME_KIND, _FACT, _MOST_FACTS, _WORDS = 1.0, 0.8, 2, 5.0
_STANDING_FACT = 0.5
"""What is no event and said of one party, such as how many states a coalition has: years apart it is one question still."""


def comparable(traits: Traits, left: Whole, right: Whole) -> npt.NDArray[np.bool_]:
    """Which pairs of rows may be compared: other speakers, kinds that go together, dates no more than a week apart."""
    apart = np.maximum(traits.first[left], traits.first[right]) - np.minimum(
        traits.last[left], traits.last[right]
    )
    kin = (traits.kind[left] == traits.kind[right]) | (
        (traits.families[left] & traits.families[right]) != 0
    )
    speakers = traits.speaker[left] != traits.speaker[right]
    found: npt.NDArray[np.bool_] = speakers & kin & (apart <= _DAYS_APART)
    return found


def scores(traits: Traits, left: Whole, right: Whole) -> Scores:
    """The score of each pair of rows."""
    found = np.empty(len(left), dtype=np.float32)
    for start in range(0, len(left), _CHUNK):
        part = slice(start, start + _CHUNK)
        found[part] = _scores(traits, left[part], right[part])
    return found


def _scores(traits: Traits, left: Whole, right: Whole) -> Scores:
    total = _dates(traits, left, right) + _places(traits, left, right)
    total += np.where(traits.kind[left] == traits.kind[right], _SAME_KIND, 0)
    facts = _shared(traits.facts, left, right)
    total += _FACT * np.minimum(facts, _MOST_FACTS)
    standing = ~(traits.event[left] | traits.event[right]) & (facts > 0)
    total += np.where(standing & (traits.kind[left] == traits.kind[right]), _STANDING_FACT, 0)
    fewest = np.minimum(_count(traits.words[left]), _count(traits.words[right]))
    total += _WORDS * _shared(traits.words, left, right) / np.maximum(fewest, 3)
    return total.astype(np.float32)


def _dates(traits: Traits, left: Whole, right: Whole) -> Scores:
    first = np.maximum(traits.first[left], traits.first[right])
    last = np.minimum(traits.last[left], traits.last[right])
    stated = traits.last - traits.first < _VAGUE
    both = stated[left] & stated[right]
    span = traits.last - traits.first < _SHARP
    sharp = span[left] & span[right]
    met = np.where(sharp, _SAME_DAYS, _OVERLAP)
    unsaid = np.where(traits.event[left] | traits.event[right], _UNDATED, 0)
    found: Scores = np.where(both, np.where(first <= last, met, _NEAR), unsaid).astype(np.float32)
    return found


def _places(traits: Traits, left: Whole, right: Whole) -> Scores:
    ours, theirs = traits.sharp[left], traits.sharp[right]
    around, about = traits.wide[left], traits.wide[right]
    same = (ours & theirs).any(axis=1)
    within = (ours & about).any(axis=1) | (theirs & around).any(axis=1)
    vague = ~(ours.any(axis=1) & theirs.any(axis=1))
    within |= vague & (around & about).any(axis=1)
    both = around.any(axis=1) & about.any(axis=1)
    told = np.where(same, _SAME_PLACE, np.where(within, _WITHIN, _ELSEWHERE))
    found: Scores = np.where(both, told, 0).astype(np.float32)
    return found


def _shared(bits: Bits, left: Whole, right: Whole) -> npt.NDArray[np.int64]:
    return _count(bits[left] & bits[right])


def _count(bits: Bits) -> npt.NDArray[np.int64]:
    counted: npt.NDArray[np.int64] = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return counted
