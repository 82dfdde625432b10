"""What people said as rows, and back: decisions, rulings, remarks, conclusions; see `claims.store.rows`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from claims.model import (
    Adjudication,
    Answer,
    Conclusion,
    Decision,
    Mark,
    Matter,
    PairKey,
    Remark,
    RemarkKind,
    Ruling,
    Settlement,
    Thing,
    Topic,
)
from claims.model.plain import dumps, from_plain, loads, to_plain
from claims.model.remark import KINDS
from claims.store.audit import Row
from claims.store.rows import key_of_pair


@dataclass(frozen=True, slots=True)
class Ruled:
    """What stands in the body of a row of ``adjudications``; no ruling in a row after which none stands."""

    ruling: Ruling | None
    originals: tuple[Answer, ...]
    adopted: tuple[Answer, ...]


def mark_columns(key: PairKey, mark: Mark | None) -> Mapping[str, Any]:
    """The columns of ``decisions`` that say what was said of which pair."""
    return {
        "left_claim": key.left,
        "right_claim": key.right,
        "relation": None if mark is None else mark.relation.value,
        "mark": None if mark is None else dumps(to_plain(mark)),
    }


def decision_of(row: Row) -> Decision:
    """The decision; a row that leaves a pair undecided has no mark. ``anew`` of the pair says from which version on answers count."""
    mark = row["mark"]
    return Decision(
        id=row["id"],
        mark=None if mark is None else from_plain(Mark, loads(mark)),
        key=key_of_pair(row),
        by=row["reviewer"],
        at=row["decided_at"],
        supersedes=row["supersedes"],
        live=row["live"],
        seen=row["seen"],
        token=row["token"],
        place=row.get("place", 0),
        outdated=row["seen"] < (row.get("anew") or 0),
        restores=row.get("restores"),
        taken_back=row.get("taken_back", False),
        undoes=row.get("undoes"),
        overtaken=row.get("asked") is False and row["seen"] < row["newest"],
    )


def adjudication_columns(
    key: PairKey, ruling: Ruling | None, originals: tuple[Answer, ...], adopted: tuple[Answer, ...]
) -> dict[str, Any]:
    """The columns of ``adjudications`` that say what was settled of which pair, on which answers."""
    return {
        "left_claim": key.left,
        "right_claim": key.right,
        "body": dumps(to_plain(Ruled(ruling, originals, adopted))),
    }


def adjudication_of(row: Row) -> Adjudication:
    """The adjudication."""
    ruled = from_plain(Ruled, loads(row["body"]))
    return Adjudication(
        id=row["id"],
        key=key_of_pair(row),
        ruling=ruled.ruling,
        by=row["adjudicator"],
        at=row["settled_at"],
        originals=ruled.originals,
        adopted=ruled.adopted,
        supersedes=row["supersedes"],
        live=row["live"],
        token=row["token"],
        undoes=row["undoes"],
    )


def remark_of(row: Row) -> Remark:
    """The remark; a row that takes one back may have no content."""
    kind = from_plain(RemarkKind, row["kind"])
    body = row["body"]
    return Remark(
        id=row["id"],
        topic=Topic(from_plain(Thing, row["thing"]), row["topic"]),
        kind=kind,
        content=None if body is None else from_plain(KINDS[kind], loads(body)),
        by=row["author"],
        at=row["made_at"],
        supersedes=row["supersedes"],
        undoes=row["undoes"],
        live=row["live"],
        token=row["token"],
    )


@dataclass(frozen=True, slots=True)
class Concluded:
    """What stands in the body of a row of ``conclusions``; no settlement in a row that takes one back."""

    settlement: Settlement | None


TAKES_BACK: Final = dumps(to_plain(Concluded(None)))
"""The body of a row of ``conclusions`` that takes one back; earlier programs put there what stood again, which is not read."""


def conclusion_columns(matter: Matter, name: str, settlement: Settlement) -> dict[str, Any]:
    """The columns of ``conclusions`` that say what was concluded on what."""
    return {
        "matter": matter.value,
        "topic": name,
        "body": dumps(to_plain(Concluded(settlement))),
    }


def conclusion_of(row: Row) -> Conclusion:
    """The conclusion."""
    return Conclusion(
        id=row["id"],
        matter=from_plain(Matter, row["matter"]),
        of=row["topic"],
        settlement=from_plain(Concluded, loads(row["body"])).settlement,
        by=row["settler"],
        at=row["settled_at"],
        supersedes=row["supersedes"],
        live=row["live"],
        token=row["token"],
    )
