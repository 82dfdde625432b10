"""What the tool proposes for a pair of one event: the relation, and on which slots both part.

A *conflict* is proposed only where one claim excludes the other and little can explain it: both are of one kind, the slot
is one that parts accounts of one event (`_SUPPORTED`), and its likely kind is a contradiction or a relay error. What has
another explanation (a later figure, another definition, a longer span, a wider place) is *partial*: looked at, not
shouted about. What differs without such support is left unsure.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.comparison.evidence import ALIKE, Evidence, Shared
from claims.comparison.gate import taken_once
from claims.comparison.means import means
from claims.comparison.news import telling
from claims.comparison.sides import deciding
from claims.comparison.told import told_on_day, told_together
from claims.comparison.weights import weights
from claims.comparison.whereabouts import exactness
from claims.model import (
    Apparent,
    Claim,
    Level,
    Modality,
    Party,
    Relation,
    SameEvent,
    Slot,
)
from claims.slots import party, quantity
from claims.slots.party.objects import object_of

_LOUD = frozenset({Apparent.CONTRADICTION, Apparent.RELAY_ERROR})
_CIVIL = frozenset({"civilians", "infrastructure", "object"})
_COUNTED = frozenset({"casualties", "displacement", "arrest"})
_REPEATED = Modality.REPEATED
_HELD = frozenset({"control"})
_TOLL = "casualties"
_ARREST = "arrest"
_SOMEWHERE = "position"
"""A target that is only *a site*: whose it is and what stood there is not said, so that it parts from nothing."""
_SEVERAL = 3
_ROUND = 10
"""From how many on *more than* says of a round figure little but that it was rounded down."""
_FAR = 1.2
"""Times the lesser figure from which on *at least* that many is no longer the same word."""


def stance(claim: Claim) -> str:
    """``no`` where a claim says that it was not so, ``yes`` where it was, ``open`` where it leaves that."""
    if claim.denies:
        return "no"
    return "open" if claim.modality in {Modality.DOUBTED, Modality.PLANNED} else "yes"


def contradicted(held: Evidence) -> bool:
    """Whether one side says that what the other side tells was not so.

    Who denies a deed contradicts those who name somebody as its doer; those who only tell that it was done, of one day alone.
    Who denies to have hit one thing does not contradict who tells that another was hit, nor who denies one doer who names another. Nor
    does who knows of no dead contradict a rumour of some.
    """
    if {stance(held.left), stance(held.right)} != {"yes", "no"} or held.differ(Slot.TARGET):
        return False
    if held.differ(Slot.ACTOR):
        return False
    teller = held.left if stance(held.left) == "yes" else held.right
    if teller.modality is Modality.POSSIBLE:
        return False
    return bool(teller.actors) or held.equal(Slot.DATE) or _denied(held.left.kind) is not Slot.ACTOR


def parted(held: Evidence, gate: SameEvent) -> tuple[Slot, ...]:
    """The slots on which both part, for a pair that may be one event; a denial parts on what it denies."""
    if gate is SameEvent.NO:
        return ()
    if contradicted(held) and gate is SameEvent.YES and held.one_kind:
        return (_denied(held.left.kind),)
    if taken_once(held):
        return (Slot.DATE,)
    if held.differ(Slot.ACTOR) and {stance(held.left), stance(held.right)} == {"yes", "no"}:
        return ()
    return tuple(slot for slot in _parting_slots(held) if held.differ(slot))


def _parting_slots(held: Evidence) -> tuple[Slot, ...]:
    """Who was hit and who died are two questions; of the dead only the count and the doer are compared."""
    if not held.one_kind:
        return (Slot.ACTOR,)
    if held.left.kind in _COUNTED:
        return Slot.ACTOR, Slot.QUANTITY
    return Slot.ACTOR, Slot.TARGET, Slot.QUANTITY


def _denied(kind: str) -> Slot:
    if kind in _COUNTED:
        return Slot.QUANTITY
    return Slot.PLACE if kind in _HELD else Slot.ACTOR


def relation(
    held: Evidence, gate: SameEvent, slots: tuple[Slot, ...], likely: Apparent | None
) -> Relation:
    """The suggested relation; unsure where the gate leaves it open."""
    if gate is SameEvent.NO:
        return Relation.NOT_COMPARABLE
    stances = {stance(held.left), stance(held.right)}
    if gate is SameEvent.UNSURE or (held.one_kind and "open" in stances and len(stances) > 1):
        return Relation.UNSURE
    if not held.one_kind:
        return Relation.PARTIAL
    if slots:
        return _parting(held, slots, likely)
    if likely is not None:
        return Relation.PARTIAL
    return Relation.AGREE if _agree(held) else Relation.PARTIAL


def _parting(held: Evidence, slots: tuple[Slot, ...], likely: Apparent | None) -> Relation:
    if likely not in _LOUD or (slots == (Slot.QUANTITY,) and _touch(held)):
        return Relation.PARTIAL
    if contradicted(held) or all(_SUPPORTED[slot](held) for slot in slots):
        return Relation.CONFLICT
    return Relation.UNSURE


def _touch(held: Evidence) -> bool:
    """Whether all that keeps the figures apart is *more than* before a round one: who says 80 and who says more than 80 mean one toll."""
    pairs = deciding(
        [
            (a, b)
            for a in held.left.quantities
            for b in held.right.quantities
            if (a.unit, a.of) == (b.unit, b.of)
        ]
    )
    return bool(pairs) and all(
        (a.low or 0) >= _ROUND and a.low == b.low and a.low_open != b.low_open for a, b in pairs
    )


def _target(held: Evidence) -> bool:
    """One doer or none named, and not one account that took the doer of the other for the victim.

    Without a city in common one document is enough where both name parties at war: a building may be another raid of the day.
    """
    hit = (*held.left.targets, *held.right.targets)
    if any(side.targets and all(map(_somewhere, side.targets)) for side in (held.left, held.right)):
        return False
    placed = held.shared >= Shared.CITY or (held.one_document and not any(map(_unowned, hit)))
    unnamed = not held.left.actors and not held.right.actors
    things = unnamed and all(map(_thing, hit))
    return placed and (held.one_doer or things) and not held.roles_confused


def _unowned(one: Party) -> bool:
    return one.kind in _CIVIL


def _somewhere(one: Party) -> bool:
    return one.id == _SOMEWHERE


def _thing(one: Party) -> bool:
    """Whether a target can be no doer: a thing, a position of somebody, civilians; a bare party may be misread."""
    return one.kind in _CIVIL or one.kind == "military object" or object_of(one) is not None


def _quantity(held: Evidence) -> bool:
    """One day, or news of that day by the same doer, and one village or site; of a city only with the same doer, victims or origin, or two tolls that are near each other.

    Of the land around a town, with all of these.
    """
    on_day = (
        held.one_doer
        and told_on_day(held.left, held.right)
        and not told_together(held.left, held.right)
    )
    if not (held.equal(Slot.DATE) or held.one_day or on_day) or held.differ(Slot.ACTOR):
        return False
    if held.shared is Shared.SPOT:
        return True
    named = held.one_doer or held.one_origin or held.equal(Slot.TARGET) or _one_blast(held)
    if held.shared is Shared.WIDE and held.where >= weights().land:
        return held.one_doer and held.equal(Slot.TARGET) and _near_tolls(held)
    return held.shared is Shared.CITY and (named or _near_tolls(held))


def _one_blast(held: Evidence) -> bool:
    """Whether both tell of a bomb that was laid or carried: a city sees fewer of these in a day than raids."""
    return all("explosive" in means(side.statement) for side in (held.left, held.right))


def _near_tolls(held: Evidence) -> bool:
    """Whether both count more than a few, and neither twice as many: two counts of one event rather than of two."""
    least = [
        max((one.low or 0 for one in side.quantities), default=0)
        for side in (held.left, held.right)
    ]
    return held.left.kind == _TOLL and min(least) > _SEVERAL and max(least) < 2 * min(least)


def _actor(held: Evidence) -> bool:
    killed = held.one_person and held.left.kind == _TOLL
    alike = held.disputed or held.one_victim or telling(held) or held.shared is Shared.SPOT
    return (alike or killed) and not held.roles_confused and not _own_arrest(held)


def _own_arrest(held: Evidence) -> bool:
    """Whether one side tells of an arrest, and the other names as its doer who tells of it: made with somebody's help."""
    return held.left.kind == _ARREST and (
        _teller_acts(held.left, held.right) or _teller_acts(held.right, held.left)
    )


