"""What follows from other rows, or is forgotten after minutes: nothing that anybody said."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from claims.store.schema.shared import HASH_LENGTH, Key, metadata

facets = Table(
    "facets",
    metadata,
    Column("claim", Key, ForeignKey("claims.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("value", Key, primary_key=True),
)
Index("ix_facets_value", facets.c.kind, facets.c.value, facets.c.claim)

leases = Table(
    "leases",
    metadata,
    Column("left_claim", Key, primary_key=True),
    Column("right_claim", Key, primary_key=True),
    Column("seat", Integer, primary_key=True, autoincrement=False),
    Column("holder", Key, nullable=False),
    Column("until", Text, nullable=False),
    Column("given_back", Boolean, nullable=False),
    ForeignKeyConstraint(["left_claim", "right_claim"], ["pairs.left_claim", "pairs.right_claim"]),
)
Index("ux_leases_holder", leases.c.left_claim, leases.c.right_claim, leases.c.holder, unique=True)

cursors = Table(
    "cursors",
    metadata,
    Column("reviewer", Key, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("left_claim", Key, nullable=False),
    Column("right_claim", Key, nullable=False),
)

traits = Table(
    "traits",
    metadata,
    Column("document", Key, ForeignKey("documents.id"), primary_key=True),
    Column("run", Integer, nullable=False),
    Column("engine", Text, nullable=False),
    Column("revisions", Text, nullable=False),
    Column("digest", String(HASH_LENGTH), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("ix_traits_run", traits.c.run)

doubts = Table(
    "doubts",
    metadata,
    Column("claim", Key, ForeignKey("claims.id"), primary_key=True),
)

tallies = Table(
    "tallies",
    metadata,
    Column("relation", Key, primary_key=True),
    Column("pairs", Integer, nullable=False),
)

findable = Table(
    "findable",
    metadata,
    Column("document", Key, ForeignKey("documents.id"), primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("title", Key, nullable=False),
    Column("headline", Text, nullable=False),
    Column("publisher", Key, nullable=False),
    Column("lineage", Text, nullable=False),
    Column("folded", Text, nullable=False),
)
Index("ix_findable_title", findable.c.title, findable.c.seq)
Index("ix_findable_publisher", findable.c.publisher, findable.c.seq)

words = Table(
    "words",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("word", Key, nullable=False, unique=True),
    Column("bare", Key, nullable=False),
)

occurrences = Table(
    "occurrences",
    metadata,
    Column("word", Integer, primary_key=True, autoincrement=False),
    Column("document", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
