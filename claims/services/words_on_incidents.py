"""Which words on incidents count for whoever asks."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Grouping
from claims.review.grouping import standing, visible
from claims.services.policy import reviewers_of
from claims.store import answers, groupings
from claims.store.engine import Reader
from claims.store.rows import LeftOut


def seen(connection: Reader, asker: str, rows: Iterable[Grouping]) -> tuple[Grouping, ...]:
    """The words on incidents that count for the asker."""
    reviewers = reviewers_of(connection)
    known: dict[str, bool] = {}

    def settled(claim: str) -> bool:
        if claim not in known:
            known[claim] = answers.unsettled(connection, reviewers, claim=claim) == 0
        return known[claim]

    return visible(rows, asker=asker, reviewers=reviewers, settled=settled)


def standing_words(
    connection: Reader, asker: str, left_out: LeftOut | None = None
) -> tuple[Grouping, ...]:
    """The words on incidents that nobody took back and that count for the asker, in their order."""
    return seen(connection, asker, standing(groupings.all_rows(connection, left_out)))
