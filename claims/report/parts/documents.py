"""The documents: who published what, when, where, and the hash of the bytes."""

from __future__ import annotations

from collections import Counter

from claims.model import Document, Thing, Topic
from claims.report.captions import moment, words_of
from claims.report.later import Each
from claims.report.ledger import Ledger
from claims.report.parts.evidence import evidence_facts
from claims.report.parts.who import who
from claims.report.value import Code, Facts, Piece, Section, Words

_LANGUAGES = {"ar": "language_ar", "en": "language_en"}
_REASONS = {"given": "published_given", "dateline": "published_dateline"}


def documents(of: Ledger) -> Section:
    """The section, one part for each document."""
    counts = Counter(claim.document for claim in of.content.claims)
    return Section(
        anchor="documents",
        title=(Words(of.words.text("documents_title")),),
        parts=Each(
            lambda document: _document(of, document, counts[document.id]), of.content.documents
        ),
    )


def _document(of: Ledger, document: Document, claims: int) -> Section:
    words = of.words
    ref = of.document(document.id)
    rows: list[tuple[str, tuple[Piece, ...]]] = [
        *([("called", (words_of(document.title),))] if document.title else []),
        ("publisher", _given(of, document.publisher.name if document.publisher else "")),
        *_lineage(of, document),
        ("published", _published(of, document)),
        ("address", _given(of, document.address)),
        *([("archive", (words_of(document.archive),))] if document.archive else []),
        *([("written_by", (words_of(document.author),))] if document.author else []),
        *_described(of, document),
        *([("retrieved", (Code(moment(document.retrieved)),))] if document.retrieved else []),
        *_evidence(of, document),
        ("language", _language(of, document.language)),
        ("encoding", (Code(_encoding(document)),)),
        ("length", (Code(str(len(document.text))),)),
        ("claims_in_it", (Code(str(claims)),)),
        ("sha256", (Code(document.sha256),)),
    ]
    return Section(
        anchor=ref.anchor,
        title=words.pieces("document_title", document=ref.label, name=words_of(document.name)),
        blocks=(Facts(tuple((words.text(label), value) for label, value in rows)),),
        things=(ref,),
    )


def _evidence(of: Ledger, document: Document) -> list[tuple[str, tuple[Piece, ...]]]:
    topic = Topic(Thing.DOCUMENT, document.id)
    return [("evidence", told) for _, told in evidence_facts(of, (topic,))]


def _described(of: Ledger, document: Document) -> list[tuple[str, tuple[Piece, ...]]]:
    """Who said last what the document is, when, and why; nothing where it stands as it came."""
    return [
        (
            "described",
            of.words.pieces(
                "described_by",
                who=who(of.words, row.by, row.taken_in),
                date=Code(row.at[:10]),
                why=words_of(row.reason or "–"),
            ),
        )
        for row in of.content.described
        if row.document == document.id and row.said is not None
    ]


def _encoding(document: Document) -> str:
    """The encoding by its usual name; how sure that is only where it is not certain."""
    sure = document.encoding_confidence
    name = document.encoding.upper()
    return name if sure >= 1 else f"{name} ({min(sure, 0.99):.0%})"


def _lineage(of: Ledger, document: Document) -> list[tuple[str, tuple[Piece, ...]]]:
    if document.publisher is None:
        return []
    return [("lineage", (of.words.mark("lineage", document.publisher.lineage),))]


def _published(of: Ledger, document: Document) -> tuple[Piece, ...]:
    if not document.published:
        return _unknown(of)
    date = Code(document.published)
    key = _REASONS.get(document.published_reason)
    return (date,) if key is None else of.words.pieces(key, date=date)


def _language(of: Ledger, language: str) -> tuple[Piece, ...]:
    key = _LANGUAGES.get(language)
    return _unknown(of) if key is None else (Words(of.words.text(key)),)


def _given(of: Ledger, text: str) -> tuple[Piece, ...]:
    return (words_of(text),) if text else _unknown(of)


def _unknown(of: Ledger) -> tuple[Piece, ...]:
    return (Words(of.words.text("unknown")),)
