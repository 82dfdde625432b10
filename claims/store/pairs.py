"""Rows of suggested pairs and of every version of their comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Exists,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    exists,
    func,
    select,
    tuple_,
)

from claims.model import Comparison, PairKey
from claims.store import rows
from claims.store.audit import Row
from claims.store.originals import sha256
from claims.store.schema import Key, claims, comparisons, decisions, pairs
from claims.store.writer import Writer

_AT_A_TIME: Final = 200

Rank = Callable[[Comparison], int]
"""Where a pair stands in the queue; the least is next."""


class PairRow(NamedTuple):
    """The newest version of a pair."""

    version: int
    rank: int
    comparison: Comparison
    place: int = 0

    @property
    def lift(self) -> int:
        """Places that it gained beside its rank."""
        return self.rank - self.place


class Place(NamedTuple):
    """Where a page of pairs begins: after this rank and key."""

    rank: int
    left: str
    right: str


@dataclass(slots=True)
class Changes:
    """What a new set of comparisons changes in the stored one."""

    pairs: list[dict[str, Any]] = field(default_factory=list)
    comparisons: list[dict[str, Any]] = field(default_factory=list)
    updates: list[tuple[Row, dict[str, Any]]] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    gone: int = 0


def replace(writer: Writer, found: Sequence[Comparison], *, rank: Rank, made_at: str) -> Changes:
    """Make ``found`` the suggested pairs; keep every version and every pair that is suggested no longer."""
    return _write(writer, _all(writer.connection), found, rank=rank, made_at=made_at)


def revise(
    writer: Writer,
    found: Sequence[Comparison],
    *,
    away: Sequence[str],
    parted: Sequence[PairKey],
    rank: Rank,
    made_at: str,
) -> Changes:
    """Do the same for a part of the pairs, and leave all others as they are.

    Args:
        writer: the open transaction.
        found: pairs that are suggested, of claims in ``away`` or of others.
        away: claims of which no pair is suggested that is not in ``found``.
        parted: pairs that are suggested no longer.
        rank: where a pair stands in the queue.
        made_at: when they were compared.
    """
    connection = writer.connection
    stored = [*_of(connection, away), *_named(connection, [each.key for each in found])]
    stored += _named(connection, parted)
    return _write(writer, stored, found, rank=rank, made_at=made_at)


def _write(
    writer: Writer, known: Iterable[Row], found: Sequence[Comparison], *, rank: Rank, made_at: str
) -> Changes:
    """Make ``found`` the suggested ones among the known pairs."""
    stored = {(row["left_claim"], row["right_claim"]): row for row in known}
    changes = Changes()
    for comparison in found:
        row = stored.pop((comparison.key.left, comparison.key.right), None)
        _compare(changes, row, comparison, rank=rank(comparison), made_at=made_at)
    for row in stored.values():
        if row["live"]:
            changes.updates.append((row, {"live": False}))
            changes.gone += 1
    writer.insert(pairs, changes.pairs)
    for row, values in changes.updates:
        writer.update(pairs, row, values)
    writer.insert(comparisons, changes.comparisons)
    return changes


def _of(connection: Connection, claims: Sequence[str]) -> Iterator[Row]:
    """All pairs of these claims; some twice."""
    for start in range(0, len(claims), _AT_A_TIME):
        for column in (pairs.c.left_claim, pairs.c.right_claim):
            query = select(pairs).where(column.in_(claims[start : start + _AT_A_TIME]))
            yield from (row._asdict() for row in connection.execute(query).all())


def sides(connection: Connection, claims: Sequence[str], keys: Iterable[PairKey]) -> frozenset[str]:
    """These claims, all that they make a pair with, and both sides of these pairs."""
    found = {side for key in keys for side in (key.left, key.right)}
    for row in _of(connection, claims):
        found |= {row["left_claim"], row["right_claim"]}
    return frozenset(found.union(claims))


def _named(connection: Connection, keys: Sequence[PairKey]) -> Iterator[Row]:
    """The pairs of these keys, as far as there are any."""
    for start in range(0, len(keys), _AT_A_TIME):
        query = select(pairs).where(_among(keys[start : start + _AT_A_TIME]))
        yield from (row._asdict() for row in connection.execute(query).all())


def _compare(
    changes: Changes, known: Row | None, comparison: Comparison, *, rank: int, made_at: str
) -> None:
    """Note what has to be written so that ``comparison`` is the newest version of its pair."""
    body = rows.body_of(comparison)
    digest = sha256(body.encode())
    same = known is not None and known["digest"] == digest
    version = 1 if known is None else known["version"] + (not same)
    row = rows.pair_row(comparison, version=version, rank=rank, digest=digest)
    if known is None:
        changes.new += 1
        changes.pairs.append(row)
    else:
        values = {name: value for name, value in row.items() if known[name] != value}
        if values:
            changes.updates.append((known, values))
        changes.new += not known["live"]
        changes.changed += not same
    if not same:
        new = rows.comparison_row(comparison.key, body, version=version, made_at=made_at)
        changes.comparisons.append(new)


def _all(connection: Connection) -> Iterator[Row]:
    return (row._asdict() for row in connection.execute(select(pairs)))


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
    return PairRow(row["version"], row["rank"], rows.comparison_of(row), row["place"])


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
    query = _newest(select(pairs).where(_among(keys)))
    found = {row.comparison.key: row for row in _each(connection, query)} if keys else {}
    return tuple(found[key] for key in keys)


def _among(keys: Sequence[PairKey]) -> ColumnElement[bool]:
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
    after: Place | None = None,
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
        query = query.where(~_decided(undecided_by))
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


def _answers() -> ScalarSelect[int]:
    """How many people have a live mark on the pair of the outer query."""
    answers = select(func.count()).where(
        decisions.c.left_claim == pairs.c.left_claim,
        decisions.c.right_claim == pairs.c.right_claim,
        decisions.c.live,
        decisions.c.mark.is_not(None),
    )
    return answers.scalar_subquery()


def _marked() -> Exists:
    """Whether anybody has a live mark on the pair of the outer query."""
    return exists().where(
        decisions.c.left_claim == pairs.c.left_claim,
        decisions.c.right_claim == pairs.c.right_claim,
        decisions.c.live,
        decisions.c.mark.is_not(None),
    )


def _decided(reviewer: str) -> Exists:
    """Whether this reviewer has a live mark on the pair of the outer query."""
    return _marked().where(decisions.c.reviewer == reviewer)


def live_keys(connection: Connection) -> set[PairKey]:
    """The suggested pairs."""
    query = select(pairs.c.left_claim, pairs.c.right_claim).where(pairs.c.live)
    return {PairKey(row.left_claim, row.right_claim) for row in connection.execute(query)}


def unsettled(connection: Connection, reviewers: int, *, claim: str = "") -> int:
    """On how many pairs fewer than so many people have a live mark; of one claim when its id is given.

    Suggested pairs, and those that were and on which somebody's mark stands: they come back when an edit is undone.
    """
    waits = (pairs.c.live | _marked()) & (_answers() < reviewers)
    query = select(func.count()).select_from(pairs).where(waits)
    if claim:
        query = query.where((pairs.c.left_claim == claim) | (pairs.c.right_claim == claim))
    return int(connection.scalar(query) or 0)


def asked_in_vain(connection: Connection, reviewers: int) -> bool:
    """Whether of some pair, suggested now or once, fewer than so many people's marks stand.

    Whether any stands makes no difference, so that the answer tells of none.
    """
    query = select(pairs.c.left_claim).where(_answers() < reviewers).limit(1)
    return connection.execute(query).first() is not None


def decided(connection: Connection, reviewer: str) -> int:
    """On how many suggested pairs this reviewer has a live mark."""
    joined = and_(
        decisions.c.left_claim == pairs.c.left_claim,
        decisions.c.right_claim == pairs.c.right_claim,
    )
    query = select(func.count()).select_from(decisions).join(pairs, joined)
    query = query.where(
        decisions.c.reviewer == reviewer,
        decisions.c.live,
        decisions.c.mark.is_not(None),
        pairs.c.live,
    )
    return int(connection.scalar(query) or 0)


def for_report(
    connection: Connection,
    reviewers: int,
    left_out: rows.LeftOut | None = None,
    read: Callable[[Row], Comparison] = rows.comparison_of,
) -> tuple[Comparison, ...]:
    """The newest comparison of every pair that is suggested or settled by so many marks, in the order of the queue.

    Pairs of a claim that does not stand any more are left out.
    """
    which = (pairs.c.live | (_answers() >= reviewers)) & _of_present_claims()
    return _comparisons(connection, which, left_out, read)


def among_for_report(
    connection: Connection,
    reviewers: int,
    wanted: Sequence[str],
    left_out: rows.LeftOut | None = None,
) -> tuple[Comparison, ...]:
    """Those of `for_report` of which both claims are among these."""
    among = frozenset(wanted)
    counts = (pairs.c.live | (_answers() >= reviewers)) & _of_present_claims()
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
    which = (pairs.c.live | (_answers() >= reviewers)) & _of_present_claims()
    query = _newest(select(pairs).where(which)).execution_options(yield_per=_AT_A_TIME)
    return (row._asdict() for row in connection.execute(query))


def marked(connection: Connection, left_out: rows.LeftOut | None = None) -> tuple[Comparison, ...]:
    """The newest comparison of every pair of present claims with a live mark, in the order of the queue."""
    return _comparisons(connection, _marked() & _of_present_claims(), left_out)


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
