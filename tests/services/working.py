"""A program that works on a case and says aloud what was acknowledged, until somebody kills it."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable
from pathlib import Path

from claims.model import PLAIN, Part
from claims.review.correcting import Correction
from claims.services import Case, Settings, drafts, open_case
from claims.services.standing import examined
from tests.engines import louder, reading
from tests.stages import STAGES

LINES = 20
"""Claims in each document that is taken in."""


def say(words: str) -> None:
    """Say one line, in one piece: a line of a dead worker is whole or missing."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def review(case: Case) -> None:
    """Decide on one pair after the other, now and then take one back; say each id once it is stored."""
    keys = [item.key for item in case.pairs.list().items]
    for number in itertools.count():
        if number % 5 == 4:
            row = case.review.undo()
        else:
            row = case.review.decide(keys[number % 3], relation="unsure", reason=str(number))
        say(str(row.id) if row else "")


def take_in(case: Case) -> None:
    """Add one document after the other; say each id once it is stored."""
    held = len(case.documents.list(limit=1000).items)
    for number in itertools.count(held):
        text = "".join(
            f"Paper {number} (agency): day{number} target{line}\n" for line in range(LINES)
        )
        report = case.documents.add_bytes(text.encode(), name=f"{number}.txt")
        for head in (*report.added, *report.present):
            say(head.id)


def edit(case: Case) -> None:
    """Correct and reject one claim after the other, now and then take one back; say each id once it is stored."""
    for number in itertools.count():
        claims = case.claims.list(limit=1000).items
        if number % 3 == 2 or not claims:
            row = case.claims.undo()
        elif number % 3 == 1:
            row = case.claims.reject(claims[-1].id)
        else:
            row = case.claims.correct(claims[0].id, "statement", f"[{number} {os.getpid()}]")
        say(str(row.id) if row else "")


def read_again(case: Case) -> None:
    """Let two engines read the case again in turn; say which documents changed once that is stored, if any did."""
    for number in itertools.count():
        engine = reading(louder) if number % 2 else STAGES
        with open_case(case.settings, stages=engine) as other:
            changed = other.documents.extract_again().changed
            if changed:
                say(",".join(changed))


def serve(work: Callable[[Case], None], settings: Settings) -> None:
    """For each line on stdin, work in a process of its own until it is dead.

    Python is started, and the lexicons are read, once for many deaths; nothing is open in this process when it forks.
    """
    for _ in sys.stdin:
        worker = os.fork()
        if not worker:
            with open_case(settings, stages=STAGES) as case:
                say(f"ready {os.getpid()}")
                work(case)
        os.waitpid(worker, 0)
        say("dead")


def warm() -> None:
    """Edit a claim of no case, so that everything that a worker needs for it is loaded."""
    data = b"Paper (agency): monday depot"
    document = STAGES.read(data, name="a", published="", publisher=None, address="")
    extraction = STAGES.extract(document)
    said = Correction(Part.STATEMENT, "[1]")
    draft = drafts.correct(drafts.Ground(document, PLAIN), extraction.claims[0], said)
    examined(extraction, draft.made, draft.replaced)


if __name__ == "__main__":
    warm()
    serve(
        {"review": review, "take_in": take_in, "edit": edit, "read_again": read_again}[sys.argv[1]],
        Settings(case=sys.argv[2], originals=Path(sys.argv[3]), actor="ana"),
    )
