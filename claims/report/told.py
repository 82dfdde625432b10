"""How far the writing of a report is, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[int, int], None]
"""Told how much is done, of how much; of 0: the end cannot be foreseen, and what is done counts seconds.

Whatever it raises ends the work, and nothing of it stays.
"""


def nobody(_done: int, _of: int) -> None:
    """Nobody waits."""
