"""What people say of incidents: which are one event, and which one is several. Rows that are there are not touched."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "groupings",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("line", KEY, nullable=False),
        sa.Column("author", KEY, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("supersedes", sa.Integer),
        sa.Column("undoes", sa.Integer),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("body", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_groupings"),
        sa.ForeignKeyConstraint(["supersedes"], ["groupings.id"], name="fk_groupings_supersedes"),
        sa.ForeignKeyConstraint(["undoes"], ["groupings.id"], name="fk_groupings_undoes"),
        sa.UniqueConstraint("supersedes", name="uq_groupings_supersedes"),
        sa.UniqueConstraint("undoes", name="uq_groupings_undoes"),
    )
    for name, columns, which in (
        ("live", ["author", "line"], ("live = 1", "live")),
        ("token", ["author", "token"], ("token <> ''", "token <> ''")),
    ):
        op.create_index(
            f"ux_groupings_{name}",
            "groupings",
            columns,
            unique=True,
            sqlite_where=sa.text(which[0]),
            postgresql_where=sa.text(which[1]),
        )
    op.create_index("ix_groupings_author_id", "groupings", ["author", "id"])
