"""What the tool proposes for a pair: the gate first, then the relation, and why it is careful.

A pair is *one event* when nothing that places it differs and its score reaches ``yes``. What differs on the day or on
the place at most leaves it unsure. Only then is a relation proposed; below the confidence floor the tool says unsure.
"""

from __future__ import annotations

from claims.comparison.weights import weights
from claims.model import (
    Apparent,
    Claim,
    Level,
    Polarity,
    Relation,
    SameEvent,
    Slot,
    SlotComparison,
)

_ALIKE = frozenset({Level.EQUAL, Level.COMPATIBLE})
_SUBSTANCE = (Slot.PLACE, Slot.TARGET, Slot.QUANTITY)


def same_event(
    slots: tuple[SlotComparison, ...], score: float, when: float, where: float, *, event: bool
) -> SameEvent:
    """The gate: do both claims speak of one event or fact?

    Args:
        slots: the compared slots.
        score: of the pair.
        when: how precisely the vaguer side says when, 0 to 1.
        where: how precisely the vaguer side says where, 0 to 1.
        event: whether the claims are of kinds that happen at a time and a place.
    """
    level = {one.slot: one.level for one in slots}
    if level[Slot.DATE] is Level.DIFFERENT or score < weights().unsure:
        return SameEvent.NO
    if event and level[Slot.DATE] is Level.ABSENT and level[Slot.PLACE] not in _ALIKE:
        return SameEvent.NO
    placed_alike = level[Slot.DATE] is Level.EQUAL and level[Slot.PLACE] is Level.EQUAL
    if level[Slot.ACTOR] is Level.DIFFERENT and not placed_alike:
        return SameEvent.NO
    if level[Slot.PLACE] is Level.DIFFERENT:
        return SameEvent.UNSURE if level[Slot.DATE] is Level.EQUAL else SameEvent.NO
    placed = max(when, where if level[Slot.PLACE] is Level.EQUAL else 0.0) >= weights().precise
    return SameEvent.YES if placed and score >= weights().yes else SameEvent.UNSURE


def conflicting(slots: tuple[SlotComparison, ...]) -> tuple[Slot, ...]:
    """The slots on which both part."""
    return tuple(one.slot for one in slots if one.level is Level.DIFFERENT)


def relation(
    left: Claim, right: Claim, slots: tuple[SlotComparison, ...], gate: SameEvent, confidence: float
) -> Relation:
    """The suggested relation; unsure where the gate or the confidence leave it open.

    Targets that may be the same and may not (a position whose owner is not said) agree in part only, unless the figures
    agree as well.
    """
    if gate is SameEvent.NO:
        return Relation.NOT_COMPARABLE
    if gate is SameEvent.UNSURE or confidence < weights().floor:
        return Relation.UNSURE
    if conflicting(slots):
        return Relation.CONFLICT
    if left.polarity is not right.polarity:
        return Relation.UNSURE
    shared = [one for one in slots if one.level in _ALIKE]
    if left.kind != right.kind or not any(one.slot in _SUBSTANCE for one in shared):
        return Relation.PARTIAL
    level = {one.slot: one.level for one in slots}
    vague = level[Slot.TARGET] is Level.COMPATIBLE and level[Slot.QUANTITY] not in _ALIKE
    return Relation.PARTIAL if vague else Relation.AGREE


def apparent(left: Claim, right: Claim, parted: tuple[Slot, ...]) -> Apparent | None:
    """The likely kind of an apparent conflict, None where nothing points to one."""
    if not parted:
        return None
    if left.quote == right.quote:
        return Apparent.COPY
    if (
        left.polarity is Polarity.AFFIRMED
        and right.polarity is Polarity.AFFIRMED
        and parted == (Slot.QUANTITY,)
    ):
        ours, theirs = {q.of for q in left.quantities}, {q.of for q in right.quantities}
        if ours != theirs:
            return Apparent.DEFINITION
    return Apparent.CONTRADICTION
