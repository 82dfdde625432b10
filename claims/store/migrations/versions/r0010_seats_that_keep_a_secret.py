"""Leases that were given back keep their seat until they end, where reviewers are blind.

A lease is forgotten after minutes: those that are there are not taken over. By what pairs can be asked for is written down anew
once the tables are there, so that from now on no case lacks it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
PAIR = ["left_claim", "right_claim"]


def upgrade() -> None:
    """Make the table of leases anew."""
    op.drop_table("leases")
    op.create_table(
        "leases",
        sa.Column("left_claim", KEY, nullable=False),
        sa.Column("right_claim", KEY, nullable=False),
        sa.Column("seat", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("holder", KEY, nullable=False),
        sa.Column("until", sa.Text, nullable=False),
        sa.Column("given_back", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint(*PAIR, "seat", name="pk_leases"),
        sa.ForeignKeyConstraint(
            PAIR, ["pairs.left_claim", "pairs.right_claim"], name="fk_leases_pair"
        ),
    )
    op.create_index("ux_leases_holder", "leases", [*PAIR, "holder"], unique=True)
