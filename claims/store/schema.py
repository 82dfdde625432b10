"""The tables of a case, as the newest migration leaves them.

No row of the case is ever deleted, and most are written once. What may change says which rows are the present ones
(``claims.live``, ``live`` of `LINES`, ``documents.claims``, ``documents.problems``) or is a newest version whose earlier
ones are rows of their own: ``pairs`` with ``comparisons``, ``claims`` with ``former_claims``. Triggers in the database
refuse anything else. Columns that a migration added to older rows are empty there: ``claims.maker`` of what the engine
read, ``claims.revision``, ``claims.reading`` and ``problems.reading`` of what the first reading of a document gave.

Values of the model stand in ``body`` columns as canonical JSON (`claims.model.plain`); what is searched or sorted by
stands beside it in columns of its own. Times are text, ISO 8601 in UTC; order never depends on them but on numbers
that rise without gaps.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Every migration, oldest first."""

HEAD: Final = REVISIONS[-1]
"""The newest one; a case at any other is brought here when it is opened, or refused when it is newer."""

ID_LENGTH: Final = 16
HASH_LENGTH: Final = 64

Key: Final = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is sorted and paged by: in the order of code points, whatever the language of the server."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

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
)

CONTENT: Final = (
    documents,
    extractions,
    readings,
    claims,
    former_claims,
    edits,
    problems,
    pairs,
    comparisons,
    decisions,
    adjudications,
    remarks,
    conclusions,
    groupings,
    people,
    facts,
)
"""The tables that the audit chain answers for, parents before children."""

LINES: Final = (decisions, adjudications, remarks, conclusions, groupings)
"""The tables whose rows supersede each other: the last of a line is live."""

PASSING: Final = (facets, leases, cursors, traits, doubts, tallies)
"""Tables that hold nothing anybody said: they follow from other rows, or are forgotten after minutes."""

DERIVED: Final = {
    "decisions": frozenset({"live"}),
    "adjudications": frozenset({"live"}),
    "remarks": frozenset({"live"}),
    "conclusions": frozenset({"live"}),
    "groupings": frozenset({"live"}),
    "pairs": frozenset({"place", "slots"}),
}
"""Columns that follow from other rows and are not part of a row's digest. Those named ``live`` are checked by rule;
those of ``pairs`` order and filter the queue and are made anew by every comparison."""
