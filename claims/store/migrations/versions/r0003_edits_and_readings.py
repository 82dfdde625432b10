"""People edit claims, and documents are read again: later readings, earlier revisions of claims, edits.

Rows that are there already are not touched: the audit chain answers for them as they are, and new columns are empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add columns and tables."""
    for name, kind in (
        ("maker", sa.Text),
        ("revision", sa.Integer),
        ("reading", sa.Integer),
        ("gone", sa.Integer),
    ):
        op.add_column("claims", sa.Column(name, kind()))
    op.add_column("problems", sa.Column("reading", sa.Integer()))
    _readings()
    _former_claims()
    _edits()


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("document", KEY, nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("program", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document", "number", name="pk_readings"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_readings_document"),
        sa.CheckConstraint("number > 1", name="ck_readings_later"),
    )


def _former_claims() -> None:
    op.create_table(
        "former_claims",
        sa.Column("claim", KEY, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("surroundings", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("claim", "revision", name="pk_former_claims"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_former_claims_claim"),
    )


def _edits() -> None:
    op.create_table(
        "edits",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("editor", KEY, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("text_hash", sa.String(64), nullable=False),
        sa.Column("program", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("about", sa.Integer),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_edits"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_edits_document"),
        sa.ForeignKeyConstraint(["about"], ["edits.id"], name="fk_edits_about"),
        sa.CheckConstraint(
            "(about IS NOT NULL) = (kind IN ('undo', 'keep'))", name="ck_edits_about"
        ),
    )
    op.create_index("ix_edits_document_id", "edits", ["document", "id"])
    op.create_index(
        "ux_edits_undone",
        "edits",
        ["about"],
        unique=True,
        sqlite_where=sa.text("kind = 'undo'"),
        postgresql_where=sa.text("kind = 'undo'"),
    )
    op.create_index(
        "ux_edits_token",
        "edits",
        ["editor", "token"],
        unique=True,
        sqlite_where=sa.text("token <> ''"),
        postgresql_where=sa.text("token <> ''"),
    )
