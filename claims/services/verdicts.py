"""Outcomes for the claims of a case, by a named policy from the decisions."""

from __future__ import annotations

from claims.model import Verdict
from claims.services.desk import Desk
from claims.services.policy import holding
from claims.store import claims, pairs
from claims.verdict import verdicts


class Verdicts:
    """The verdicts of a case; computed from the decisions, never stored."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def compute(self) -> tuple[Verdict, ...]:
        """One verdict for each checkable claim, in the order of the claims, by the policy ``lineages/1``.

        Where an adjudicator's ruling is in force, it stands in the place of the answers that it was given on.
        """
        with self._desk.reading() as connection:
            found = claims.all_live(connection)
            compared = pairs.marked(connection)
            marks = holding(connection)
        return verdicts(found, compared, marks)
