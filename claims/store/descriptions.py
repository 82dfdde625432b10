"""Rows of what people say of documents: one line for each document, whoever describes it; appended, never changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from claims.errors import InputError
from claims.model import Described, Document, Particulars, TakenIn
from claims.model.plain import dumps, to_plain
from claims.store import document_rows, findable, lines, rows
from claims.store.audit import Row
from claims.store.bringing import from_files, taken_in
from claims.store.documents import read
from claims.store.schema import descriptions, documents
from claims.store.writer import Writer


def append(
    writer: Writer, document: str, said: Particulars | None, words: Mapping[str, Any]
) -> Described:
    """Add what somebody says of a document, and let the document stand so.

    Args:
        writer: the open transaction.
        document: its id.
        said: the whole card; None: as the document came.
        words: ``author``, ``made_at``, ``reason``, ``token`` and ``undoes``.
    """
    body = None if said is None else dumps(to_plain(said))
    row = lines.append(writer, descriptions, {"document": document}, {**words, "body": body})
    settle(writer, document)
    return document_rows.described_of(row)


def settle(writer: Writer, document: str) -> None:
    """Write down in the row of a document what is said of it now, and by what it is found."""
    row = writer.connection.execute(select(documents).where(documents.c.id == document)).one()
    before = row._asdict()
    changed = _changed(before, _said(writer.connection, document))
    if changed:
        writer.update(documents, before, changed)
        findable.renew(writer.connection, document)


def settle_all(writer: Writer, wanted: Collection[str]) -> None:
    """The same for those of these documents of which anybody said anything."""
    for document in writer.connection.scalars(
        select(descriptions.c.document).distinct().order_by(descriptions.c.document)
    ).all():
        if document in wanted:
            settle(writer, document)


def amiss(connection: Connection) -> Iterator[str]:
    """Ids of documents that do not stand as it is said of them."""
    live = {
        row.document: row.body
        for row in connection.execute(
            select(descriptions.c.document, descriptions.c.body).where(descriptions.c.live)
        )
    }
    few = select(documents).where(
        documents.c.particulars.is_not(None) | documents.c.id.in_(sorted(live))
    )
    for found in connection.execute(few.order_by(documents.c.seq)):
        row = found._asdict()
        try:
            if _changed(row, document_rows.particulars_of(live.get(row["id"]))):
                yield row["id"]
        except (InputError, TypeError):
            yield row["id"]


def live(connection: Connection, document: str) -> Described | None:
    """The row of a document that stands, None when nobody said anything of it."""
    row = lines.live_row(connection, descriptions, {"document": document})
    return None if row is None else document_rows.described_of(row)


def newest(connection: Connection, document: str, by: str) -> Described | None:
    """The newest row of a person on a document that stands; None when there is none."""
    mine = {"author": by, "document": document}
    row = lines.newest_standing(connection, descriptions, ("document",), mine)
    return None if row is None else document_rows.described_of(row)


def before(connection: Connection, row: Described) -> Particulars | None:
    """What stands again once a row is taken back; None: the document as it came."""
    line = {"document": row.document}
    earlier = lines.act_before(connection, descriptions, line, row.id)
    return None if earlier is None else document_rows.described_of(earlier).said


def history(connection: Connection, document: str) -> tuple[Described, ...]:
    """Every row on a document, in the order they were stored."""
    query = select(descriptions).where(descriptions.c.document == document)
    found = connection.execute(query.order_by(descriptions.c.id))
    read = (document_rows.described_of(row._asdict()) for row in found)
    return from_files(connection, descriptions, read)


def standing(connection: Connection, left_out: rows.LeftOut | None = None) -> dict[str, Described]:
    """The row of every document that somebody described, under the name of whoever said what stands, by document.

    ``left_out`` is told of the document of each row that cannot be read; without it that raises.
    """
    query = select(descriptions).where(descriptions.c.live).order_by(descriptions.c.id)
    found = (row._asdict() for row in connection.execute(query))
    how = taken_in(connection, descriptions)
    read = rows.readable(found, partial(_act, connection, how), _name, left_out)
    return {each.document: each for each in read}


def _name(row: Row) -> str:
    return f"description {row['document']}"


def as_it_came(connection: Connection, document: str) -> Document | None:
    """The document as it was taken in, None when there is none."""
    row = connection.execute(select(documents).where(documents.c.id == document)).first()
    return None if row is None else read(row._asdict(), document_rows.as_it_came)


def with_token(
    connection: Connection, by: str, token: str, *, undo: bool = False
) -> Described | None:
    """The row that this submission became, None when it is new.

    Raises:
        Refused: the token belongs to one that did the other thing.
    """
    row = lines.with_token(connection, descriptions, {"author": by}, token, undo=undo)
    return None if row is None else document_rows.described_of(row)


def _act(connection: Connection, how: Mapping[int, TakenIn], row: Row) -> Described:
    act = lines.act_of(connection, descriptions, {"document": row["document"]}, row)
    said = document_rows.described_of({**row, "author": act["author"], "made_at": act["made_at"]})
    return replace(said, taken_in=how.get(act["id"]))


def _said(connection: Connection, document: str) -> Particulars | None:
    found = live(connection, document)
    return None if found is None else found.said


def _changed(row: Row, said: Particulars | None) -> dict[str, Any]:
    columns = document_rows.described_columns(read(row, document_rows.as_it_came), said)
    return {name: value for name, value in columns.items() if row[name] != value}
