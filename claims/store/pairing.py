"""Which pairs are suggested: rows are added, compared anew or suggested no longer; none is ever taken away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, and_, func, select, tuple_

from claims.model import Comparison, Level, PairKey, SameEvent, Slot
from claims.store import rows
from claims.store.audit import Row
from claims.store.originals import sha256
from claims.store.pairs import among
from claims.store.schema import comparisons, decisions, pairs
from claims.store.writer import Writer

_AT_A_TIME: Final = 200

_Levels: TypeAlias = tuple[SameEvent, tuple[tuple[Slot, Level], ...]]
"""How the slots of both sides stand."""

Rank = Callable[[Comparison], int]
"""Where a pair stands in the queue; the least is next."""

Ended = Callable[[Collection[PairKey]], Collection[PairKey]]
"""Those of some pairs on which blindness has ended once, so that they are not asked anew."""


@dataclass(slots=True)
class Changes:
    """What a new set of comparisons changes in the stored one; ``answered`` of those ``changed`` had all answers, which stand."""

    pairs: list[dict[str, Any]] = field(default_factory=list)
    comparisons: list[dict[str, Any]] = field(default_factory=list)
    updates: list[tuple[Row, dict[str, Any]]] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    gone: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class How:
    """How pairs are written.

    Attributes:
        rank: where a pair stands in the queue.
        ended: on which pairs blindness has ended; answers to older versions of all others count no more.
        made_at: when they were compared.
    """

    rank: Rank
    ended: Ended
    made_at: str


def replace(
    writer: Writer, found: Sequence[Comparison], how: How, apart: Sequence[Comparison] = ()
) -> Changes:
    """Make ``found`` the suggested pairs; keep every version and every pair that is suggested no longer; ``apart`` as in `revise`."""
    return _write(writer, _all(writer.connection), found, how, apart)


def revise(
    writer: Writer,
    found: Sequence[Comparison],
    how: How,
    *,
    away: Sequence[str],
    parted: Sequence[PairKey],
    apart: Sequence[Comparison] = (),
) -> Changes:
    """Do the same for a part of the pairs, and leave all others as they are.

    Args:
        writer: the open transaction.
        found: pairs that are suggested, of claims in ``away`` or of others.
        how: how they are written.
        away: claims of which no pair is suggested that is not in ``found``.
        parted: pairs that are suggested no longer.
        apart: what both sides say now in pairs that are not suggested; of those never suggested nothing is written.
    """
    connection = writer.connection
    stored = [*_of(connection, away), *_named(connection, [each.key for each in found])]
    stored += _named(connection, parted)
    return _write(writer, stored, found, how, apart)


def _write(
    writer: Writer,
    known: Iterable[Row],
    found: Sequence[Comparison],
    how: How,
    apart: Sequence[Comparison] = (),
) -> Changes:
    """Make ``found`` the suggested ones among the known pairs, and keep of the others what both sides say now."""
    stored = {(row["left_claim"], row["right_claim"]): row for row in known}
    changes = Changes()
    for comparison in found:
        row = stored.pop((comparison.key.left, comparison.key.right), None)
        _compare(changes, row, comparison, rank=how.rank(comparison), made_at=how.made_at)
    _ask_anew(changes, how.ended)
    told = {each.key: each for each in apart}
    before = _levels_then(writer.connection, told)
    for row in stored.values():
        key = rows.key_of_pair(row)
        changes.gone += row["live"]
        values = {}
        if key in told:
            values = _told_anew(changes, row, told[key], before.get(key), how)
        if row["live"] or values:
            changes.updates.append((row, {**values, "live": False}))
    writer.insert(pairs, changes.pairs)
    for row, values in changes.updates:
        writer.update(pairs, row, values)
    writer.insert(comparisons, changes.comparisons)
    return changes


def _levels_then(connection: Connection, keys: Collection[PairKey]) -> dict[PairKey, _Levels]:
    """How the slots of these pairs stood in their newest version."""
    both = and_(
        comparisons.c.left_claim == pairs.c.left_claim,
        comparisons.c.right_claim == pairs.c.right_claim,
        comparisons.c.version == pairs.c.version,
    )
    wanted = sorted(keys, key=str)
    found: dict[PairKey, _Levels] = {}
    for start in range(0, len(wanted), _AT_A_TIME):
        query = select(comparisons).join(pairs, both)
        query = query.where(among(wanted[start : start + _AT_A_TIME]))
        for row in connection.execute(query):
            told = rows.comparison_of(row._asdict())
            found[told.key] = _levels_of(told)
    return found


def _levels_of(comparison: Comparison) -> _Levels:
    return comparison.same_event, tuple((each.slot, each.level) for each in comparison.slots)


def _told_anew(
    changes: Changes, row: Row, comparison: Comparison, before: _Levels | None, how: How
) -> dict[str, Any]:
    """A further version of a pair that nobody is asked about, where a slot stands otherwise now; nobody is asked anew."""
    body = rows.body_of(comparison)
    digest = sha256(body.encode())
    if digest == row["digest"] or _levels_of(comparison) == before:
        return {}
    version, rank = row["version"] + 1, how.rank(comparison)
    new = rows.pair_row(comparison, version=version, rank=rank, digest=digest, anew=row["anew"])
    changes.comparisons.append(
        rows.comparison_row(comparison.key, body, version=version, made_at=how.made_at)
    )
    return {name: value for name, value in new.items() if row[name] != value}


def _ask_anew(changes: Changes, ended: Ended) -> None:
    """Let no answer to an older version count on the pairs that have a new one, but where blindness has ended.

    Whether anybody answered one makes no difference, so that nobody is told.
    """
    versions = {
        rows.key_of_pair(row): values for row, values in changes.updates if "version" in values
    }
    over = ended(versions.keys())
    changes.answered = len(over)
    for key, values in versions.items():
        if key not in over:
            values["anew"] = values["version"]


def ask_no_more(writer: Writer, people: int, behind: int) -> None:
    """Ask nobody again on a pair on which enough people answered one version: their words, from several copies, come together after a newer one.

    So it makes no difference in which order copies come.

    Args:
        writer: the open transaction, with all answers written.
        people: how many are asked about each pair.
        behind: the highest number of an answer that was there before.
    """
    both = and_(
        decisions.c.left_claim == pairs.c.left_claim, decisions.c.right_claim == pairs.c.right_claim
    )
    came = select(decisions.c.left_claim, decisions.c.right_claim).where(decisions.c.id > behind)
    standing = and_(decisions.c.live, decisions.c.mark.is_not(None))
    together = (
        select(pairs, decisions.c.seen)
        .join(decisions, both)
        .where(tuple_(pairs.c.left_claim, pairs.c.right_claim).in_(came))
        .where(pairs.c.anew.is_not(None), standing, decisions.c.seen < pairs.c.anew)
        .group_by(*pairs.c, decisions.c.seen)
        .having(func.count() >= people)
        .order_by(pairs.c.left_claim, pairs.c.right_claim, decisions.c.seen)
    )
    done: set[PairKey] = set()
    for found in writer.connection.execute(together).all():
        row = found._asdict()
        seen, key = row.pop("seen"), rows.key_of_pair(row)
        if key not in done:
            done.add(key)
            writer.update(pairs, row, {"anew": seen if seen > 1 else None})


def _of(connection: Connection, claims: Sequence[str]) -> Iterator[Row]:
    """All pairs of these claims; some twice."""
    for start in range(0, len(claims), _AT_A_TIME):
        for column in (pairs.c.left_claim, pairs.c.right_claim):
            query = select(pairs).where(column.in_(claims[start : start + _AT_A_TIME]))
            yield from (row._asdict() for row in connection.execute(query).all())


def keys_of(connection: Connection, claims: Sequence[str] | None = None) -> frozenset[PairKey]:
    """The pairs that these claims make or made; None: all."""
    found = _all(connection) if claims is None else _of(connection, claims)
    return frozenset(map(rows.key_of_pair, found))


def sides(connection: Connection, claims: Sequence[str], keys: Iterable[PairKey]) -> frozenset[str]:
    """These claims, all that they make a pair with, and both sides of these pairs."""
    found = {side for key in keys for side in (key.left, key.right)}
    for row in _of(connection, claims):
        found |= {row["left_claim"], row["right_claim"]}
    return frozenset(found.union(claims))


def _named(connection: Connection, keys: Sequence[PairKey]) -> Iterator[Row]:
    """The pairs of these keys, as far as there are any."""
    for start in range(0, len(keys), _AT_A_TIME):
        query = select(pairs).where(among(keys[start : start + _AT_A_TIME]))
        yield from (row._asdict() for row in connection.execute(query).all())


def _compare(
    changes: Changes, known: Row | None, comparison: Comparison, *, rank: int, made_at: str
) -> None:
    """Note what has to be written so that ``comparison`` is the newest version of its pair."""
    body = rows.body_of(comparison)
    digest = sha256(body.encode())
    same = known is not None and known["digest"] == digest
    version = 1 if known is None else known["version"] + (not same)
    anew = None if known is None else known["anew"]
    row = rows.pair_row(comparison, version=version, rank=rank, digest=digest, anew=anew)
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
