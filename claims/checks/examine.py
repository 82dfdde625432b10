"""All checks over one extraction."""

from __future__ import annotations

from dataclasses import replace

from claims.checks.weekday import check_weekday
from claims.model import Claim, Extraction


def examine(extraction: Extraction) -> Extraction:
    """The extraction with the findings of every check on the claims they concern."""
    return replace(extraction, claims=tuple(_examined(claim) for claim in extraction.claims))


def _examined(claim: Claim) -> Claim:
    found = check_weekday(claim.date) if claim.date is not None else None
    return replace(claim, findings=(*claim.findings, found)) if found is not None else claim
