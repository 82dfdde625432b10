"""Text that would like to be mark-up, in every place where somebody else's words stand."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Document, Evidence, Mark, Outcome, Relation, SameEvent, Slot, Source, Span
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
            actors=tuple(replace(each, name=payload, text=payload) for each in claim.actors),
            places=tuple(replace(each, name=payload, text=payload) for each in claim.places),
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
    whole = replace(content, documents=documents, claims=claims, decisions=decisions)
    return _people_say(_sources_called(whole, payload + "x"), payload)


def _people_say(content: ReportContent, payload: str) -> ReportContent:
    """What people wrote of the case, of its versions, and as reasons of their outcomes."""
    version = content.version
    return replace(
        content,
        title=payload,
        question=payload,
        scope=payload,
        grades=tuple(_reasoned(each, payload) for each in content.grades),
        outcomes=tuple(_reasoned(each, payload) for each in content.outcomes),
        edits=tuple(replace(each, by=payload, reason="r" + payload) for each in content.edits),
        groupings=tuple(
            replace(each, by=payload, said=each.said and replace(each.said, reason="r" + payload))
            for each in content.groupings
        ),
        evidence=tuple(
            replace(each, by=payload, content=Evidence("https://example.org/x", comment=payload))
            for each in content.evidence
        ),
        agreement=tuple(
            replace(each, people=tuple(name + payload for name in each.people))
            for each in content.agreement
        ),
        version=version and replace(version, by=payload, note=payload),
    )


def _reasoned(of: Outcome, payload: str) -> Outcome:
    if of.conclusion is None or of.conclusion.settlement is None:
        return of
    said = replace(of.conclusion.settlement, reason="r" + payload)
    return replace(of, conclusion=replace(of.conclusion, by=payload, settlement=said))


def _sources_called(content: ReportContent, payload: str) -> ReportContent:
    """Everybody who speaks, where sources stand beside each other."""
    matrix = content.matrix
    return replace(
        content,
        sheets=tuple(
            replace(
                each, rows=tuple(replace(row, source=row.source + payload) for row in each.rows)
            )
            for each in content.sheets
        ),
        matrix=matrix
        and replace(
            matrix,
            sources=tuple(name + payload for name in matrix.sources),
            rows=tuple(
                replace(
                    row,
                    cells=tuple(replace(cell, source=cell.source + payload) for cell in row.cells),
                )
                for row in matrix.rows
            ),
        ),
    )


def _hostile(document: Document, payload: str) -> Document:
    return replace(
        document,
        name=payload,
        text=payload + document.text,
        publisher=Source(payload + "p"),
        address=payload + "a",
        title=payload + "t",
        author=payload + "w",
        archive=payload + "k",
    )
