"""Whose answers stand on a pair: conditions on the pair of an outer query, and how many pairs wait."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Exists,
    ScalarSelect,
    and_,
    exists,
    func,
    or_,
    select,
)

from claims.store.schema import decisions, pairs


def number() -> ScalarSelect[int]:
    """How many people's marks stand on the pair of the outer query."""
    return select(func.count()).where(_standing()).scalar_subquery()


def some() -> Exists:
    """Whether anybody's mark stands on the pair of the outer query."""
    return exists().where(_standing())


def by(reviewer: Any) -> Exists:  # noqa: ANN401 - a name, or what stands for one in a question that is asked again
    """Whether this reviewer's mark stands on the pair of the outer query."""
    return some().where(decisions.c.reviewer == reviewer)


def _standing() -> Any:  # noqa: ANN401 - a condition
    return and_(
        decisions.c.left_claim == pairs.c.left_claim,
        decisions.c.right_claim == pairs.c.right_claim,
        counting(),
    )


def counting() -> ColumnElement[bool]:
    """Whether a row of decisions is an answer that counts on its pair, both in the outer query: it stands, and was not asked again since.

    A pair that is compared anew while it waits for answers asks everybody on its new version.
    """
    return and_(
        decisions.c.live,
        decisions.c.mark.is_not(None),
        decisions.c.seen >= func.coalesce(pairs.c.anew, 0),
    )


def unsettled(connection: Connection, reviewers: int, *, claims: Collection[str] = ()) -> int:
    """On how many pairs fewer than so many people have a live mark; of some claims when their ids are given.

    Suggested pairs and those that were: they come back when an edit is undone. Whether any mark stands on one makes no
    difference, so that the count tells of none.
    """
    query = select(func.count()).select_from(pairs).where(number() < reviewers)
    if claims:
        query = query.where(or_(pairs.c.left_claim.in_(claims), pairs.c.right_claim.in_(claims)))
    return int(connection.scalar(query) or 0)


def lacking(connection: Connection, reviewers: int) -> int:
    """On how many suggested pairs fewer than so many people have a live mark; as `unsettled`, without those that were suggested once."""
    query = select(func.count()).select_from(pairs).where(pairs.c.live, number() < reviewers)
    return int(connection.scalar(query) or 0)


def asked_in_vain(connection: Connection, reviewers: int) -> bool:
    """Whether of some pair, suggested now or once, fewer than so many people's marks stand.

    Whether any stands makes no difference, so that the answer tells of none.
    """
    query = select(pairs.c.left_claim).where(number() < reviewers).limit(1)
    return connection.execute(query).first() is not None


def decided(connection: Connection, reviewer: str) -> int:
    """On how many suggested pairs this reviewer has a live mark."""
    joined = and_(
        decisions.c.left_claim == pairs.c.left_claim,
        decisions.c.right_claim == pairs.c.right_claim,
    )
    query = select(func.count()).select_from(decisions).join(pairs, joined)
    query = query.where(decisions.c.reviewer == reviewer, counting(), pairs.c.live)
    return int(connection.scalar(query) or 0)
