"""The way of the data: documents, what was read in them, claims, pairs, comparisons, decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the tables."""
    _documents()
    _claims()
    _pairs()
    _decisions()


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", KEY, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Text, nullable=False),
        sa.Column("published_reason", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("problems", sa.Integer, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("seq", name="uq_documents_seq"),
        sa.UniqueConstraint("sha256", name="uq_documents_sha256"),
    )
    op.create_index("ix_documents_name", "documents", ["name"])
    op.create_table(
        "extractions",
        sa.Column("document", KEY, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_extractions"),
        _of_document("extractions"),
    )


def _of_document(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["document"], ["documents.id"], name=f"fk_{table}_document", ondelete="CASCADE"
    )


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", KEY, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("lineage", sa.Text, nullable=False),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("surroundings", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.UniqueConstraint("seq", name="uq_claims_seq"),
        _of_document("claims"),
    )
    op.create_index("ix_claims_document_seq", "claims", ["document", "seq"])
    op.create_table(
        "problems",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_problems"),
        _of_document("problems"),
    )
    op.create_index("ix_problems_document", "problems", ["document"])


def _pairs() -> None:
    op.create_table(
        "pairs",
        sa.Column("left_claim", KEY, nullable=False),
        sa.Column("right_claim", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("relation", sa.Text, nullable=False),
        sa.Column("same_event", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("left_claim", "right_claim", name="pk_pairs"),
        sa.ForeignKeyConstraint(["left_claim"], ["claims.id"], name="fk_pairs_left_claim"),
        sa.ForeignKeyConstraint(["right_claim"], ["claims.id"], name="fk_pairs_right_claim"),
        sa.CheckConstraint("left_claim < right_claim", name="ck_pairs_ordered"),
    )
    op.create_index("ix_pairs_rank", "pairs", ["live", "rank", "left_claim", "right_claim"])
    op.create_index(
        "ix_pairs_relation_rank", "pairs", ["live", "relation", "rank", "left_claim", "right_claim"]
    )
    op.create_table(
        "comparisons",
        sa.Column("left_claim", KEY, nullable=False),
        sa.Column("right_claim", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("left_claim", "right_claim", "version", name="pk_comparisons"),
        _of_pair("comparisons"),
    )


def _of_pair(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["left_claim", "right_claim"],
        ["pairs.left_claim", "pairs.right_claim"],
        name=f"fk_{table}_left_claim_right_claim",
    )


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("left_claim", KEY, nullable=False),
        sa.Column("right_claim", KEY, nullable=False),
        sa.Column("reviewer", KEY, nullable=False),
        sa.Column("decided_at", sa.Text, nullable=False),
        sa.Column("relation", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("supersedes", sa.Integer),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("supersedes", name="uq_decisions_supersedes"),
        sa.ForeignKeyConstraint(["supersedes"], ["decisions.id"], name="fk_decisions_supersedes"),
        _of_pair("decisions"),
    )
    op.create_index(
        "ux_decisions_live",
        "decisions",
        ["left_claim", "right_claim", "reviewer"],
        unique=True,
        sqlite_where=sa.text("live = 1"),
        postgresql_where=sa.text("live"),
    )
    op.create_index("ix_decisions_reviewer_id", "decisions", ["reviewer", "id"])
