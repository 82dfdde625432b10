"""Rows of decisions: appended, never changed.

For one pair and one reviewer the rows form a line: each supersedes the one before, and the last one is live. A row
with a mark says something; a row that undoes (``undoes`` names the decision taken back) carries the mark that stands
again, or none. What a reviewer says of a pair is the mark of the live row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    cast,
    func,
    or_,
    select,
    tuple_,
)

from claims.model import Decision, Mark, PairKey, Relation
from claims.store import answers, line_rows, lines, rows
from claims.store.audit import Row
from claims.store.schema import decisions, pairs
from claims.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Said:
    """What a new row says beside its mark.

    Attributes:
        by: the reviewer.
        at: when, ISO 8601 in UTC.
        seen: version of the pair that was on screen.
        token: of the submission, "" for none.
        undoes: id of the decision that is taken back, None for a new word.
    """

    by: str
    at: str
    seen: int
    token: str = ""
    undoes: int | None = None


def append(writer: Writer, key: PairKey, mark: Mark | None, said: Said) -> Decision:
    """Add a row; the reviewer's live row on this pair, if there is one, is superseded."""
    line = {"left_claim": key.left, "right_claim": key.right, "reviewer": said.by}
    row = lines.append(
        writer,
        decisions,
        line,
        {
            **line_rows.mark_columns(key, mark),
            "decided_at": said.at,
            "undoes": said.undoes,
            "seen": said.seen,
            "token": said.token,
        },
    )
    return _told(writer.connection, row)


def undo(writer: Writer, *, by: str, at: str, token: str) -> Decision | None:
    """Take back the newest decision of a reviewer that was not taken back yet; None when there is none."""
    found = lines.newest_act(writer.connection, decisions, {"reviewer": by}, _line_of)
    if found is None:
        return None
    key = rows.key_of_pair(found)
    line = {"left_claim": key.left, "right_claim": key.right, "reviewer": by}
    earlier = lines.act_before(writer.connection, decisions, line, found["id"])
    mark = None if earlier is None else line_rows.decision_of(earlier).mark
    seen = found["seen"] if earlier is None else earlier["seen"]
    return append(writer, key, mark, Said(by, at, seen, token, undoes=found["id"]))


def newest_pair(connection: Connection, reviewer: str) -> PairKey | None:
    """The pair that the next undo of this reviewer is about; None when there is nothing to undo."""
    found = lines.newest_act(connection, decisions, {"reviewer": reviewer}, _line_of)
    return None if found is None else rows.key_of_pair(found)


def _placed(*of_lines: ColumnElement[bool]) -> Subquery:
    """Whole rows of these lines, each with its place in its line, and from which version of its pair on answers count."""
    line = (decisions.c.left_claim, decisions.c.right_claim, decisions.c.reviewer)
    place = func.row_number().over(partition_by=line, order_by=decisions.c.id)
    asked, newest = pairs.c.live.label("asked"), pairs.c.version.label("newest")
    query = select(decisions, place.label("place"), pairs.c.anew, asked, newest)
    return query.outerjoin(pairs, _of_its_pair()).where(*of_lines).subquery()


def _of_its_pair() -> ColumnElement[bool]:
    """Whether a row of decisions and a pair, both in the outer query, belong together."""
    return and_(
        decisions.c.left_claim == pairs.c.left_claim,
        decisions.c.right_claim == pairs.c.right_claim,
    )


def at_one_time(connection: Connection) -> frozenset[tuple[PairKey, str, str]]:
    """Pair, person and time of answers of which several bear the very same time."""
    what = (
        decisions.c.left_claim,
        decisions.c.right_claim,
        decisions.c.reviewer,
        decisions.c.decided_at,
    )
    query = select(*what).group_by(*what).having(func.count() > 1)
    return frozenset((PairKey(row[0], row[1]), row[2], row[3]) for row in connection.execute(query))


def _line_of(row: Row) -> lines.Line:
    return {name: row[name] for name in ("left_claim", "right_claim", "reviewer")}


def _on(key: PairKey) -> ColumnElement[bool]:
    return and_(decisions.c.left_claim == key.left, decisions.c.right_claim == key.right)


def with_token(
    connection: Connection, reviewer: str, token: str, *, undo: bool = False
) -> Decision | None:
    """The decision that this reviewer's submission became, None when it is new."""
    row = lines.with_token(connection, decisions, {"reviewer": reviewer}, token, undo=undo)
    return None if row is None else get(connection, row["id"])


