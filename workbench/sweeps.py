"""Sweeps of memory stay short while a whole case is held in it.

Python looks through everything that lives when enough new was made; with ten thousand documents gathered that stops every
reader for up to a second. What was gathered is let go of by itself once nobody holds it, so no sweep has to look at it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_NEVER = 1_000_000
_turn = Lock()
_gathering: list[tuple[int, int, int]] = []
"""For each gathering that goes on, how often sweeps were made before the first of them."""


@contextmanager
def put_off() -> Iterator[None]:
    """Gather much that stays: no sweep of all memory meanwhile, nor of what was gathered ever after."""
    with _turn:
        if not _gathering:
            gc.collect()
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
