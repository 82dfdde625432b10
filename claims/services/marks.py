"""What somebody says of a pair, from the words of a call: complete, or refused with what is lacking."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from claims.errors import Refused
from claims.model import Apparent, Mark, PairKey, Relation, SameEvent, Slot
from claims.services.choices import chosen
from claims.store.rows import storable

LONGEST_TOKEN: Final = 200

SAME_EVENT: Final = {
    Relation.AGREE: SameEvent.YES,
    Relation.CONFLICT: SameEvent.YES,
    Relation.PARTIAL: SameEvent.YES,
    Relation.NOT_COMPARABLE: SameEvent.NO,
    Relation.UNSURE: SameEvent.UNSURE,
}
"""What a relation says of the gate when the reviewer does not answer it."""


def mark_of(  # noqa: PLR0913 - every field of the form is a word of its own here
    key: PairKey,
    *,
    relation: Relation | str,
    same_event: SameEvent | str | None = None,
    slots: Iterable[Slot | str] = (),
    apparent: Apparent | str | None = None,
    reason: str = "",
    confidence: float | None = None,
    comment: str = "",
) -> Mark:
    """A mark from words, as `Review.decide` takes them.

    Raises:
        InputError: a word is none of the model's.
        Refused: a rule of the model says no.
    """
    said = chosen(Relation, relation)
    return checked(
        Mark(
            key,
            SAME_EVENT[said] if same_event is None else chosen(SameEvent, same_event),
            said,
            tuple(dict.fromkeys(chosen(Slot, slot) for slot in slots)),
            None if apparent is None else chosen(Apparent, apparent),
            storable(reason),
            confidence,
            storable(comment),
        )
    )


def checked(mark: Mark) -> Mark:
    """A mark that may be stored: what the model lets pass, for the sake of rows of earlier days, is refused here.

    Raises:
        Refused: it agrees, and names a kind of apparent conflict.
    """
    if mark.relation is Relation.AGREE and mark.apparent is not None:
        raise Refused(
            f"Pair {mark.key}: accounts that agree do not seem to conflict.",
            next_step="Leave the kind of apparent conflict out, or choose another relation.",
        )
    return mark


def token_of(token: str) -> str:
    """The token of a submission as it is stored.

    Raises:
        Refused: it is too long.
    """
    if len(token) > LONGEST_TOKEN:
        raise Refused(
            f"A token of {len(token)} characters is too long.",
            next_step=f"Use at most {LONGEST_TOKEN}; a UUID will do.",
        )
    return storable(token)
