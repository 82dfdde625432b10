"""A case as the first migration left it, with rows in every table."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, MetaData, Table, func, insert, select
from sqlalchemy.engine import URL

from claims.model import PairKey
from claims.model.plain import dumps, to_plain
from claims.store import document_rows, line_rows, rows
from claims.store.engine import address_of, make_engine, reading, writing
from claims.store.originals import Originals, sha256
from claims.store.upgrade import Upgrade
from tests.factories import (
    NOON,
    a_claim,
    a_comparison,
    a_document,
    a_mark,
    a_message,
    an_extraction,
)

TABLES: Final = (
    "documents",
    "extractions",
    "claims",
    "problems",
    "pairs",
    "comparisons",
    "decisions",
)
NEW: Final = {
    "added_by",
    "undoes",
    "token",
    "maker",
    "revision",
    "reading",
    "gone",
    "place",
    "slots",
    "particulars",
    "anew",
}
"""Columns that the first form of the tables did not have."""


def upgrade(url: URL) -> Upgrade:
    """The upgrade of this case."""
    return Upgrade(url, timeout=5, at=NOON, program="test")


def make_old_case(case: str, originals: Path, *, documents: int = 3) -> URL:
    """Create a case at revision 0001 with so many documents, a claim each, and pairs and decisions among them."""
    url = address_of(case)
    upgrade(url).run("0001")
    engine = make_engine(url, timeout=5)
    with writing(engine) as connection:
        old = MetaData()
        old.reflect(connection)
        kept = Originals(originals)
        ids = [_add_document(connection, old, kept, seq) for seq in range(1, documents + 1)]
        for number, (one, other) in enumerate(pairwise(ids)):
            _add_pair(connection, old, PairKey.of(one, other), 2 * number + 1)
    engine.dispose()
    return url


def _insert(connection: Connection, old: MetaData, table: str, row: dict[str, Any]) -> None:
    known = {name: value for name, value in row.items() if name not in NEW}
    connection.execute(insert(old.tables[table]), known)


def _add_document(connection: Connection, old: MetaData, originals: Originals, seq: int) -> str:
    text = f"Network said: strike {seq}\nقال: NUL \x00 here\n"
    document = a_document(text)
    claim = a_claim(text[:20], document=document.id)
    extraction = an_extraction(document, claim)
    originals.keep(text.encode())
    row = document_rows.document_row(
        extraction, seq=seq, size=len(text), added_at=NOON, added_by=""
    )
    _insert(connection, old, "documents", row)
    _insert(connection, old, "extractions", document_rows.extraction_row(extraction))
    _insert(connection, old, "claims", rows.claim_row(claim, seq=seq, surroundings=("", text[20:])))
    body = dumps(to_plain(a_message()))
    _insert(
        connection,
        old,
        "problems",
        {"seq": seq, "document": document.id, "code": "odd", "body": body},
    )
    return claim.id


def _add_pair(connection: Connection, old: MetaData, key: PairKey, number: int) -> None:
    """A pair with two versions, and a decision that was changed once."""
    comparison = a_comparison(key.left, key.right)
    body = rows.body_of(comparison)
    _insert(
        connection,
        old,
        "pairs",
        rows.pair_row(comparison, version=2, rank=7, digest=sha256(body.encode())),
    )
    for version in (1, 2):
        row = rows.comparison_row(key, body, version=version, made_at=NOON)
        _insert(connection, old, "comparisons", row)
    common = {"reviewer": "ana", "decided_at": NOON, "seen": 2}
    mark = dict(line_rows.mark_columns(key, a_mark(key.left, key.right)))
    first = {"id": number, "supersedes": None, "live": False}
    second = {"id": number + 1, "supersedes": number, "live": True}
    _insert(connection, old, "decisions", mark | common | first)
    _insert(connection, old, "decisions", mark | common | second)


def content(url: URL) -> dict[str, list[dict[str, Any]]]:
    """Every row in the columns of the first form, by table, in the order of their keys."""
    engine = make_engine(url, timeout=5)
    with reading(engine) as connection:
        found = {name: _rows(connection, name) for name in TABLES}
    engine.dispose()
    return found


def _rows(connection: Connection, name: str) -> list[dict[str, Any]]:
    table = Table(name, MetaData(), autoload_with=connection)
    columns = [column for column in table.columns if column.name not in NEW]
    query = select(*columns).order_by(*table.primary_key.columns)
    return [row._asdict() for row in connection.execute(query)]


def chain_of(url: URL) -> list[dict[str, Any]]:
    """Every row of the audit chain, without columns that are empty in it."""
    engine = make_engine(url, timeout=5)
    with reading(engine) as connection:
        found = _rows(connection, "audit")
    engine.dispose()
    return [{name: value for name, value in row.items() if value is not None} for row in found]


def revision(url: URL) -> str:
    """The revision that the tables are at."""
    engine = make_engine(url, timeout=5)
    with reading(engine) as connection:
        table = Table("alembic_version", MetaData(), autoload_with=connection)
        found = connection.scalar(select(func.max(table.c.version_num)))
    engine.dispose()
    return str(found)


if __name__ == "__main__":
    print("ready", flush=True)  # noqa: T201
    upgrade(address_of(sys.argv[1])).run()
