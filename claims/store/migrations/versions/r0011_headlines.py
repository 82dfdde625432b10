"""What stands above each text is written down beside by what it is found, so that lists can show it; who did what is found by indexes.

The table follows from the documents and what was read in them: it is filled anew once all tables are there.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table anew."""
    op.drop_table("findable")
    op.create_table(
        "findable",
        sa.Column("document", KEY, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("title", KEY, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("publisher", KEY, nullable=False),
        sa.Column("lineage", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_findable"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_findable_document"),
        sa.UniqueConstraint("seq", name="uq_findable_seq"),
    )
    for name in ("title", "publisher"):
        op.create_index(f"ix_findable_{name}", "findable", [name, "seq"])
    op.create_index("ix_audit_actor", "audit", ["actor"])
    op.create_index("ix_audit_action", "audit", ["action", "seq"])
    op.create_index("ix_adjudications_adjudicator", "adjudications", ["adjudicator"])
