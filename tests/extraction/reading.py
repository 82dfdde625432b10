"""Texts read to claims, and the claims of one kind."""

from __future__ import annotations

import claims
from claims.model import Claim


def read(text: str, kind: str = "", *, published: str = "2019-05-04") -> list[Claim]:
    """The claims of a text, those of one kind where one is named."""
    found = claims.extract(claims.read(text.encode(), name="text.txt", published=published))
    return [claim for claim in found.claims if kind in {"", claim.kind}]


def actors(claim: Claim) -> list[str]:
    """Names of who does it."""
    return [party.name for party in claim.actors]


def targets(claim: Claim) -> list[str]:
    """Names of to whom it is done."""
    return [party.name for party in claim.targets]


def places(claim: Claim) -> list[str]:
    """Names of where it is."""
    return [place.name for place in claim.places]


def date(claim: Claim) -> str:
    """EDTF of when it is, "" for none."""
    return claim.date.edtf if claim.date else ""
