"""The queue: live pairs by place, what each reviewer has behind them, and what gives a pair a better place.

A pair's place is its rank, less a lift while one of its claims is close to a verdict. Lifts follow from settled pairs
only (those that all who were asked have answered), so that the order tells nobody of an answer they may not see.

For each reviewer a cursor says up to which place everything is behind them, so that the next pair is found without
walking over what is done. It is a prefix and nothing else: whatever could put a pair before it takes it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    tuple_,
    update,
)

from claims.model import PairKey, Status, Wanted
from claims.store import facets
from claims.store.leases import Term
from claims.store.pairs import Place
from claims.store.schema import Key, cursors, decisions, leases, pairs

FEW_LEFT: Final = 5
"""Pairs that a claim may have left to be close to a verdict, once one of them is settled."""

LIFT: Final = 300
"""Places gained for each pair less that is left."""

CHUNK: Final = 32


@dataclass(frozen=True, slots=True)
class Spot:
    """A pair in the queue, as one reviewer meets it.

    Attributes:
        place: where it stands.
        version: its newest version.
        mine: whether the reviewer has answered it.
        answers: how many have answered it.
        held: how many others' leases run on it, whether or not they have answered it.
    """

    place: Place
    version: int
    mine: bool
    answers: int
    held: int

    @property
    def key(self) -> PairKey:
        """The pair."""
        return PairKey(self.place.left, self.place.right)


def _on_pair(table: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a table or its alias
    return and_(
        table.c.left_claim == pairs.c.left_claim, table.c.right_claim == pairs.c.right_claim
    )


def _answers() -> Select[Any]:
    """How many have answered the pair of the outer query."""
    return select(func.count()).where(
        _on_pair(decisions), decisions.c.live, decisions.c.mark.is_not(None)
    )


def _mine(reviewer: Any) -> Any:  # noqa: ANN401 - a name, or what stands for one in a question that is asked again
    return (
        select(decisions.c.id)
        .where(
            _on_pair(decisions),
            decisions.c.reviewer == reviewer,
            decisions.c.live,
            decisions.c.mark.is_not(None),
        )
        .exists()
    )


def _held() -> Select[Any]:
    """How many others' leases run on the pair of the outer query; what they answered makes no difference."""
    runs = and_(leases.c.until > bindparam("now"), leases.c.until <= bindparam("latest"))
    return select(func.count()).where(
        _on_pair(leases), leases.c.holder != bindparam("reviewer"), runs
    )


def walk(
    connection: Connection,
    reviewer: str,
    wanted: Wanted,
    term: Term,
    *,
    after: Place | None,
    reviewers: int,
) -> Iterator[Spot]:
    """The pairs that are asked for, in the order of the queue, from the one behind ``after``."""
    narrowing = facets.conditions(connection, wanted)
    status = _status(wanted.status, reviewer, reviewers)
    asked = {"reviewer": reviewer, "now": term.now, "latest": term.latest}
    while True:
        query = _spots(begun=after is not None, asked=wanted.status is not Status.FORMER)
        if narrowing or status:
            query = query.where(*narrowing, *status)
        found = connection.execute(query, asked if after is None else asked | _at(after)).all()
        for row in found:
            after = Place(row.place, row.left_claim, row.right_claim)
            yield Spot(after, row.version, bool(row.mine), row.answers, row.held)
        if len(found) < CHUNK:
            return


@cache
def _spots(*, begun: bool, asked: bool) -> Select[Any]:
    """The next pairs that are suggested, or are no more (``asked``); made once, for making a question anew takes longer than its answer.

    Its parameters are ``reviewer``, ``now``, ``latest``, and where it goes on (``begun``) those of `_at`.
    """
    columns = (
        pairs.c.place,
        pairs.c.left_claim,
        pairs.c.right_claim,
        pairs.c.version,
        case((_mine(bindparam("reviewer")), 1), else_=0).label("mine"),
        _answers().scalar_subquery().label("answers"),
        _held().scalar_subquery().label("held"),
    )
    here = (pairs.c.place, pairs.c.left_claim, pairs.c.right_claim)
    query = (
        select(*columns)
        .where(pairs.c.live if asked else ~pairs.c.live)
        .order_by(*here)
        .limit(CHUNK)
    )
    if begun:
        there = (
            bindparam("at_place", type_=Integer),
            bindparam("at_left", type_=Key),
            bindparam("at_right", type_=Key),
        )
        query = query.where(tuple_(*here) > tuple_(*there))
    return query


def _at(place: Place) -> dict[str, Any]:
    """The pair behind which a question goes on."""
    return {"at_place": place.rank, "at_left": place.left, "at_right": place.right}


def _status(status: Status, reviewer: str, reviewers: int) -> tuple[ColumnElement[bool], ...]:
    if status is Status.DECIDED:
        return (_mine(reviewer),)
    if status is Status.SETTLED:
        return (_answers().scalar_subquery() >= reviewers,)
    if status is Status.FORMER:
        return (_answers().scalar_subquery() < reviewers, ~_mine(reviewer))
    return ()


