"""How the database goes about what a reviewer waits for."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from claims.model import Wanted
from claims.services import Case, open_case
from tests.stages import STAGES, TWO_ACCOUNTS

WALK = re.compile(
    "SCAN (pairs|comparisons|claims|documents|decisions|adjudications|remarks|facets|leases|audit)"
)
"""A step over every row of a table that grows with the case."""


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[Case]:
    """A compared case in a file, with two people on each pair."""
    with open_case(tmp_path / "case.db", actor="ana", stages=STAGES) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        case.review.require(2)
        yield case


def _plans(case: Path, asked: list[tuple[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Every statement with the steps of its plan."""
    with closing(sqlite3.connect(case)) as connection:
        for statement, parameters in asked:
            if statement.startswith(("SELECT", "UPDATE", "INSERT", "DELETE")):
                plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                yield " ".join(statement.split()), [step for *_, step in plan]


def _work(case: Case) -> None:
    """A turn of each of two reviewers: the next pair, an answer, the list, a look back."""
    for who in ("ana", "ben"):
        item = case.review.next(reviewer=who)
        assert item is not None
        case.review.decide(item.key, relation="agree", by=who, token=f"{who} 1")
        case.review.queue(reviewer=who, limit=3)
        case.review.queue(reviewer=who, wanted=Wanted(source="Network", slot=None))
        case.review.history(item.key, reviewer=who)
        case.review.progress(who)
        case.pairs.list(limit=2, reviewer=who)
        case.pairs.get(item.key, reviewer=who)
        case.review.undo(by=who)
        case.review.release(item.key, reviewer=who)


def test_nothing_that_a_reviewer_waits_for_walks_over_a_whole_table(at_work: Case) -> None:
    """Every row is found by an index, so that a million pairs take as long as a hundred."""
    asked: list[tuple[str, Any]] = []

    def noted(_connection: object, _cursor: object, *told: Any) -> None:
        asked.append((told[0], told[1]))

    event.listen(Engine, "before_cursor_execute", noted)
    _work(at_work)
    event.remove(Engine, "before_cursor_execute", noted)
    walked = [
        (step, statement)
        for statement, steps in _plans(Path(at_work.settings.case), asked)
        for step in steps
        if WALK.match(step) and not _first_rows(statement, steps)
    ]

    assert asked
    assert walked == []


def _first_rows(statement: str, steps: list[str]) -> bool:
    """Whether only the first rows of a table are taken, in an order in which they lie there."""
    bounded = "WHERE" not in statement and " LIMIT " in statement
    return bounded and not any("TEMP B-TREE" in step for step in steps)
