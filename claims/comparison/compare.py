"""Two claims side by side, explained."""

from __future__ import annotations

from claims.comparison.apparent import apparent
from claims.comparison.confidence import confidence
from claims.comparison.dependence import dependence
from claims.comparison.evidence import ALIKE, Evidence, nearness
from claims.comparison.gate import same_event
from claims.comparison.people import one_person
from claims.comparison.sides import compare_slots, precision
from claims.comparison.suggest import parted, relation, stance
from claims.comparison.weights import weights
from claims.comparison.words import shared_words
from claims.model import (
    Apparent,
    Claim,
    Comparison,
    Message,
    PairKey,
    Relation,
    SameEvent,
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
    where = nearness(left, right)
    parts = _parts(left, right, slots, where)
    held = Evidence(left, right, slots, where, round(sum(part.value for part in parts), 6))
    gate = same_event(held)
    differing = parted(held, gate)
    likely = apparent(held, differing) if gate is not SameEvent.NO else None
    if gate is SameEvent.UNSURE and not _shown(held, differing, likely):
        differing, likely = (), None
    related = relation(held, gate, differing, likely)
    sure = confidence(related, held.score)
    return Comparison(
        key=key,
        same_event=gate,
        relation=related if sure >= weights().floor else _careful(related),
        slots=slots,
        parts=parts,
        confidence=sure,
        apparent=likely,
        conflicting=differing,
        dependence=dependence(left, right),
    )


def _careful(related: Relation) -> Relation:
    """What is said instead of a relation that is not sure enough."""
    return related if related is Relation.NOT_COMPARABLE else Relation.UNSURE


def _shown(held: Evidence, differing: tuple[Slot, ...], likely: Apparent | None) -> bool:
    """Whether a likely kind is told where it is open whether both speak of one event: what differs for a reason, or another span."""
    if differing:
        return likely is not Apparent.CONTRADICTION
    return likely is Apparent.TIME_WINDOW and held.alike(Slot.DATE)


def _worth(left: Claim, right: Claim, one: SlotComparison, where: float) -> float:
    """What a slot adds: a loss whole, a gain as far as the vaguer side says when and where."""
    value = weights().slots[one.slot, one.level]
    if value < 0 or one.slot not in {Slot.DATE, Slot.PLACE}:
        return value
    if one.slot is Slot.PLACE:
        return round(value * where, 3)
    return round(value * min(precision(left, Slot.DATE), precision(right, Slot.DATE)), 3)


def _parts(
    left: Claim, right: Claim, slots: tuple[SlotComparison, ...], where: float
) -> tuple[ScorePart, ...]:
    table = weights()
    parts = [
        ScorePart(one.slot.value, _worth(left, right, one, where), one.message)
        for one in slots
        if (one.slot, one.level) in table.slots
    ]
    if left.kind == right.kind:
        parts.append(ScorePart("kind", table.same_kind, Message("من نوع واحد", "of one kind")))
    elif table.related(left.kind, right.kind):
        told = Message("وجهان لحدث واحد", "two sides of one kind of event")
        parts.append(ScorePart("kind", table.same_family, told))
    if {stance(left), stance(right)} == {"yes", "no"}:
        told = Message("ينفي أحد الطرفين ما يقوله الآخر", "one side denies what the other tells")
        parts.append(ScorePart("stance", 0.0, told))
    placed = any(one.slot is Slot.PLACE and one.level in ALIKE for one in slots)
    if one_person(left, right, placed=placed):
        told = Message("يسمّي الطرفان شخصاً واحداً", "both name one person")
        parts.append(ScorePart("person", table.person, told))
    share = shared_words(left.quote, right.quote)
    if share:
        told = Message(f"كلمات مشتركة: {share:.0%}", f"words in common: {share:.0%}")
        parts.append(ScorePart("words", round(table.words * share, 3), told))
    return tuple(parts)
