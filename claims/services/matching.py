"""Compare the claims of a case; list and read its pairs."""

from __future__ import annotations

from claims.model import PairKey, QueueItem, Relation
from claims.services.desk import Desk
from claims.services.results import Page, PairCounts, PairsReport, Watch


class Pairs:
    """The suggested pairs of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def compare(self, *, progress: Watch | None = None) -> PairsReport:
        """Compare all claims of different attributed sources and record what changed since the last run.

        A pair whose comparison is another one now gets the next version; a pair that is no longer suggested stays
        with its decisions, out of the queue.
        """
        raise NotImplementedError

    def get(self, key: PairKey | str) -> QueueItem:
        """The pair with both claims, and the acting person's own decision on it.

        Raises:
            NotFound: the case holds no such pair.
        """
        raise NotImplementedError

    def list(
        self, *, relation: Relation | str | None = None, after: str = "", limit: int = 50
    ) -> Page[QueueItem]:
        """One page of the suggested pairs in the order of the queue; of one suggested relation when given."""
        raise NotImplementedError

    def count(self, *, reviewer: str = "") -> PairCounts:
        """How many pairs are suggested, by relation, and how many of them the reviewer (the actor) decided."""
        raise NotImplementedError
