"""How far each reviewer is through the queue: up to which place everything is behind them.

So the next pair is found without walking over what is done. A cursor is a prefix and nothing else: whatever could put an
open pair before it puts it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, and_, insert, or_, select, text, tuple_, update

from claims.model import PairKey
from claims.store import answers
from claims.store.pairs import Position
from claims.store.schema import cursors, pairs

OWN: Final = "own"
"""Scope of a cursor: what the reviewer has answered themselves."""

TEAM: Final = "team"
"""Scope of a cursor: that, and what all who were asked have answered."""


def cursor(connection: Connection, reviewer: str, scope: str) -> Position | None:
    """Up to where everything is behind this reviewer, None for nowhere."""
    query = select(cursors).where(cursors.c.reviewer == reviewer, cursors.c.scope == scope)
    row = connection.execute(query).first()
    return None if row is None else Position(row.place, row.left_claim, row.right_claim)


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
    behind: Position | None

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
    behind = None if row.place is None else Position(row.place, row.left_claim, row.right_claim)
    return Bearings(row.role, bool(row.named), row.value, behind)


def put_cursor(connection: Connection, reviewer: str, scope: str, place: Position) -> None:
    """Note up to where everything is behind this reviewer."""
    values = {"place": place.number, "left_claim": place.left, "right_claim": place.right}
    mine = and_(cursors.c.reviewer == reviewer, cursors.c.scope == scope)
    if not connection.execute(update(cursors).where(mine).values(values)).rowcount:
        connection.execute(insert(cursors), {"reviewer": reviewer, "scope": scope} | values)


def reopen(connection: Connection, key: PairKey) -> None:
    """Put back the cursors behind which this pair may be open again."""
    on = and_(pairs.c.left_claim == key.left, pairs.c.right_claim == key.right)
    place = connection.scalar(select(pairs.c.place).where(on))
    if place is not None:
        put_back(connection, Position(place, key.left, ""))


def put_back(connection: Connection, place: Position) -> None:
    """Let everybody who is further come by this place again."""
    there = tuple_(cursors.c.place, cursors.c.left_claim, cursors.c.right_claim)
    connection.execute(
        update(cursors)
        .where(there > tuple_(*place))
        .values(place=place.number, left_claim=place.left, right_claim=place.right)
    )


def passes_over(
    connection: Connection, reviewer: str, scope: str, at: Position, reviewers: int
) -> bool:
    """Whether a cursor at this place passes over a suggested pair that is not behind its reviewer."""
    mine, all_ = answers.by(reviewer), answers.number() >= reviewers
    done = or_(mine, all_) if scope == TEAM else mine
    here = tuple_(pairs.c.place, pairs.c.left_claim, pairs.c.right_claim)
    query = select(pairs.c.rank).where(pairs.c.live, here <= tuple_(*at), ~done).limit(1)
    return connection.execute(query).first() is not None
