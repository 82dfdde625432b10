"""A stretch of words that two texts share."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the same words stand in two texts, small edits included.

    Attributes:
        left: in the one.
        right: in the other.
        words: how many words both stretches have in common.
    """

    left: Span
    right: Span
    words: int
