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
no day, a long span  else unsure at most, and only with a village or city in common, or within a province the same victims or
                     figures; none when told before it happened, or when the documents were published more than a week apart
                     and give no figure in common, a month or more apart in any case
planned              what is planned is not yet what happened
taken                a town is taken once: by one doer, told of two days near each other, it is one event of which the day is disputed

Facts without a day (how many states, how strong a force) are one when they are said of one time, and none when they have nothing in common.
"""

from __future__ import annotations

from itertools import product

from claims.comparison.evidence import Evidence, Shared
from claims.comparison.sites import other_site
from claims.comparison.told import (
    gap,
    told_apart,
    told_in_turn,
    told_of_day,
    told_on_day,
    told_together,
    told_weeks_apart,
)
from claims.comparison.weights import weights
from claims.comparison.wordgroups import WRITTEN_ON, word_groups
from claims.model import Claim, Level, Modality, Polarity, Quantity, SameEvent, Slot
from claims.slots import quantity
from claims.text.shadow import fold

_CIVILIAN = "civilian"
_FEW = 3
"""From how many on an equal figure says something: two accounts of one dead can well be of two events."""
_CONTROL = "control"
_IN = "in"
_STRIKE = "strike"
_CAME_OF_IT = frozenset({"casualties", "damage"})
_RETAKEN = 4
"""Days within which a place is hardly taken, lost and taken again by the same side."""
_REPEATED = Modality.REPEATED
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
    if held.differ(Slot.ACTOR) and not _one_day_and_town(held):
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


def _one_day_and_town(held: Evidence) -> bool:
    """Whether both tell of one town on one day, or as news of one day from one village or site."""
    if held.equal(Slot.DATE):
        return held.shared >= Shared.CITY
    return held.shared is Shared.SPOT and told_together(held.left, held.right)


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
    if held.means_apart and not _victims(held):
        return SameEvent.UNSURE if held.shared > Shared.UNSAID else SameEvent.NO
    if _placed(held) or (held.one_document and held.equal(Slot.ACTOR)) or _one_toll(held):
        return SameEvent.YES
    if held.one_doer or _counted_through(held):
        return SameEvent.YES if _particular(held) else SameEvent.UNSURE
    alike = held.alike(Slot.TARGET) or held.alike(Slot.QUANTITY) or held.shared > Shared.UNSAID
    return SameEvent.UNSURE if alike else SameEvent.NO


def _placed(held: Evidence) -> bool:
    if held.shared is Shared.SPOT:
        return True
    elsewhere = held.one_strike and other_site(held.left, held.right)
    return held.shared is Shared.CITY and held.equal(Slot.DATE) and not elsewhere


def _undated(held: Evidence) -> SameEvent:
    """No day on one side, or a span: sums over one span are one fact; else it may be a part of it at most."""
    summed = held.one_kind and (held.summed or held.one_start) and held.equal(Slot.PLACE)
    if summed and held.when >= weights().dated and not held.differ(Slot.ACTOR):
        return SameEvent.YES
    if _of_the_day(held) or (held.one_day and held.one_kind and _beyond_doubt(held)):
        return SameEvent.YES
    if _told_twice(held):
        return SameEvent.YES
    if held.alike(Slot.DATE) or held.one_document:
        return SameEvent.UNSURE if held.shared > Shared.UNSAID else SameEvent.NO
    if told_weeks_apart(held.left, held.right) and not (telling(held) or held.copied):
        return SameEvent.NO
    near = held.shared >= Shared.CITY or (held.shared > Shared.UNSAID and _victims(held))
    return SameEvent.UNSURE if near or held.copied else SameEvent.NO


def _of_the_day(held: Evidence) -> bool:
    """Whether both are news of one day from one village or site; of a city only with the same victims or figures."""
    found = _one_news(held) if held.one_kind else _blow(held)
    return found and not any(map(_lately, (held.left, held.right)))


def _one_news(held: Evidence) -> bool:
    """The same of two claims of one kind; what happened by other means was another event, unless the victims are one."""
    if held.means_apart:
        return False
    if held.differ(Slot.ACTOR):
        found = held.one_means and _one_day_and_town(held)
    else:
        found = _first_news(held) or _news(held)
    return found and (_victims(held) or not held.other_means)


def _first_news(held: Evidence) -> bool:
    """Whether both tell one deed of one doer in one village, one by its day, the other on that day, and more is the same.

    That is a site, who was hit, or nearly as many victims: news of a day may tell of the one before as well.
    """
    told = held.shared is Shared.SPOT and held.one_doer and told_on_day(held.left, held.right)
    return told and (held.where >= weights().site or held.one_victim or _near_counts(held))


def _near_counts(held: Evidence) -> bool:
    """Whether both count more than a few of the same, and neither twice as many."""
    if held.level[Slot.QUANTITY] is Level.ABSENT:
        return False
    least = [max(one.low or 0 for one in side.quantities) for side in (held.left, held.right)]
    return min(least) >= _FEW and max(least) < 2 * min(least)


def _news(held: Evidence) -> bool:
    """Whether news of one day, or of two in turn, tells of one village or site, or of more in common than a city."""
    if told_together(held.left, held.right):
        same = held.shared is Shared.CITY and (held.one_victim or telling(held))
        return same or held.shared is Shared.SPOT
    if told_in_turn(held.left, held.right) and _one_account(held):
        return _beyond_doubt(held)
    return told_of_day(held.left, held.right) and _beyond_doubt(held) and _victims(held)


def _told_twice(held: Evidence) -> bool:
    """Whether one document, as in its title and its text, tells one doer and one count of people, once without the day.

    Within a province a count of one is not enough; there, a list may tell of two raids.
    """
    if not (held.one_document and held.one_kind and held.one_doer and held.one_count):
        return False
    if held.alike(Slot.DATE) or _REPEATED in {held.left.modality, held.right.modality}:
        return False
    several = any((one.low or 0) > 1 for one in held.left.quantities)
    return held.shared >= Shared.CITY or (several and held.shared > Shared.UNSAID)


def _one_account(held: Evidence) -> bool:
    """Whether both name one target, count the same people and the same part of them, or say it in the same words."""
    return held.one_victim or held.copied or _counted_through(held)


def _blow(held: Evidence) -> bool:
    """Whether both are news of one day from one village or site: of an attack, and of what came of it, by no other doer."""
    kinds = {held.left.kind, held.right.kind}
    told = {held.left.modality, held.right.modality} == {Modality.ASSERTED}
    real = {held.left.polarity, held.right.polarity} == {Polarity.AFFIRMED}
    return (
        (told and real and _STRIKE in kinds and not kinds.isdisjoint(_CAME_OF_IT))
        and told_together(held.left, held.right)
        and held.shared is Shared.SPOT
        and not held.differ(Slot.ACTOR)
        and not held.differ(Slot.TARGET)
        and not any(map(_of_wounds, (held.left, held.right)))
    )


def _of_wounds(claim: Claim) -> bool:
    """Whether somebody died of wounds, or a toll rose: of an attack that was before."""
    return word_groups("updates")["rising"].search(fold(claim.quote)) is not None


def _lately(claim: Claim) -> bool:
    """Whether it is told of a longer time, or of what had been before: no news of one day."""
    return word_groups("again", WRITTEN_ON)["lately"].search(fold(claim.quote)) is not None


def _beyond_doubt(held: Evidence) -> bool:
    """Whether both tell of one village or site, or of one city with the same victims or figures, and of one doer."""
    same = held.shared is Shared.SPOT or (
        held.shared is Shared.CITY and (held.one_victim or telling(held))
    )
    return same and held.one_doer


def _victims(held: Evidence) -> bool:
    """Whether both name one target or one count of it."""
    return held.one_victim or held.one_count


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


def _counted_through(held: Evidence) -> bool:
    """Whether both give the same whole and the same part of it: how many were killed, and how many of them were children."""
    ours, theirs = (
        {(one.unit, _of_people(one), one.low) for one in side.quantities}
        for side in (held.left, held.right)
    )
    return held.one_kind and len(ours & theirs) > 1


def _of_people(figure: Quantity) -> str:
    """Of whom a figure is; whether the dead are called people or civilians is a matter of words."""
    return "" if figure.of == _CIVILIAN else figure.of


def telling(held: Evidence) -> bool:
    """Whether both give one figure that is more than a few, be it of people or of civilians."""
    if held.equal(Slot.QUANTITY):
        return any(map(_many, held.left.quantities))
    return held.alike(Slot.QUANTITY) and any(
        _many(one) and _one_figure(one, other)
        for one, other in product(held.left.quantities, held.right.quantities)
    )


def _one_figure(one: Quantity, other: Quantity) -> bool:
    """Whether both are one count, each the whole of what its side counts."""
    bounds = (one.low, one.high, one.unit, one.total) == (other.low, other.high, other.unit, None)
    return bounds and quantity.comparable(one, other)


def _many(figure: Quantity) -> bool:
    return (figure.low or 0) >= _FEW
