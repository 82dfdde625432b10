"""Who meets whom, ours beside the blockers of others on the same made-up claims."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.accounts import Accounts, accounts
from benchmarks.hands import traits_by
from benchmarks.peers import FOLDER, MATCHING, PEERS, ROOT, Peer
from claims.comparison import Index, traits_of
from claims.comparison.blocks import ROW_BITS
from claims.comparison.index import Pairs
from claims.comparison.likely import scores
from claims.slots.time import interval

SIZES = (1_000, 10_000, 100_000)
LARGE = 1_000_000
_PATIENCE = 300
_HEAD = f"{'':<30}{'claims':>10}{'seconds':>9}{'memory MB':>11}{'pairs':>12}{'recall':>8}{'best F1':>9}{'× ours':>8}"


@dataclass(frozen=True, slots=True)
class Reached:
    """What a blocker did.

    Attributes:
        seconds: of processor time.
        memory: most that its process held, in MB.
        pairs: how many it proposes.
        recall: share of the retold events among them.
        best: the best F1 that a threshold on its score gives, None when it gives no score here.
    """

    seconds: float
    memory: float
    pairs: int
    recall: float
    best: float | None = None


def matching(sizes: tuple[int, ...] = SIZES, patience: float = _PATIENCE) -> Iterator[str]:
    """The lines of the table; peers are not asked about more claims than the largest of `SIZES`."""
    yield _HEAD
    for number in sizes:
        made = accounts(number)
        spent = yield from _ours(made)
        if number > max(SIZES):
            continue
        for peer in PEERS:
            if MATCHING in peer.asked:
                found = _asked(peer, made, patience) if peer.installed else "not installed"
                yield _line(peer.name, number, found, spent)


def large() -> Iterator[str]:
    """The same for a million claims, ours alone, and one document more held against them."""
    yield from matching((LARGE,))


def _line(name: str, number: int, found: Reached | str, ours: float = 0.0) -> str:
    if isinstance(found, str):
        return f"{name:<30}{number:>10,}  {found}"
    best = "" if found.best is None else f"{found.best:.3f}"
    ratio = f"{found.seconds / ours:.1f}" if ours else ""
    return (
        f"{name:<30}{number:>10,}{found.seconds:>9.2f}{found.memory:>11,.0f}"
        f"{found.pairs:>12,}{found.recall:>8.3f}{best:>9}{ratio:>8}".rstrip()
    )


def _ours(made: Accounts) -> Generator[str, None, float]:
    """The lines of ours; gives back the seconds of processor time that keys and pairs take together."""
    number = len(made.claims)
    began = time.process_time()
    traits = traits_of(made.claims)
    keys = time.process_time() - began
    yield f"{'ours: keys, once for each':<30}{number:>10,}{keys:>9.2f}{_held():>11,.0f}"
    began = time.process_time()
    index = Index(traits)
    pairs = index.pairs()
    spent = time.process_time() - began
    order, truth = _judged(index, pairs, made)
    right = int(truth.sum())
    best = _best(truth[order], len(made.same))
    recall = right / len(made.same)
    yield _line("ours: pairs and scores", number, Reached(spent, _held(), len(truth), recall, best))
    yield _one_more(index, number)
    del traits, index, order, truth
    yield _shared(made, pairs)
    return keys + spent


def _shared(made: Accounts, alone: Pairs) -> str:
    """The same by two processes, by the clock; what they find is held against what one found."""
    began = time.perf_counter()
    found = Index(traits_by(made.claims, 2)).pairs(hands=2)
    spent = time.perf_counter() - began
    same = all(map(np.array_equal, found, alone))
    told = "the same pairs" if same else "OTHER PAIRS"
    both = _held() + _held(resource.RUSAGE_CHILDREN)
    return (
        f"{'ours: all of it by two':<30}{len(made.claims):>10,}{spent:>9.2f}{both:>11,.0f}"
        f"  by the clock, load {os.getloadavg()[0]:.1f}; {told}"
    )


def _judged(index: Index, pairs: Pairs, made: Accounts) -> tuple[Any, Any]:
    """The pairs from the likeliest on, and which of them tell one event."""
    same = np.array(sorted((one << ROW_BITS) | other for one, other in made.same))
    truth = np.isin((pairs.left << ROW_BITS) | pairs.right, same)
    return np.argsort(-scores(index.traits, *pairs), kind="stable"), truth


def _best(truth: Any, wanted: int) -> float:  # noqa: ANN401
    right = np.cumsum(truth)
    return float(np.max(2 * right / (np.arange(1, len(truth) + 1) + wanted), initial=0.0))


def _one_more(index: Index, number: int) -> str:
    """How long one document of twenty claims takes against all, by the clock and of the processor, of a hundred."""
    news = accounts(2_000, seed=number).claims
    taken, spent = [], []
    for start in range(0, len(news), 20):
        part = traits_of(news[start : start + 20])
        began, worked = time.perf_counter(), time.process_time()
        index.meeting(part)
        taken.append(1000 * (time.perf_counter() - began))
        spent.append(1000 * (time.process_time() - worked))
    middle, late = np.percentile(taken, [50, 95])
    work = np.percentile(spent, 95)
    return (
        f"{'ours: one document more':<30}{number:>10,}  median {middle:.1f} ms, 95th {late:.1f} ms"
        f"; processor 95th {work:.1f} ms"
    )


def _held(whose: int = resource.RUSAGE_SELF) -> float:
    return resource.getrusage(whose).ru_maxrss / 1024


def _asked(peer: Peer, made: Accounts, patience: float) -> Reached | str:
    """What a peer proposes, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "accounts.jsonl", Path(folder) / "pairs"
        lines = (json.dumps(row, ensure_ascii=False) for row in _rows(made))
        source.write_text("\n".join(lines), "utf-8")
        path = os.pathsep.join(map(str, (ROOT, FOLDER / peer.lock)))
        try:
            done = subprocess.run(
                [sys.executable, "-S", "-P", "-m", peer.module, str(source), str(target)],
                env=os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
                capture_output=True,
                text=True,
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"stopped after {patience:.0f} s"
        if done.returncode:
            return "ended with an error"
        spent = json.loads(done.stdout)
        pairs = {tuple(map(int, line.split())) for line in target.read_text("utf-8").splitlines()}
    recall = len(pairs & made.same) / len(made.same)
    return Reached(spent["processor"], spent["memory"], len(pairs), recall)


def _rows(made: Accounts) -> Iterator[Mapping[str, Any]]:
    for row, claim in enumerate(made.claims):
        days = interval(claim.date.edtf) if claim.date else None
        yield {
            "id": row,
            "text": claim.quote,
            "day": days[0].toordinal() if days else None,
            "place": claim.places[0].id if claim.places else None,
            "actor": claim.actors[0].id if claim.actors else None,
            "count": claim.quantities[0].low if claim.quantities else None,
            "kind": claim.kind,
        }
