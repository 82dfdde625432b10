"""What stands around a claim in its document, so that a reviewer never judges a quote out of context."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from claims.model import Extraction, Span

AROUND: Final = 1
"""Whole sentences shown before and after the one that the quote stands in."""

AT_MOST: Final = 1500
"""Code points shown on either side: a page without full stops is no sentence."""


def surroundings(extraction: Extraction) -> tuple[tuple[str, str], ...]:
    """The words before and after each claim, as they stand: ``before + quote + after`` is a stretch of the text."""
    sentences = extraction.sentences
    starts = [sentence.span.start for sentence in sentences]
    ends = [sentence.span.end for sentence in sentences]
    text = extraction.document.text
    return tuple(
        _around(claim.span, _start(claim.span, starts), _end(claim.span, ends, len(text)), text)
        for claim in extraction.claims
    )


def _around(quote: Span, start: int, end: int, text: str) -> tuple[str, str]:
    before = text[max(start, quote.start - AT_MOST) : quote.start]
    return before, text[quote.end : min(end, quote.end + AT_MOST)]


def _start(quote: Span, starts: Sequence[int]) -> int:
    """Where the sentence before the quote's own begins, else the beginning of the text."""
    own = bisect_right(starts, quote.start) - 1
    return starts[own - AROUND] if own >= AROUND else 0


def _end(quote: Span, ends: Sequence[int], length: int) -> int:
    """Where the sentence after the quote's own ends, else the end of the text."""
    own = bisect_left(ends, quote.end)
    return ends[own + AROUND] if own + AROUND < len(ends) else length
