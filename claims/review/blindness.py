"""Who may see which decision.

A case can ask for two or three people on every pair. Until all of them have answered, nobody but the one who gave an
answer sees it, or that it exists, or anything that follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Decision, PairKey


def visible(
    decisions: Iterable[Decision], *, reviewers: int, asker: str | None
) -> tuple[Decision, ...]:
    """The rows that the asker may see, in their order.

    Args:
        decisions: all rows on the pairs concerned, superseded ones included: they tell who has answered.
        reviewers: how many people judge each pair; 1 shows everything.
        asker: who asks; None for what the case as a whole may use, in verdicts and reports.
    """
    rows = tuple(decisions)
    if reviewers <= 1:
        return rows
    answered = _answered(rows)
    return tuple(
        row for row in rows if row.by == asker or len(answered.get(row.key, ())) >= reviewers
    )


def _answered(rows: Iterable[Decision]) -> dict[PairKey, set[str]]:
    """The people with a live mark on each pair."""
    people: dict[PairKey, set[str]] = {}
    for row in rows:
        if row.live and row.mark is not None:
            people.setdefault(row.key, set()).add(row.by)
    return people
