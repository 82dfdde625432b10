"""The words of many quotes that are not common, as numbers, the rarest first.

A text is cut at its spaces, and each stretch between two of them is folded and read once, however often it comes.
"""

from __future__ import annotations

from array import array

import numpy as np

from claims.comparison.keys import common_words, rarity
from claims.comparison.ragged import Bits, Ragged, Whole, distinct
from claims.comparison.words import content_words
from claims.text.shadow import torn

_ROW = 32


class Vocabulary:
    """Quotes by the words in them; one row for each quote in the order in which they were read."""

    def __init__(self) -> None:
        self._stretches = _Stretches()
        self._at, self._ends = array("i"), array("q", [0])

    def read(self, quote: str) -> None:
        """Take one quote more."""
        # A torn word is closed up over its gap, so a quote that holds one cannot be cut at its spaces.
        cut = [quote] if torn(quote) else quote.split()
        self._at.extend(map(self._stretches.__getitem__, cut))
        self._ends.append(len(self._at))

    def part(self, start: int, end: int) -> Ragged:
        """The words of the quotes from ``start`` up to, not including, ``end``: each once, the rarest first."""
        ends = np.frombuffer(self._ends, dtype=np.int64)[start : end + 1]
        at = np.frombuffer(self._at, dtype=np.int32)[ends[0] : ends[-1]].astype(np.int64)
        words = self._stretches.words.taken(at)
        rows = np.repeat(np.repeat(np.arange(end - start), np.diff(ends)), words.counts)
        here, place = np.unique(words.values.astype(np.int64), return_inverse=True)
        ordered, ranks = self._stretches.ranked(here)
        found = distinct((rows << _ROW) | ranks[place])
        return Ragged(
            ordered[found & ((1 << _ROW) - 1)], np.bincount(found >> _ROW, minlength=end - start)
        )


class _Stretches(dict[str, int]):
    """Stretches of text without spaces → their row in ``words``."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[list[int]] = []
        self._lengths, self._numbers = array("q"), array("Q")
        self._words: dict[str, int] = {}

    def __missing__(self, text: str) -> int:
        self._rows.append([self._word(word) for word in content_words(text) - common_words()])
        self[text] = len(self._rows) - 1
        return self[text]

    def _word(self, word: str) -> int:
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = len(self._words)
            length, numbered = rarity(word)
            self._lengths.append(length)
            self._numbers.append(numbered)
        return found

    @property
    def words(self) -> Ragged:
        """The words of each stretch, by the order in which they came."""
        return Ragged.of(self._rows)

    def ranked(self, words: Whole) -> tuple[Bits, Whole]:
        """The numbers of some words, the rarest first, and the place of each word among them."""
        lengths = np.frombuffer(self._lengths, dtype=np.int64)[words]
        numbers = np.frombuffer(self._numbers, dtype=np.uint64)[words]
        order = np.lexsort((numbers, lengths))
        ranks = np.empty_like(order)
        ranks[order] = np.arange(len(order))
        return numbers[order], ranks
