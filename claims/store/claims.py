"""Rows of claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, func, select

from claims.model import Claim
from claims.store import rows
from claims.store.audit import Row
from claims.store.schema import claims

_AT_ONCE: Final = 500
"""Ids in one question."""


class ClaimRow(NamedTuple):
    """A claim with what stands before and after it in its document."""

    claim: Claim
    before: str
    after: str


def claim(connection: Connection, wanted: str) -> Claim | None:
    """The claim of that id, None when there is none."""
    row = connection.execute(select(claims).where(claims.c.id == rows.storable(wanted))).first()
    return None if row is None else rows.claim_of(row._asdict())


def beginning(connection: Connection, text: str, *, limit: int) -> tuple[Claim, ...]:
    """Claims whose id begins with ``text``."""
    wanted = rows.storable(text)
    begins = (claims.c.id >= wanted) & (claims.c.id <= wanted + "\uffff")
    query = select(claims).where(begins).order_by(claims.c.id)
    return tuple(rows.claim_of(row._asdict()) for row in connection.execute(query.limit(limit)))


def page(
    connection: Connection, *, document: str, after: int, limit: int
) -> tuple[tuple[int, Claim], ...]:
    """Claims from the one after number ``after``, each with its number; of one document unless ""."""
    query = select(claims).where(claims.c.live, claims.c.seq > after).order_by(claims.c.seq)
    if document:
        query = query.where(claims.c.document == rows.storable(document))
    found = connection.execute(query.limit(limit))
    return tuple((row.seq, rows.claim_of(row._asdict())) for row in found)


def all_live(
    connection: Connection,
    left_out: rows.LeftOut | None = None,
    read: Callable[[Row], Claim] | None = None,
) -> tuple[Claim, ...]:
    """Every present claim, in the order they were read; ``left_out`` is told of those that cannot be read.

    ``read`` reads a row; without it each is read anew.
    """
    return tuple(each_live(connection, left_out, read))


def each_live(
    connection: Connection,
    left_out: rows.LeftOut | None = None,
    read: Callable[[Row], Claim] | None = None,
) -> Iterator[Claim]:
    """The claims of `all_live`, a few at a time."""
    query = select(claims.c.id, claims.c.body).where(claims.c.live).order_by(claims.c.seq)
    found = connection.execute(query.execution_options(yield_per=_AT_ONCE))
    rows_ = (row._asdict() for row in found)
    return rows.readable(rows_, read or rows.claim_of, _name, left_out)


def _name(row: Row) -> str:
    return f"claim {row['id']}"


def present(connection: Connection) -> dict[str, int]:
    """The revision of every present claim, by its id, in the order they were read; without reading what they say."""
    query = select(claims.c.id, claims.c.revision).where(claims.c.live).order_by(claims.c.seq)
    return {row.id: row.revision or rows.FIRST for row in connection.execute(query)}


def last(connection: Connection) -> int:
    """The highest number of a claim, 0 when there is none."""
    return connection.scalar(select(func.max(claims.c.seq))) or 0


def numbers(connection: Connection, wanted: Sequence[str]) -> dict[str, int]:
    """The numbers of those of these claims that are present, by id."""
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        named = claims.c.id.in_(wanted[start : start + _AT_ONCE])
        query = select(claims.c.id, claims.c.seq).where(named, claims.c.live)
        found.update((row.id, row.seq) for row in connection.execute(query))
    return found


def numbered(connection: Connection, wanted: Sequence[int]) -> dict[int, Claim]:
    """The claims of these numbers, in the order they were read."""
    found: dict[int, Claim] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        named = claims.c.seq.in_(wanted[start : start + _AT_ONCE])
        query = select(claims.c.seq, claims.c.body).where(named)
        found.update((row.seq, rows.claim_of(row._asdict())) for row in connection.execute(query))
    return dict(sorted(found.items()))


def several(connection: Connection, wanted: Sequence[str]) -> tuple[Claim, ...]:
    """The claims of these ids, sorted by them."""
    found: list[Claim] = []
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(claims.c.body).where(claims.c.id.in_(wanted[start : start + _AT_ONCE]))
        found.extend(rows.claim_of(row._asdict()) for row in connection.execute(query))
    return tuple(sorted(found, key=lambda claim: claim.id))


def documents_of(connection: Connection, names: Sequence[str]) -> tuple[str, ...]:
    """The documents that claims were read in, whether these stand or not."""
    found: set[str] = set()
    for start in range(0, len(names), _AT_ONCE):
        query = select(claims.c.document).where(claims.c.id.in_(names[start : start + _AT_ONCE]))
        found.update(connection.scalars(query.distinct()))
    return tuple(sorted(found))


def of_documents(connection: Connection, names: Sequence[str]) -> tuple[Claim, ...]:
    """The present claims of some documents, sorted by their ids."""
    found: list[Claim] = []
    for start in range(0, len(names), _AT_ONCE):
        named = claims.c.document.in_(names[start : start + _AT_ONCE])
        query = select(claims.c.body).where(named, claims.c.live)
        found.extend(rows.claim_of(row._asdict()) for row in connection.execute(query))
    return tuple(sorted(found, key=lambda claim: claim.id))


def of_document(connection: Connection, document: str) -> Iterable[dict[str, Any]]:
    """The rows of one document's present claims: as they were read, or by their words once that was changed."""
    query = select(claims).where(claims.c.document == document, claims.c.live)
    found = [row._asdict() for row in connection.execute(query.order_by(claims.c.seq))]
    if any(row["maker"] or row["reading"] for row in found):
        found.sort(key=lambda row: (row["span_start"], row["span_end"]))
    return found


def standing(connection: Connection, wanted: Sequence[str]) -> set[str]:
    """Those of these ids whose claims are present."""
    query = select(claims.c.id).where(claims.c.id.in_(wanted), claims.c.live)
    return set(connection.scalars(query))


def with_surroundings(
    connection: Connection, wanted: Sequence[str], left_out: rows.LeftOut | None = None
) -> dict[str, ClaimRow]:
    """The claims of these ids with what stands around them; ``left_out`` is told of those that cannot be read."""
    query = select(claims).where(claims.c.id.in_(wanted))
    found = (row._asdict() for row in connection.execute(query))
    read = rows.readable(found, _with_surroundings, _name, left_out)
    return {each.claim.id: each for each in read}


def _with_surroundings(row: Row) -> ClaimRow:
    return ClaimRow(rows.claim_of(row), *rows.surroundings_of(row))
