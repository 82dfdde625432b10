"""Leases: for some minutes a pair is one reviewer's to look at, one seat for each answer that the case asks for.

Nothing that anybody said stands here; a lease that ran out is as good as none, and its seat goes to whoever asks next.
A lease runs until its own end, whatever others ask for. One that would run longer than any is given belongs to a clock
that was set back, and counts as run out.

Where reviewers are blind, a lease that was taken also runs until its own end whatever its holder does: they answer, give the
pair back, or go away, and their seat is free at the same moment. Otherwise others could tell from it who has answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, delete, func, select, text, update

from claims.model import PairKey
from claims.store import answers
from claims.store.audit import key_of
from claims.store.schema import decisions, leases, pairs

MOST_MINUTES: Final = 240
"""No lease is given for longer."""

SEATS: Final = 3
"""No case asks for more people on one pair."""


@dataclass(frozen=True, slots=True)
class Term:
    """From now until when a new lease runs, ISO 8601 in UTC."""

    now: str
    until: str

    @property
    def latest(self) -> str:
        """The latest end that any lease given until now can have, whoever asked for it."""
        end = datetime.fromisoformat(self.now) + timedelta(minutes=MOST_MINUTES)
        return end.isoformat(timespec="microseconds")

    def runs(self, until: str) -> bool:
        """Whether a lease with this end is live."""
        return self.now < until <= self.latest


def _on(key: PairKey) -> ColumnElement[bool]:
    return and_(leases.c.left_claim == key.left, leases.c.right_claim == key.right)


def take(connection: Connection, key: PairKey, holder: str, *, seats: int, term: Term) -> bool:
    """Give a pair to a reviewer, or renew what they hold; False when no seat is free."""
    asked = {
        "left": key.left,
        "right": key.right,
        "holder": holder,
        "seats": seats,
        "now": term.now,
        "until": term.until,
        "latest": term.latest,
        "given_back": False,
    }
    return connection.execute(_TAKE, asked).rowcount == 1


_TAKE: Final = text(
    """
INSERT INTO leases (left_claim, right_claim, seat, holder, until, given_back)
WITH there AS (SELECT seat, holder, until FROM leases WHERE left_claim = :left AND right_claim = :right),
    every AS (SELECT 0 AS seat UNION ALL SELECT 1 UNION ALL SELECT 2),
    chosen AS (SELECT COALESCE(
        (SELECT seat FROM there WHERE holder = :holder),
        (SELECT min(seat) FROM every WHERE seat < :seats
            AND seat NOT IN (SELECT seat FROM there WHERE until > :now AND until <= :latest))
    ) AS seat)
SELECT :left, :right, seat, :holder, :until, :given_back FROM chosen WHERE seat IS NOT NULL
ON CONFLICT (left_claim, right_claim, seat)
    DO UPDATE SET holder = excluded.holder, until = excluded.until, given_back = excluded.given_back
"""
)
"""One's own seat, run out or not, else the first that nobody holds now; in one statement, for reviewers wait for it all day."""


def release(connection: Connection, key: PairKey, holder: str, *, at_once: bool) -> bool:
    """Give a pair back; whether the reviewer held it.

    Args:
        connection: the open transaction.
        key: the pair.
        holder: who gives it back.
        at_once: whether somebody else may have the seat now, and not only when the lease ends.
    """
    mine = and_(_on(key), leases.c.holder == holder, ~leases.c.given_back)
    change = delete(leases) if at_once else update(leases).values(given_back=True)
    return bool(connection.execute(change.where(mine)).rowcount)


def settle(connection: Connection, key: PairKey, reviewers: int) -> None:
    """Forget the leases of those who answered a pair, once all who were asked have: everybody may know it then."""
    mine = and_(decisions.c.left_claim == key.left, decisions.c.right_claim == key.right)
    both = and_(pairs.c.left_claim == key.left, pairs.c.right_claim == key.right)
    query = select(decisions.c.reviewer).join(pairs, both).where(mine, answers.counting())
    answered = tuple(connection.scalars(query))
    if len(answered) >= reviewers:
        connection.execute(delete(leases).where(_on(key), leases.c.holder.in_(answered)))


def held(connection: Connection, holder: str, term: Term) -> tuple[PairKey, ...]:
    """The pairs that a reviewer took and did not give back, as long as their leases run, in order."""
    live = and_(leases.c.until > term.now, leases.c.until <= term.latest, ~leases.c.given_back)
    query = select(leases).where(leases.c.holder == holder, live)
    query = query.order_by(leases.c.left_claim, leases.c.right_claim)
    return tuple(PairKey(row.left_claim, row.right_claim) for row in connection.execute(query))


def holder(connection: Connection, key: PairKey, term: Term, *, but: str) -> str:
    """Who has a pair in hand now, somebody else than this one; "" when nobody has."""
    live = and_(leases.c.until > term.now, leases.c.until <= term.latest, ~leases.c.given_back)
    query = select(leases.c.holder).where(_on(key), live, leases.c.holder != but)
    return connection.scalar(query.order_by(leases.c.seat).limit(1)) or ""


def impossible(connection: Connection) -> Iterator[str]:
    """The keys of the leases that the program could not have written."""
    for found in connection.execute(select(leases).order_by(*leases.primary_key.columns)):
        row = found._asdict()
        named = bool(row["holder"]) and row["holder"] == row["holder"].strip()
        if row["seat"] not in range(SEATS) or not named or not _moment(row["until"]):
            yield key_of(leases, row)


def _moment(text: str) -> bool:
    """Whether this is a time as the program writes it: ISO 8601 in UTC with microseconds."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return False
    return when.utcoffset() == timedelta() and when.isoformat(timespec="microseconds") == text


def first_end(connection: Connection, term: Term, *, but: str) -> str:
    """When the first of the pairs that others than this one have in hand comes back; "" where they have none."""
    live = and_(leases.c.until > term.now, leases.c.until <= term.latest, ~leases.c.given_back)
    query = select(func.min(leases.c.until)).where(live, leases.c.holder != but)
    return connection.scalar(query) or ""