OWN: Final = "own"
"""Scope of a cursor: what the reviewer has answered themselves."""

TEAM: Final = "team"
"""Scope of a cursor: that, and what all who were asked have answered."""


def cursor(connection: Connection, reviewer: str, scope: str) -> Place | None:
    """Up to where everything is behind this reviewer, None for nowhere."""
    query = select(cursors).where(cursors.c.reviewer == reviewer, cursors.c.scope == scope)
    row = connection.execute(query).first()
    return None if row is None else Place(row.place, row.left_claim, row.right_claim)


@dataclass(frozen=True, slots=True)
class Bearings:
    """Where somebody stands who asks for the next pair.

    Attributes:
        role: theirs, None when they are not named.
        named: whether anybody is.
        fact: what the case has laid down under the name that was asked for.
        behind: up to where everything is behind them.
    """

    role: str | None
    named: bool
    fact: str | None
    behind: Place | None

    def people(self, name: str) -> Mapping[str, str]:
        """The roles as far as they concern this person: nobody when nobody is named at all."""
        if self.role is not None:
            return {name: self.role}
        return {"": ""} if self.named else {}


_BEARINGS: Final = text(
    """
SELECT p.role, EXISTS (SELECT 1 FROM people) AS named, f.value, c.place, c.left_claim, c.right_claim
FROM (SELECT 1 AS one) o
LEFT JOIN people p ON p.name = :who
LEFT JOIN facts f ON f.name = :fact
LEFT JOIN cursors c ON c.reviewer = :who AND c.scope = :scope
"""
)


def bearings(connection: Connection, who: str, scope: str, fact: str) -> Bearings:
    """Where somebody stands, asked for at once: each question more is a way to the server and back.

    Args:
        connection: the open transaction.
        who: the reviewer.
        scope: of the cursor.
        fact: name of what is asked of the case.
    """
    row = connection.execute(_BEARINGS, {"who": who, "scope": scope, "fact": fact}).one()
    behind = None if row.place is None else Place(row.place, row.left_claim, row.right_claim)
    return Bearings(row.role, bool(row.named), row.value, behind)


def put_cursor(connection: Connection, reviewer: str, scope: str, place: Place) -> None:
    """Note up to where everything is behind this reviewer."""
    values = {"place": place.rank, "left_claim": place.left, "right_claim": place.right}
    mine = and_(cursors.c.reviewer == reviewer, cursors.c.scope == scope)
    if not connection.execute(update(cursors).where(mine).values(values)).rowcount:
        connection.execute(insert(cursors), {"reviewer": reviewer, "scope": scope} | values)


def reopen(connection: Connection, key: PairKey) -> None:
    """Put back the cursors behind which this pair may be open again."""
    on = and_(pairs.c.left_claim == key.left, pairs.c.right_claim == key.right)
    place = connection.scalar(select(pairs.c.place).where(on))
    if place is not None:
        _put_back(connection, Place(place, key.left, ""))


def _put_back(connection: Connection, place: Place) -> None:
    there = tuple_(cursors.c.place, cursors.c.left_claim, cursors.c.right_claim)
    connection.execute(
        update(cursors)
        .where(there > tuple_(*place))
        .values(place=place.rank, left_claim=place.left, right_claim=place.right)
    )


def _of(claim: str) -> ColumnElement[bool]:
    return or_(pairs.c.left_claim == claim, pairs.c.right_claim == claim)


def lift_of(connection: Connection, claim: str, reviewers: int) -> int:
    """The places that pairs of a claim gain while it is close to a verdict."""
    settled = _answers().scalar_subquery() >= reviewers
    left = _sides(connection, claim, ~settled, FEW_LEFT + 1)
    if not 0 < left <= FEW_LEFT or not _sides(connection, claim, settled, 1):
        return 0
    return LIFT * (FEW_LEFT + 1 - left)


_LIVE: Final = case((pairs.c.live, 1), else_=0) == 1
"""Whether a pair is suggested, said so that no index is chosen for it: nearly all are, and the claim's few are wanted.

SQLite without statistics took the index of the whole queue: 200 ms for each decision with a million pairs.
"""


def _sides(connection: Connection, claim: str, which: ColumnElement[bool], most: int) -> int:
    """How many live pairs of a claim fulfil this, at most so many."""
    found = 0
    for column in (pairs.c.left_claim, pairs.c.right_claim):
        query = select(pairs.c.rank).where(column == claim, _LIVE, which).limit(most)
        found += len(connection.execute(query).all())
    return min(found, most)


