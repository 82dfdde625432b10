"""Which pairs of claims are worth a comparison: see `claims.comparison.index`."""

from __future__ import annotations

from collections.abc import Sequence

from claims.comparison.index import Index
from claims.comparison.traits import traits_of
from claims.model import Claim, PairKey


def candidates(claims: Sequence[Claim]) -> tuple[PairKey, ...]:
    """The keys of all pairs worth comparing, sorted; the order of ``claims`` does not matter."""
    index = Index(traits_of(claims))
    return tuple(sorted((PairKey.of(*ids) for ids in index.key_pairs(index.pairs())), key=str))
