"""The words of many quotes that are not common, as numbers, the rarest first.

A text is cut at its spaces, and each stretch between two of them is folded and read once, however often it comes.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import islice

import numpy as np

from claims.comparison.keys import common_words, rarity
from claims.comparison.ragged import Bits, Ragged, distinct
from claims.comparison.words import words_of_each
from claims.text.shadow import torn

_ROW = 32


class Vocabulary:
    """Quotes by the words in them; one row for each quote in the order in which they were read."""

    def __init__(self) -> None:
        self._stretches = _Stretches()
        self._at, self._ends = array("i"), array("q", [0])

    def read(self, quotes: Iterable[str]) -> None:
        """Take some quotes more."""
        at, ends, place = self._at, self._ends, self._stretches.__getitem__
        for quote in quotes:
            # A torn word is closed up over its gap, so a quote that holds one cannot be cut at its spaces.
            at.extend(map(place, [quote] if torn(quote) else quote.split()))
            ends.append(len(at))

    def part(self, start: int, end: int) -> Ragged:
        """The words of the quotes from ``start`` up to, not including, ``end``: each once, the rarest first."""
        ends = np.frombuffer(self._ends, dtype=np.int64)[start : end + 1]
        at = np.frombuffer(self._at, dtype=np.int32)[ends[0] : ends[-1]].astype(np.int64)
        ranks, ordered = self._stretches.ranked()
        words = ranks.taken(at)
        rows = np.repeat(np.repeat(np.arange(end - start), np.diff(ends)), words.counts)
        found = distinct((rows << _ROW) | words.values.view(np.int64))
        return Ragged(
            ordered[found & ((1 << _ROW) - 1)], np.bincount(found >> _ROW, minlength=end - start)
        )


class _Stretches(dict[str, int]):
    """Stretches of text without spaces → the order in which they came; what words they hold is read when asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._at, self._counts = array("Q"), array("q")
        self._lengths, self._numbers = array("q"), array("Q")
        self._words: dict[str, int] = {}
        self._ranked: tuple[Ragged, Bits] | None = None

    def __missing__(self, text: str) -> int:
        self[text] = place = len(self)
        return place

    def ranked(self) -> tuple[Ragged, Bits]:
        """The words of each stretch as their ranks, 0 for the rarest, and the number of the word of each rank."""
        if self._ranked is None or len(self._counts) < len(self):
            self._read()
            lengths = np.frombuffer(self._lengths, dtype=np.int64)
            numbers = np.frombuffer(self._numbers, dtype=np.uint64)
            order = np.lexsort((numbers, lengths))
            ranks = np.empty(len(order), dtype=np.uint64)
            ranks[order] = np.arange(len(order), dtype=np.uint64)
            words = ranks[np.array(self._at, dtype=np.int64)]
            self._ranked = Ragged(words, np.array(self._counts)), numbers[order]
        return self._ranked

    def _read(self) -> None:
        for words in words_of_each(list(islice(self, len(self._counts), None))):
            told = words - common_words()
            self._at.extend(map(self._word, told))
            self._counts.append(len(told))

    def _word(self, word: str) -> int:
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = len(self._words)
            length, numbered = rarity(word)
            self._lengths.append(length)
            self._numbers.append(numbered)
        return found
