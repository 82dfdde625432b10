"""All checks over one extraction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.checks.weekday import check_weekday
from claims.model import Claim, Extraction

_YEAR = 4


def examine(extraction: Extraction) -> Extraction:
    """The extraction with the findings of every check on the claims they concern."""
    years = frozenset(_years(extraction))
    return replace(extraction, claims=tuple(_examined(c, years) for c in extraction.claims))


def _examined(claim: Claim, years: frozenset[int]) -> Claim:
    found = check_weekday(claim.date, years) if claim.date is not None else None
    return replace(claim, findings=(*claim.findings, found)) if found is not None else claim


def _years(extraction: Extraction) -> Iterator[int]:
    """The years that the document's claims and its publication date name."""
    dates = [claim.date.edtf for claim in extraction.claims if claim.date is not None]
    for edtf in (*dates, extraction.document.published):
        for part in edtf.split("/"):
            if part[:_YEAR].isdecimal():
                yield int(part[:_YEAR])
