"""The gate: do both claims speak of one event or fact?

What happens at a time and a place is one event when nothing that places it excludes the other side and both say when to
within three days. Then it needs a place in common, the closer the less besides; what is missing or excluded:

a place in common    a village, a street, a site: enough. A city: enough unless other parties act there, or one names the hospital
                     in which it happened and the other a school that was hit. Wider, or with no
                     no place on one side: the same doer, or the same whole and part of it counted, and the same victims or
                     figures; one figure of the same victims from one side of a province, or of one named source; or one
                     account that holds both sources against each other
another doer         one event only where one alone can have done it (`Evidence.disputed`), at one site, or with the same target or figure, or one village attacked by the same means;
                     without a day the last alone, as news of one day
other means          unsure at most where one tells of a raid from the air and the other of shelling, unless the victims are one
one person           one event, told by name of the dead or arrested, where neither day nor place excludes it; who did it may be disputed
no year              one event when both say one day of a month, at one village or site, by one doer
no day               one event when published on one day, of one kind, at one village or site, by the same doer or none
                     named; in a city only with the same victims or figures; likewise where one says the day, the other was published
                     on it, and both name one doer and one site, or one village and who was hit or nearly as many victims; never what is told of recent days, or with other means; the same where one says the day and the other was
                     published on it or on the next one, at one place, by one doer, with the same victims or figures; an attack and
                     what came of it only in one village where no other doer is named; published on two days in turn only with the same target, whole
                     and part counted, or words; in one document, as its title and its text, with one count of people by one doer
many dead            one event when ten or more, neither toll twice the other and nobody another doer: in one city, told as news of one day; in
                     one province on one day, where both name one kind of scene (a school, a market, a funeral)
no day, a long span  else unsure at most, and only with a village or city in common, or within a province the same victims or
                     figures; none when told before it happened, or when the documents were published more than a week apart
                     and give no figure in common, a month or more apart in any case
planned              what is planned is not yet what happened
taken                a town is taken once: by one doer, told of two days near each other, it is one event of which the day is disputed

Facts without a day (how many states, how strong a force) are one when they are said of one time, and none when they have nothing in common.
"""

from __future__ import annotations

from claims.comparison.evidence import Evidence, Shared
from claims.comparison.news import (
    beyond_doubt,
    copied_of_the_day,
    counted_through,
    many_dead,
    many_dead_of_the_day,
    of_the_day,
    one_day_and_town,
    one_victims,
    telling,
    told_twice,
)
from claims.comparison.sites import other_site
from claims.comparison.told import (
    gap,
    told_apart,
    told_weeks_apart,
)
from claims.comparison.weights import weights
from claims.model import Claim, Modality, Polarity, SameEvent, Slot

_CONTROL = "control"
_IN = "in"
_RETAKEN = 4
"""Days within which a place is hardly taken, lost and taken again by the same side."""
_AT_WAR = frozenset({"armed group", "militia", "military", "coalition", "security force"})
_UNREAL = frozenset({Modality.PLANNED, Modality.CEASED})


def same_event(held: Evidence) -> SameEvent:
    """The suggestion; see the module's docstring."""
    if taken_once(held):
        return SameEvent.YES
    if held.differ(Slot.DATE) or held.score < weights().unsure:
        return SameEvent.NO
    return _same_event(held)


def _same_event(held: Evidence) -> SameEvent:
    if held.event and not held.copied and told_apart(held.left, held.right):
        return SameEvent.NO
    if held.shared is Shared.APART:
        return SameEvent.NO if _known(held.left) and _known(held.right) else SameEvent.UNSURE
    if held.one_person and not told_weeks_apart(held.left, held.right):
        return SameEvent.YES
    if held.differ(Slot.ACTOR) and not one_day_and_town(held):
        return SameEvent.NO
    found = _event(held) if held.event else _fact(held)
    if (held.left.modality in _UNREAL) != (held.right.modality in _UNREAL):
        return SameEvent.NO if found is SameEvent.NO else SameEvent.UNSURE
    return found


def taken_once(held: Evidence) -> bool:
    """Whether both say that one party took one place, on two days that are near each other."""
    sides = (held.left, held.right)
    told = all(side.kind == _CONTROL and side.modality is Modality.ASSERTED for side in sides)
    if not told or not held.differ(Slot.DATE) or not held.one_doer:
        return False
    affirmed = all(side.polarity is Polarity.AFFIRMED for side in sides)
    near = held.shared >= Shared.CITY and held.when >= weights().day
    return affirmed and near and (gap(*sides) or _RETAKEN) < _RETAKEN


