"""Our side of the conversation with a peer: one line of JSON each way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from benchmarks.peers import FOLDER, ROOT, WORK, Peer

ENDED = "ended"
"""The answer of a peer whose process ended over the question."""


def answers(peer: Peer, kind: str, texts: Sequence[str], reference: str) -> list[list[str] | str]:
    """What the peer reads in each text; `ENDED` where its process ended over one.

    Args:
        peer: an installed peer.
        kind: `benchmarks.peers.DATE` or `benchmarks.peers.NUMBER`.
        texts: expressions.
        reference: moment that relative dates start from, ``2018-04-03T12:11``.
    """
    given: list[list[str] | str] = []
    while len(given) < len(texts):
        with _process(peer) as process:
            for text in texts[len(given) :]:
                reply = _ask(process, {"do": kind, "text": text, "reference": reference})
                given.append(ENDED if reply is None else reply["values"])
                if reply is None:
                    break
    return given


def speed(peer: Peer, texts: Sequence[str], seconds: float) -> float | None:
    """Documents per second of processor time, over as many texts as go into about so many seconds.

    None when the peer's process ended over them.
    """
    with _process(peer) as process:
        reply = _ask(process, {"do": WORK, "texts": list(texts), "seconds": seconds})
    return reply["documents"] / reply["seconds"] if reply else None


@contextmanager
def _process(peer: Peer) -> Iterator[subprocess.Popen[str]]:
    # Only the peer's own packages and ours are on the path; `-S` leaves out those of this environment.
    path = os.pathsep.join(map(str, (ROOT, FOLDER / peer.lock)))
    command = [sys.executable, "-S", "-P", "-m", peer.module]
    process = subprocess.Popen(
        command,
        env=os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    with process:
        yield process
        process.terminate()


def _ask(process: subprocess.Popen[str], question: dict[str, Any]) -> dict[str, Any] | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(json.dumps(question) + "\n")
        process.stdin.flush()
    except BrokenPipeError:
        return None
    reply = process.stdout.readline()
    return json.loads(reply) if reply else None
