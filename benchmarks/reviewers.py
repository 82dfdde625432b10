"""Thirty reviewers at once on one case: throughput, waiting time, and whether every answer is there, once."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.corpus import Text

if TYPE_CHECKING:
    from claims.services import Settings

REVIEWERS: Final = 30
DECISIONS: Final = 10_000

_SPEAKERS: Final = ("A (official)", "B (monitor)", "C (agency)")


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
        days = DECISIONS // REVIEWERS // len(_SPEAKERS) + 1
        text = "".join(f"{who}: day{day} target\n" for who in _SPEAKERS for day in range(days))
        case.documents.add_bytes(text.encode(), name="accounts.txt")
        case.pairs.compare()
        keys = [item.key for item in case.pairs.list(limit=1000).items]
        share = DECISIONS // REVIEWERS

        def work(name: str) -> list[tuple[int, float]]:
            done = []
            for number in range(share + (name < f"r{DECISIONS % REVIEWERS:02}")):
                began = time.perf_counter()
                row = case.review.decide(
                    keys[number % len(keys)], relation="unsure", by=name, token=f"{number}"
                )
                done.append((row.id, time.perf_counter() - began))
            return done

        began, spent = time.perf_counter(), time.process_time()
        with ThreadPoolExecutor(REVIEWERS) as pool:
            told = [
                each
                for some in pool.map(work, (f"r{number:02}" for number in range(REVIEWERS)))
                for each in some
            ]
        seconds, processor = time.perf_counter() - began, time.process_time() - spent
        stored = [row.id for row in case.review.decisions(live=False)]
        faults = len(case.audit.verify())
    yield f"{REVIEWERS} reviewers at once, {len(told):,} decisions, {database}, wall clock"
    yield f"{'processor':<14}{1000 * processor / len(told):>10,.1f} ms for each decision"
    yield from _lines(told, stored, seconds, faults)


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
