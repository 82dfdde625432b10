"""What was compared already, document by document: what decides whom its claims meet, as bytes, and their revisions.

All of it follows from the claims and can be forgotten at any time; then the next comparison goes over all claims. It is
of use only to the program that wrote it, and only as long as every row is of that program and undamaged; that a row is the one
that was written, the audit chain tells, for a row put in its place would hide pairs. Every run that
changes something has a number, which no other run ever has; who remembers another number than the highest here remembers
an older state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, select

from claims.model.plain import dumps, loads
from claims.store import audit
from claims.store.originals import sha256
from claims.store.schema import doubts, traits
from claims.store.writer import Writer

_PART = 500
"""Ids in one question to the database."""
_AT_ONCE = 100
"""Documents written at once."""


class Kept(NamedTuple):
    """What was compared when the last run ended.

    Attributes:
        run: number of that run.
        revisions: the claims, with the revision that was compared.
        parts: what decides whom they meet, for each document.
    """

    run: int
    revisions: dict[str, int]
    parts: list[bytes]


def run_of(connection: Connection) -> int:
    """The number of the last run that changed something; 0 when nothing is kept."""
    return connection.scalar(select(func.max(traits.c.run))) or 0


def kept(connection: Connection, engine: str) -> Kept | None:
    """Everything that is kept; None when there is nothing, a row is damaged, or is of another program."""
    found = Kept(run_of(connection), {}, [])
    for row in connection.execute(select(traits).order_by(traits.c.document)):
        if row.engine != engine or row.digest != _digest(row.revisions, row.body):
            return None
        found.revisions.update(_revisions(row.revisions))
        if row.body:
            found.parts.append(row.body)
    return found if found.run else None


def revisions(connection: Connection) -> dict[str, int]:
    """The claims that were compared, with the revision that was; none where nothing is kept of it."""
    found: dict[str, int] = {}
    for told in connection.scalars(select(traits.c.revisions)):
        found.update(_revisions(told))
    return found


def _revisions(text: str) -> dict[str, int]:
    plain = loads(text)
    told = plain.items() if isinstance(plain, dict) else ()
    return {name: number for name, number in told if isinstance(number, int)}


def keep(
    writer: Writer,
    engine: str,
    parts: Mapping[str, tuple[Mapping[str, int], bytes]],
) -> int:
    """Write down what was compared of some documents in the place of what was there; the number of this run.

    Args:
        writer: the transaction that wrote the pairs.
        engine: the program that compared.
        parts: for each document the revisions of its claims, and what decides whom they meet.
    """
    # No case is ever at one row of the audit chain twice, so a number does not come again when all is forgotten.
    connection = writer.connection
    run = audit.head(connection).seq + 1
    names = list(parts)
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        connection.execute(delete(traits).where(traits.c.document.in_(some)))
        writer.insert(traits, [_row(run, engine, name, *parts[name]) for name in some])
    return run


def _row(
    run: int, engine: str, document: str, revisions: Mapping[str, int], body: bytes
) -> dict[str, object]:
    told = dumps(dict(revisions))
    return {
        "document": document,
        "run": run,
        "engine": engine,
        "revisions": told,
        "digest": _digest(told, body),
        "body": body,
    }


def _digest(revisions: str, body: bytes) -> str:
    return sha256(revisions.encode() + body)


def forget(writer: Writer, *, recorded: bool = False) -> None:
    """Let the next comparison go over all claims.

    Args:
        writer: what is written; where it changed nothing else, there is no row of the record that could tell of this.
        recorded: whether there will be such a row all the same.
    """
    for table in (traits, doubts):
        gone = writer.connection.execute(delete(table)).rowcount
        if gone and (recorded or writer.changes):
            writer.emptied(table)


def damaged(connection: Connection) -> Iterator[str]:
    """The documents whose row is not as it was written."""
    query = select(traits.c.document, traits.c.revisions, traits.c.digest, traits.c.body)
    for row in connection.execute(query.order_by(traits.c.document)):
        if row.digest != _digest(row.revisions, row.body):
            yield row.document


def doubt(writer: Writer, names: Sequence[str]) -> None:
    """Note that pairs of these claims were changed by something else than a comparison.

    Where nothing is kept of what was compared, the next comparison goes over all claims anyway.
    """
    if writer.connection.execute(select(traits.c.document).limit(1)).first() is None:
        return
    known = set(_those(writer.connection, names))
    writer.insert(doubts, [{"claim": name} for name in dict.fromkeys(names) if name not in known])


def _those(connection: Connection, names: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(names), _PART):
        query = select(doubts.c.claim).where(doubts.c.claim.in_(names[start : start + _PART]))
        yield from connection.scalars(query)


def doubted(connection: Connection) -> frozenset[str]:
    """The claims whose pairs have to be compared again, whatever is remembered of them."""
    return frozenset(connection.scalars(select(doubts.c.claim)))


def settle_doubts(writer: Writer) -> None:
    """All of them were compared."""
    writer.connection.execute(delete(doubts))
    writer.emptied(doubts)
