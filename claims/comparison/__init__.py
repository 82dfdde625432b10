"""Which pairs are worth it, the explained comparison, and the suggested relation.

`compare` holds two claims side by side; `compare_all` finds the pairs of a set and compares each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.comparison.candidates import candidates
from claims.comparison.compare import compare
from claims.comparison.incidents import incidents
from claims.comparison.index import Index
from claims.comparison.matrix import matrix
from claims.comparison.sheet import sheet
from claims.comparison.standing import Standing, compare_apart, compare_keys
from claims.comparison.timeline import timeline
from claims.comparison.traits import Traits, traits_of
from claims.model import Claim, Comparison

__all__ = [
    "Index",
    "Standing",
    "Traits",
    "candidates",
    "compare",
    "compare_all",
    "compare_apart",
    "compare_keys",
    "incidents",
    "matrix",
    "sheet",
    "timeline",
    "traits_of",
]


def compare_all(
    claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
) -> tuple[Comparison, ...]:
    """All suggested pairs among ``claims``, sorted by key; pairs that are surely not one event are left out.

    Args:
        claims: of any number of documents, in any order.
        progress: called with pairs done and pairs in all.
    """
    return compare_keys(
        {claim.id: claim for claim in claims}, candidates(claims), progress=progress
    )
