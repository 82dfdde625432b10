"""By what pairs can be asked for: speaker, place and days of each claim that stands in one. Made anew from the claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
    union,
)

from claims.errors import InputError, Refused
from claims.model import Claim, Wanted
from claims.slots.time.edtf import interval
from claims.store import rows
from claims.store.schema import claims, facets, pairs
from claims.store.writer import BATCH

FEW: Final = 300
"""Claims of one speaker or place from which on the queue is walked through instead of gathered from them."""

_PART: Final = 500
"""Ids in one question to the database."""

SOURCE, PLACE, FIRST, LAST = "source", "place", "first", "last"


def rebuild(connection: Connection) -> None:
    """Write down the facets of every claim of the case that can be read."""
    connection.execute(delete(facets))
    query = select(claims.c.id, claims.c.body).where(claims.c.live).order_by(claims.c.seq)
    for part in connection.execute(query).partitions(BATCH):
        found = [
            {"claim": claim, "kind": kind, "value": value}
            for claim, body in part
            for kind, value in sorted(said_by(body) or ())
        ]
        if found:
            connection.execute(insert(facets), found)


def renew(connection: Connection, document: str) -> None:
    """Write down the facets of the claims of a document anew, once other ones stand in it or say something else."""
    own = select(claims.c.id).where(claims.c.document == document)
    connection.execute(delete(facets).where(facets.c.claim.in_(own)))
    query = select(claims.c.body).where(claims.c.document == document, claims.c.live)
    found = [
        row for body in connection.execute(query) for row in _rows(rows.claim_of(body._asdict()))
    ]
    for start in range(0, len(found), BATCH):
        connection.execute(insert(facets), found[start : start + BATCH])


def revise(connection: Connection, away: Sequence[str], stand: Iterable[Claim]) -> None:
    """Write down the facets of some claims.

    Args:
        connection: the open transaction.
        away: claims that changed or went; what was written down of them is forgotten.
        stand: those of them that stand.
    """
    for start in range(0, len(away), _PART):
        connection.execute(delete(facets).where(facets.c.claim.in_(away[start : start + _PART])))
    found = [row for claim in stand for row in _rows(claim)]
    for start in range(0, len(found), BATCH):
        connection.execute(insert(facets), found[start : start + BATCH])


def noted(connection: Connection) -> dict[str, set[tuple[str, str]]]:
    """The facets that are written down, kind and value, by claim."""
    found: dict[str, set[tuple[str, str]]] = {}
    for row in connection.execute(select(facets)):
        found.setdefault(row.claim, set()).add((row.kind, rows.keyed(row.value)))
    return found


def said_by(body: str) -> set[tuple[str, str]] | None:
    """The facets of a claim from the body of its row; None when it cannot be read."""
    try:
        return set(_facets(rows.claim_of({"body": body})))
    except (InputError, Refused):
        return None


def _rows(claim: Claim) -> Iterator[dict[str, Any]]:
    for kind, value in dict.fromkeys(_facets(claim)):
        yield {"claim": claim.id, "kind": kind, "value": value}


def _facets(claim: Claim) -> Iterable[tuple[str, str]]:
    yield SOURCE, folded(claim.speaker.source)
    for place in claim.places:
        yield from ((PLACE, folded(name)) for name in (place.name, place.id) if name)
    days = None if claim.date is None else interval(claim.date.edtf)
    if days is not None:
        yield FIRST, days[0].isoformat()
        yield LAST, days[1].isoformat()


def folded(name: str) -> str:
    """A name as it is looked up, whatever its capitals."""
    return rows.keyed(" ".join(name.split()).casefold())


def _either(condition: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a function of a column
    return or_(condition(pairs.c.left_claim), condition(pairs.c.right_claim))


def _has(kind: str, values: Sequence[str]) -> ColumnElement[bool]:
    """Whether one of both claims has one of these facets."""
    return _either(
        lambda claim: (
            select(facets.c.claim)
            .where(facets.c.claim == claim, facets.c.kind == kind, facets.c.value.in_(values))
            .exists()
        )
    )


def _within(since: str, until: str) -> ColumnElement[bool]:
    """Whether one of both claims speaks of a day between both."""

    def spoken_of(claim: Any) -> ColumnElement[bool]:  # noqa: ANN401
        conditions = []
        for kind, bound in ((LAST, since), (FIRST, until)):
            known = facets.alias()
            holds = known.c.value >= bound if kind == LAST else known.c.value <= bound
            query = select(known.c.claim).where(known.c.claim == claim, known.c.kind == kind)
            conditions.append((query.where(holds) if bound else query).exists())
        return and_(*conditions)

    return _either(spoken_of)


def conditions(connection: Connection, wanted: Wanted) -> list[ColumnElement[bool]]:
    """What a pair must fulfil to be among those that are asked for."""
    found: list[ColumnElement[bool]] = []
    places = wanted.places or (wanted.place,)
    for kind, names in ((SOURCE, (wanted.source,)), (PLACE, places)):
        values = [folded(name) for name in names if name]
        if values:
            few = _are_rare(connection, kind, values)
            found.append(_of_few(kind, values) if few else _has(kind, values))
    if wanted.since or wanted.until:
        found.append(_within(wanted.since, wanted.until))
    if wanted.slot is not None:
        found.append((" " + pairs.c.slots + " ").like(f"% {wanted.slot.value} %"))
    return found


def has(connection: Connection, kind: str, name: str) -> bool:
    """Whether a claim has this facet."""
    query = select(facets.c.claim).where(facets.c.kind == kind, facets.c.value == folded(name))
    return connection.execute(query.limit(1)).first() is not None


def values(connection: Connection, kind: str) -> tuple[str, ...]:
    """All facets of a kind that claims have, each once, in order: asked for one behind the other, for many claims share one."""
    mine, more = facets.c.kind == kind, facets.alias()
    least = select(func.min(facets.c.value).label("value")).where(mine).cte(recursive=True)
    behind = select(func.min(more.c.value)).where(more.c.kind == kind, more.c.value > least.c.value)
    steps = least.union_all(select(behind.scalar_subquery()).where(least.c.value.is_not(None)))
    query = select(steps.c.value).where(steps.c.value.is_not(None))
    return tuple(connection.execute(query).scalars())


def _are_rare(connection: Connection, kind: str, values: Sequence[str]) -> bool:
    query = select(facets.c.claim).where(facets.c.kind == kind, facets.c.value.in_(values))
    return len(connection.execute(query.limit(FEW + 1)).all()) <= FEW


def _of_few(kind: str, values: Sequence[str]) -> ColumnElement[bool]:
    """The same as `_has`, gathered from the claims: for names that few claims have."""
    named = select(facets.c.claim).where(facets.c.kind == kind, facets.c.value.in_(values))
    sides = [
        select(pairs.c.left_claim, pairs.c.right_claim).where(column.in_(named))
        for column in (pairs.c.left_claim, pairs.c.right_claim)
    ]
    return tuple_(pairs.c.left_claim, pairs.c.right_claim).in_(union(*sides))
