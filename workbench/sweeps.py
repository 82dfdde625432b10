"""Sweeps of memory stay short while a whole case is held in it.

Python looks through everything that lives when enough new was made; with ten thousand documents gathered that stops every
reader for up to a second. What was gathered is let go of by itself once nobody holds it, so no sweep has to look at it. Pages
that readers left meanwhile are found by a sweep alone: the next gathering after half an hour begins with one of everything.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

WHOLE = 1800.0
"""Seconds from one sweep of everything to the next."""
_NEVER = 1_000_000
_swept = [monotonic()]
"""When everything was swept last."""
_turn = Lock()
_gathering: list[tuple[int, int, int]] = []
"""For each gathering that goes on, how often sweeps were made before the first of them."""


@contextmanager
def put_off() -> Iterator[None]:
    """Gather much that stays: no sweep of all memory meanwhile, nor of what was gathered ever after."""
    with _turn:
        if not _gathering:
            _sweep()
        _gathering.append(_gathering[0] if _gathering else gc.get_threshold())
        young, middle, _ = _gathering[0]
        gc.set_threshold(young, middle, _NEVER)
    try:
        yield
    finally:
        with _turn:
            usual = _gathering.pop()
            if not _gathering:
                gc.freeze()
                gc.set_threshold(*usual)


def _sweep() -> None:
    """Sweep what is new; everything when that was not done for long."""
    if monotonic() - _swept[0] >= WHOLE:
        gc.unfreeze()
        _swept[0] = monotonic()
    gc.collect()
