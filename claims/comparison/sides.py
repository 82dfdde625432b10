"""Slot by slot: how the values of two claims stand to each other.

Each kind of value compares itself in `claims.slots`; here claims that hold several values of a slot are brought down
to the pair of values that decides, and what one side leaves unsaid is ABSENT.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date as date_type
from typing import TypeVar

from claims.comparison.whereabouts import deciding_places
from claims.model import (
    Claim,
    DateValue,
    Level,
    Message,
    Party,
    Place,
    Quantity,
    Slot,
    SlotComparison,
)
from claims.slots import party, place, quantity, time
from claims.slots.place.gazetteer import gazetteer

V = TypeVar("V")
Compared = tuple[Level, Message]

_NAMES = {
    Slot.DATE: Message("التاريخ", "the date"),
    Slot.PLACE: Message("المكان", "the place"),
    Slot.ACTOR: Message("الفاعل", "the actor"),
    Slot.TARGET: Message("الهدف", "the target"),
    Slot.QUANTITY: Message("العدد", "the quantity"),
}
_OPPOSED = Message(
    "يقول طرف إن الهدف مدنيون أو ما هو لهم، ويقول الآخر إنه عسكري.",
    "One side says that civilians or what is theirs were hit, the other that it was military.",
)
_TOLL, _STRIKE, _IN = "casualties", "strike", "in"
_CIVIL_SITES = frozenset({"hospital", "mosque", "church", "camp"})
"""Kinds of places that are nobody's position: who names one as the place of a strike says what it hit."""
_CIVIL = frozenset({"civilians", "infrastructure"})
_ARMED = frozenset({"armed group", "militia", "military", "military object", "security force"})
_ORDER = {Level.EQUAL: 0, Level.COMPATIBLE: 1, Level.DIFFERENT: 2, Level.ABSENT: 3}


def compare_slots(left: Claim, right: Claim) -> tuple[SlotComparison, ...]:
    """One comparison for each slot, in the order of `Slot`."""
    found = {
        Slot.DATE: _dates(left, right),
        Slot.PLACE: _places(left.places, right.places),
        Slot.ACTOR: party.compare_groups(left.actors, right.actors),
        Slot.TARGET: _targets(left, right),
        Slot.QUANTITY: _quantities(left.quantities, right.quantities),
    }
    stated = {
        Slot.DATE: (left.date is not None, right.date is not None),
        Slot.PLACE: (bool(left.places), bool(right.places)),
        Slot.ACTOR: (bool(left.actors), bool(right.actors)),
        Slot.TARGET: (bool(left.targets), bool(right.targets)),
        Slot.QUANTITY: (bool(left.quantities), bool(right.quantities)),
    }
    return tuple(
        SlotComparison(slot, *found[slot])
        if all(stated[slot])
        else SlotComparison(slot, *_unstated(slot, left, right, *stated[slot]))
        for slot in Slot
    )


def _unstated(slot: Slot, left: Claim, right: Claim, ours: bool, theirs: bool) -> Compared:
    """A slot that at least one side leaves unsaid; who names a hospital as the place of a strike says what was hit, too."""
    if slot is Slot.TARGET and ours != theirs and left.kind == right.kind == _STRIKE:
        teller, other = (left, right) if ours else (right, left)
        if _armed(teller.targets) and any(map(_civil_site, other.places)):
            return Level.DIFFERENT, _OPPOSED
    return Level.ABSENT, absent(slot, ours, theirs)


def _civil_site(one: Place) -> bool:
    entry = gazetteer().get(one.id)
    return entry is not None and entry.kind in _CIVIL_SITES and one.relation == _IN


def _targets(left: Claim, right: Claim) -> Compared:
    """Whom a raid was aimed at, and who died in it, are two things: one does not exclude the other."""
    level, message = party.compare_groups(left.targets, right.targets)
    if level is Level.COMPATIBLE and _opposed(left.targets, right.targets):
        return Level.DIFFERENT, _OPPOSED
    one_counts = (left.kind == _TOLL) != (right.kind == _TOLL)
    if level is Level.DIFFERENT and one_counts:
        return Level.ABSENT, Message(
            "يذكر طرف ما استُهدف والآخر من سقط ضحية، فلا يُقارن هذا بذاك.",
            "One side tells what was aimed at, the other who came to harm: these are not compared.",
        )
    return level, message


