"""Thirty reviewers at once on one case: throughput, waiting time, and whether every answer is there, once.

They are named, and take their pairs as the compare screen does: a few at a time, each held on lease, so that no two are given one
pair.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.corpus import Text

if TYPE_CHECKING:
    from claims.services import Case, Settings

REVIEWERS: Final = 30
DECISIONS: Final = 10_000

_SPEAKERS: Final = tuple(f"S{number} (monitor)" for number in range(21))
_PAIRS: Final = len(_SPEAKERS) * (len(_SPEAKERS) - 1) // 2
"""Of one day: everybody tells of it."""


def reviewers(_texts: Sequence[Text]) -> Iterable[str]:
    """The table on each database: each reviewer takes pairs one after the other and decides, until all have decided enough."""
    from claims.services import Settings
    from tests.postgresql import running

    with tempfile.TemporaryDirectory() as folder:
        yield from _on(
            "SQLite file", Settings(case=str(Path(folder) / "case.db"), lock_timeout=600)
        )
        with running() as server:
            server.execute("CREATE DATABASE reviewers")
            case = server.address("reviewers")
            originals = Path(folder) / "originals"
            settings = Settings(case=case, originals=originals, lock_timeout=600)
            yield from _on("PostgreSQL (fsync off)", settings)


def _on(database: str, settings: Settings) -> Iterable[str]:
    from claims.services import open_case
    from tests.stages import STAGES

    with open_case(settings, actor="lead", stages=STAGES) as case:
        days = DECISIONS // _PAIRS + 1
        text = "".join(f"{who}: day{day} target\n" for who in _SPEAKERS for day in range(days))
        case.documents.add_bytes(text.encode(), name="accounts.txt")
        case.pairs.compare()
        names = [f"r{number:02}" for number in range(REVIEWERS)]
        case.people.put("lead", "admin")
        for name in names:
            case.people.put(name, "reviewer")
        began, spent = time.perf_counter(), time.process_time()
        with ThreadPoolExecutor(REVIEWERS) as pool:
            done = list(pool.map(lambda name: _work(case, name), names))
        told = [each for decided, _ in done for each in decided]
        taken = [each for _, waits in done for each in waits]
        seconds, processor = time.perf_counter() - began, time.process_time() - spent
        rows = case.review.decisions(live=False)
        stored, pairs = [row.id for row in rows], [row.key for row in rows]
        faults = len(case.audit.verify())
    yield f"{REVIEWERS} reviewers at once, {len(told):,} decisions, {database}, wall clock"
    yield f"{'processor':<14}{1000 * processor / len(told):>10,.1f} ms for each decision"
    yield from _lines(told, stored, seconds, faults)
    yield f"{'given twice':<14}{len(pairs) - len(set(pairs)):>10}"
    waits = sorted(taken)
    yield f"{'p95 of taking':<14}{1000 * waits[int(0.95 * len(waits))]:>10,.0f} ms"


def _work(case: Case, name: str) -> tuple[list[tuple[int, float]], list[float]]:
    """Take pairs and decide them, a share of all; number and seconds of each decision, seconds of each taking."""
    share = DECISIONS // REVIEWERS + (name < f"r{DECISIONS % REVIEWERS:02}")
    done: list[tuple[int, float]] = []
    waits: list[float] = []
    while len(done) < share:
        began = time.perf_counter()
        items = case.review.hand(reviewer=name, limit=share - len(done))
        waits.append(time.perf_counter() - began)
        if not items:
            break
        for item in items:
            began = time.perf_counter()
            row = case.review.decide(
                item.key, relation="unsure", by=name, token=str(len(done)), seen=item.version
            )
            done.append((row.id, time.perf_counter() - began))
    return done, waits


def _lines(
    told: list[tuple[int, float]], stored: list[int], seconds: float, faults: int
) -> Iterable[str]:
    waits = sorted(wait for _, wait in told)
    acknowledged = [number for number, _ in told]
    lost = len(set(acknowledged) - set(stored))
    doubled = len(stored) - len(set(stored)) + len(acknowledged) - len(set(acknowledged))
    yield f"{'decisions/s':<14}{len(told) / seconds:>10,.0f}"
    yield f"{'median wait':<14}{1000 * waits[len(waits) // 2]:>10,.0f} ms"
    yield f"{'p95 wait':<14}{1000 * waits[int(0.95 * len(waits))]:>10,.0f} ms"
    yield f"{'lost':<14}{lost:>10}"
    yield f"{'duplicated':<14}{doubled:>10}"
    yield f"{'faults':<14}{faults:>10}"
