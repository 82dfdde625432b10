"""Why two claims may go back to one source."""

from __future__ import annotations

from claims.comparison.words import shared_words
from claims.model import Claim

_COPY = 0.9


def dependence(left: Claim, right: Claim) -> str:
    """Id of the reason: ``same origin``, ``copy``, or "" when nothing says that both are one lineage."""
    if _origins(left) & _origins(right):
        return "same origin"
    if left.document != right.document and shared_words(left.quote, right.quote) >= _COPY:
        return "copy"
    return ""


def _origins(claim: Claim) -> frozenset[str]:
    return frozenset(link.source for link in claim.attribution if link.span is not None)
