"""The two sides of a pair: claims with what stands around them, and the heads of their documents, asked for at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, select

from claims.model import DocumentHead
from claims.store import document_rows, rows
from claims.store.claims import ClaimRow
from claims.store.schema import claims, documents

_OF_DOCUMENT: Final = "document_"
"""How columns of the document are called, which has some that a claim has too."""

_HEAD: Final = tuple(column for column in documents.columns if column.name != "body")

_SIDES: Final = (
    select(claims, *(column.label(f"{_OF_DOCUMENT}{column.name}") for column in _HEAD))
    .join(documents, documents.c.id == claims.c.document)
    .where(claims.c.id.in_(bindparam("wanted", expanding=True)))
)
"""Made once, for reviewers wait for it all day."""


def sides(
    connection: Connection, wanted: Sequence[str]
) -> tuple[dict[str, ClaimRow], dict[str, DocumentHead]]:
    """The claims of these ids, and the documents that they were read in, by their ids."""
    found: dict[str, ClaimRow] = {}
    heads: dict[str, DocumentHead] = {}
    for each in connection.execute(_SIDES, {"wanted": list(dict.fromkeys(wanted))}):
        row = each._asdict()
        claim = rows.claim_of(row)
        found[claim.id] = ClaimRow(claim, *rows.surroundings_of(row))
        if claim.document not in heads:
            head = {column.name: row[f"{_OF_DOCUMENT}{column.name}"] for column in _HEAD}
            heads[claim.document] = document_rows.head_of(head)
    return found, heads
