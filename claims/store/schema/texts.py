"""Documents, what was read in them, and what people changed of it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from claims.store.schema.shared import HASH_LENGTH, ID_LENGTH, Key, metadata

documents = Table(
    "documents",
    metadata,
    Column("id", Key, primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("sha256", String(HASH_LENGTH), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("publisher", Text),
    Column("published", Text, nullable=False),
    Column("published_reason", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("added_by", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("particulars", Text),
    CheckConstraint(f"length(sha256) = {HASH_LENGTH}", name="sha256_length"),
    CheckConstraint(f"length(id) = {ID_LENGTH}", name="id_length"),
)
Index("ix_documents_name", documents.c.name)

extractions = Table(
    "extractions",
    metadata,
    Column("document", Key, ForeignKey("documents.id"), primary_key=True),
    Column("body", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("document", Key, ForeignKey("documents.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("made_at", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("body", Text, nullable=False),
    CheckConstraint("number > 1", name="later"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Key, primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("document", Key, ForeignKey("documents.id"), nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("lineage", Text, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("surroundings", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("maker", Text),
    Column("revision", Integer),
    Column("reading", Integer),
    Column("gone", Integer),
)
Index("ix_claims_document_seq", claims.c.document, claims.c.seq)

former_claims = Table(
    "former_claims",
    metadata,
    Column("claim", Key, ForeignKey("claims.id"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("reading", Integer, nullable=False),
    Column("surroundings", Text, nullable=False),
    Column("body", Text, nullable=False),
)

edits = Table(
    "edits",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("document", Key, ForeignKey("documents.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("editor", Key, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("text_hash", String(HASH_LENGTH), nullable=False),
    Column("program", Text, nullable=False),
    Column("reading", Integer, nullable=False),
    Column("about", ForeignKey("edits.id")),
    Column("token", Text, nullable=False),
    Column("body", Text, nullable=False),
    CheckConstraint("(about IS NOT NULL) = (kind IN ('undo', 'keep'))", name="about"),
)
Index("ix_edits_document_id", edits.c.document, edits.c.id)
Index(
    "ux_edits_undone",
    edits.c.about,
    unique=True,
    sqlite_where=text("kind = 'undo'"),
    postgresql_where=text("kind = 'undo'"),
)
Index(
    "ux_edits_token",
    edits.c.editor,
    edits.c.token,
    unique=True,
    sqlite_where=text("token <> ''"),
    postgresql_where=text("token <> ''"),
)

problems = Table(
    "problems",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("document", Key, ForeignKey("documents.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("reading", Integer),
)
Index("ix_problems_document", problems.c.document)
