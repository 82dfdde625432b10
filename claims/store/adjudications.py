"""Rows of adjudications: one line for each pair, whoever settles it; appended, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, and_, select

from claims.model import Adjudication, Answer, PairKey, Ruling, TakenIn
from claims.store import answers, line_rows, lines, rows
from claims.store.audit import Row
from claims.store.bringing import from_files, taken_in
from claims.store.schema import adjudications, pairs
from claims.store.writer import Writer

_LINE: Final = ("left_claim", "right_claim")
_WHO: Final = ("adjudicator", "settled_at")


def append(
    writer: Writer,
    key: PairKey,
    ruling: Ruling,
    given: tuple[tuple[Answer, ...], tuple[Answer, ...]],
    said: Mapping[str, Any],
) -> Adjudication:
    """Add a ruling; the one that stood on this pair is superseded.

    Args:
        writer: the open transaction.
        key: the pair.
        ruling: what is said.
        given: the originals, and those of them that are adopted.
        said: ``adjudicator``, ``settled_at`` and ``token``.
    """
    columns = line_rows.adjudication_columns(key, ruling, *given)
    line = {name: columns.pop(name) for name in ("left_claim", "right_claim")}
    return line_rows.adjudication_of(
        lines.append(writer, adjudications, line, {**columns, **said, "undoes": None})
    )


def undo(writer: Writer, *, by: str, at: str, token: str) -> Adjudication | None:
    """Take back the newest ruling of a person that stands; None when there is none.

    What stood before stands again, in the words and under the name of whoever said it.
    """
    found = lines.newest_standing(writer.connection, adjudications, _LINE, {"adjudicator": by})
    if found is None:
        return None
    line = {name: found[name] for name in ("left_claim", "right_claim")}
    earlier = lines.act_before(writer.connection, adjudications, line, found["id"])
    key = rows.key_of_pair(found)
    before = line_rows.adjudication_of(found if earlier is None else earlier)
    ruling, taken = (None, ()) if earlier is None else (before.ruling, before.adopted)
    body = line_rows.adjudication_columns(key, ruling, before.originals, taken)["body"]
    said = {"adjudicator": by, "settled_at": at, "token": token, "undoes": found["id"]}
    return line_rows.adjudication_of(
        lines.append(writer, adjudications, line, {**said, "body": body})
    )


def with_token(
    connection: Connection, by: str, token: str, *, undo: bool = False
) -> Adjudication | None:
    """The ruling that this submission became, None when it is new."""
    row = lines.with_token(connection, adjudications, {"adjudicator": by}, token, undo=undo)
    return None if row is None else line_rows.adjudication_of(row)


def history(connection: Connection, key: PairKey) -> tuple[Adjudication, ...]:
    """Every row on a pair, in the order they were stored."""
    query = select(adjudications).where(
        adjudications.c.left_claim == key.left, adjudications.c.right_claim == key.right
    )
    found = connection.execute(query.order_by(adjudications.c.id))
    read = (line_rows.adjudication_of(row._asdict()) for row in found)
    return from_files(connection, adjudications, read)


def live(connection: Connection, left_out: rows.LeftOut | None = None) -> tuple[Adjudication, ...]:
    """The row of every pair that stands, under the name of whoever said it, in the order they were stored.

    ``left_out`` is told of the pair of each row that cannot be read; without it that raises.
    """
    query = select(adjudications).where(adjudications.c.live).order_by(adjudications.c.id)
    found = (row._asdict() for row in connection.execute(query))
    read = partial(_said, connection, taken_in(connection, adjudications))
    return tuple(rows.readable(found, read, rows.name_of_pair, left_out))


def standing(connection: Connection) -> Iterator[tuple[int, str]]:
    """Number and pair of every ruling that stands, in the order they were stored; what it says is not read."""
    columns = (adjudications.c.id, adjudications.c.left_claim, adjudications.c.right_claim)
    query = select(*columns).where(adjudications.c.live).order_by(adjudications.c.id)
    for row in connection.execute(query):
        yield row.id, f"{row.left_claim}~{row.right_claim}"


def adjudicators(connection: Connection, key: PairKey) -> frozenset[str]:
    """Who ruled on a pair or took a ruling back, now or ever: from the row that stands back along its line, no table walked over."""
    found: set[str] = set()
    row = lines.live_row(
        connection, adjudications, {"left_claim": key.left, "right_claim": key.right}
    )
    while row is not None:
        found.add(row["adjudicator"])
        before = connection.execute(
            select(adjudications).where(adjudications.c.id == row["supersedes"])
        ).first()
        row = None if before is None else before._asdict()
    return frozenset(found)


def since(connection: Connection, number: int) -> Iterator[tuple[str, PairKey]]:
    """Who settled which pair in the rows after that number, in the order they were stored."""
    columns = (adjudications.c.adjudicator, *(adjudications.c[name] for name in _LINE))
    query = select(*columns).where(adjudications.c.id > number).order_by(adjudications.c.id)
    for who, left, right in connection.execute(query):
        yield who, PairKey(left, right)


def line(connection: Connection, key: PairKey) -> tuple[tuple[Adjudication, int | None], ...]:
    """Every row on a pair in the order they were stored, each with the number of the one that it takes back."""
    query = select(adjudications).where(
        adjudications.c.left_claim == key.left, adjudications.c.right_claim == key.right
    )
    found = (row._asdict() for row in connection.execute(query.order_by(adjudications.c.id)))
    return tuple((line_rows.adjudication_of(row), row["undoes"]) for row in found)


def settled_by(connection: Connection, who: str, reviewers: int) -> frozenset[PairKey]:
    """The pairs that wait for an answer of so many though this person settled them, now or ever: an answer was taken back, or more are asked for."""
    query = select(pairs.c.left_claim, pairs.c.right_claim).join(
        adjudications,
        and_(*(adjudications.c[name] == pairs.c[name] for name in _LINE)),
    )
    query = query.where(adjudications.c.adjudicator == who, answers.number() < reviewers)
    return frozenset(PairKey(*row) for row in connection.execute(query))


def _said(connection: Connection, how: Mapping[int, TakenIn], row: Row) -> Adjudication:
    act = lines.act_of(connection, adjudications, {name: row[name] for name in _LINE}, row)
    said = line_rows.adjudication_of({**row, **{name: act[name] for name in _WHO}})
    return replace(said, taken_in=how.get(act["id"]))