def move(connection: Connection, claim: str, gained: int) -> None:
    """Bring the pairs of a claim so many places forward, or back."""
    if not gained:
        return
    for column in (pairs.c.left_claim, pairs.c.right_claim):
        connection.execute(
            update(pairs).where(column == claim).values(place=pairs.c.place - gained)
        )
    first = connection.scalar(select(func.min(pairs.c.place)).where(_LIVE, _of(claim)))
    if first is not None:
        _put_back(connection, Place(first, "", ""))


def rebuild(connection: Connection, reviewers: int) -> None:
    """Give every pair its place anew, and let every reviewer begin at the first."""
    connection.execute(delete(cursors))
    connection.execute(
        update(pairs)
        .where(or_(pairs.c.place.is_(None), pairs.c.place != pairs.c.rank))
        .values(place=pairs.c.rank)
    )
    for claim in sorted(answered_claims(connection)):
        move(connection, claim, lift_of(connection, claim, reviewers))


def answered_claims(connection: Connection) -> set[str]:
    """The claims of pairs on which a mark stands: no other one can be close to a verdict."""
    answered = select(decisions.c.left_claim, decisions.c.right_claim).where(
        decisions.c.live, decisions.c.mark.is_not(None)
    )
    return {claim for row in connection.execute(answered) for claim in row}


def settle(connection: Connection, claims: Iterable[str], reviewers: int) -> None:
    """Give the suggested pairs of these claims their places anew, once other pairs of them left the queue."""
    for claim in sorted(set(claims)):
        sides = or_(pairs.c.left_claim == claim, pairs.c.right_claim == claim)
        found = connection.execute(select(pairs).where(sides, _LIVE)).all()
        first = None
        for row in found:
            key = (row.left_claim, row.right_claim)
            place = row.rank - sum(lift_of(connection, side, reviewers) for side in key)
            if place == row.place:
                continue
            here = and_(pairs.c.left_claim == key[0], pairs.c.right_claim == key[1])
            connection.execute(update(pairs).where(here).values(place=place))
            first = place if first is None else min(first, place)
        if first is not None:
            _put_back(connection, Place(first, "", ""))


def waits(connection: Connection, key: PairKey, reviewer: str, reviewers: int) -> bool:
    """Whether a pair is suggested, and neither the reviewer nor all who were asked have answered it."""
    named = and_(pairs.c.left_claim == key.left, pairs.c.right_claim == key.right, pairs.c.live)
    open_ = and_(~_mine(reviewer), _answers().scalar_subquery() < reviewers)
    return connection.execute(select(pairs.c.rank).where(named, open_)).first() is not None


def passes_over(
    connection: Connection, reviewer: str, scope: str, at: Place, reviewers: int
) -> bool:
    """Whether a cursor at this place passes over a suggested pair that is not behind its reviewer."""
    done = _mine(reviewer)
    if scope == TEAM:
        done = or_(done, _answers().scalar_subquery() >= reviewers)
    here = tuple_(pairs.c.place, pairs.c.left_claim, pairs.c.right_claim)
    query = select(pairs.c.rank).where(pairs.c.live, here <= tuple_(*at), ~done).limit(1)
    return connection.execute(query).first() is not None


@contextmanager
def in_order(
    connection: Connection, reviewers: int, claims: Iterable[str], keys: Sequence[PairKey]
) -> Iterator[None]:
    """While some pairs are written at the place of their rank: bring them, and those around them, to their own.

    Args:
        connection: the open transaction.
        reviewers: how many people are asked about each pair.
        claims: those of which a pair comes, goes or changes.
        keys: the pairs that are written.
    """
    close = sorted(answered_claims(connection).intersection(claims))
    before = {claim: lift_of(connection, claim, reviewers) for claim in close}
    yield
    lifts = {claim: lift_of(connection, claim, reviewers) for claim in close}
    for claim in close:
        move(connection, claim, lifts[claim] - before[claim])
    for start in range(0, len(keys), CHUNK):
        _put(connection, keys[start : start + CHUNK], lifts)


def _put(connection: Connection, keys: Sequence[PairKey], lifts: Mapping[str, int]) -> None:
    """Give some pairs the place that follows from their rank, and let everybody come by them again."""
    named = pairs.c.left_claim.in_(sorted({key.left for key in keys}))
    both = tuple_(pairs.c.left_claim, pairs.c.right_claim)
    wanted = [(key.left, key.right) for key in keys]
    query = select(pairs.c.left_claim, pairs.c.right_claim, pairs.c.rank, pairs.c.place)
    first: Place | None = None
    for row in connection.execute(query.where(named, both.in_(wanted))).all():
        place = row.rank - lifts.get(row.left_claim, 0) - lifts.get(row.right_claim, 0)
        if place != row.place:
            mine = and_(
                pairs.c.left_claim == row.left_claim, pairs.c.right_claim == row.right_claim
            )
            connection.execute(update(pairs).where(mine).values(place=place))
        here = Place(place, row.left_claim, "")
        first = here if first is None else min(first, here)
    if first is not None:
        _put_back(connection, first)
