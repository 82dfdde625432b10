"""Who works on a case, what it has laid down, and the chain that answers for all of it."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from claims.store.schema.shared import HASH_LENGTH, Key, metadata

people = Table(
    "people",
    metadata,
    Column("name", Key, primary_key=True),
    Column("role", Text, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    Column("name", Key, primary_key=True),
    Column("value", Text, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("prev_hash", String(HASH_LENGTH), nullable=False, unique=True),
    Column("hash", String(HASH_LENGTH), nullable=False, unique=True),
    Column("salt", Text),
)
Index("ix_audit_actor", audit.c.actor)
Index("ix_audit_action", audit.c.action, audit.c.seq)
