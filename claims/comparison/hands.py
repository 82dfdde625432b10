"""Work on arrays that several threads share, always with the result that one alone would come to.

Numpy lets go of the interpreter while it counts, so threads are enough here. What reads claims one by one is better shared by
processes; whoever has them gives each some claims to make `Traits` of and joins these (`claims.comparison.traits.joined`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

P = TypeVar("P")
R = TypeVar("R")


def in_threads(work: Callable[[P], R], parts: Iterable[P], hands: int) -> Iterator[R]:
    """What comes of each part, in the order of the parts.

    Args:
        work: a pure function on arrays.
        parts: what it is given, one after the other.
        hands: how many parts are worked on at a time; 1 for none beside this thread.
    """
    if hands < 2:  # noqa: PLR2004
        yield from map(work, parts)
        return
    with ThreadPoolExecutor(hands) as pool:
        yield from pool.map(work, parts)
