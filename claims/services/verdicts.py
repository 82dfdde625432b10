"""Outcomes for the claims of a case, by a named policy from the decisions."""

from __future__ import annotations

from claims.model import Decision, Verdict
from claims.review.blindness import visible
from claims.services.desk import Desk
from claims.services.reviewing import reviewers_of
from claims.store import claims, decisions, pairs
from claims.store.engine import Reader
from claims.verdict import verdicts


class Verdicts:
    """The verdicts of a case; computed from the decisions, never stored."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def compute(self) -> tuple[Verdict, ...]:
        """One verdict for each checkable claim, in the order of the claims, by the policy ``lineages/1``."""
        with self._desk.reading() as connection:
            found = claims.all_live(connection)
            compared = pairs.marked(connection)
            marks = settled(connection)
        return verdicts(found, compared, marks)


def settled(connection: Reader) -> tuple[Decision, ...]:
    """The live marks that verdicts and reports may use: of every pair that all its reviewers have answered."""
    rows = decisions.all_rows(connection, live=True)
    return visible(rows, reviewers=reviewers_of(connection), asker=None)
