"""The only hand that writes rows: what it writes, the audit chain answers for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, and_, select, update

from claims.model.plain import Plain
from claims.store.audit import EVERY, GONE, Act, Change, Row, append, digest_of, key_of
from claims.store.engine import writing
from claims.store.inserting import put_in, swallowed
from claims.store.schema import DERIVED

BATCH: Final = 1000
"""Rows in one statement."""


@dataclass(slots=True)
class Writer:
    """One open transaction that writes; gathers what the chain has to answer for.

    Attributes:
        connection: the transaction.
        changes: the rows written so far.
        detail: what a reader of the chain wants to see beside them: old and new values of what changes in place.
        alone: whether the act stands in the chain though it changes no row of the case.
    """

    connection: Connection
    changes: list[Change] = field(default_factory=list)
    detail: Mapping[str, Plain] = field(default_factory=dict)
    alone: bool = False

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows; each has every column of the table."""
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            put_in(self.connection, table, batch)
            self.changes.extend(_change(table, row) for row in batch)

    def update(self, table: Table, row: Row, values: dict[str, Any]) -> None:
        """Change columns of one row, given as it stands now."""
        keys = [column == row[column.name] for column in table.primary_key.columns]
        changed = self.connection.execute(update(table).where(and_(*keys)).values(values)).rowcount
        if changed != 1:
            raise swallowed(table)
        if not values.keys() <= DERIVED.get(table.name, frozenset()):
            self.changes.append(_change(table, {**row, **values}))

    def emptied(self, table: Table) -> None:
        """Note that no row of a table is left; only of those that are forgotten and made anew."""
        self.changes.append(Change(table.name, EVERY, GONE))

    def next_number(self, table: Table, column: str) -> int:
        """The number after the highest in a column; numbers rise without gaps, for writers stand in line."""
        numbers = table.c[column]
        last = self.connection.scalar(select(numbers).order_by(numbers.desc()).limit(1))
        return 1 if last is None else int(last) + 1


def _change(table: Table, row: Row) -> Change:
    return Change(table.name, key_of(table, row), digest_of(table, row))


@contextmanager
def recording(engine: Engine, act: Act) -> Iterator[Writer]:
    """A transaction that writes; its audit rows are its last rows. Nothing written, no audit row."""
    with writing(engine) as connection:
        writer = Writer(connection)
        yield writer
        if writer.changes or writer.alone:
            append(connection, act, writer.changes, detail=writer.detail)