def _teller_acts(teller: Claim, other: Claim) -> bool:
    speaker = party.source_named(teller.speaker.source)
    return speaker is not None and any(
        party.compare(speaker, actor)[0] in ALIKE for actor in other.actors
    )


_SUPPORTED: dict[Slot, Callable[[Evidence], bool]] = {
    Slot.DATE: taken_once,
    Slot.ACTOR: _actor,
    Slot.TARGET: _target,
    Slot.QUANTITY: _quantity,
}


def civil(parties: tuple[Party, ...]) -> bool:
    """Whether all that was hit is people or things of no side."""
    return bool(parties) and all(one.kind in _CIVIL for one in parties)


def _site_beside_target(one: Claim, other: Claim) -> bool:
    """Whether one side names the site that was hit as the place, and the other says what was hit: not the same by that."""
    placed = max((exactness(place) for place in one.places), default=0.0)
    there = max((exactness(place) for place in other.places), default=0.0)
    return placed >= weights().site > there and not one.targets and bool(other.targets)


def _far_above(held: Evidence) -> bool:
    """Whether a side says *at least* and the other far more: both can be true, yet they do not say the same."""
    lows = [
        max((one.low or 0 for one in side.quantities), default=0)
        for side in (held.left, held.right)
    ]
    return min(lows) > _SEVERAL and max(lows) > _FAR * min(lows)


def _other_parts(held: Evidence) -> bool:
    """Whether both count the same children, women or others among their totals, but not as many of them."""
    return any(
        (a.unit, a.of) == (b.unit, b.of) and quantity.compare(a, b)[0] is Level.DIFFERENT
        for a in held.left.quantities
        for b in held.right.quantities
        if a.total is not None and b.total is not None
    )


def _agree(held: Evidence) -> bool:
    """Whether something of substance is the same and nothing is left that was counted or hit otherwise.

    What goes on or comes again and again is more than the one time that the other side tells.
    """
    if _REPEATED in {held.left.modality, held.right.modality} and not held.copied:
        return held.left.modality is held.right.modality and held.equal(Slot.DATE)
    if held.left.kind in _COUNTED:
        return held.alike(Slot.QUANTITY) and not _far_above(held) and not _other_parts(held)
    if _site_beside_target(held.left, held.right) or _site_beside_target(held.right, held.left):
        return False
    if held.level[Slot.TARGET] is Level.COMPATIBLE and not (
        held.one_victim or held.alike(Slot.QUANTITY)
    ):
        return False
    if held.one_means and held.shared >= Shared.CITY and held.equal(Slot.DATE):
        return True
    told = held.one_doer or held.alike(Slot.TARGET) or held.alike(Slot.QUANTITY)
    return told and (held.alike(Slot.PLACE) or held.equal(Slot.TARGET) or held.alike(Slot.QUANTITY))
