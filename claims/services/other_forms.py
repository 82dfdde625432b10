"""A claim in all its forms: before and after people edited it."""

from __future__ import annotations

from claims.review.edits import kin
from claims.store import edits
from claims.store.engine import Reader


def forms(connection: Reader, claim: str) -> frozenset[str]:
    """A claim, and all its other forms (`claims.review.edits.kin`), whether they stand or not."""
    return frozenset({claim, *kin(edits.of_claims(connection, (claim,))).get(claim, ())})
