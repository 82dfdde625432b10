"""The next pair of a reviewer in a case with a million pairs: how long the database takes, the processor, and the clock.

The case is small at first, and then filled with copies of one of its pairs by the database itself, past the record: what is
measured reads rows, and does not ask where they came from. Each reviewer takes the next pair and answers it, in turn.
Told apart are the statements of `Review.next`, reading the item included; the commit of the lease, which on SQLite with a
rollback journal waits for the disk; the processor; and the clock, which holds all of it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest import mock

from benchmarks.corpus import Text

if TYPE_CHECKING:
    from claims.services import Case, Settings

PAIRS: Final = 1_000_000
EACH: Final = 10
"""Pairs that each claim is the left side of."""

TURNS: Final = 600
PEOPLE: Final = 30

_ACCOUNTS: Final = b"A (official): day1 target\nB (monitor): day1 target\n"


def next_pair(_texts: Sequence[Text]) -> Iterable[str]:
    """The table on each database."""
    from claims.services import Settings
    from tests.postgresql import running

    with tempfile.TemporaryDirectory() as folder:
        yield from _on("SQLite file", Settings(case=str(Path(folder) / "case.db")))
        with running() as server:
            server.execute("CREATE DATABASE next")
            originals = Path(folder) / "originals"
            settings = Settings(case=server.address("next"), originals=originals)
            yield from _on("PostgreSQL (fsync off)", settings)


def _on(database: str, settings: Settings) -> Iterable[str]:
    from claims.services import open_case
    from tests.stages import STAGES

    with open_case(settings, actor="lead", stages=STAGES) as case:
        case.documents.add_bytes(_ACCOUNTS, name="accounts.txt")
        case.pairs.compare()
        _fill(case)
        for turn in range(PEOPLE):
            _turn(case, turn)
        taken = [_turn(case, turn) for turn in range(TURNS)]
    yield f"next pair of {PAIRS:,}, {PEOPLE} reviewers in turn, {TURNS} times, each answered, {database}"
    yield f"{'':<26}{'median':>10}{'p95':>10}"
    for name, some in zip(
        ("statements, ms", "commit, ms", "processor, ms", "wall clock, ms"),
        zip(*taken, strict=True),
        strict=True,
    ):
        ordered = sorted(some)
        middle, late = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
        yield f"{name:<26}{1000 * middle:>10.2f}{1000 * late:>10.2f}"


def _turn(case: Case, turn: int) -> tuple[float, float, float, float]:
    """Seconds of statements, commit, processor and clock for the next pair; then it is answered."""
    who = f"r{turn % PEOPLE:02}"
    with _timed(case) as spent:
        began, processor = time.perf_counter(), time.process_time()
        item = case.review.next(reviewer=who)
        processor, clock = time.process_time() - processor, time.perf_counter() - began
    if item is None:
        message = "the queue has a next pair"
        raise RuntimeError(message)
    case.review.decide(item.key, relation="unsure", by=who)
    return spent["statements"], spent["commit"], processor, clock


@contextmanager
def _timed(case: Case) -> Iterator[dict[str, float]]:
    """Seconds that the database took for statements and for commits while this is open."""
    from sqlalchemy import event

    engine, spent, began = case._desk.store.engine, {"statements": 0.0, "commit": 0.0}, [0.0]  # noqa: SLF001

    def before(*_told: Any) -> None:  # noqa: ANN401
        began[0] = time.perf_counter()

    def after(*_told: Any) -> None:  # noqa: ANN401
        spent["statements"] += time.perf_counter() - began[0]

    plain = engine.dialect.do_commit

    def commit(connection: Any) -> None:  # noqa: ANN401
        start = time.perf_counter()
        plain(connection)
        spent["commit"] += time.perf_counter() - start

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)
    try:
        with mock.patch.object(engine.dialect, "do_commit", commit):
            yield spent
    finally:
        event.remove(engine, "before_cursor_execute", before)
        event.remove(engine, "after_cursor_execute", after)


def _fill(case: Case) -> None:
    """Copy the first pair of the case until there are a million: a claim meets the ten after it."""
    from sqlalchemy import text

    from claims.store.engine import writing

    key = case.pairs.list().items[0].key
    engine = case._desk.store.engine  # noqa: SLF001
    postgresql = engine.dialect.name == "postgresql"
    many = PAIRS // EACH + EACH

    def name(number: str) -> str:
        return f"lpad(to_hex({number}), 16, '0')" if postgresql else f"printf('%016x', {number})"

    ends = (key.left, key.right)
    with writing(engine) as connection:
        columns = _columns(connection, "claims")
        own = {
            "id": name("i"),
            "seq": "i + 10",
            "body": f"replace(body, '{key.left}', {name('i')})",
        }
        connection.execute(
            text(
                f"INSERT INTO claims ({', '.join(columns)}) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
                f"i < {many}) SELECT {', '.join(own.get(each, each) for each in columns)} FROM n, claims WHERE id = '{key.left}'"
            )
        )
        numbers = (
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many - EACH}), "
            f"k(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM k WHERE j < {EACH})"
        )
        sides = {"left_claim": name("i"), "right_claim": name("i + j")}
        body = f"replace(replace(body, '{ends[0]}', {sides['left_claim']}), '{ends[1]}', {sides['right_claim']})"
        order = {
            "rank": "(i * 7919 + j * 104729) % 10000",
            "place": "(i * 7919 + j * 104729) % 10000",
        }
        for table, others in (("pairs", order), ("comparisons", {"body": body})):
            columns, new = _columns(connection, table), sides | others
            connection.execute(
                text(
                    f"INSERT INTO {table} ({', '.join(columns)}) {numbers} SELECT "
                    f"{', '.join(new.get(each, each) for each in columns)} FROM n, k, {table} "
                    f"WHERE left_claim = '{ends[0]}' AND right_claim = '{ends[1]}'"
                )
            )
        if postgresql:
            connection.exec_driver_sql("ANALYZE")


def _columns(connection: Any, table: str) -> list[str]:  # noqa: ANN401
    from sqlalchemy import inspect

    return [each["name"] for each in inspect(connection).get_columns(table)]
