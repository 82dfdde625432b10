"""Later readings of documents: what a newer engine reads in a text that is stored already.

The first reading of a document stands in ``extractions``, later ones in ``readings``, numbered from 2. A claim that is
read otherwise keeps its id and its number: its row has the newest revision, ``former_claims`` every earlier one. One
that is not read any more stays, with the number of the reading since which it is gone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from claims.model import Claim, Extraction, MachineClaim
from claims.store import document_rows, rows
from claims.store.schema import (
    ID_LENGTH,
    claims,
    documents,
    extractions,
    former_claims,
    problems,
    readings,
)
from claims.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Again:
    """What a newer reading of one document changes.

    Attributes:
        extraction: the reading.
        heirs: ids of stored claims, each with the claim that it is now.
        new: claims that no stored one is.
        gone: ids of stored claims that are not read any more.
        around: the words before and after each claim of the reading, by its id.
    """

    extraction: Extraction
    heirs: dict[str, Claim]
    new: tuple[Claim, ...]
    gone: tuple[str, ...]
    around: dict[str, tuple[str, str]]


def number(connection: Connection, document: str) -> int:
    """Number of the newest reading of a document, from 1."""
    query = select(func.max(readings.c.number)).where(readings.c.document == document)
    return connection.scalar(query) or rows.FIRST


def body(connection: Connection, document: str) -> str | None:
    """Sentences and problems of the newest reading, as stored; None when there is no such document."""
    query = select(readings.c.body).where(readings.c.document == document)
    first = select(extractions.c.body).where(extractions.c.document == document)
    newest = connection.execute(query.order_by(readings.c.number.desc()).limit(1)).first()
    found = newest or connection.execute(first).first()
    return None if found is None else str(found.body)


def bodies(connection: Connection, wanted: Collection[str]) -> dict[str, str]:
    """The same of several documents, by their ids."""
    first = select(extractions.c.document, extractions.c.body)
    later = select(readings.c.document, readings.c.body).order_by(readings.c.number)
    found: dict[str, str] = {}
    for query, table in ((first, extractions), (later, readings)):
        rows_of = connection.execute(query.where(table.c.document.in_(wanted)))
        found.update((row.document, row.body) for row in rows_of)
    return found


def of_newest() -> ColumnElement[bool]:
    """Whether a row of ``problems`` is of the newest reading of its document."""
    newest = (
        select(func.max(readings.c.number))
        .where(readings.c.document == problems.c.document)
        .scalar_subquery()
    )
    return func.coalesce(problems.c.reading, rows.FIRST) == func.coalesce(newest, rows.FIRST)


def machine(connection: Connection, document: str) -> tuple[MachineClaim, ...]:
    """Every claim that the engine ever read in a document, as its newest revision, in order."""
    query = select(claims).where(_machine(document)).order_by(claims.c.seq)
    return tuple(rows.machine_claim_of(row._asdict()) for row in connection.execute(query))


def _machine(document: str) -> ColumnElement[bool]:
    return and_(claims.c.document == document, claims.c.maker.is_(None))


def revisions(connection: Connection, claim: str) -> tuple[Claim, ...]:
    """What the engine read under one id, oldest first, the newest included."""
    query = select(former_claims).where(former_claims.c.claim == claim)
    found = connection.execute(query.order_by(former_claims.c.revision)).all()
    newest = connection.execute(select(claims).where(claims.c.id == claim)).all()
    return tuple(rows.claim_of(row._asdict()) for row in (*found, *newest))


def add(writer: Writer, again: Again, *, made_at: str, made_by: str, program: str) -> int:
    """Store a newer reading and what it changes; gives its number. Which claims stand is settled afterwards."""
    document = again.extraction.document.id
    now = number(writer.connection, document) + 1
    row = {
        "document": document,
        "number": now,
        "made_at": made_at,
        "made_by": made_by,
        "program": program,
        "body": document_rows.reading_body(again.extraction),
    }
    writer.insert(readings, [row])
    stored = _stored(writer.connection, document)
    for name, claim in again.heirs.items():
        _revise(writer, stored[name], claim, again.around[claim.id])
    for name in again.gone:
        writer.update(claims, stored[name], {"gone": now})
    _insert(writer, again, now)
    _problems(writer, again.extraction, now)
    return now


def _stored(connection: Connection, document: str) -> dict[str, dict[str, Any]]:
    found = connection.execute(select(claims).where(_machine(document)))
    return {row.id: row._asdict() for row in found}


def _revise(
    writer: Writer, row: dict[str, Any], claim: Claim, surroundings: tuple[str, str]
) -> None:
    """Make a claim what it is read as now, its earlier revision kept."""
    values = rows.claim_columns(replace(claim, id=row["id"]), surroundings)
    if values["body"] != row["body"]:
        writer.insert(former_claims, [rows.former_row(row)])
        values["revision"] = (row["revision"] or rows.FIRST) + 1
    changed = {name: value for name, value in values.items() if row[name] != value}
    if row["gone"] is not None:
        changed["gone"] = None
    if changed:
        writer.update(claims, row, changed)


def _insert(writer: Writer, again: Again, now: int) -> None:
    """Add claims that were not read before, each under an id that no stored one has."""
    names = [claim.id for claim in again.new]
    query = select(claims.c.id).where(
        (claims.c.document == again.extraction.document.id) | claims.c.id.in_(names)
    )
    taken = set(writer.connection.scalars(query))
    first = writer.next_number(claims, "seq")
    new = []
    for seq, claim in enumerate(again.new, first):
        name = _free(claim.id, taken)
        taken.add(name)
        words = again.around[claim.id]
        own = replace(claim, id=name)
        new.append(rows.claim_row(own, seq=seq, surroundings=words, reading=now))
    writer.insert(claims, new)


def _free(name: str, taken: Collection[str]) -> str:
    """The id that the engine gave, or one that follows from it when another claim has it."""
    while name in taken:
        name = hashlib.sha256(name.encode()).hexdigest()[:ID_LENGTH]
    return name


def _problems(writer: Writer, extraction: Extraction, now: int) -> None:
    found = document_rows.problems_of(extraction)
    first = writer.next_number(problems, "seq")
    writer.insert(
        problems,
        [
            document_rows.problem_row(each, seq=seq, reading=now)
            for seq, each in enumerate(found, first)
        ],
    )
    query = select(documents).where(documents.c.id == extraction.document.id)
    head = writer.connection.execute(query).one()._asdict()
    if head["problems"] != len(found):
        writer.update(documents, head, {"problems": len(found)})
