"""The side of a peer that proposes pairs: reads accounts as JSON lines, writes pairs, says how long it took.

Called with two files: accounts (``{"id", "text", "day", "place", "actor", "count", "kind"}`` each, what is not said is
null) and where the pairs go, two ids a line.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

Pairs = Iterable[tuple[int, int]]


def propose(blocker: Callable[[Sequence[dict[str, Any]]], Pairs]) -> None:
    """Let a blocker work on the accounts and write what it proposes."""
    source, target = map(Path, sys.argv[1:3])
    # Some peers print while they work: what they print goes to stderr.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    accounts = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    began, cpu = time.perf_counter(), time.process_time()
    pairs = {(min(pair), max(pair)) for pair in blocker(accounts)}
    spent = {"seconds": time.perf_counter() - began, "processor": time.process_time() - cpu}
    target.write_text("".join(f"{one} {other}\n" for one, other in sorted(pairs)), "utf-8")
    spent["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.write(json.dumps(spent) + "\n")
    answers.flush()
