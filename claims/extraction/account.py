"""What became of every character of a document."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.unread import NOT_UNDERSTOOD
from claims.model import Extraction, Role

_ASIDE = frozenset({Role.CHROME, Role.DATELINE, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Account:
    """Characters of a document by what became of them; the four add up to its length.

    Attributes:
        claimed: inside the quote of at least one claim.
        context: in a sentence that holds a claim, who says it and words that only tie claims together; and white space
            between sentences.
        aside: page chrome, datelines and captions, set aside and not claimed.
        unread: in a sentence in which no claim was read, or in words beside a claim that nobody understood; each is listed
            as a problem.
    """

    claimed: int
    context: int
    aside: int
    unread: int

    def __add__(self, other: Account) -> Account:
        """The account of two documents together."""
        return Account(
            self.claimed + other.claimed,
            self.context + other.context,
            self.aside + other.aside,
            self.unread + other.unread,
        )

    def share(self, characters: int) -> float:
        """How much of the whole some characters are, from 0 to 1; 0 of nothing."""
        return characters / self.total if self.total else 0.0

    @property
    def total(self) -> int:
        """The length of the document in code points."""
        return self.claimed + self.context + self.aside + self.unread


def account(extraction: Extraction) -> Account:
    """How many characters of a document are claimed, context, set aside or not understood."""
    state = bytearray(len(extraction.document.text))
    for sentence in extraction.sentences:
        mark = 1 if sentence.role in _ASIDE else 2
        state[sentence.span.start : sentence.span.end] = bytes([mark]) * len(sentence.span)
    for claim in extraction.claims:
        if claim.context is not None:
            state[claim.context.start : claim.context.end] = bytes(len(claim.context))
    for problem in extraction.problems:
        if problem.code == NOT_UNDERSTOOD and problem.span is not None:
            state[problem.span.start : problem.span.end] = bytes([2]) * len(problem.span)
    for claim in extraction.claims:
        state[claim.span.start : claim.span.end] = bytes([3]) * len(claim.span)
    return Account(state.count(3), state.count(0), state.count(1), state.count(2))
