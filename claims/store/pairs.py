"""Pairs as they stand: those that are suggested, in the order of the queue, and the newest version of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    tuple_,
)

from claims.model import Comparison, PairKey, Relation
from claims.store import answers, rows
from claims.store.audit import Row
from claims.store.schema import Key, claims, comparisons, pairs

_AT_A_TIME: Final = 200


class PairRow(NamedTuple):
    """The newest version of a pair; ``anew`` is the one from which on answers count, 0 where all do. One that is suggested no more has its rank for a place."""

    version: int
    rank: int
    comparison: Comparison
    place: int = 0
    anew: int = 0

    @property
    def lift(self) -> int:
        """Places that it gained beside its rank."""
        return self.rank - self.place


class Position(NamedTuple):
    """Where a pair stands in an order: by a number, then by its key.

    Attributes:
        number: its rank where pairs are listed, its place where they are asked.
        left: of its key.
        right: of its key.
    """

    number: int
    left: str
    right: str


class Parted(NamedTuple):
    """How many pairs are suggested to be in conflict on these slots, between these sources."""

    slots: tuple[str, ...]
    sources: tuple[str, str]
    pairs: int


def version(connection: Connection, key: PairKey) -> int | None:
    """The newest version of a pair, None when there is no such pair."""
    query = select(pairs.c.version).where(_is(key))
    return connection.scalar(query)


def _is(key: PairKey) -> ColumnElement[bool]:
    return and_(pairs.c.left_claim == key.left, pairs.c.right_claim == key.right)


def _newest(chosen: Select[Any]) -> Select[Any]:
    """The pairs of ``chosen`` with their newest comparison, in the order of the queue.

    Chosen first and joined afterwards: a server that has no statistics yet would otherwise fetch the comparisons of
    all pairs to sort them.
    """
    found = chosen.subquery()
    joined = and_(
        comparisons.c.left_claim == found.c.left_claim,
        comparisons.c.right_claim == found.c.right_claim,
        comparisons.c.version == found.c.version,
    )
    query = select(found, comparisons.c.body).join(comparisons, joined)
    return query.order_by(found.c.rank, found.c.left_claim, found.c.right_claim)


def _pair(row: Row) -> PairRow:
    comparison = rows.comparison_of(row)
    placed = row["live"] and row["place"] is not None
    place = row["place"] if placed else row["rank"]
    return PairRow(row["version"], row["rank"], comparison, place, row["anew"] or 0)


def pair(connection: Connection, key: PairKey) -> PairRow | None:
    """The newest version of a pair, None when there is no such pair."""
    row = connection.execute(_one(), {"left": key.left, "right": key.right}).first()
    return None if row is None else _pair(row._asdict())


@cache
def _one() -> Select[Any]:
    """One pair, ``left`` and ``right``; made once, for it is what reviewers ask for all day."""
    named = and_(
        pairs.c.left_claim == bindparam("left", type_=Key),
        pairs.c.right_claim == bindparam("right", type_=Key),
    )
    return _newest(select(pairs).where(named))


def some(connection: Connection, keys: Sequence[PairKey]) -> tuple[PairRow, ...]:
    """The newest versions of these pairs, in this order."""
    if len(keys) == 1:
        one = pair(connection, keys[0])
        return () if one is None else (one,)
    query = _newest(select(pairs).where(among(keys)))
    found = {row.comparison.key: row for row in _each(connection, query)} if keys else {}
    return tuple(found[key] for key in keys)


def among(keys: Sequence[PairKey]) -> ColumnElement[bool]:
    """Whether a pair is one of these.

    SQLite finds no index for a list of pairs alone: 180 ms with a million of them.
    """
    named = pairs.c.left_claim.in_(sorted({key.left for key in keys}))
    both = tuple_(pairs.c.left_claim, pairs.c.right_claim)
    return and_(named, both.in_([(key.left, key.right) for key in keys]))


def _each(connection: Connection, query: Select[Any]) -> Iterator[PairRow]:
    return (_pair(row._asdict()) for row in connection.execute(query))


def page(
    connection: Connection,
    *,
    limit: int,
    after: Position | None = None,
    relation: str = "",
    undecided_by: str | None = None,
) -> tuple[PairRow, ...]:
    """Suggested pairs in the order of the queue.

    Args:
        connection: an open transaction.
        limit: at most so many.
        after: where to go on, None for the beginning.
        relation: only those of this suggested relation, unless "".
        undecided_by: only those on which this reviewer has no live mark, unless None.
    """
    query = select(pairs).where(pairs.c.live)
    query = query.order_by(pairs.c.rank, pairs.c.left_claim, pairs.c.right_claim).limit(limit)
    if relation:
        query = query.where(pairs.c.relation == relation)
    if after is not None:
        place = tuple_(pairs.c.rank, pairs.c.left_claim, pairs.c.right_claim)
        query = query.where(place > tuple_(*after))
    if undecided_by is not None:
        query = query.where(~answers.by(undecided_by))
    return tuple(_pair(row._asdict()) for row in connection.execute(_newest(query)))


def of_claims(
    connection: Connection, wanted: Sequence[str], *, both: bool, limit: int | None = None
) -> tuple[PairRow, ...]:
    """Suggested pairs of one of these claims, or of two of them, in the order of the queue."""
    found: dict[PairKey, PairRow] = {}
    for start in range(0, len(wanted), _AT_A_TIME):
        some_of_them = wanted[start : start + _AT_A_TIME]
        for side in (pairs.c.left_claim, pairs.c.right_claim):
            query = select(pairs).where(pairs.c.live, side.in_(some_of_them))
            found.update((row.comparison.key, row) for row in _each(connection, _newest(query)))
    among = set(wanted)
    kept = (row for key, row in found.items() if not both or {key.left, key.right} <= among)
    return tuple(sorted(kept, key=lambda row: (row.rank, str(row.comparison.key))))[:limit]


def keys_of(connection: Connection, names: Collection[str]) -> Iterator[PairKey]:
    """The pairs of some claims, whether or not they are suggested."""
    wanted = sorted(names)
    query = select(pairs.c.left_claim, pairs.c.right_claim).where(
        or_(pairs.c.left_claim.in_(wanted), pairs.c.right_claim.in_(wanted))
    )
    for left, right in connection.execute(query):
        yield PairKey(left, right)


def conflicts(connection: Connection) -> Iterator[Parted]:
    """The pairs that are suggested to be in conflict, counted."""
    left, right = claims.alias("of_left"), claims.alias("of_right")
    parts = (pairs.c.slots, left.c.speaker, right.c.speaker)
    query = (
        select(*parts, func.count())
        .join(left, left.c.id == pairs.c.left_claim)
        .join(right, right.c.id == pairs.c.right_claim)
        .where(pairs.c.live, pairs.c.relation == Relation.CONFLICT.value)
        .group_by(*parts)
    )
    for slots, one, other, number in connection.execute(query):
        yield Parted(tuple((slots or "").split()), (one, other), number)


def live_keys(connection: Connection) -> set[PairKey]:
    """The suggested pairs."""
    query = select(pairs.c.left_claim, pairs.c.right_claim).where(pairs.c.live)
    return {PairKey(row.left_claim, row.right_claim) for row in connection.execute(query)}


def for_report(
    connection: Connection,
    reviewers: int,
    left_out: rows.LeftOut | None = None,
    read: Callable[[Row], Comparison] = rows.comparison_of,
) -> tuple[Comparison, ...]:
    """The newest comparison of every pair that is suggested or settled by so many marks, in the order of the queue.

    Pairs of a claim that does not stand any more are left out.
    """
    return _comparisons(connection, _for_report(reviewers), left_out, read)


def among_for_report(
    connection: Connection,
    reviewers: int,
    wanted: Sequence[str],
    left_out: rows.LeftOut | None = None,
) -> tuple[Comparison, ...]:
    """Those of `for_report` of which both claims are among these."""
    among = frozenset(wanted)
    counts = _for_report(reviewers)
    return tuple(
        each
        for start in range(0, len(wanted), _AT_A_TIME)
        for each in _comparisons(
            connection,
            counts & pairs.c.left_claim.in_(wanted[start : start + _AT_A_TIME]),
            left_out,
        )
        if each.key.right in among
    )


def each_for_report(connection: Connection, reviewers: int) -> Iterator[Row]:
    """The rows of `for_report`, a few at a time."""
    query = _newest(select(pairs).where(_for_report(reviewers)))
    found = connection.execute(query.execution_options(yield_per=_AT_A_TIME))
    return (row._asdict() for row in found)


def count_for_report(connection: Connection, reviewers: int) -> int:
    """How many pairs `each_for_report` gives."""
    query = select(func.count()).select_from(pairs).where(_for_report(reviewers))
    return int(connection.execute(query).scalar_one())


def _for_report(reviewers: int) -> ColumnElement[bool]:
    """Whether the pair of the outer query belongs in a report: it is suggested, or settled by so many marks."""
    return (pairs.c.live | (answers.number() >= reviewers)) & _of_present_claims()


def marked(connection: Connection, left_out: rows.LeftOut | None = None) -> tuple[Comparison, ...]:
    """The newest comparison of every pair of present claims with a live mark, in the order of the queue."""
    return _comparisons(connection, answers.some() & _of_present_claims(), left_out)


def each_marked(
    connection: Connection, left_out: rows.LeftOut | None = None
) -> Iterator[Comparison]:
    """Those of `marked`, a few at a time."""
    query = _newest(select(pairs).where(answers.some() & _of_present_claims()))
    found = connection.execute(query.execution_options(yield_per=_AT_A_TIME))
    every = (row._asdict() for row in found)
    return rows.readable(every, rows.comparison_of, rows.name_of_pair, left_out)


def _of_present_claims() -> ColumnElement[bool]:
    """Whether both claims of the pair of the outer query stand."""
    gone = select(claims.c.id).where(~claims.c.live)
    return pairs.c.left_claim.not_in(gone) & pairs.c.right_claim.not_in(gone)


def _comparisons(
    connection: Connection,
    which: ColumnElement[bool],
    left_out: rows.LeftOut | None = None,
    read: Callable[[Row], Comparison] = rows.comparison_of,
) -> tuple[Comparison, ...]:
    found = (row._asdict() for row in connection.execute(_newest(select(pairs).where(which))))
    return tuple(rows.readable(found, read, rows.name_of_pair, left_out))
