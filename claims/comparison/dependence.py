"""Why two claims may go back to one source, and the words that show it."""

from __future__ import annotations

from typing import Final

from claims.comparison.names import known_as, nameless
from claims.comparison.passages import shared_passages
from claims.model import Claim, Passage
from claims.slots.party import source_named
from claims.text.tokens import tokens

_LEAST: Final = 10
"""Words that two quotes share before one is called a copy: fewer are how everybody says such a thing."""
_SHARE: Final = 0.8
"""Of the shorter quote."""


def dependence(left: Claim, right: Claim) -> str:
    """Id of the reason: ``same origin``, ``copy``, or "" when nothing says that both are one lineage."""
    if _origins(left) & _origins(right):
        return "same origin"
    return "copy" if copied(left, right) is not None else ""


def copied(left: Claim, right: Claim) -> Passage | None:
    """The words that both quotes share when one is a copy of the other, their spans in the two documents.

    A denial is no copy of what it denies, whatever words they share.
    """
    if left.document == right.document or left.denies is not right.denies:
        return None
    shortest = min((left.quote, right.quote), key=len)
    if len(shortest.split()) < _LEAST:
        return None
    found = max(
        shared_passages(left.quote, right.quote, least=_LEAST),
        key=lambda one: one.words,
        default=None,
    )
    words = sum(word[:1].isalnum() for word in tokens(shortest).words)
    if found is None or found.words < _SHARE * words:
        return None
    return Passage(
        found.left.shifted(left.span.start), found.right.shifted(right.span.start), found.words
    )


def _origins(claim: Claim) -> frozenset[str]:
    """Who is named as saying it; of what a publisher says itself, the publisher where it is known by its name.

    Sources without a name are no origin: *activists* of two papers need not be the same ones.
    """
    cited = [link.source for link in claim.attribution if link.span is not None]
    if cited:
        return frozenset(known_as(one) for one in cited if not nameless(claim, one))
    every = [link.source for link in claim.attribution]
    return frozenset(known_as(one) for one in every if source_named(one) is not None)
