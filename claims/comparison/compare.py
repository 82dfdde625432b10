"""Two claims side by side, explained."""

from __future__ import annotations

from claims.comparison.dependence import dependence
from claims.comparison.sides import compare_slots, precision
from claims.comparison.suggest import apparent, conflicting, relation, same_event
from claims.comparison.weights import weights
from claims.comparison.words import shared_words
from claims.extraction.lexicon import kinds
from claims.model import (
    Claim,
    Comparison,
    Message,
    PairKey,
    Relation,
    ScorePart,
    Slot,
    SlotComparison,
)


def compare(one: Claim, other: Claim) -> Comparison:
    """The explained comparison of two claims; the order of the arguments does not matter.

    The claim whose id comes first is the left side, also in the messages.

    Raises:
        ValueError: when both are one claim.
    """
    key = PairKey.of(one.id, other.id)
    left, right = (one, other) if one.id == key.left else (other, one)
    slots = compare_slots(left, right)
    parts = _parts(left, right, slots)
    score = sum(part.value for part in parts)
    when, where = (
        min(precision(left, slot), precision(right, slot)) for slot in (Slot.DATE, Slot.PLACE)
    )
    event = kinds()[left.kind].event or kinds()[right.kind].event
    gate = same_event(slots, score, when, where, event=event)
    confidence = weights().confidence(score)
    related = relation(left, right, slots, gate, confidence)
    parted = conflicting(slots) if related is Relation.CONFLICT else ()
    return Comparison(
        key=key,
        same_event=gate,
        relation=related,
        slots=slots,
        parts=parts,
        confidence=confidence,
        apparent=apparent(left, right, parted),
        conflicting=parted,
        dependence=dependence(left, right),
    )


def _worth(left: Claim, right: Claim, one: SlotComparison) -> float:
    """What a slot adds: a loss whole, a gain as far as the vaguer side says when and where."""
    value = weights().slots[one.slot, one.level]
    if value < 0 or one.slot not in {Slot.DATE, Slot.PLACE}:
        return value
    return round(value * min(precision(left, one.slot), precision(right, one.slot)), 3)


def _parts(left: Claim, right: Claim, slots: tuple[SlotComparison, ...]) -> tuple[ScorePart, ...]:
    table = weights()
    parts = [
        ScorePart(one.slot.value, _worth(left, right, one), one.message)
        for one in slots
        if (one.slot, one.level) in table.slots
    ]
    if left.kind == right.kind:
        parts.append(ScorePart("kind", table.same_kind, Message("من نوع واحد", "of one kind")))
    elif table.related(left.kind, right.kind):
        told = Message("وجهان لحدث واحد", "two sides of one kind of event")
        parts.append(ScorePart("kind", table.same_family, told))
    share = shared_words(left.quote, right.quote)
    if share:
        told = Message(f"كلمات مشتركة: {share:.0%}", f"words in common: {share:.0%}")
        parts.append(ScorePart("words", round(table.words * share, 3), told))
    return tuple(parts)
