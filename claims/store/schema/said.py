"""What people said of pairs, incidents, documents and everything else: rows that supersede each other."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    text,
)

from claims.store.schema.shared import Key, metadata

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("left_claim", Key, nullable=False),
    Column("right_claim", Key, nullable=False),
    Column("reviewer", Key, nullable=False),
    Column("decided_at", Text, nullable=False),
    Column("relation", Text),
    Column("mark", Text),
    Column("supersedes", ForeignKey("decisions.id"), unique=True),
    Column("undoes", ForeignKey("decisions.id"), unique=True),
    Column("live", Boolean, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("token", Text, nullable=False),
    ForeignKeyConstraint(["left_claim", "right_claim"], ["pairs.left_claim", "pairs.right_claim"]),
    CheckConstraint("(mark IS NULL) = (relation IS NULL)", name="relation_of_mark"),
    CheckConstraint("mark IS NOT NULL OR undoes IS NOT NULL", name="mark_or_undo"),
)
Index(
    "ux_decisions_live",
    decisions.c.left_claim,
    decisions.c.right_claim,
    decisions.c.reviewer,
    unique=True,
    sqlite_where=text("live = 1"),
    postgresql_where=text("live"),
)
Index(
    "ux_decisions_token",
    decisions.c.reviewer,
    decisions.c.token,
    unique=True,
    sqlite_where=text("token <> ''"),
    postgresql_where=text("token <> ''"),
)
Index("ix_decisions_pair", decisions.c.left_claim, decisions.c.right_claim, decisions.c.id)
Index("ix_decisions_reviewer_id", decisions.c.reviewer, decisions.c.id)

adjudications = Table(
    "adjudications",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("left_claim", Key, nullable=False),
    Column("right_claim", Key, nullable=False),
    Column("adjudicator", Key, nullable=False),
    Column("settled_at", Text, nullable=False),
    Column("supersedes", ForeignKey("adjudications.id"), unique=True),
    Column("undoes", ForeignKey("adjudications.id"), unique=True),
    Column("live", Boolean, nullable=False),
    Column("token", Text, nullable=False),
    Column("body", Text, nullable=False),
    ForeignKeyConstraint(["left_claim", "right_claim"], ["pairs.left_claim", "pairs.right_claim"]),
)
Index(
    "ux_adjudications_live",
    adjudications.c.left_claim,
    adjudications.c.right_claim,
    unique=True,
    sqlite_where=text("live = 1"),
    postgresql_where=text("live"),
)
Index(
    "ux_adjudications_token",
    adjudications.c.adjudicator,
    adjudications.c.token,
    unique=True,
    sqlite_where=text("token <> ''"),
    postgresql_where=text("token <> ''"),
)
Index("ix_adjudications_adjudicator", adjudications.c.adjudicator)

remarks = Table(
    "remarks",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("thing", Text, nullable=False),
    Column("topic", Key, nullable=False),
    Column("kind", Text, nullable=False),
    Column("line", Key, nullable=False),
    Column("author", Key, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("supersedes", ForeignKey("remarks.id"), unique=True),
    Column("undoes", ForeignKey("remarks.id"), unique=True),
    Column("live", Boolean, nullable=False),
    Column("token", Text, nullable=False),
    Column("body", Text),
)
Index(
    "ux_remarks_live",
    remarks.c.thing,
    remarks.c.topic,
    remarks.c.author,
    remarks.c.line,
    unique=True,
    sqlite_where=text("live = 1"),
    postgresql_where=text("live"),
)
Index(
    "ux_remarks_token",
    remarks.c.author,
    remarks.c.token,
    unique=True,
    sqlite_where=text("token <> ''"),
    postgresql_where=text("token <> ''"),
)
Index("ix_remarks_author_id", remarks.c.author, remarks.c.id)

conclusions = Table(
    "conclusions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("matter", Text, nullable=False),
    Column("topic", Key, nullable=False),
    Column("settler", Key, nullable=False),
    Column("settled_at", Text, nullable=False),
    Column("supersedes", ForeignKey("conclusions.id"), unique=True),
    Column("undoes", ForeignKey("conclusions.id"), unique=True),
    Column("live", Boolean, nullable=False),
    Column("token", Text, nullable=False),
    Column("body", Text, nullable=False),
)
Index(
    "ux_conclusions_live",
    conclusions.c.matter,
    conclusions.c.topic,
    unique=True,
    sqlite_where=text("live = 1"),
    postgresql_where=text("live"),
)
Index(
    "ux_conclusions_token",
    conclusions.c.settler,
    conclusions.c.token,
    unique=True,
    sqlite_where=text("token <> ''"),
    postgresql_where=text("token <> ''"),
)

groupings = Table(
    "groupings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("line", Key, nullable=False),
    Column("author", Key, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("supersedes", ForeignKey("groupings.id"), unique=True),
    Column("undoes", ForeignKey("groupings.id"), unique=True),
    Column("live", Boolean, nullable=False),
    Column("token", Text, nullable=False),
    Column("body", Text),
)
Index(
    "ux_groupings_live",
    groupings.c.author,
    groupings.c.line,
    unique=True,
    sqlite_where=text("live = 1"),
    postgresql_where=text("live"),
)
Index(
    "ux_groupings_token",
    groupings.c.author,
    groupings.c.token,
    unique=True,
    sqlite_where=text("token <> ''"),
    postgresql_where=text("token <> ''"),
)
Index("ix_groupings_author_id", groupings.c.author, groupings.c.id)

descriptions = Table(
    "descriptions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("document", Key, ForeignKey("documents.id"), nullable=False),
    Column("author", Key, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("supersedes", ForeignKey("descriptions.id"), unique=True),
    Column("undoes", ForeignKey("descriptions.id"), unique=True),
    Column("live", Boolean, nullable=False),
    Column("token", Text, nullable=False),
    Column("body", Text),
)
Index(
    "ux_descriptions_live",
    descriptions.c.document,
    unique=True,
    sqlite_where=text("live = 1"),
    postgresql_where=text("live"),
)
Index(
    "ux_descriptions_token",
    descriptions.c.author,
    descriptions.c.token,
    unique=True,
    sqlite_where=text("token <> ''"),
    postgresql_where=text("token <> ''"),
)
Index("ix_descriptions_author_id", descriptions.c.author, descriptions.c.id)
