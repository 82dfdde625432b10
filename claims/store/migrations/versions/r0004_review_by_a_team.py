"""Review by a team: adjudications, remarks, leases, the order and the filters of the queue.

Rows that are there already are not touched but for two new columns of pairs, which are no part of a row's digest.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
PAIR = ["left_claim", "right_claim"]
BATCH = 1000


def upgrade() -> None:
    """Add columns and tables."""
    op.add_column("pairs", sa.Column("place", sa.Integer()))
    op.add_column("pairs", sa.Column("slots", sa.Text()))
    _fill(op.get_bind())
    op.create_index("ix_pairs_place", "pairs", ["live", "place", *PAIR])
    op.create_index("ix_pairs_right", "pairs", ["right_claim", "left_claim"])
    _adjudications()
    _remarks()
    _passing()


def _fill(connection: sa.Connection) -> None:
    """The place of each pair is its rank; its slots are those of its newest comparison."""
    connection.execute(sa.text("UPDATE pairs SET place = rank"))
    found = connection.execute(
        sa.text(
            "SELECT p.left_claim, p.right_claim, c.body FROM pairs p JOIN comparisons c"
            " ON c.left_claim = p.left_claim AND c.right_claim = p.right_claim AND c.version = p.version"
        )
    )
    update = sa.text("UPDATE pairs SET slots = :s WHERE left_claim = :l AND right_claim = :r")
    rows = [(row[0], row[1], json.loads(row[2]).get("conflicting", [])) for row in found]
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        connection.execute(
            update, [{"l": left, "r": right, "s": " ".join(slots)} for left, right, slots in part]
        )


def _line(table: str, who: str) -> None:
    """A submission is stored once."""
    op.create_index(
        f"ux_{table}_token",
        table,
        [who, "token"],
        unique=True,
        sqlite_where=sa.text("token <> ''"),
        postgresql_where=sa.text("token <> ''"),
    )


def _live(table: str, columns: list[str]) -> None:
    op.create_index(
        f"ux_{table}_live",
        table,
        columns,
        unique=True,
        sqlite_where=sa.text("live = 1"),
        postgresql_where=sa.text("live"),
    )


def _adjudications() -> None:
    op.create_table(
        "adjudications",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("left_claim", KEY, nullable=False),
        sa.Column("right_claim", KEY, nullable=False),
        sa.Column("adjudicator", KEY, nullable=False),
        sa.Column("settled_at", sa.Text, nullable=False),
        sa.Column("supersedes", sa.Integer),
        sa.Column("undoes", sa.Integer),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_adjudications"),
        sa.ForeignKeyConstraint(
            ["supersedes"], ["adjudications.id"], name="fk_adjudications_supersedes"
        ),
        sa.ForeignKeyConstraint(["undoes"], ["adjudications.id"], name="fk_adjudications_undoes"),
        sa.ForeignKeyConstraint(
            PAIR, ["pairs.left_claim", "pairs.right_claim"], name="fk_adjudications_left_claim"
        ),
        sa.UniqueConstraint("supersedes", name="uq_adjudications_supersedes"),
        sa.UniqueConstraint("undoes", name="uq_adjudications_undoes"),
    )
    _live("adjudications", PAIR)
    _line("adjudications", "adjudicator")


def _remarks() -> None:
    op.create_table(
        "remarks",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("thing", sa.Text, nullable=False),
        sa.Column("topic", KEY, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("line", KEY, nullable=False),
        sa.Column("author", KEY, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("supersedes", sa.Integer),
        sa.Column("undoes", sa.Integer),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("body", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_remarks"),
        sa.ForeignKeyConstraint(["supersedes"], ["remarks.id"], name="fk_remarks_supersedes"),
        sa.ForeignKeyConstraint(["undoes"], ["remarks.id"], name="fk_remarks_undoes"),
        sa.UniqueConstraint("supersedes", name="uq_remarks_supersedes"),
        sa.UniqueConstraint("undoes", name="uq_remarks_undoes"),
    )
    _live("remarks", ["thing", "topic", "author", "line"])
    _line("remarks", "author")
    op.create_index("ix_remarks_author_id", "remarks", ["author", "id"])


def _passing() -> None:
    """What holds nothing that anybody said."""
    op.create_table(
        "facets",
        sa.Column("claim", KEY, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("value", KEY, nullable=False),
        sa.PrimaryKeyConstraint("claim", "kind", "value", name="pk_facets"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_facets_claim"),
    )
    op.create_index("ix_facets_value", "facets", ["kind", "value", "claim"])
    op.create_table(
        "leases",
        sa.Column("left_claim", KEY, nullable=False),
        sa.Column("right_claim", KEY, nullable=False),
        sa.Column("seat", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("holder", KEY, nullable=False),
        sa.Column("until", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("left_claim", "right_claim", "seat", name="pk_leases"),
        sa.ForeignKeyConstraint(
            PAIR, ["pairs.left_claim", "pairs.right_claim"], name="fk_leases_left_claim"
        ),
    )
    op.create_index("ux_leases_holder", "leases", [*PAIR, "holder"], unique=True)
    op.create_table(
        "cursors",
        sa.Column("reviewer", KEY, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("left_claim", KEY, nullable=False),
        sa.Column("right_claim", KEY, nullable=False),
        sa.PrimaryKeyConstraint("reviewer", "scope", name="pk_cursors"),
    )
