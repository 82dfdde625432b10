"""Killed at any moment, a case holds everything that was acknowledged, and nothing by halves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

from claims.services import Case, Settings, open_case
from tests.acknowledged import Note, hold
from tests.services.working import LINES
from tests.stages import STAGES, TWO_ACCOUNTS

KILLS = 50
"""For each database and each kind of work: 200 in all."""

CHECKED = 10
"""Kills after each of which everything is verified; what was acknowledged is looked for after each."""

LIFE = 0.15
"""Longest life of a worker in seconds, once it has opened the case; of every other one, once it has stored something."""


class Workers:
    """Workers on one case, killed one after the other at random moments of their work."""

    def __init__(self, work: str, settings: Settings) -> None:
        originals = settings.originals or Path(settings.case).with_suffix(".originals")
        command = [sys.executable, "-m", "tests.services.working", work, settings.case]
        self.server = subprocess.Popen(
            [*command, str(originals)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.killed = 0
        self.chance = random.Random(20180403)  # noqa: S311

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.server.communicate()

    def kill_one(self) -> list[str]:
        """What the next worker acknowledged before it was killed."""
        assert self.server.stdin is not None
        assert self.server.stdout is not None
        self.server.stdin.write("go\n")
        self.server.stdin.flush()
        ready, number = self.server.stdout.readline().split()
        assert ready == "ready"
        self.killed += 1
        said = [self.server.stdout.readline()] if self.killed % 2 else []
        time.sleep(self.chance.uniform(0, LIFE))
        os.kill(int(number), signal.SIGKILL)
        said.extend(iter(self.server.stdout.readline, "dead\n"))
        return [line.strip() for line in said]


def _opened(settings: Settings) -> Case:
    return open_case(settings, stages=STAGES)


def test_no_acknowledged_decision_is_lost(made: Settings, record_property: Note) -> None:
    """Every decision and undo that was said to be stored is stored, in order, and the chain is whole."""
    with _opened(made) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
        case.pairs.compare()
    acknowledged: list[int] = []
    with Workers("review", made) as workers:
        for killed in range(1, KILLS + 1):
            acknowledged += [int(said) for said in workers.kill_one() if said]
            with _opened(made) as case:
                stored = [row.id for row in case.review.decisions(live=False)]
                assert set(acknowledged) <= set(stored)
                assert stored == list(range(1, len(stored) + 1))
                assert len(stored) <= len(acknowledged) + killed
                if killed % CHECKED == 0:
                    assert case.audit.verify() == ()
    hold(record_property, acknowledged, stored)


def test_a_document_is_in_whole_or_not_at_all(made: Settings, record_property: Note) -> None:
    """With all its claims and its original; going on afterwards brings no document twice."""
    acknowledged: set[str] = set()
    with Workers("take_in", made) as workers:
        for killed in range(1, KILLS + 1):
            acknowledged |= set(workers.kill_one())
            with _opened(made) as case:
                heads = case.documents.list(limit=1000).items
                assert acknowledged <= {head.id for head in heads}
                assert len({head.name for head in heads}) == len(heads)
                assert {head.claims for head in heads} == {LINES}
                if killed % CHECKED == 0:
                    assert case.audit.verify() == ()
    with _opened(made) as case:
        for head in case.documents.list(limit=1000).items:
            assert len(case.documents.extraction(head.id).claims) == LINES
    hold(record_property, acknowledged, {head.id for head in heads})
