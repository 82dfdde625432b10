"""What people said that came from a file: whose it is, who took it in, and from which file, as the audit chain has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Table, func, select

from claims.model import (
    Adjudication,
    Conclusion,
    Decision,
    Described,
    Edit,
    Grouping,
    Remark,
    RemarkKind,
    TakenIn,
)
from claims.model.plain import Plain, loads
from claims.store.audit import HANDED_ON, TAKEN_IN, changes_of, hash_at, head
from claims.store.schema import audit, metadata, remarks

PERSON: Final[Mapping[str, str]] = {
    "decisions": "reviewer",
    "adjudications": "adjudicator",
    "remarks": "author",
    "conclusions": "settler",
    "groupings": "author",
    "descriptions": "author",
    "edits": "editor",
}
"""The tables of what people said, each with the column that says who."""

Row = TypeVar("Row", Decision, Adjudication, Remark, Conclusion, Grouping, Described, Edit)

SENDER: Final = "from"
FILE: Final = "file"
"""What the record says of a file that was taken in: whose it was, and its SHA-256."""

_TABLES: Final = tuple(metadata.tables[name] for name in PERSON)


def sender(connection: Connection) -> str:
    """Whose words a file holds, as its own record says; "" for a copy of a whole case, which is of many people."""
    acts = connection.execute(select(audit.c.actor, audit.c.action).distinct().limit(2)).all()
    return acts[0].actor if [act.action for act in acts] == [HANDED_ON] else ""


def numbers(connection: Connection) -> dict[str, int]:
    """The highest number of a row of each table of what people said, 0 while there is none."""
    return {table.name: connection.scalar(select(func.max(table.c.id))) or 0 for table in _TABLES}


def said_since(connection: Connection, behind: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """How many rows each person has in each table whose numbers are higher than these; tables without any left out."""
    found = {table.name: _of_each(connection, table, behind[table.name]) for table in _TABLES}
    return {name: each for name, each in found.items() if each}


def marked_since(connection: Connection, number: int) -> frozenset[str]:
    """Who marked a claim in the rows of remarks after that number."""
    query = select(remarks.c.author).where(
        remarks.c.id > number, remarks.c.kind == RemarkKind.MARK.value
    )
    return frozenset(connection.scalars(query))


def _of_each(connection: Connection, table: Table, behind: int) -> dict[str, int]:
    who = table.c[PERSON[table.name]]
    query = select(who.label("who"), func.count().label("rows")).where(table.c.id > behind)
    return {row.who: row.rows for row in connection.execute(query.group_by(who).order_by(who))}


@dataclass(frozen=True, slots=True)
class _UpTo:
    """What came from files up to a row of the chain.

    Attributes:
        seq: number of that row.
        hash: its hash: where another row has that number, what is known is of another chain.
        found: how each row of a table came, by its number.
    """

    seq: int = 0
    hash: str = ""
    found: Mapping[int, TakenIn] = field(default_factory=dict)


_known: Final[WeakKeyDictionary[Engine, dict[str, _UpTo]]] = WeakKeyDictionary()
"""What was read of the chain already, by table: rows of it never change, and a case may have taken in thousands of files."""


def taken_in(connection: Connection, table: Table) -> Mapping[int, TakenIn]:
    """The rows of a table that came from files, by their numbers; of the chain only what was added since it was read last."""
    known = _known.setdefault(connection.engine, {})
    upto, last = known.get(table.name, _UpTo()), head(connection)
    if upto.seq and hash_at(connection, upto.seq) != upto.hash:
        upto = _UpTo()
    if last.seq > upto.seq:
        new = _since(connection, table, upto.seq)
        found = {**new, **upto.found} if new else upto.found
        upto = known[table.name] = _UpTo(last.seq, last.hash, found)
    return upto.found


def _since(connection: Connection, table: Table, seq: int) -> dict[int, TakenIn]:
    """The same from the rows of the chain after a number."""
    columns = (audit.c.actor, audit.c.at, audit.c.detail, audit.c.changes)
    of_table = audit.c.changes.contains(f'["{table.name}","', autoescape=True)
    query = select(*columns).where(audit.c.seq > seq, audit.c.action == TAKEN_IN, of_table)
    found: dict[int, TakenIn] = {}
    for row in connection.execute(query.order_by(audit.c.seq)):
        detail = loads(row.detail)
        told = detail if isinstance(detail, dict) else {}
        how = TakenIn(row.actor, row.at, _text(told.get(SENDER)), _text(told.get(FILE)))
        for change in changes_of(row.changes):
            if change.table == table.name and change.key.isdigit():
                found.setdefault(int(change.key), how)
    return found


def from_files(connection: Connection, table: Table, rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows of a table under the numbers under which they are stored, each that came from a file with how."""
    found = tuple(rows)
    how = taken_in(connection, table) if found else {}
    return tuple(replace(row, taken_in=how.get(row.id)) for row in found) if how else found


def _text(plain: Plain) -> str:
    return plain if isinstance(plain, str) else ""
