"""Nothing is lost any more: the audit chain, undo, idempotent submissions, people; no cascades.

Rows that are there already get their digests in the first rows of the chain, so that the chain answers for all of
the case from here on.
"""

import hashlib
import json
import re
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0002"
down_revision = "0001"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TABLES = ("documents", "extractions", "claims", "problems", "pairs", "comparisons", "decisions")
AT_MOST = 500


def upgrade() -> None:
    """Rebuild what has to change, add what is new, and begin the chain."""
    _documents()
    _no_cascades()
    _decisions()
    _people()
    _audit()
    _begin_chain(op.get_bind())


def _documents() -> None:
    with op.batch_alter_table("documents") as table:
        table.add_column(sa.Column("added_by", sa.Text, nullable=False, server_default=""))
        table.create_check_constraint("ck_documents_sha256_length", "length(sha256) = 64")
        table.create_check_constraint("ck_documents_id_length", "length(id) = 16")
    with op.batch_alter_table("documents") as table:
        table.alter_column("added_by", server_default=None)


def _no_cascades() -> None:
    for name in ("extractions", "claims", "problems"):
        with op.batch_alter_table(name) as table:
            table.drop_constraint(f"fk_{name}_document", type_="foreignkey")
            table.create_foreign_key(f"fk_{name}_document", "documents", ["document"], ["id"])


def _decisions() -> None:
    with op.batch_alter_table("decisions") as table:
        table.alter_column("relation", existing_type=sa.Text, nullable=True)
        table.alter_column("mark", existing_type=sa.Text, nullable=True)
        table.add_column(sa.Column("undoes", sa.Integer))
        table.add_column(sa.Column("token", sa.Text, nullable=False, server_default=""))
        table.create_unique_constraint("uq_decisions_undoes", ["undoes"])
        table.create_foreign_key("fk_decisions_undoes", "decisions", ["undoes"], ["id"])
        table.create_check_constraint(
            "ck_decisions_relation_of_mark", "(mark IS NULL) = (relation IS NULL)"
        )
        table.create_check_constraint(
            "ck_decisions_mark_or_undo", "mark IS NOT NULL OR undoes IS NOT NULL"
        )
    with op.batch_alter_table("decisions") as table:
        table.alter_column("token", server_default=None)
    op.create_index(
        "ux_decisions_token",
        "decisions",
        ["reviewer", "token"],
        unique=True,
        sqlite_where=sa.text("token <> ''"),
        postgresql_where=sa.text("token <> ''"),
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("name", KEY, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_people"),
    )
    op.create_table(
        "facts",
        sa.Column("name", KEY, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_facts"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("program", sa.Text, nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
        sa.UniqueConstraint("prev_hash", name="uq_audit_prev_hash"),
        sa.UniqueConstraint("hash", name="uq_audit_hash"),
    )


def _begin_chain(connection: sa.Connection) -> None:
    """One row of the chain for every 500 rows of the case."""
    metadata = sa.MetaData()
    audit = sa.Table("audit", metadata, autoload_with=connection)
    changes: list[list[str]] = []
    for name in TABLES:
        table = sa.Table(name, metadata, autoload_with=connection)
        rows = connection.execute(sa.select(table).order_by(*table.primary_key.columns))
        changes.extend(_change(table, row._asdict()) for row in rows)
    previous = "0" * 64
    for seq, start in enumerate(range(0, len(changes), AT_MOST), 1):
        row = _row(seq, changes[start : start + AT_MOST], previous)
        connection.execute(sa.insert(audit), row)
        previous = row["hash"]


def _row(seq: int, changes: list[list[str]], previous: str) -> dict[str, Any]:
    row = {
        "seq": seq,
        "at": context.config.attributes["at"],
        "actor": "claims",
        "action": "migrate case",
        "subject": revision,
        "detail": "{}",
        "changes": _canonical(changes),
        "program": context.config.attributes["program"],
        "prev_hash": previous,
    }
    return row | {"hash": _hash(row)}


def _change(table: sa.Table, row: dict[str, Any]) -> list[str]:
    key = "~".join(str(row[column.name]) for column in table.primary_key.columns)
    kept = {
        name: value
        for name, value in row.items()
        if value is not None and (table.name, name) != ("decisions", "live")
    }
    return [table.name, key, _hash({"table": table.name, "row": kept})]


def _hash(plain: object) -> str:
    return hashlib.sha256(_canonical(plain).encode()).hexdigest()


def _canonical(plain: object) -> str:
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match.group()):04x}", text)
