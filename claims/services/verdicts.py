"""Outcomes for the claims of a case, by a named policy from the decisions."""

from __future__ import annotations

from claims.model import Verdict
from claims.services.desk import Desk


class Verdicts:
    """The verdicts of a case; computed from the decisions, never stored."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def compute(self) -> tuple[Verdict, ...]:
        """One verdict for each checkable claim, in the order of the claims, by the policy ``lineages/1``."""
        raise NotImplementedError
