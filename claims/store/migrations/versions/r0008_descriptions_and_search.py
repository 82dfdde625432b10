"""What people say of documents, and by what documents are found. Rows that people made are not touched.

What documents are found by follows from them and is written down once the tables are there. What was compared already is
forgotten: older programs kept it outside the audit chain, so that nothing could vouch for it; the next comparison goes over all
claims again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables and the column; forget what no chain vouches for."""
    for table in ("traits", "doubts"):
        op.execute(sa.text(f"DELETE FROM {table}"))  # noqa: S608
    op.add_column("documents", sa.Column("particulars", sa.Text))
    _descriptions()
    op.create_table(
        "findable",
        sa.Column("document", KEY, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("title", KEY, nullable=False),
        sa.Column("publisher", KEY, nullable=False),
        sa.Column("lineage", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_findable"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_findable_document"),
        sa.UniqueConstraint("seq", name="uq_findable_seq"),
    )
    for name in ("title", "publisher"):
        op.create_index(f"ix_findable_{name}", "findable", [name, "seq"])
    op.create_table(
        "words",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("word", KEY, nullable=False),
        sa.Column("bare", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_words"),
        sa.UniqueConstraint("word", name="uq_words_word"),
    )
    op.create_table(
        "occurrences",
        sa.Column("word", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("document", sa.Integer, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("word", "document", name="pk_occurrences"),
        sqlite_with_rowid=False,
    )


def _descriptions() -> None:
    op.create_table(
        "descriptions",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("author", KEY, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("supersedes", sa.Integer),
        sa.Column("undoes", sa.Integer),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("body", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_descriptions"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_descriptions_document"),
        sa.ForeignKeyConstraint(
            ["supersedes"], ["descriptions.id"], name="fk_descriptions_supersedes"
        ),
        sa.ForeignKeyConstraint(["undoes"], ["descriptions.id"], name="fk_descriptions_undoes"),
        sa.UniqueConstraint("supersedes", name="uq_descriptions_supersedes"),
        sa.UniqueConstraint("undoes", name="uq_descriptions_undoes"),
    )
    for name, columns, which in (
        ("live", ["document"], ("live = 1", "live")),
        ("token", ["author", "token"], ("token <> ''", "token <> ''")),
    ):
        op.create_index(
            f"ux_descriptions_{name}",
            "descriptions",
            columns,
            unique=True,
            sqlite_where=sa.text(which[0]),
            postgresql_where=sa.text(which[1]),
        )
    op.create_index("ix_descriptions_author_id", "descriptions", ["author", "id"])
