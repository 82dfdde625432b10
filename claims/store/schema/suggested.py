"""Pairs that are suggested, and every version of their comparison."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from claims.store.schema.shared import HASH_LENGTH, Key, metadata

pairs = Table(
    "pairs",
    metadata,
    Column("left_claim", Key, ForeignKey("claims.id"), primary_key=True),
    Column("right_claim", Key, ForeignKey("claims.id"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("relation", Text, nullable=False),
    Column("same_event", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("digest", String(HASH_LENGTH), nullable=False),
    Column("place", Integer),
    Column("slots", Text),
    Column("anew", Integer),
    CheckConstraint("left_claim < right_claim", name="ordered"),
)
Index("ix_pairs_place", pairs.c.live, pairs.c.place, pairs.c.left_claim, pairs.c.right_claim)
Index("ix_pairs_right", pairs.c.right_claim, pairs.c.left_claim)
Index("ix_pairs_rank", pairs.c.live, pairs.c.rank, pairs.c.left_claim, pairs.c.right_claim)
Index(
    "ix_pairs_relation_rank",
    pairs.c.live,
    pairs.c.relation,
    pairs.c.rank,
    pairs.c.left_claim,
    pairs.c.right_claim,
)

comparisons = Table(
    "comparisons",
    metadata,
    Column("left_claim", Key, primary_key=True),
    Column("right_claim", Key, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("made_at", Text, nullable=False),
    Column("body", Text, nullable=False),
    ForeignKeyConstraint(["left_claim", "right_claim"], ["pairs.left_claim", "pairs.right_claim"]),
)