def _known(claim: Claim) -> bool:
    """Whether all its places are known, or one in which it happened: what is unknown lies beside that."""
    inside = any(one.id and one.relation == _IN for one in claim.places)
    return inside or all(one.id for one in claim.places)


def _fact(held: Evidence) -> SameEvent:
    if not any(map(held.alike, (Slot.ACTOR, Slot.TARGET, Slot.PLACE, Slot.QUANTITY))) and not (
        held.copied or held.one_person
    ):
        return SameEvent.NO
    timed = held.equal(Slot.DATE) and held.when >= weights().dated
    told = held.alike(Slot.ACTOR) or held.alike(Slot.PLACE)
    return SameEvent.YES if timed and told and held.one_kind else SameEvent.UNSURE


def _event(held: Evidence) -> SameEvent:
    if not held.alike(Slot.DATE) or held.when < weights().day:
        return _undated(held)
    if held.differ(Slot.ACTOR):
        return SameEvent.YES if _despite_actor(held) else SameEvent.UNSURE
    if (held.means_apart and not one_victims(held)) or _answered(held):
        return SameEvent.UNSURE if held.shared > Shared.UNSAID else SameEvent.NO
    if _placed(held) or _told_as_one(held):
        return SameEvent.YES
    if held.one_doer or counted_through(held):
        return SameEvent.YES if _particular(held) else SameEvent.UNSURE
    alike = held.alike(Slot.TARGET) or held.alike(Slot.QUANTITY) or held.shared > Shared.UNSAID
    return SameEvent.UNSURE if alike else SameEvent.NO


def _answered(held: Evidence) -> bool:
    """Whether one side tells who fired on a party at war, and the other, without a doer, that what is civilian was hit: fire may be answered."""
    if not held.one_strike or not held.differ(Slot.TARGET) or held.where >= weights().site:
        return False
    for told, other in ((held.left, held.right), (held.right, held.left)):
        if told.actors and not other.actors and _armed(told) and not _armed(other):
            return True
    return False


def _armed(claim: Claim) -> bool:
    return any(one.kind in _AT_WAR for one in claim.targets)


def _placed(held: Evidence) -> bool:
    if held.shared is Shared.SPOT:
        return True
    elsewhere = held.one_strike and other_site(held.left, held.right)
    return held.shared is Shared.CITY and held.equal(Slot.DATE) and not elsewhere


def _told_as_one(held: Evidence) -> bool:
    """Whether, in no one city, it is one account against itself, one toll, one text, or many dead at one kind of scene."""
    scene = held.shared is Shared.WIDE and held.equal(Slot.DATE) and held.one_scene
    return (
        (held.one_document and held.equal(Slot.ACTOR))
        or _one_toll(held)
        or copied_of_the_day(held)
        or (scene and many_dead(held))
    )


def _undated(held: Evidence) -> SameEvent:
    """No day on one side, or a span: sums over one span are one fact; else it may be a part of it at most."""
    summed = held.one_kind and (held.summed or held.one_start) and held.equal(Slot.PLACE)
    if summed and held.when >= weights().dated and not held.differ(Slot.ACTOR):
        return SameEvent.YES
    if of_the_day(held) or (held.one_day and held.one_kind and beyond_doubt(held)):
        return SameEvent.YES
    if told_twice(held) or many_dead_of_the_day(held) or copied_of_the_day(held):
        return SameEvent.YES
    if held.alike(Slot.DATE) or held.one_document:
        return SameEvent.UNSURE if held.shared > Shared.UNSAID else SameEvent.NO
    if told_weeks_apart(held.left, held.right) and not (telling(held) or held.copied):
        return SameEvent.NO
    near = held.shared >= Shared.CITY or (held.shared > Shared.UNSAID and one_victims(held))
    return SameEvent.UNSURE if near or held.copied else SameEvent.NO


def _despite_actor(held: Evidence) -> bool:
    if held.disputed:
        return True
    if held.shared < Shared.CITY or not held.one_kind:
        return held.where >= weights().site
    raid = held.shared is Shared.SPOT and held.one_means
    return raid or held.where >= weights().site or held.one_victim or telling(held)


def _particular(held: Evidence) -> bool:
    """Whether victims and figures are the same: either of them in one wide place, both where a side names none or leaves it open."""
    if held.shared is Shared.WIDE:
        return held.equal(Slot.TARGET) or telling(held)
    hit = held.equal(Slot.TARGET) if held.shared is Shared.UNSAID else held.one_victim
    return hit and telling(held)


def _one_toll(held: Evidence) -> bool:
    """Whether both give one figure of the same victims from one side of a province, or go back to one named source."""
    side = held.shared is Shared.WIDE and held.where >= weights().part and held.equal(Slot.TARGET)
    return held.one_kind and telling(held) and (side or held.one_origin)
