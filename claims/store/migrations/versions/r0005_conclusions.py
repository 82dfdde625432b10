"""What people conclude on incidents and claims: rows that supersede each other, beside what a policy proposes.

Rows that are there already are not touched.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "conclusions",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("matter", sa.Text, nullable=False),
        sa.Column("topic", KEY, nullable=False),
        sa.Column("settler", KEY, nullable=False),
        sa.Column("settled_at", sa.Text, nullable=False),
        sa.Column("supersedes", sa.Integer),
        sa.Column("undoes", sa.Integer),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conclusions"),
        sa.ForeignKeyConstraint(
            ["supersedes"], ["conclusions.id"], name="fk_conclusions_supersedes"
        ),
        sa.ForeignKeyConstraint(["undoes"], ["conclusions.id"], name="fk_conclusions_undoes"),
        sa.UniqueConstraint("supersedes", name="uq_conclusions_supersedes"),
        sa.UniqueConstraint("undoes", name="uq_conclusions_undoes"),
    )
    _unique("ux_conclusions_live", ["matter", "topic"], "live = 1", "live")
    _unique("ux_conclusions_token", ["settler", "token"], "token <> ''", "token <> ''")


def _unique(name: str, columns: list[str], sqlite: str, postgresql: str) -> None:
    op.create_index(
        name,
        "conclusions",
        columns,
        unique=True,
        sqlite_where=sa.text(sqlite),
        postgresql_where=sa.text(postgresql),
    )