def mine(connection: Connection, reviewer: str, keys: list[PairKey]) -> dict[PairKey, Decision]:
    """The live marks of one reviewer on these pairs, also those that are asked anew (`Decision.outdated`)."""
    lefts = [key.left for key in keys]
    own = _placed(decisions.c.left_claim.in_(lefts), decisions.c.reviewer == reviewer)
    query = select(own).where(own.c.live, own.c.mark.is_not(None))
    found = _read(connection, query)
    return {each.key: each for each in found if each.key in set(keys)}


def counted(
    connection: Connection, reviewer: str, key: PairKey | None = None
) -> dict[PairKey, int]:
    """How often one reviewer answered each pair, or this one, or took an answer back; pairs that they never answered are not in it."""
    pair = (decisions.c.left_claim, decisions.c.right_claim)
    query = select(*pair, func.count()).where(decisions.c.reviewer == reviewer).group_by(*pair)
    if key is not None:
        query = query.where(_on(key))
    return {PairKey(left, right): number for left, right, number in connection.execute(query)}


def history(connection: Connection, key: PairKey) -> tuple[Decision, ...]:
    """Every row on a pair, in the order they were stored."""
    every = _placed(_on(key))
    return _read(connection, select(every).order_by(every.c.id))


def between(
    connection: Connection, some: Collection[str], others: Collection[str]
) -> tuple[Decision, ...]:
    """Every row on a pair of one of some claims and one of others, in the order they were stored."""
    left, right = decisions.c.left_claim, decisions.c.right_claim
    every = _placed(or_(left.in_(some) & right.in_(others), left.in_(others) & right.in_(some)))
    return _read(connection, select(every).order_by(every.c.id))


def among(
    connection: Connection, claims: Collection[str], left_out: rows.LeftOut | None = None
) -> tuple[Decision, ...]:
    """Every row on a pair of two of some claims, in the order they were stored; ``left_out`` as in `all_rows`."""
    both = decisions.c.left_claim.in_(claims) & decisions.c.right_claim.in_(claims)
    every = _placed(both)
    return _read(connection, select(every).order_by(every.c.id), left_out)


def silent(connection: Connection) -> frozenset[PairKey]:
    """The pairs of which somebody says nothing any more, having taken their answer back."""
    pair = (decisions.c.left_claim, decisions.c.right_claim)
    query = select(*pair).where(decisions.c.live, decisions.c.mark.is_(None)).distinct()
    return frozenset(PairKey(*row) for row in connection.execute(query))


def histories(connection: Connection, keys: Collection[PairKey]) -> tuple[Decision, ...]:
    """Every row on some pairs, in the order they were stored."""
    every = _placed(decisions.c.left_claim.in_({key.left for key in keys}))
    return tuple(
        row for row in _read(connection, select(every).order_by(every.c.id)) if row.key in keys
    )


def get(connection: Connection, number: int) -> Decision | None:
    """The row of that number, None when there is none."""
    row = connection.execute(select(decisions).where(decisions.c.id == number)).first()
    return None if row is None else _told(connection, row._asdict())


def _told(connection: Connection, row: Row) -> Decision:
    """A row with its place in its line, and from which version of its pair on answers count."""
    anew = select(pairs.c.anew).where(
        pairs.c.left_claim == row["left_claim"], pairs.c.right_claim == row["right_claim"]
    )
    told = {"place": _place_of(connection, row), "anew": connection.scalar(anew)}
    (whole,) = _restoring(connection, [{**row, **told}])
    return line_rows.decision_of(whole)


def _place_of(connection: Connection, row: Row) -> int:
    line = (decisions.c[name] == value for name, value in _line_of(row).items())
    place = select(func.count()).where(*line, decisions.c.id <= row["id"])
    return int(connection.scalar(place) or 0)


def all_rows(
    connection: Connection, *, live: bool, left_out: rows.LeftOut | None = None
) -> tuple[Decision, ...]:
    """Every row in the order they were stored; with ``live`` only the marks that stand.

    ``left_out`` is told of the pair of each row that cannot be read; without it that raises.
    """
    every = _placed()
    query = select(every).order_by(every.c.id)
    if live:
        query = query.where(every.c.live, every.c.mark.is_not(None))
    return _read(connection, query, left_out)


def _read(
    connection: Connection, query: Select[Any], left_out: rows.LeftOut | None = None
) -> tuple[Decision, ...]:
    found = _restoring(connection, map(_plain, connection.execute(query)))
    return tuple(rows.readable(found, line_rows.decision_of, rows.name_of_pair, left_out))


def _plain(row: Any) -> Row:  # noqa: ANN401 - a row of the database
    return dict(row._asdict())


