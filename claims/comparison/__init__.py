"""Which pairs are worth it, the explained comparison, and the suggested relation.

`compare` holds two claims side by side; `compare_all` finds the pairs of a set and compares each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.comparison.candidates import candidates
from claims.comparison.compare import compare
from claims.model import Claim, Comparison, SameEvent

__all__ = ["candidates", "compare", "compare_all"]


def compare_all(
    claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
) -> tuple[Comparison, ...]:
    """All suggested pairs among ``claims``, sorted by key; pairs that are surely not one event are left out.

    Args:
        claims: of any number of documents, in any order.
        progress: called with pairs done and pairs in all.
    """
    by_id = {claim.id: claim for claim in claims}
    keys = candidates(tuple(by_id.values()))
    found = []
    for done, key in enumerate(keys, 1):
        comparison = compare(by_id[key.left], by_id[key.right])
        if comparison.same_event is not SameEvent.NO:
            found.append(comparison)
        if progress is not None:
            progress(done, len(keys))
    return tuple(found)