def _opposed(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    """Whether one side names civilians or what is theirs, and things at most, and the other a party at war or what is military."""
    return (_civil(left) and _armed(right)) or (_civil(right) and _armed(left))


def _civil(hit: tuple[Party, ...]) -> bool:
    kinds = {one.kind for one in hit}
    theirs = kinds & _CIVIL or any(map(party.civil_object, hit))
    return bool(theirs) and kinds <= _CIVIL | {"object"}


def _armed(hit: tuple[Party, ...]) -> bool:
    kinds = {one.kind for one in hit}
    return bool(kinds & _ARMED) and not kinds & _CIVIL


def precision(claim: Claim, slot: Slot) -> float:
    """How precisely a claim says when or where, 0 to 1."""
    if slot is Slot.DATE:
        known = claim.date is not None and _bounded(claim.date)
        return time.specificity(claim.date) if claim.date is not None and known else 0.0
    return max((place.specificity(one) for one in claim.places), default=0.0)


def _bounded(date: DateValue) -> bool:
    days = time.interval(date.edtf)
    return days is not None and date_type.min < days[0] and days[1] < date_type.max


def absent(slot: Slot, left: bool, right: bool) -> Message:
    """The sentence for a slot that at least one side does not state."""
    name = _NAMES[slot]
    if not left and not right:
        return Message(f"لا يذكر أي من الطرفين {name.ar}.", f"Neither side states {name.en}.")
    if left:
        return Message(
            f"لا يذكر {name.ar} إلا الطرف الأول.", f"Only the first side states {name.en}."
        )
    return Message(
        f"لا يذكر {name.ar} إلا الطرف الثاني.", f"Only the second side states {name.en}."
    )


def _dates(left: Claim, right: Claim) -> Compared:
    if left.date is None or right.date is None:
        return Level.ABSENT, absent(Slot.DATE, left.date is not None, right.date is not None)
    return time.compare(left.date, right.date)


def _places(left: Sequence[Place], right: Sequence[Place]) -> Compared:
    if not left or not right:
        return Level.ABSENT, absent(Slot.PLACE, bool(left), bool(right))
    return _best(*deciding_places(left, right), place.compare)


def _quantities(left: Sequence[Quantity], right: Sequence[Quantity]) -> Compared:
    pairs = [(a, b) for a in left for b in right if quantity.comparable(a, b)]
    if not pairs:
        return Level.ABSENT, Message(
            "يعدّ الطرفان أشياء مختلفة، فلا تُقارن الأعداد.",
            "Both sides count different things, so the figures are not compared.",
        )
    compared = [quantity.compare(a, b) for a, b in deciding(pairs)]
    return max(compared, key=lambda one: _ORDER[one[0]] if one[0] is not Level.ABSENT else -1)


Figures = tuple[Quantity, Quantity]


def deciding(pairs: Sequence[Figures]) -> tuple[Figures, ...]:
    """The pairs of comparable figures that decide: of one thing rather than of a part, wholes rather than parts.

    Of several figures for one thing on a side (*three, then five*) only the greatest counts.
    """
    alike = [(a, b) for a, b in pairs if (a.unit, a.of) == (b.unit, b.of)] or list(pairs)
    totals = [(a, b) for a, b in alike if a.total is None and b.total is None] or alike
    greatest: dict[tuple[str, ...], Figures] = {}
    for a, b in totals:
        key = (a.unit, a.of, b.unit, b.of)
        best = greatest.get(key)
        greatest[key] = (a, b) if best is None else (_greater(best[0], a), _greater(best[1], b))
    return tuple(greatest.values())


def _greater(one: Quantity, other: Quantity) -> Quantity:
    return one if (one.low or 0) >= (other.low or 0) else other


def _best(left: Sequence[V], right: Sequence[V], compare: Callable[[V, V], Compared]) -> Compared:
    compared = [compare(a, b) for a in left for b in right]
    return min(compared, key=lambda one: _ORDER[one[0]])
