"""The audit chain: every change is one row, bound to the row before it by a hash.

A row says who did what to which subject and when, and carries the digest of every row of the case that the change
wrote. Numbers rise without gaps; ``prev_hash`` is unique, so there is one chain and no branch. Whoever edits, deletes
or swaps anything behind the program's back leaves a place where chain and case no longer agree, and
`claims.store.verify` names it. Only a cut of the newest rows together with what they answer for cannot be seen from
inside: that takes a head noted elsewhere, as every report does.

A row's hash is over its salt as well, random bits that no reading service shows. So a hash answers for all rows up to its
own, and yet tells nothing of them: who knows their own rows cannot try a guess at what others wrote between. With the same
acts it is another hash each time.

Two equal hashes of the newest row would still tell that nobody wrote meanwhile. Where that may not be known, a head is
blinded: a few random digits, and a hash over them, the newest row's hash and its salt. It is another one each time, stands for all
rows up to that one, and whoever has the case can hold it against every row.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, Table, func, select

from claims.model import RemarkKind
from claims.model.plain import Plain, dumps, loads
from claims.store.inserting import put_in
from claims.store.schema import DERIVED, audit

START: Final = "0" * 64
"""``prev_hash`` of the first row."""

SALT_BYTES: Final = 16
"""Random bytes in each row: nobody tries them all."""

CHANCE: Final = 16
"""Hex digits of a blinded head that are random: no two heads have the same."""

AT_MOST: Final = 500
"""Changes in one row of the chain; a larger change goes on in the next row."""

Row: TypeAlias = Mapping[str, Any]


CLOSE: Final = "close former pairs"
"""The action by which somebody answers at once all pairs that are asked no more."""

FILL_IN: Final = "fill in remarks"
"""The action by which somebody writes a note and tags as a table has them."""

OF_REVIEWERS: Final = frozenset(
    {"decide pair", "undo decision", CLOSE, "settle pair", "undo ruling"}
    | {f"add {kind.value}" for kind in RemarkKind}
    | {f"{verb} remark" for verb in ("revise", "withdraw", "undo")}
    | {FILL_IN}
    | {"merge incidents", "split incident", "undo grouping"}
    | {"conclude on claim", "conclude on incident", "undo conclusion"}
)
"""Actions of the review: while answers are blind, nobody is told that somebody else took one."""

GIVE_OUT: Final = "give out report"
"""The action by which a report leaves the case: it holds nothing but what everybody may see, and everybody is told of it."""

TAKEN_IN: Final = "load dump"
HANDED_ON: Final = "hand on part"
"""The only act of a file that holds what one person may see: whose it is."""
SAID_BLINDLY: Final = frozenset(
    {"decisions", "adjudications", "remarks", "groupings", "conclusions"}
)
"""Tables of which rows can be hidden from somebody."""
TELLS_NOTHING: Final = SAID_BLINDLY | {"traits", "doubts"}
"""These, and what was compared already: it is forgotten, and made anew, without anything having changed."""

LOOKS: Final = frozenset({"dump case", "back up case", "restore case", TAKEN_IN})
"""Actions by which somebody has a copy in hand, and in it answers that they may not be shown yet."""


class Head(NamedTuple):
    """Number and hash of the newest row; ``(0, "")`` while there is none."""

    seq: int
    hash: str


NOTHING: Final = Head(0, "")
"""The head of a chain without rows."""


EVERY: Final = "*"
GONE: Final = ""
"""Key and digest of a change after which no row of a table is left."""


class Change(NamedTuple):
    """One row of the case after a change: its table, its key, its digest."""

    table: str
    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does: the words of the audit rows.

    Attributes:
        actor: who.
        action: what, as ``verb noun``: ``add document``, ``decide pair`` …
        subject: id of what it is done to.
        at: when, ISO 8601 in UTC with microseconds.
        program: version of the program.
    """

    actor: str
    action: str
    subject: str
    at: str
    program: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the chain, as it is shown."""

    seq: int
    at: str
    actor: str
    action: str
    subject: str
    detail: Mapping[str, Plain]
    changes: tuple[Change, ...]
    program: str
    prev_hash: str
    hash: str


def key_of(table: Table, row: Row) -> str:
    """The primary key of a row as text, its parts joined by a tilde."""
    return "~".join(str(row[column.name]) for column in table.primary_key.columns)


def digest_of(table: Table, row: Row) -> str:
    """Hash over all columns of a row that are set, except those that follow from other rows.

    Empty columns are left out, so that a migration can add one without touching older rows.
    """
    derived = DERIVED.get(table.name, frozenset())
    plain: dict[str, Plain] = {
        name: value for name, value in row.items() if value is not None and name not in derived
    }
    return hash_of({"table": table.name, "row": plain})


def hash_of(plain: Plain) -> str:
    """SHA-256 of the canonical JSON of a value, 64 hex digits."""
    return hashlib.sha256(dumps(plain).encode()).hexdigest()


def sealed(row: Row) -> str:
    """The hash that belongs to a row of the chain; those of older programs have no salt."""
    return hash_of(
        {
            name: value
            for name, value in row.items()
            if name != "hash" and (name, value) != ("salt", None)
        }
    )


def head(connection: Connection) -> Head:
    """The newest row of the chain."""
    query = select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
    row = connection.execute(query).first()
    return NOTHING if row is None else Head(row.seq, row.hash)


def newest(connection: Connection) -> Entry | None:
    """The newest row of the chain, None while there is none."""
    row = connection.execute(select(audit).order_by(audit.c.seq.desc()).limit(1)).first()
    return None if row is None else entry_of(row._asdict())


def append(
    connection: Connection, act: Act, changes: Sequence[Change], *, detail: Mapping[str, Plain]
) -> Head:
    """Add the rows that answer for ``changes``; at least one row, even when there are none.

    Args:
        connection: the transaction that wrote them.
        act: who does what.
        changes: the rows written.
        detail: what a reader of the chain wants to see beside them.
    """
    last = head(connection)
    rows: list[dict[str, Any]] = []
    for start in range(0, max(1, len(changes)), AT_MOST):
        row = _row(act, changes[start : start + AT_MOST], dumps(dict(detail)), last)
        rows.append(row)
        last = Head(row["seq"], row["hash"])
    put_in(connection, audit, rows)
    return last


def blinded(row: Row, chance: str) -> str:
    """What a blinded head with these random digits says of a row of the chain, 64 hex digits."""
    told = hash_of({"chance": chance, "hash": row["hash"], "salt": row["salt"]})
    return chance + told[len(chance) :]


def blinded_head(connection: Connection) -> str:
    """What stands for the newest row of the chain, and is another one each time; "" while there is none."""
    row = connection.execute(select(audit).order_by(audit.c.seq.desc()).limit(1)).first()
    return "" if row is None else blinded(row._asdict(), secrets.token_hex(CHANCE // 2))


def _row(act: Act, changes: Sequence[Change], detail: str, last: Head) -> dict[str, Any]:
    row = {
        "seq": last.seq + 1,
        "at": act.at,
        "actor": act.actor,
        "action": act.action,
        "subject": act.subject,
        "detail": detail,
        "changes": dumps([list(change) for change in changes]),
        "program": act.program,
        "prev_hash": last.hash or START,
        "salt": secrets.token_hex(SALT_BYTES),
    }
    return row | {"hash": sealed(row)}


def entries(connection: Connection, *, after: int, limit: int) -> tuple[Entry, ...]:
    """Rows of the chain from the one after number ``after``, oldest first."""
    query = select(audit).where(audit.c.seq > after).order_by(audit.c.seq).limit(limit)
    return tuple(entry_of(row._asdict()) for row in connection.execute(query))


def maker(connection: Connection) -> str:
    """Who wrote the first row of the chain, "" while there is none."""
    return connection.scalar(select(audit.c.actor).order_by(audit.c.seq).limit(1)) or ""


def actions(connection: Connection, actor: str) -> frozenset[str]:
    """Every action of which somebody has a row in the chain."""
    query = select(audit.c.action).where(audit.c.actor == actor).distinct()
    return frozenset(connection.scalars(query))


def was_done(connection: Connection, action: str) -> bool:
    """Whether the chain has a row of this action."""
    query = select(audit.c.seq).where(audit.c.action == action).limit(1)
    return connection.execute(query).first() is not None


def handed_to(connection: Connection) -> str:
    """Whose copy a case is that began with the part of another one which somebody may see: theirs; "" for any other case."""
    query = select(audit.c.actor, audit.c.action).order_by(audit.c.seq).limit(1)
    row = connection.execute(query).first()
    return row.actor if row is not None and row.action == HANDED_ON else ""


def some(connection: Connection, numbers: Sequence[int]) -> tuple[Entry, ...]:
    """The rows of the chain with these numbers, oldest first."""
    query = select(audit).where(audit.c.seq.in_(numbers)).order_by(audit.c.seq)
    return tuple(entry_of(row._asdict()) for row in connection.execute(query))


def acts(connection: Connection, *, before: int | None = None) -> Iterator[Any]:
    """``seq``, ``actor``, ``action`` and ``subject`` of every row of the chain, or those before a number, newest first."""
    columns = (audit.c.seq, audit.c.actor, audit.c.action, audit.c.subject)
    query = select(*columns).order_by(audit.c.seq.desc())
    if before is not None:
        query = query.where(audit.c.seq < before)
    with connection.execute(query.execution_options(yield_per=AT_MOST)) as found:
        yield from found


def counted(connection: Connection, actor: str) -> tuple[int, int]:
    """How many rows are of somebody, or no act of the review and no look, and the number of the newest; 0 without any."""
    hidden = audit.c.action.in_(sorted(OF_REVIEWERS))
    query = select(func.count(), func.max(audit.c.seq)).where(
        (audit.c.actor == actor) | ~hidden, audit.c.action.not_in(sorted(LOOKS))
    )
    count, newest = connection.execute(query).one()
    return count, newest or 0


def newest_beside_review(connection: Connection) -> int:
    """The number of the newest row by which claims or pairs may have become others: no act of the review, no look; 0 without any."""
    query = select(func.max(audit.c.seq)).where(audit.c.action.not_in(sorted(OF_REVIEWERS | LOOKS)))
    return connection.scalar(query) or 0


def takings(connection: Connection) -> Sequence[int]:
    """The numbers of the rows by which somebody took in a file, newest first."""
    query = select(audit.c.seq).where(audit.c.action == TAKEN_IN).order_by(audit.c.seq.desc())
    return connection.scalars(query).all()


def seen_at_work(connection: Connection) -> frozenset[str]:
    """Whoever did something of which everybody is told: no act of the review, nor took in a file, which can hold nothing else."""
    hidden = OF_REVIEWERS | {TAKEN_IN}
    query = select(audit.c.actor).where(audit.c.action.not_in(sorted(hidden)))
    return frozenset(connection.scalars(query.distinct()))


def looks(connection: Connection) -> Sequence[int]:
    """The numbers of the rows by which somebody took a copy, oldest first."""
    query = select(audit.c.seq).where(audit.c.action.in_(sorted(LOOKS)))
    return connection.scalars(query.order_by(audit.c.seq)).all()


def hash_at(connection: Connection, number: int) -> str:
    """The hash of the row of this number, "" when there is none."""
    return connection.scalar(select(audit.c.hash).where(audit.c.seq == number)) or ""


def entry_of(row: Row) -> Entry:
    """A row of the chain as a value.

    Raises:
        InputError: its JSON cannot be read.
    """
    return Entry(
        seq=row["seq"],
        at=row["at"],
        actor=row["actor"],
        action=row["action"],
        subject=row["subject"],
        detail=_mapping(loads(row["detail"])),
        changes=changes_of(row["changes"]),
        program=row["program"],
        prev_hash=row["prev_hash"],
        hash=row["hash"],
    )


def _mapping(plain: Plain) -> Mapping[str, Plain]:
    return plain if isinstance(plain, dict) else {}


def changes_of(text: str) -> tuple[Change, ...]:
    """The changes that a row of the chain answers for."""
    plain = loads(text)
    return tuple(Change(*map(str, item)) for item in _lists(plain))


def _lists(plain: Plain) -> Iterable[Sequence[Plain]]:
    return (item for item in plain if isinstance(item, list)) if isinstance(plain, list) else ()
