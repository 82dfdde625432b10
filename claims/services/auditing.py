"""Verify the record of a case and show it."""

from __future__ import annotations

from claims.services.desk import Desk
from claims.services.results import Page
from claims.store.audit import Entry, Fault, Head


class Audit:
    """The audit chain of a case: every change one row, each bound to the one before by its hash."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verify(self, *, head: tuple[int, str] | None = None) -> tuple[Fault, ...]:
        """Check the chain, every row and every original against it; empty when all is as it was written.

        Args:
            head: number and hash of a row that was noted elsewhere, such as in a report. A chain whose end was cut
                off cannot be told from a younger one without it.
        """
        raise NotImplementedError

    def head(self) -> Head:
        """Number and hash of the newest row; ``(0, "")`` while there is none."""
        raise NotImplementedError

    def list(self, *, after: str = "", limit: int = 50) -> Page[Entry]:
        """One page of the chain, oldest first."""
        raise NotImplementedError
