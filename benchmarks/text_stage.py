"""The whole extraction beside what others need for sentences or dates alone: documents per second, in one run.

The work is not the same: the others split a text into sentences or look for dates, ours gives claims with all their
slots. A ratio of 1 therefore says: everything in the time they take for that.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from benchmarks.corpus import Text
from benchmarks.peers import PEERS, WORK
from benchmarks.peers.process import speed

_SECONDS = 5.0


def beside(texts: Sequence[Text]) -> Iterator[str]:
    """The lines of the table, ours first."""
    bare = [text for _, text in texts]
    own = _extraction(texts)
    yield f"whole extraction beside parts of it by others, {_SECONDS:g} seconds of processor time each"
    yield f"{'':<28}{'docs/s':>10}{'ours / theirs':>16}"
    yield f"{'ours: extraction':<28}{own:>10,.0f}"
    for peer in PEERS:
        if WORK in peer.asked:
            theirs = speed(peer, bare, _SECONDS) if peer.installed else None
            lacking = "process ended" if peer.installed else "not installed"
            yield f"{peer.name:<28}" + (
                f"{lacking:>26}" if theirs is None else f"{theirs:>10,.1f}{own / theirs:>16.2f}"
            )


def _extraction(texts: Sequence[Text]) -> float:
    from claims.extraction import extract
    from claims.text.reading import read

    extract(read(texts[0][0], name="seed"))
    began = time.process_time()
    done = 0
    for data, _ in texts:
        extract(read(data, name="seed", published="2018-04-03"))
        done += 1
        if time.process_time() - began > _SECONDS:
            break
    return done / (time.process_time() - began)
