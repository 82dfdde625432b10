"""What schema.org documents of the classes that reviews are made of, as far as they are used here.

From the published vocabulary, version 30.0 (``data/releases/30.0/schemaorg-current-https.jsonld`` of schemaorg/schemaorg):
for each class the properties whose ``domainIncludes`` names it or a class above it, with their ``rangeIncludes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

PROPERTIES: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "ClaimReview": {
        "url": frozenset({"URL"}),
        "datePublished": frozenset({"Date", "DateTime"}),
        "inLanguage": frozenset({"Text", "Language"}),
        "author": frozenset({"Organization", "Person"}),
        "claimReviewed": frozenset({"Text"}),
        "itemReviewed": frozenset({"Thing"}),
        "reviewRating": frozenset({"Rating"}),
    },
    "Rating": {
        "ratingValue": frozenset({"Text", "Number"}),
        "bestRating": frozenset({"Text", "Number"}),
        "worstRating": frozenset({"Text", "Number"}),
        "alternateName": frozenset({"Text"}),
        "ratingExplanation": frozenset({"Text"}),
    },
    "Claim": {
        "text": frozenset({"Text"}),
        "author": frozenset({"Organization", "Person"}),
        "appearance": frozenset({"CreativeWork"}),
    },
    "CreativeWork": {
        "name": frozenset({"Text"}),
        "url": frozenset({"URL"}),
        "datePublished": frozenset({"Date", "DateTime"}),
        "publisher": frozenset({"Organization", "Person"}),
    },
    "Organization": {"name": frozenset({"Text"})},
}
_ABOVE: Final = {
    "ClaimReview": {"ClaimReview", "Review", "CreativeWork", "Thing"},
    "Rating": {"Rating", "Intangible", "Thing"},
    "Claim": {"Claim", "CreativeWork", "Thing"},
    "CreativeWork": {"CreativeWork", "Thing"},
    "Organization": {"Organization", "Thing"},
}
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def faults(node: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Where a node, or one below it, holds what its class does not document, or a value of another kind."""
    kind = node.get("@type", "")
    known = PROPERTIES.get(kind)
    if known is None:
        yield f"{path or '/'}: no class {kind!r}"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        place = f"{path}/{name}"
        if name not in known:
            yield f"{place}: no property of {kind}"
        elif not _kinds(value) & known[name]:
            yield f"{place}: {value!r} is none of {sorted(known[name])}"
        if isinstance(value, dict):
            yield from faults(value, place)


def _kinds(value: object) -> set[str]:
    """The kinds that a value can be."""
    if isinstance(value, dict):
        return _ABOVE.get(value.get("@type", ""), set())
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return {"Number"}
    if not isinstance(value, str):
        return set()
    kinds = {"Text"}
    if _ADDRESS.fullmatch(value):
        kinds.add("URL")
    if _day(value):
        kinds.add("Date")
    elif _day(value, datetime):
        kinds.add("DateTime")
    return kinds


def _day(text: str, kind: type[date] = date) -> bool:
    """Whether it is a day, a month or a year of ISO 8601, or with ``datetime`` a moment."""
    months = (
        text + "-01" * (2 - text.count("-")) if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text) else text
    )
    try:
        kind.fromisoformat(months)
    except ValueError:
        return False
    return True
