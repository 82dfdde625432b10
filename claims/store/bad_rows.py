"""What a row says that `claims.store.verify` found not to be as it was written, as far as it can be read."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Table, select

from claims.store.audit import Row
from claims.store.schema import audit

_DIGITS: Final = 9
"""Digits of a number that both databases hold in a plain integer."""


def row_of(connection: Connection, table: Table, name: str) -> Row | None:
    """The row of the chain or of a line that is named by this number, None where none says nothing but words and numbers."""
    if not (name.isascii() and name.isdecimal()) or len(name) > _DIGITS:
        return None
    number = table.c.seq if table is audit else table.c.id
    row = connection.execute(select(table).where(number == int(name))).first()
    said = None if row is None else row._asdict()
    if said is None or any(isinstance(value, bytes) for value in said.values()):
        return None
    return said
