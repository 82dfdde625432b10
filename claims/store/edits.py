"""Rows of edits: appended, never changed.

A row stands until another one names it and takes it back (``about``); no flag says so. Which claims stand follows from
these rows and from what the engine read (`claims.review.edits`); `settle` writes it down for those who only read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from claims.model import Claim, Edit, EditKind, Maker
from claims.model.plain import dumps, to_plain
from claims.store import rows, tallies, traits
from claims.store.audit import Row
from claims.store.bringing import from_files, taken_in
from claims.store.schema import ID_LENGTH, claims, documents, edits, pairs
from claims.store.writer import Writer


def append(writer: Writer, edit: Edit, surroundings: Sequence[tuple[str, str]]) -> Edit:
    """Add a row and the claims it makes, under the numbers that come next; gives both as they are stored.

    Args:
        writer: the open transaction.
        edit: what is said; its number and the ids of its claims are set here.
        surroundings: the words before and after each claim it makes.
    """
    number = writer.next_number(edits, "id")
    made = tuple(
        replace(claim, id=_id(edit, claim, number, place)) for place, claim in enumerate(edit.made)
    )
    stored = replace(edit, id=number, made=made)
    first = writer.next_number(claims, "seq")
    found = enumerate(zip(made, surroundings, strict=True), first)
    new = [
        rows.claim_row(claim, seq=seq, surroundings=words, maker=Maker.HUMAN, reading=edit.reading)
        for seq, (claim, words) in found
    ]
    writer.insert(claims, new)
    writer.insert(edits, [rows.edit_row(stored)])
    return stored


def _id(edit: Edit, claim: Claim, number: int, place: int) -> str:
    """An id for a claim that a person made: over who made it when, and all it says."""
    parts = [
        edit.document,
        edit.kind.value,
        edit.by,
        edit.at,
        number,
        place,
        dumps(to_plain(claim)),
    ]
    return hashlib.sha256(dumps(to_plain(parts)).encode()).hexdigest()[:ID_LENGTH]


def of_document(connection: Connection, document: str) -> tuple[Edit, ...]:
    """Every row on a document, in the order they were stored."""
    query = select(edits).where(edits.c.document == document).order_by(edits.c.id)
    return from_files(
        connection, edits, (rows.edit_of(row._asdict()) for row in connection.execute(query))
    )


def _tied(connection: Connection, claim: str) -> frozenset[str]:
    """A claim, and all that edits tie to it, at whatever remove, whether they stand or not."""
    document = connection.scalar(select(claims.c.document).where(claims.c.id == claim))
    known = {claim}
    if document is None:
        return frozenset(known)
    steps = [
        {each.id for each in (*edit.replaced, *edit.made)}
        for edit in of_document(connection, document)
    ]
    while touched := [step for step in steps if step & known and not step <= known]:
        known.update(*touched)
    return frozenset(known)


class Around(NamedTuple):
    """The edits of a claim and of all that edits tie to it.

    Attributes:
        document: which they are of.
        rows: their numbers, those of rows that take one back among them.
        made: the claims that they made.
    """

    document: str
    rows: frozenset[int]
    made: frozenset[str]


def around(connection: Connection, claim: str) -> Around | None:
    """The edits of a claim and of what it was before and became; None where nobody edited it."""
    document = connection.scalar(select(claims.c.document).where(claims.c.id == claim))
    if document is None:
        return None
    known, every = _tied(connection, claim), of_document(connection, document)
    touching = [
        edit for edit in every if known & {each.id for each in (*edit.replaced, *edit.made)}
    ]
    numbers = {edit.id for edit in touching}
    numbers |= {edit.id for edit in every if edit.about in numbers}
    made = frozenset(each.id for edit in touching for each in edit.made)
    return Around(document, frozenset(numbers), made) if numbers else None


def of_claims(connection: Connection, ids: Collection[str]) -> tuple[Edit, ...]:
    """Every row on the documents of some claims that can be read, document by document; `claims.store.verify` names the others."""
    edited = edited_documents(connection)
    if not edited:
        return ()
    wanted, found = sorted(ids), set[str]()
    for start in range(0, len(wanted), _PART):
        part = claims.c.id.in_(wanted[start : start + _PART])
        found.update(connection.scalars(select(claims.c.document).where(part).distinct()))
    return tuple(edit for each in edited if each in found for edit in _whole(connection, each))


def _whole(connection: Connection, document: str) -> Iterator[Edit]:
    """The rows on a document that can be read."""
    query = select(edits).where(edits.c.document == document).order_by(edits.c.id)
    found = (row._asdict() for row in connection.execute(query))
    return rows.readable(found, rows.edit_of, _name, lambda _name, _error: None)


def all_rows(connection: Connection, left_out: rows.LeftOut | None = None) -> tuple[Edit, ...]:
    """Every row of the case, in the order they were stored; ``left_out`` is told of those that cannot be read."""
    found = (row._asdict() for row in connection.execute(select(edits).order_by(edits.c.id)))
    return tuple(rows.readable(found, rows.edit_of, _name, left_out))


def _name(row: Row) -> str:
    return f"edit {row['id']}"


def get(connection: Connection, number: int) -> Edit | None:
    """The row of that number, None when there is none."""
    row = connection.execute(select(edits).where(edits.c.id == number)).first()
    return None if row is None else rows.edit_of(row._asdict())


def with_token(connection: Connection, editor: str, token: str) -> Edit | None:
    """The row that this person's submission became, None when it is new."""
    if not token:
        return None
    query = select(edits).where(edits.c.editor == editor, edits.c.token == token)
    row = connection.execute(query).first()
    return None if row is None else rows.edit_of(row._asdict())


