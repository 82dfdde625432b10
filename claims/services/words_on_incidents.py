"""Which words on incidents count for whoever asks, and what they say of the claims that stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claims.model import Claim, Grouping, PairKey, SameEvent
from claims.review.edits import standing as standing_edits
from claims.review.grouping import Present, firm, newest, standing, successors, visible
from claims.services.policy import all_said, reviewers_of
from claims.store import claims, edits, groupings, schema
from claims.store.bringing import from_files
from claims.store.engine import Reader
from claims.store.rows import LeftOut


def seen(connection: Reader, asker: str, rows: Iterable[Grouping]) -> tuple[Grouping, ...]:
    """The words on incidents that count for the asker."""
    reviewers = reviewers_of(connection)
    known: dict[str, bool] = {}

    def settled(claim: str) -> bool:
        if claim not in known:
            known[claim] = all_said(connection, claim, reviewers)
        return known[claim]

    return visible(rows, asker=asker, reviewers=reviewers, settled=settled)


def standing_words(
    connection: Reader, asker: str, left_out: LeftOut | None = None
) -> tuple[Grouping, ...]:
    """The words on incidents that nobody took back and that count for the asker, in their order."""
    return seen(connection, asker, standing(groupings.all_rows(connection, left_out)))


def firm_on(
    connection: Reader,
    rows: tuple[Grouping, ...],
    live: Iterable[Claim],
    left_out: LeftOut | None = None,
) -> dict[PairKey, SameEvent]:
    """What words on incidents say of pairs of these claims."""
    present = {claim.id for claim in live}
    return firm_words(connection, rows, present.__contains__, left_out)


def firm_words(
    connection: Reader,
    rows: tuple[Grouping, ...],
    live: Callable[[str], bool],
    left_out: LeftOut | None = None,
) -> dict[PairKey, SameEvent]:
    """What words on incidents say of pairs of claims that stand; ``left_out`` is told of edits that cannot be read."""
    return firm(rows, _present(connection, live, left_out)) if rows else {}


def newest_word(connection: Reader, who: str) -> Grouping | None:
    """The newest word of somebody on incidents, said here, that nobody whom they may see has overruled altogether."""
    rows = from_files(connection, schema.groupings, standing_words(connection, who))
    return newest(rows, who, _present(connection, claims.present(connection).__contains__))


def _present(
    connection: Reader, live: Callable[[str], bool], left_out: LeftOut | None = None
) -> Present:
    """What stands for a claim, edits counted in."""
    after = successors(standing_edits(edits.all_rows(connection, left_out)))
    return lambda claim: [name for name in after(claim) if live(name)]
