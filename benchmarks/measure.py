"""Time and memory of one stage."""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.corpus import Text

Stage = Callable[[Sequence[Text]], Callable[[], int]]
"""Takes the texts, prepares what comes before the stage, and gives back the stage itself: a function that works through
all of them and says how many things it found."""

_ROUNDS = 5
_MOST_SECONDS = 20.0
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts the memory of a process."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        name: of the stage.
        documents: how many were worked through in a round.
        characters: of all of them.
        found: how many things the stage found in a round.
        seconds: median processor time of a round.
        peak: most bytes that Python held beyond what was there before, in one round.
    """

    name: str
    documents: int
    characters: int
    found: int
    seconds: float
    peak: int

    HEAD: ClassVar[str] = (
        f"{'stage':<12}{'docs/s':>10}{'ms/doc':>10}{'ms/3,000 ch':>13}{'MB/s':>8}{'found':>9}{'peak MB':>9}"
    )

    def __str__(self) -> str:
        each = 1000 * self.seconds / self.documents
        return (
            f"{self.name:<12}{self.documents / self.seconds:>10,.0f}{each:>10.3f}"
            f"{3_000_000 * self.seconds / self.characters:>13.3f}{self.characters / self.seconds / 1e6:>8.2f}"
            f"{self.found:>9,}{self.peak / 1e6:>9.1f}"
        )


def measured(name: str, stage: Stage, texts: Sequence[Text]) -> Row:
    """Work through the texts a few times and take the median; one more round, not timed, for the memory."""
    work = stage(texts)
    found = work()
    rounds: list[float] = []
    while len(rounds) < _ROUNDS and sum(rounds) < _MOST_SECONDS:
        rounds.append(_seconds(work))
    characters = sum(len(text) for _, text in texts)
    return Row(name, len(texts), characters, found, statistics.median(rounds), _peak(work))


def held() -> float:
    """The most memory that this process has held so far, in MB.

    Linux lets a process begin with the most that its parent held (`getrusage`), but counts anew for each program in ``/proc``.
    """
    status = Path("/proc/self/status")
    if status.exists():
        told = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(told.split()[1]) * _RSS_UNIT / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / 1e6


def _seconds(work: Callable[[], Any]) -> float:
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


def _peak(work: Callable[[], Any]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