def _restoring(connection: Connection, found: Iterable[Row]) -> list[Row]:
    """These rows; those that stand by an undo with time and place of the answer that stands again by it, and whether one of them takes a row back."""
    known = list(found)
    gone = {row["undoes"] for row in known if row["undoes"]}
    again = [row for row in known if row["undoes"] and row["live"] and row["mark"] is not None]
    restored: dict[int, tuple[str, int]] = {}
    for start in range(0, len(again), _AT_A_TIME):
        restored |= dict(_restored(connection, again[start : start + _AT_A_TIME]))
    return [
        {**row, "restores": restored.get(row["id"]), "taken_back": row["id"] in gone}
        for row in known
    ]


def _restored(
    connection: Connection, undos: Sequence[Row]
) -> Iterator[tuple[int, tuple[str, int]]]:
    """Time and place of the answers that stand again by these undos, by their numbers."""
    line = (decisions.c.left_claim, decisions.c.right_claim, decisions.c.reviewer)
    asked = {row["id"] for row in undos}
    wanted = tuple_(*line).in_([tuple(row[each.name] for each in line) for row in undos])
    query = select(*line, decisions.c.id, decisions.c.undoes, decisions.c.decided_at)
    rows_of_lines = map(
        _plain, connection.execute(query.where(wanted).order_by(*line, decisions.c.id))
    )
    for _, said in groupby(rows_of_lines, key=lambda row: tuple(row[each.name] for each in line)):
        every = list(said)
        place = {row["id"]: number for number, row in enumerate(every, 1)}
        for undo, _, act in lines.taken_back(every):
            if act is not None and undo["id"] in asked:
                yield undo["id"], (act["decided_at"], place[act["id"]])


def answered(connection: Connection, reviewers: int) -> Iterator[PairKey]:
    """The pairs on which the marks of at least so many people stand and count."""
    return (PairKey(*row) for row in connection.execute(_answered(reviewers)))


def in_sight(connection: Connection, reviewers: int) -> frozenset[PairKey]:
    """The pairs of which everybody sees what was said, where so many people are asked: of one all that anybody ever did."""
    if reviewers > 1:
        return frozenset(answered(connection, reviewers))
    pair = (decisions.c.left_claim, decisions.c.right_claim)
    return frozenset(PairKey(*row) for row in connection.execute(select(*pair).distinct()))


def _answered(reviewers: int) -> Select[Any]:
    pair = (decisions.c.left_claim, decisions.c.right_claim)
    query = select(*pair).join(pairs, _of_its_pair()).where(answers.counting())
    return query.group_by(*pair).having(func.count() >= reviewers)


def fingerprint(connection: Connection, reviewer: str, reviewers: int) -> tuple[int, ...]:
    """Numbers that tell which marks stand of this reviewer, and on the pairs that at least so many people have answered.

    How many, and sums over the numbers of their rows; the database makes them without handing out the rows.
    """
    pair = (decisions.c.left_claim, decisions.c.right_claim)
    stands = and_(decisions.c.live, decisions.c.mark.is_not(None))
    number = cast(decisions.c.id, BigInteger)
    sums = (number, *(number * number % prime for prime in _PRIMES))
    query = select(func.count(), *(func.coalesce(func.sum(each), 0) for each in sums))
    seen = or_(decisions.c.reviewer == reviewer, tuple_(*pair).in_(_answered(reviewers)))
    return tuple(int(each) for each in connection.execute(query.where(stands, seen)).one())


_AT_A_TIME: Final = 500
"""Claims in one question to the database."""

_PRIMES: Final = (999_983, 1_000_003)


def since(connection: Connection, number: int) -> Iterator[tuple[str, PairKey]]:
    """Who answered which pair in the rows after that number, each once."""
    columns = (decisions.c.reviewer, decisions.c.left_claim, decisions.c.right_claim)
    query = select(*columns).where(decisions.c.id > number).distinct().order_by(*columns)
    for who, left, right in connection.execute(query):
        yield who, PairKey(left, right)


def came(connection: Connection, number: int, relation: Relation) -> Iterator[Decision]:
    """The answers of one relation that stand among the rows after that number."""
    query = select(decisions, pairs.c.anew).outerjoin(pairs, _of_its_pair())
    query = query.where(
        decisions.c.id > number, decisions.c.live, decisions.c.relation == relation.value
    )
    for row in connection.execute(query.order_by(decisions.c.id)):
        yield line_rows.decision_of(row._asdict())


def by_relation(connection: Connection, reviewer: str) -> dict[str, int]:
    """The marks of one reviewer that stand and count, by relation."""
    query = (
        select(decisions.c.relation, func.count())
        .join(pairs, _of_its_pair())
        .where(decisions.c.reviewer == reviewer, answers.counting())
        .group_by(decisions.c.relation)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