def newest_of(connection: Connection, editor: str) -> Edit | None:
    """The newest row of a person that was not taken back and did not come from a file; None when there is none."""
    back = edits.alias()
    undone = select(back.c.id).where(back.c.about == edits.c.id, back.c.kind == EditKind.UNDO)
    query = select(edits).where(
        edits.c.editor == editor, edits.c.kind != EditKind.UNDO.value, ~undone.exists()
    )
    came = taken_in(connection, edits)
    for row in connection.execute(query.order_by(edits.c.id.desc())):
        if row.id not in came:
            return rows.edit_of(row._asdict())
    return None


def edited_documents(connection: Connection) -> tuple[str, ...]:
    """The documents that somebody edited, by id."""
    query = select(edits.c.document).distinct().order_by(edits.c.document)
    return tuple(connection.scalars(query))


def settle(writer: Writer, document: str, live: Collection[str]) -> set[str]:
    """Write down which claims of a document stand; pairs of the others are not suggested any more.

    Gives the claims of the pairs that left the queue by this.

    Args:
        writer: the open transaction.
        document: id of the document.
        live: ids of the claims that stand.
    """
    connection = writer.connection
    query = select(claims).where(claims.c.document == document).order_by(claims.c.seq)
    found = [row._asdict() for row in connection.execute(query)]
    for row in found:
        if row["live"] != (row["id"] in live):
            writer.update(claims, row, {"live": not row["live"]})
    parted: set[str] = set()
    dead = [row["id"] for row in found if row["id"] not in live]
    for start in range(0, len(dead), _PART):
        part = dead[start : start + _PART]
        touched = or_(pairs.c.left_claim.in_(part), pairs.c.right_claim.in_(part))
        found_pairs = connection.execute(select(pairs).where(pairs.c.live, touched)).all()
        for pair in found_pairs:
            writer.update(pairs, pair._asdict(), {"live": False})
            parted |= {pair.left_claim, pair.right_claim}
        tallies.lessen(connection, (pair.relation for pair in found_pairs))
        traits.doubt(writer, part)
    head = connection.execute(select(documents).where(documents.c.id == document)).one()._asdict()
    if head["claims"] != len(live):
        writer.update(documents, head, {"claims": len(live)})
    return parted


_PART = 500
"""Ids in one question to the database."""
