"""Rows of documents with what was read in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Select, func, select

from claims.errors import InputError, Refused
from claims.model import Document, DocumentHead, Extraction, Problem
from claims.store import document_rows, findable, readings, rows
from claims.store.audit import Row
from claims.store.claims import of_document
from claims.store.schema import claims, documents, extractions, problems
from claims.store.writer import Writer

T = TypeVar("T")

_FEW: Final = 50
_HEAD: Final = tuple(column for column in documents.columns if column.name != "body")


def insert(
    writer: Writer,
    extraction: Extraction,
    surroundings: Sequence[tuple[str, str]],
    *,
    size: int,
    added_at: str,
    added_by: str,
) -> None:
    """Store a document with its sentences, claims and problems.

    Args:
        writer: the open transaction.
        extraction: what was read.
        surroundings: the words before and after each of its claims.
        size: of the original in bytes.
        added_at: when, ISO 8601 in UTC.
        added_by: who.
    """
    number = writer.next_number(documents, "seq")
    row = document_rows.document_row(
        extraction, seq=number, size=size, added_at=added_at, added_by=added_by
    )
    writer.insert(documents, [row])
    findable.add(writer.connection, extraction, number)
    writer.insert(extractions, [document_rows.extraction_row(extraction)])
    first = writer.next_number(claims, "seq")
    found = zip(extraction.claims, surroundings, strict=True)
    writer.insert(
        claims,
        [
            rows.claim_row(claim, seq=seq, surroundings=words)
            for seq, (claim, words) in enumerate(found, first)
        ],
    )
    first = writer.next_number(problems, "seq")
    writer.insert(
        problems,
        [
            document_rows.problem_row(problem, seq=seq)
            for seq, problem in enumerate(document_rows.problems_of(extraction), first)
        ],
    )


def head(connection: Connection, document: str) -> DocumentHead | None:
    """The document of that id without its text, None when there is none."""
    return _first(connection, select(*_HEAD).where(documents.c.id == rows.storable(document)))


def head_by_hash(connection: Connection, sha256: str) -> DocumentHead | None:
    """The document with these original bytes, None when there is none."""
    return _first(connection, select(*_HEAD).where(documents.c.sha256 == sha256))


def _first(connection: Connection, query: Select[Any]) -> DocumentHead | None:
    row = connection.execute(query).first()
    return None if row is None else read(row._asdict(), document_rows.head_of)


def read(row: Row, reader: Callable[[Row], T]) -> T:
    """What the row of a document holds.

    Raises:
        InputError: it is damaged; the error names the document.
    """
    try:
        return reader(row)
    except (InputError, Refused) as error:
        raise InputError(
            f"Document {row['id']} cannot be read: what is stored of it is damaged.",
            next_step="`claims verify` names all of it. Open the newest backup that verifies.",
        ) from error


def heads(
    connection: Connection, wanted: Sequence[str], left_out: rows.LeftOut | None = None
) -> dict[str, DocumentHead]:
    """The documents of these ids without their texts; ``left_out`` is told of those that cannot be read."""
    query = select(*_HEAD).where(documents.c.id.in_(wanted))
    found = (row._asdict() for row in connection.execute(query))
    return {
        head.id: head for head in rows.readable(found, document_rows.head_of, name_of, left_out)
    }


def name_of(row: Row) -> str:
    """What an error calls the document of a row."""
    return f"document {row['id']}"


def page(
    connection: Connection,
    *,
    after: int,
    limit: int,
    language: str,
    left_out: rows.LeftOut | None = None,
) -> tuple[tuple[int, DocumentHead], ...]:
    """Documents from the one after number ``after``, each with its number; ``left_out`` as in `heads`."""
    query = select(*_HEAD).where(documents.c.seq > after).order_by(documents.c.seq).limit(limit)
    if language:
        query = query.where(documents.c.language == rows.storable(language))
    found = (row._asdict() for row in connection.execute(query))
    return tuple(
        rows.readable(
            found, lambda row: (row["seq"], document_rows.head_of(row)), name_of, left_out
        )
    )


def named(connection: Connection, text: str, *, limit: int) -> tuple[DocumentHead, ...]:
    """Documents whose id begins with ``text`` or whose name is ``text``."""
    wanted = rows.storable(text)
    begins = (documents.c.id >= wanted) & (documents.c.id <= wanted + "\uffff")
    query = select(*_HEAD).where(begins | (documents.c.name == wanted)).order_by(documents.c.seq)
    found = connection.execute(query.limit(limit))
    return tuple(read(row._asdict(), document_rows.head_of) for row in found)


def document(connection: Connection, wanted: str) -> Document | None:
    """The document of that id with its text, None when there is none."""
    row = connection.execute(
        select(documents).where(documents.c.id == rows.storable(wanted))
    ).first()
    return None if row is None else read(row._asdict(), document_rows.document_of)


def sizes(connection: Connection) -> tuple[int, int]:
    """How many documents there are, and how many claims stand in them."""
    query = select(func.count(), func.coalesce(func.sum(documents.c.claims), 0))
    found, standing = connection.execute(query.select_from(documents)).one()
    return int(found), int(standing)


def ids(connection: Connection) -> tuple[str, ...]:
    """The ids of all documents, in the order they were added."""
    return tuple(connection.scalars(select(documents.c.id).order_by(documents.c.seq)))


def claiming(connection: Connection, words: str) -> tuple[str, ...]:
    """Ids of the documents of whose claims, as stored, one holds these words."""
    query = select(claims.c.document).where(claims.c.body.contains(words, autoescape=True))
    return tuple(connection.scalars(query.distinct()))


def texts(connection: Connection) -> Iterator[tuple[str, str]]:
    """Id and text of every document, in the order they were added, a few at a time."""
    query = select(documents).order_by(documents.c.seq)
    for row in connection.execute(query).yield_per(_FEW):
        found = read(row._asdict(), document_rows.document_of)
        yield found.id, found.text


def each_document(
    connection: Connection, left_out: rows.LeftOut | None = None
) -> Iterator[Document]:
    """Every document with its text, in the order they were added; ``left_out`` is told of those that cannot be read."""
    query = select(documents).order_by(documents.c.seq).execution_options(yield_per=_FEW)
    found = (row._asdict() for row in connection.execute(query))
    return rows.readable(found, document_rows.document_of, name_of, left_out)


def extraction(connection: Connection, wanted: str) -> Extraction | None:
    """What the newest reading gave, with the claims that stand; None when there is no such document."""
    row = connection.execute(
        select(documents).where(documents.c.id == rows.storable(wanted))
    ).first()
    body = readings.body(connection, rows.storable(wanted))
    if row is None or body is None:
        return None
    standing = of_document(connection, wanted)
    return read(
        row._asdict(), lambda own: document_rows.extraction_of(own, {"body": body}, standing)
    )


def count_problems(connection: Connection) -> int:
    """How many problems the newest readings have."""
    query = select(func.count()).select_from(problems).where(readings.of_newest())
    return int(connection.scalar(query) or 0)


def some_problems(connection: Connection, *, start: int, limit: int) -> tuple[Problem, ...]:
    """So many problems of the newest readings in their order, from number ``start`` on, counted from 0."""
    query = select(problems).where(readings.of_newest()).order_by(problems.c.seq)
    found = connection.execute(query.offset(start).limit(limit))
    return tuple(document_rows.problem_of(row._asdict()) for row in found)


def all_problems(
    connection: Connection, *, document: str, code: str, left_out: rows.LeftOut | None = None
) -> tuple[Problem, ...]:
    """Problems of the newest readings, in their order; of one document, of one kind unless "".

    ``left_out`` is told of those that cannot be read; without it they raise.
    """
    return tuple(each_problem(connection, document=document, code=code, left_out=left_out))


def each_problem(
    connection: Connection, *, document: str, code: str, left_out: rows.LeftOut | None = None
) -> Iterator[Problem]:
    """The problems of `all_problems`, a few at a time."""
    query = select(problems).where(readings.of_newest()).order_by(problems.c.seq)
    if document:
        query = query.where(problems.c.document == rows.storable(document))
    if code:
        query = query.where(problems.c.code == rows.storable(code))
    found = connection.execute(query.execution_options(yield_per=_FEW))
    return rows.readable(
        (row._asdict() for row in found),
        document_rows.problem_of,
        lambda row: f"problem {row['seq']}",
        left_out,
    )


def known(connection: Connection) -> frozenset[str]:
    """The hashes of the bytes of all documents."""
    return frozenset(connection.scalars(select(documents.c.sha256)))
