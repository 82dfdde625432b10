"""Rows of ``groupings`` as values of the model."""

from __future__ import annotations

from claims.model import Grouping, Regrouping
from claims.model.plain import from_plain, loads
from claims.store.audit import Row


def grouping_of(row: Row) -> Grouping:
    """The value in a row."""
    body = row["body"]
    return Grouping(
        id=row["id"],
        said=None if body is None else from_plain(Regrouping, loads(body)),
        by=row["author"],
        at=row["made_at"],
        supersedes=row["supersedes"],
        undoes=row["undoes"],
        live=row["live"],
        token=row["token"],
    )
