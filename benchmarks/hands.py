"""Claims read by several processes: each begins as a copy of this one, so nothing is handed over but the result."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection

from claims.comparison import Traits, traits_of
from claims.comparison.traits import joined
from claims.model import Claim


def traits_by(claims: Sequence[Claim], hands: int) -> Traits:
    """The traits of claims that stand in the order of their ids, each share of them read by a process of its own.

    Raises:
        ValueError: no process can begin as a copy of another one on this system.
    """
    copies = multiprocessing.get_context("fork")
    each = -(-len(claims) // hands)
    first, *others = [claims[start : start + each] for start in range(0, len(claims), each)]
    workers = []
    for share in others:
        ours, theirs = copies.Pipe(duplex=False)
        worker = copies.Process(target=_sent, args=(theirs, share))
        worker.start()
        theirs.close()
        workers.append((worker, ours))
    found = [traits_of(first)]
    for worker, ours in workers:
        found.append(Traits.from_bytes(ours.recv_bytes()))
        worker.join()
    return joined(found)


def _sent(to: Connection, claims: Sequence[Claim]) -> None:
    to.send_bytes(traits_of(claims).to_bytes())
