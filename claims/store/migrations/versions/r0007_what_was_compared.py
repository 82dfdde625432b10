"""What was compared, and how many pairs there are: both follow from other rows.

The first is empty until the next comparison, which goes over all claims once more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables, count the pairs, and let the rows on a pair be found."""
    op.create_index("ix_decisions_pair", "decisions", ["left_claim", "right_claim", "id"])
    op.create_table(
        "traits",
        sa.Column("document", KEY, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("revisions", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_traits"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_traits_document"),
    )
    op.create_index("ix_traits_run", "traits", ["run"])
    op.create_table(
        "doubts",
        sa.Column("claim", KEY, nullable=False),
        sa.PrimaryKeyConstraint("claim", name="pk_doubts"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_doubts_claim"),
    )
    op.create_table(
        "tallies",
        sa.Column("relation", KEY, nullable=False),
        sa.Column("pairs", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("relation", name="pk_tallies"),
    )
    op.execute(
        "INSERT INTO tallies (relation, pairs) SELECT relation, count(*) FROM pairs WHERE live GROUP BY relation"
    )
