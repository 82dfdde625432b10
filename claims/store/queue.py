"""The queue: suggested pairs by place, as each reviewer meets them.

A pair's place is its rank, less a lift while one of its claims is close to a verdict (`claims.store.lifting`). For each reviewer
a cursor (`claims.store.cursors`) says from where on something may be open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    func,
    select,
    tuple_,
)

from claims.model import PairKey, Status, Wanted
from claims.store import answers, facets
from claims.store.cursors import TEAM, put_cursor
from claims.store.leases import Term
from claims.store.pairs import Position
from claims.store.pairs import among as named
from claims.store.schema import Key, leases, pairs

CHUNK: Final = 32
_PART: Final = 500
"""Pairs in one question to the database."""

_HERE: Final = (pairs.c.place, pairs.c.left_claim, pairs.c.right_claim)


@dataclass(frozen=True, slots=True)
class Queued:
    """A pair in the queue.

    Attributes:
        position: where it stands.
        version: its newest version.
        in_hand: whether whoever asks has it in hand.
    """

    position: Position
    version: int
    in_hand: bool = False

    @property
    def key(self) -> PairKey:
        """The pair."""
        return PairKey(self.position.left, self.position.right)


def walk(
    connection: Connection, reviewer: str, wanted: Wanted, *, after: Position | None, reviewers: int
) -> Iterator[Queued]:
    """The pairs that are asked for, in the order of the queue, from the one behind ``after``."""
    narrowing = facets.conditions(connection, wanted)
    asked: dict[str, Any] = {"reviewer": reviewer, "reviewers": reviewers}
    while True:
        query = _of_status(wanted.status, begun=after is not None)
        if narrowing:
            query = query.where(*narrowing)
        found = connection.execute(query, asked | _at(after)).all()
        for row in found:
            after = Position(row.place, row.left_claim, row.right_claim)
            yield Queued(after, row.version)
        if len(found) < CHUNK:
            return


def among(
    connection: Connection, keys: Sequence[PairKey], wanted: Wanted, *, after: Position | None
) -> tuple[Queued, ...]:
    """Those of these pairs that are asked for, whatever the status, in the order of the queue, from the one behind ``after``."""
    narrowing = facets.conditions(connection, wanted)
    found: list[Queued] = []
    for start in range(0, len(keys), _PART):
        query = select(*_HERE, pairs.c.version).where(named(keys[start : start + _PART]))
        for row in connection.execute(query.where(*narrowing)):
            position = Position(row.place, row.left_claim, row.right_claim)
            if after is None or position > after:
                found.append(Queued(position, row.version))
    return tuple(sorted(found, key=lambda one: one.position))


@cache
def _of_status(status: Status, *, begun: bool) -> Select[Any]:
    """The next pairs of a status; made once, for making a question anew takes longer than its answer.

    Its parameters are ``reviewer``, ``reviewers``, and where it goes on (``begun``) those of `_at`.
    """
    mine = answers.by(bindparam("reviewer"))
    which: dict[Status, tuple[ColumnElement[bool], ...]] = {
        Status.OPEN: (~mine,),
        Status.DECIDED: (mine,),
        Status.SETTLED: (answers.number() >= bindparam("reviewers"),),
        Status.FORMER: (answers.number() < bindparam("reviewers"), ~mine),
    }
    suggested = ~pairs.c.live if status is Status.FORMER else pairs.c.live
    query = select(*_HERE, pairs.c.version).where(suggested, *which.get(status, ()))
    return _behind(query, begun=begun).order_by(*_HERE).limit(CHUNK)


def _behind(query: Select[Any], *, begun: bool) -> Select[Any]:
    """A question that goes on behind a pair when it has ``begun``."""
    if not begun:
        return query
    there = (
        bindparam("at_place", type_=Integer),
        bindparam("at_left", type_=Key),
        bindparam("at_right", type_=Key),
    )
    return query.where(tuple_(*_HERE) > tuple_(*there))


def _at(place: Position | None) -> dict[str, Any]:
    """The pair behind which a question goes on; nothing for the beginning."""
    if place is None:
        return {}
    return {"at_place": place.number, "at_left": place.left, "at_right": place.right}


def advance(
    connection: Connection, reviewer: str, scope: str, behind: Position | None, reviewers: int
) -> Position | None:
    """Bring a cursor of this reviewer to just before the first pair that is open, and give it.

    Args:
        connection: the open transaction.
        reviewer: whose cursor.
        scope: which of theirs.
        behind: where it stands now.
        reviewers: how many people are asked about each pair.
    """
    query = _first(scope, begun=behind is not None)
    asked = {"reviewer": reviewer, "reviewers": reviewers} | _at(behind)
    row = connection.execute(query, asked).first()
    first = _END if row is None else Position(row.place, row.left_claim, "")
    if behind is None or first > behind:
        put_cursor(connection, reviewer, scope, first)
        return first
    return behind


_END: Final = Position(2**31 - 1, "", "")
"""Behind every pair: a pair that comes, or opens again, puts a cursor back from here too."""


@cache
def _first(scope: str, *, begun: bool) -> Select[Any]:
    """The first pair that is open: in the scope `OWN` to its reviewer, in the scope `TEAM` to them and in the case."""
    open_ = [~answers.by(bindparam("reviewer"))]
    if scope == TEAM:
        open_.append(answers.number() < bindparam("reviewers"))
    query = _behind(select(*_HERE).where(pairs.c.live, *open_), begun=begun)
    return query.order_by(*_HERE).limit(1)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for pairs, and for which.

    Attributes:
        who: the reviewer.
        wanted: only these pairs.
        term: from now until when they would have them.
        after: behind which pair to look; None for the beginning.
        seats: how many people are asked about each pair, and can have it in hand at a time.
    """

    who: str
    wanted: Wanted
    term: Term
    after: Position | None
    seats: int


