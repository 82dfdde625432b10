"""Texts read and examined, for the tests of single checks."""

from __future__ import annotations

from hypothesis import settings

import claims
from claims.model import Extraction, Finding

READS = settings(max_examples=40, deadline=None)
"""For properties that read a text in every example: the first one loads the gazetteer."""


def read(text: str, *, published: str = "") -> Extraction:
    """The extraction of a text with everything that the checks noticed."""
    return claims.extract(claims.read(text.encode(), name="account", published=published))


def noticed(text: str, *, published: str = "") -> list[Finding]:
    """The distinct findings on the claims of a text, in their order."""
    found = read(text, published=published)
    return list(dict.fromkeys(one for claim in found.claims for one in claim.findings))


def ids(text: str, *, published: str = "") -> list[str]:
    """The checks that noticed something, once for each finding."""
    return [finding.check for finding in noticed(text, published=published)]


def bare(words: str) -> str:
    """A message without the marks that keep the direction of quoted words."""
    return words.replace("\u2068", "").replace("\u2069", "")
