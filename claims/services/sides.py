"""Pairs as they are shown: both claims with their surroundings, why they are next, one's own decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.errors import InputError
from claims.model import Decision, PairKey, QueueItem, Side
from claims.review.order import why
from claims.services.numbering import decided
from claims.store import decisions, finding
from claims.store.engine import Reader
from claims.store.pairs import PairRow
from claims.store.rows import storable
from claims.store.sides import sides


def key_of(key: PairKey | str) -> PairKey:
    """The pair that is meant.

    Raises:
        InputError: the text is no key of a pair.
    """
    if isinstance(key, PairKey):
        return key
    try:
        return PairKey.parse(storable(key))
    except ValueError as error:
        raise InputError(
            f"{key!r} names no pair.",
            next_step="A pair is named by the ids of its two claims, joined by a tilde.",
        ) from error


def items_of(connection: Reader, pairs: Sequence[PairRow], reviewer: str) -> tuple[QueueItem, ...]:
    """The pairs with everything a reviewer needs to judge them, and that reviewer's own decisions only."""
    own = decisions.mine(connection, reviewer, [pair.comparison.key for pair in pairs]).values()
    return _items(connection, pairs, {each.key: each for each in decided(connection, own)})


def open_items(
    connection: Reader, pairs: Sequence[PairRow], reviewer: str
) -> tuple[QueueItem, ...]:
    """The same of pairs of which no answer of the reviewer counts; one that is asked anew is theirs all the same."""
    if any(pair.anew for pair in pairs):
        return items_of(connection, pairs, reviewer)
    return _items(connection, pairs, {})


def _items(
    connection: Reader, pairs: Sequence[PairRow], mine: Mapping[PairKey, Decision]
) -> tuple[QueueItem, ...]:
    keys = [pair.comparison.key for pair in pairs]
    ids = [claim for key in keys for claim in (key.left, key.right)]
    found, heads = sides(connection, ids)
    untitled = [head.id for head in heads.values() if not head.title]
    above = finding.headlines(connection, untitled)
    shown = {
        row.claim.id: Side(
            row.claim,
            heads[row.claim.document],
            row.before,
            row.after,
            above.get(row.claim.document, ""),
        )
        for row in found.values()
    }
    return tuple(_item(pair, shown, mine) for pair in pairs)


def _item(pair: PairRow, shown: Mapping[str, Side], mine: Mapping[PairKey, Decision]) -> QueueItem:
    key = pair.comparison.key
    return QueueItem(
        key,
        pair.version,
        shown[key.left],
        shown[key.right],
        pair.comparison,
        why(pair.comparison, pair.lift),
        mine.get(key),
        f"{pair.place}~{key}",
    )
