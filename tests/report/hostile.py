"""Text that would like to be mark-up, in every place where somebody else's words stand."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Document, Mark, Relation, SameEvent, Slot, Source, Span
from claims.report.content import ReportContent

from .examples import case

OVERRIDE = "abc\u202edef"
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></section><h1>no</h1>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; <!-- ",
    OVERRIDE,
    "\u2069\u2067\u202d",
    "# heading\n- item\n1. one\n> quote\n```\ncode\n```\n---\n===",
    "[link](javascript:alert(1)) ![p](http://e.org/x.png) <http://e.org> http://e.org www.e.org a@e.org",
    'a | b \\| c `d` **e** ~~f~~ $g$ #link("http://e.org")[h] @i <j>',
    '=HYPERLINK("http://e.org")',
    "  \tx \r\n\r\n    y\x00\x0b\ufffe",
]


def with_text(payload: str) -> ReportContent:
    """The case with the payload in every place where somebody else's words stand."""
    content = case()
    documents = tuple(_hostile(document, payload) for document in content.documents)
    texts = {document.id: document.text for document in documents}
    claims = tuple(
        replace(
            claim,
            span=Span(0, len(texts[claim.document])),
            quote=texts[claim.document],
            statement=payload + claim.statement,
            context=None,
            attribution=tuple(replace(each, source=payload + "x") for each in claim.attribution),
            targets=tuple(replace(each, name=payload, text=payload) for each in claim.targets),
        )
        for claim in content.claims
    )
    decisions = tuple(
        replace(
            each,
            by=payload,
            mark=Mark(
                each.key, SameEvent.YES, Relation.CONFLICT, (Slot.TARGET,), reason="r" + payload
            ),
        )
        for each in content.decisions
    )
    return replace(content, title=payload, documents=documents, claims=claims, decisions=decisions)


def _hostile(document: Document, payload: str) -> Document:
    return replace(
        document,
        name=payload,
        text=payload + document.text,
        publisher=Source(payload + "p"),
        address=payload + "a",
    )
