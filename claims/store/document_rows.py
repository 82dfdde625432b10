"""Documents, what was read in them and what people said of them as rows, and back.

As in `claims.store.rows`: the value stands in ``body``, what is sorted or searched by in columns of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from claims.model import (
    Described,
    Document,
    DocumentHead,
    Extraction,
    Particulars,
    Problem,
    Sentence,
    Source,
)
from claims.model.document import headline
from claims.model.plain import dumps, from_plain, loads, to_plain
from claims.store.audit import Row
from claims.store.rows import FIRST, claim_of, storable


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in the body of a row of ``extractions``."""

    sentences: tuple[Sentence, ...]
    problems: tuple[Problem, ...]


def document_row(
    extraction: Extraction, *, seq: int, size: int, added_at: str, added_by: str
) -> dict[str, Any]:
    """Row of ``documents``; ``size`` is that of the original in bytes."""
    document = extraction.document
    publisher = document.publisher
    return {
        "id": document.id,
        "seq": seq,
        "sha256": document.sha256,
        "name": storable(document.name),
        "language": document.language,
        "publisher": None if publisher is None else dumps(to_plain(publisher)),
        "published": storable(document.published),
        "published_reason": storable(document.published_reason),
        "address": storable(document.address),
        "size": size,
        "characters": len(document.text),
        "claims": len(extraction.claims),
        "problems": len(problems_of(extraction)),
        "added_at": added_at,
        "added_by": added_by,
        "body": dumps(to_plain(document)),
        "particulars": None,
    }


def document_of(row: Row) -> Document:
    """The document with its text, as people describe it now."""
    return described(as_it_came(row), particulars_of(row["particulars"]))


def as_it_came(row: Row) -> Document:
    """The document as it was taken in, whatever people said of it since."""
    return from_plain(Document, loads(row["body"]))


def particulars_of(said: str | None) -> Particulars | None:
    """What stands in ``particulars`` of a document, or in the body of a row of ``descriptions``."""
    return None if said is None else from_plain(Particulars, loads(said))


def described(document: Document, said: Particulars | None) -> Document:
    """The document with what people said of it in the place of what it came with."""
    if said is None:
        return document
    return replace(
        document,
        title=said.title,
        publisher=said.publisher,
        author=said.author,
        published=said.published,
        published_reason=said.published_reason,
        address=said.address,
        language=said.language,
        archive=said.archive,
    )


def described_columns(document: Document, said: Particulars | None) -> dict[str, Any]:
    """The columns of ``documents`` that say what people said of it; ``document`` as it came."""
    now = described(document, said)
    return {
        "language": now.language,
        "publisher": None if now.publisher is None else dumps(to_plain(now.publisher)),
        "published": storable(now.published),
        "published_reason": storable(now.published_reason),
        "address": storable(now.address),
        "particulars": None if said is None else dumps(to_plain(said)),
    }


def head_of(row: Row) -> DocumentHead:
    """The document without its text; ``body`` is not needed."""
    publisher = row["publisher"]
    said = particulars_of(row["particulars"]) or Particulars()
    return DocumentHead(
        id=row["id"],
        name=row["name"],
        sha256=row["sha256"],
        language=row["language"],
        publisher=None if publisher is None else from_plain(Source, loads(publisher)),
        published=row["published"],
        published_reason=row["published_reason"],
        address=row["address"],
        characters=row["characters"],
        claims=row["claims"],
        problems=row["problems"],
        title=said.title,
        author=said.author,
        archive=said.archive,
    )


def extraction_row(extraction: Extraction) -> dict[str, Any]:
    """Row of ``extractions``: what was read in one document, without its claims."""
    return {"document": extraction.document.id, "body": reading_body(extraction)}


def reading_body(extraction: Extraction) -> str:
    """Sentences and problems as canonical JSON."""
    return dumps(to_plain(Reading(extraction.sentences, extraction.problems)))


def extraction_of(document: Row, extraction: Row, claims: Iterable[Row]) -> Extraction:
    """What was read in one document, from its rows in three tables."""
    reading = from_plain(Reading, loads(extraction["body"]))
    return Extraction(
        document=document_of(document),
        sentences=reading.sentences,
        claims=tuple(claim_of(row) for row in claims),
        problems=reading.problems,
    )


def headline_of(document: Document, reading: str) -> str:
    """The words that stand above a document, "" when there are none, from the body of what was read in it.

    Of the sentences only those down to the headline are looked at.

    Raises:
        InputError: the body is damaged.
    """
    plain = loads(reading)
    found = plain.get("sentences", []) if isinstance(plain, dict) else []
    sentences = found if isinstance(found, list) else []
    return headline(document.text, (from_plain(Sentence, each) for each in sentences))


def described_of(row: Row) -> Described:
    """What a person said of a document."""
    return Described(
        id=row["id"],
        document=row["document"],
        said=particulars_of(row["body"]),
        by=row["author"],
        at=row["made_at"],
        reason=row["reason"],
        supersedes=row["supersedes"],
        undoes=row["undoes"],
        live=row["live"],
        token=row["token"],
    )


def problems_of(extraction: Extraction) -> tuple[Problem, ...]:
    """What went wrong while reading and while extracting, each once, under the id of the document."""
    document = extraction.document
    found = (*document.problems, *extraction.problems)
    return tuple(dict.fromkeys(replace(problem, document=document.id) for problem in found))


def problem_row(problem: Problem, *, seq: int, reading: int = FIRST) -> dict[str, Any]:
    """Row of ``problems``, of the reading of that number."""
    return {
        "seq": seq,
        "document": problem.document,
        "code": storable(problem.code),
        "body": dumps(to_plain(problem)),
        "reading": None if reading == FIRST else reading,
    }


def problem_of(row: Row) -> Problem:
    """The problem."""
    return from_plain(Problem, loads(row["body"]))
