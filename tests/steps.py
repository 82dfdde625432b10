"""How much work a call is, counted and not timed.

A count of executed lines is the same on every machine and in every run, so that growth can be tested where seconds
cannot: a busy neighbour or a collection of garbage changes the one and not the other.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from _typeshed import TraceFunction


def steps(work: Callable[[], object]) -> int:
    """Lines of Python that run while ``work`` runs, those of the functions it calls included."""
    count = 0

    def seen(_frame: FrameType, event: str, _value: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return seen

    before = sys.gettrace()
    collecting = gc.isenabled()
    gc.disable()
    sys.settrace(seen)
    try:
        work()
    finally:
        sys.settrace(before)
        if collecting:
            gc.enable()
    return count
