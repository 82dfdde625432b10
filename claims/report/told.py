"""How far the writing of a report is, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from claims.report.value import Report

Told = Callable[[int, int], None]
"""Told how much is done, of how much; of 0: the end cannot be foreseen, and what is done counts seconds.

Whatever it raises ends the work, and nothing of it stays.
"""


def nobody(_done: int, _of: int) -> None:
    """Nobody waits."""


@dataclass(slots=True)
class Steps:
    """Counts the sections that are written: the highest ones, and those right below them.

    Attributes:
        told: whoever waits.
        of: how many there are.
        done: how many are written.
    """

    told: Told
    of: int
    done: int = 0

    @classmethod
    def of_report(cls, report: Report, told: Told) -> Self:
        """For a report of which nothing is written yet."""
        return cls(told, sum(1 + len(section.parts) for section in report.sections))

    def one_more(self) -> None:
        """A section is written."""
        self.done += 1
        self.still()

    def still(self) -> None:
        """The work goes on within a section: whoever waits may end it."""
        self.told(self.done, self.of)
