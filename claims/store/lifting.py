"""What gives a pair a better place in the queue than its rank: one of its claims is close to a verdict.

Lifts follow from settled pairs only (those that all who were asked have answered), so that the order tells nobody of an
answer they may not see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    delete,
    func,
    or_,
    select,
    text,
    tuple_,
    update,
)

from claims.model import PairKey
from claims.store.cursors import put_back
from claims.store.pairs import Position
from claims.store.schema import cursors, decisions, pairs

FEW_LEFT: Final = 5
"""Pairs that a claim may have left to be close to a verdict, once one of them is settled."""

LIFT: Final = 300
"""Places gained for each pair less that is left."""

_AT_A_TIME: Final = 32

_LIVE: Final = case((pairs.c.live, 1), else_=0) == 1
"""Whether a pair is suggested, said so that no index is chosen for it: nearly all are, and the claim's few are wanted.

SQLite without statistics took the index of the whole queue: 200 ms for each decision with a million pairs.
"""

_ANSWERS: Final = """(SELECT count(*) FROM decisions WHERE decisions.left_claim = pairs.left_claim
    AND decisions.right_claim = pairs.right_claim AND decisions.live AND decisions.mark IS NOT NULL
    AND decisions.seen >= COALESCE(pairs.anew, 0))"""
_SUGGESTED: Final = "CASE WHEN pairs.live THEN 1 ELSE 0 END = 1"
_LEFT: Final = f"pairs.left_claim = :claim AND {_SUGGESTED}"
_RIGHT: Final = f"pairs.right_claim = :claim AND {_SUGGESTED}"

_WAIT: Final = text(
    f"""
SELECT CASE WHEN waiting BETWEEN 1 AND :few AND (
    EXISTS (SELECT 1 FROM pairs WHERE {_LEFT} AND {_ANSWERS} >= :reviewers)
    OR EXISTS (SELECT 1 FROM pairs WHERE {_RIGHT} AND {_ANSWERS} >= :reviewers)) THEN waiting ELSE 0 END
FROM (SELECT
    (SELECT count(*) FROM (SELECT 1 FROM pairs WHERE {_LEFT} AND {_ANSWERS} < :reviewers LIMIT :most) AS one_side)
    + (SELECT count(*) FROM (SELECT 1 FROM pairs WHERE {_RIGHT} AND {_ANSWERS} < :reviewers LIMIT :most) AS one_side)
    AS waiting LIMIT 1) AS counted
"""  # noqa: S608 - of constants
)
"""How many pairs of a claim wait, 0 when it is not close to a verdict; in one statement, for each decision asks four times."""


def lift_of(connection: Connection, claim: str, reviewers: int) -> int:
    """The places that pairs of a claim gain while it is close to a verdict."""
    asked = {"claim": claim, "reviewers": reviewers, "few": FEW_LEFT, "most": FEW_LEFT + 1}
    waiting = connection.scalar(_WAIT, asked)
    return LIFT * (FEW_LEFT + 1 - waiting) if waiting else 0


def move(connection: Connection, claim: str, gained: int) -> None:
    """Bring the pairs of a claim so many places forward, or back."""
    if not gained:
        return
    for column in (pairs.c.left_claim, pairs.c.right_claim):
        connection.execute(
            update(pairs).where(column == claim).values(place=pairs.c.place - gained)
        )
    if gained > 0:
        _come_by(connection, claim)


def _come_by(connection: Connection, claim: str) -> None:
    """Let everybody come by the pairs of a claim again."""
    first = select(func.min(pairs.c.place)).where(_LIVE, _of(claim))
    place = connection.scalar(first)
    if place is not None:
        put_back(connection, Position(place, "", ""))


def _of(claim: str) -> ColumnElement[bool]:
    return or_(pairs.c.left_claim == claim, pairs.c.right_claim == claim)


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
    """Give the pairs of these claims their places anew, once some of them left the queue.

    Those that left it too: they are walked over as well, by whoever looks at what is asked no more.
    """
    for claim in sorted(set(claims)):
        found = connection.execute(select(pairs).where(_of(claim))).all()
        first = None
        for row in found:
            key = (row.left_claim, row.right_claim)
            place = row.rank - sum(lift_of(connection, side, reviewers) for side in key)
            if place == row.place:
                continue
            here = and_(pairs.c.left_claim == key[0], pairs.c.right_claim == key[1])
            connection.execute(update(pairs).where(here).values(place=place))
            if row.live:
                first = place if first is None else min(first, place)
        if first is not None:
            put_back(connection, Position(first, "", ""))


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
    for start in range(0, len(keys), _AT_A_TIME):
        _put(connection, keys[start : start + _AT_A_TIME], lifts)


def _put(connection: Connection, keys: Sequence[PairKey], lifts: Mapping[str, int]) -> None:
    """Give some pairs the place that follows from their rank, and let everybody come by them again."""
    named = pairs.c.left_claim.in_(sorted({key.left for key in keys}))
    both = tuple_(pairs.c.left_claim, pairs.c.right_claim)
    wanted = [(key.left, key.right) for key in keys]
    query = select(pairs.c.left_claim, pairs.c.right_claim, pairs.c.rank, pairs.c.place)
    first: Position | None = None
    for row in connection.execute(query.where(named, both.in_(wanted))).all():
        place = row.rank - lifts.get(row.left_claim, 0) - lifts.get(row.right_claim, 0)
        if place != row.place:
            mine = and_(
                pairs.c.left_claim == row.left_claim, pairs.c.right_claim == row.right_claim
            )
            connection.execute(update(pairs).where(mine).values(place=place))
        here = Position(place, row.left_claim, "")
        first = here if first is None else min(first, here)
    if first is not None:
        put_back(connection, first)
