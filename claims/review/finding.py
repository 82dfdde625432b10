"""Where in a document stands what somebody looked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claims.model import Document, DocumentsWanted, Hit
from claims.text.lookup import hits, terms

MOST: Final = 3
"""Places of a document that are shown."""


def hits_in(document: Document, wanted: DocumentsWanted) -> tuple[Hit, ...]:
    """Some places of a document where words that are asked for stand: in what it is called first, then in its text."""
    looked_for = terms(wanted.text)
    publisher = document.publisher
    names = () if publisher is None else (publisher.name, *publisher.aliases)
    parts = (
        ("title", document.title),
        ("name", document.name),
        *(("publisher", name) for name in names),
        ("author", document.author),
        ("text", document.text),
    )
    found = (
        replace(hit, part=part)
        for part, text in parts
        for hit in hits(text, looked_for, fuzzy=wanted.fuzzy, most=MOST)
    )
    return tuple(found)[:MOST]
