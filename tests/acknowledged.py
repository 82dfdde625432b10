"""What was acknowledged, held against what is stored; counted for `python -m tests.faults`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

Note: TypeAlias = Callable[[str, object], None]
"""The fixture ``record_property``: what a test has to say beside that it passed."""


def hold(note: Note, acknowledged: Iterable[object], stored: Iterable[object]) -> None:
    """Pass when everything that was acknowledged is stored; say how much it was."""
    said, there = set(acknowledged), set(stored)
    note("acknowledged", len(said))
    note("lost", len(said - there))
    assert said
    assert said <= there
