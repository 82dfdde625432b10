"""Pairs as they are shown: both claims with their surroundings, why they are next, one's own decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.errors import InputError
from claims.model import Decision, DocumentHead, PairKey, QueueItem, Side
from claims.review.order import why
from claims.services.numbering import decided
from claims.store import claims, decisions, documents
from claims.store.claims import ClaimRow
from claims.store.engine import Reader
from claims.store.pairs import PairRow
from claims.store.rows import storable


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
    keys = [pair.comparison.key for pair in pairs]
    ids = [claim for key in keys for claim in (key.left, key.right)]
    found = claims.with_surroundings(connection, ids)
    heads = documents.heads(connection, sorted({row.claim.document for row in found.values()}))
    own = decisions.mine(connection, reviewer, keys).values()
    mine = {decision.key: decision for decision in decided(connection, own)}
    return tuple(_item(pair, found, heads, mine) for pair in pairs)


def _item(
    pair: PairRow,
    found: Mapping[str, ClaimRow],
    heads: Mapping[str, DocumentHead],
    mine: Mapping[PairKey, Decision],
) -> QueueItem:
    key = pair.comparison.key
    left, right = (
        Side(row.claim, heads[row.claim.document], row.before, row.after)
        for row in (found[key.left], found[key.right])
    )
    return QueueItem(
        key,
        pair.version,
        left,
        right,
        pair.comparison,
        why(pair.comparison, pair.lift),
        mine.get(key),
        f"{pair.place}~{key}",
    )