def free(connection: Connection, asking: Asking, *, limit: int) -> tuple[Queued, ...]:
    """The next open pairs on which a seat is free for a reviewer, at most so many, in the order of the queue."""
    query = _free(begun=asking.after is not None)
    narrowing = facets.conditions(connection, asking.wanted)
    if narrowing:
        query = query.where(*narrowing)
    asked = {"reviewer": asking.who, "reviewers": asking.seats, "limit": limit}
    times = {"now": asking.term.now, "latest": asking.term.latest}
    found = connection.execute(query, asked | times | _at(asking.after))
    return tuple(
        Queued(Position(row.place, row.left_claim, row.right_claim), row.version, bool(row.own))
        for row in found
    )


@cache
def _free(*, begun: bool) -> Select[Any]:
    """The pairs of `free`; its parameters are ``reviewer``, ``reviewers``, ``now``, ``latest``, ``limit`` and those of `_at`."""
    own = _leases(leases.c.holder == bindparam("reviewer"), ~leases.c.given_back)
    others = _leases(leases.c.holder != bindparam("reviewer"))
    query = select(*_HERE, pairs.c.version, own.label("own")).where(
        pairs.c.live,
        ~answers.by(bindparam("reviewer")),
        answers.number() < bindparam("reviewers"),
        others < bindparam("reviewers"),
    )
    return _behind(query, begun=begun).order_by(*_HERE).limit(bindparam("limit"))


def _leases(*which: ColumnElement[bool]) -> ScalarSelect[int]:
    """How many such leases run on the pair of the outer query; what their holders answered makes no difference."""
    on_pair = and_(
        leases.c.left_claim == pairs.c.left_claim, leases.c.right_claim == pairs.c.right_claim
    )
    runs = and_(leases.c.until > bindparam("now"), leases.c.until <= bindparam("latest"))
    return select(func.count()).where(on_pair, runs, *which).scalar_subquery()


def waits(connection: Connection, key: PairKey, reviewer: str, reviewers: int) -> bool:
    """Whether a pair is suggested, and neither the reviewer nor all who were asked have answered it."""
    named = and_(pairs.c.left_claim == key.left, pairs.c.right_claim == key.right, pairs.c.live)
    open_ = and_(~answers.by(reviewer), answers.number() < reviewers)
    return connection.execute(select(pairs.c.rank).where(named, open_)).first() is not None
