"""News of a day: when an account that does not say when tells what another one tells, and what both must have in common.

How closely each part of this counts stands at the head of `gate`.
"""

from __future__ import annotations

from itertools import product

from claims.comparison.evidence import Evidence, Shared, counts
from claims.comparison.sites import other_site
from claims.comparison.told import told_in_turn, told_of_day, told_on_day, told_together
from claims.comparison.weights import weights
from claims.comparison.wordgroups import WRITTEN_ON, word_groups
from claims.model import Claim, Level, Modality, Polarity, Quantity, Slot
from claims.slots import quantity
from claims.text.shadow import fold

_CIVILIAN = "civilian"
_FEW = 3
"""From how many on an equal figure says something: two accounts of one dead can well be of two events."""
_MANY = 10
"""Dead from which on two accounts of one city and day tell of one event: more would be known of two."""
_TOLL, _DEAD = "casualties", "killed"
_STRIKE = "strike"
_CAME_OF_IT = frozenset({"casualties", "damage"})
_REPEATED = Modality.REPEATED


def of_the_day(held: Evidence) -> bool:
    """Whether both are news of one day from one village or site; of a city only with the same victims or figures."""
    found = _one_news(held) if held.one_kind else _blow(held)
    return found and not any(map(_lately, (held.left, held.right))) and not _late_death(held)


def _one_news(held: Evidence) -> bool:
    """The same of two claims of one kind; what happened by other means was another event, unless the victims are one."""
    if held.means_apart:
        return False
    if held.differ(Slot.ACTOR):
        found = held.one_means and one_day_and_town(held)
    else:
        found = _first_news(held) or _news(held)
    return found and (one_victims(held) or not held.other_means)


def _first_news(held: Evidence) -> bool:
    """Whether both tell one deed of one doer in one village, one by its day, the other on that day, and more is the same.

    That is a site, who was hit, or nearly as many victims: news of a day may tell of the one before as well.
    """
    told = held.shared is Shared.SPOT and held.one_doer and told_on_day(held.left, held.right)
    return told and (held.where >= weights().site or held.one_victim or _near_counts(held))


def _near_counts(held: Evidence, least: int = _FEW) -> bool:
    """Whether both count more than a few (``least``) of the same, and neither twice as many."""
    if held.level[Slot.QUANTITY] is Level.ABSENT:
        return False
    most = [max(one.low or 0 for one in side.quantities) for side in (held.left, held.right)]
    return min(most) >= least and max(most) < 2 * min(most)


def _news(held: Evidence) -> bool:
    """Whether news of one day, or of two in turn, tells of one village or site, or of more in common than a city."""
    if told_together(held.left, held.right):
        same = held.shared is Shared.CITY and (held.one_victim or telling(held))
        return same or held.shared is Shared.SPOT
    if told_in_turn(held.left, held.right) and _one_account(held):
        return beyond_doubt(held)
    return told_of_day(held.left, held.right) and beyond_doubt(held) and one_victims(held)


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


def _late_death(held: Evidence) -> bool:
    """Whether one side tells of a death of wounds and the other gives no count in common: of the raid before, or of another."""
    late = [
        word_groups("updates")["wounds"].search(fold(side.quote)) is not None
        for side in (held.left, held.right)
    ]
    return any(late) and not all(late) and not (held.alike(Slot.QUANTITY) or held.one_person)


def _of_wounds(claim: Claim) -> bool:
    """Whether somebody died of wounds, or a toll rose: of an attack that was before."""
    return word_groups("updates")["rising"].search(fold(claim.quote)) is not None


def _lately(claim: Claim) -> bool:
    """Whether it is told of a longer time, or of what had been before: no news of one day."""
    return word_groups("again", WRITTEN_ON)["lately"].search(fold(claim.quote)) is not None


def told_twice(held: Evidence) -> bool:
    """Whether one document, as in its title and its text, tells one doer and one count of people, once without the day.

    Within a province a count of one is not enough; there, a list may tell of two raids.
    """
    if not (held.one_document and held.one_kind and held.one_doer and held.one_count):
        return False
    if held.alike(Slot.DATE) or _REPEATED in {held.left.modality, held.right.modality}:
        return False
    several = any((low or 0) > 1 for _, _, low, _ in counts(held.left) & counts(held.right))
    return held.shared >= Shared.CITY or (several and held.shared > Shared.UNSAID)


def _one_account(held: Evidence) -> bool:
    """Whether both name one target, count the same people and the same part of them, or say it in the same words."""
    return held.one_victim or held.copied or counted_through(held)


def copied_of_the_day(held: Evidence) -> bool:
    """Whether one account of a day has nearly the words of the other, of one place: one text, however its kind was read."""
    told = told_together(held.left, held.right) or held.equal(Slot.DATE)
    apart = any(map(held.differ, (Slot.ACTOR, Slot.TARGET))) or other_site(held.left, held.right)
    return held.copied and told and held.shared > Shared.DOUBTFUL and not apart


def many_dead_of_the_day(held: Evidence) -> bool:
    """Whether news of one day gives many dead in one city, as far apart as a toll rises."""
    told = told_together(held.left, held.right) or told_of_day(held.left, held.right)
    return told and held.shared >= Shared.CITY and not held.other_means and many_dead(held)


def many_dead(held: Evidence) -> bool:
    """Whether both count many dead, neither twice as many, no sum of days, and nobody another doer: seldom twice in one place."""
    told = held.left.kind == held.right.kind == _TOLL and not held.differ(Slot.ACTOR)
    dead = all(
        any(one.unit == _DEAD for one in side.quantities) for side in (held.left, held.right)
    )
    once = _REPEATED not in {held.left.modality, held.right.modality}
    lately = any(map(_lately, (held.left, held.right)))
    return told and dead and once and not lately and _near_counts(held, _MANY)


def beyond_doubt(held: Evidence) -> bool:
    """Whether both tell of one village or site, or of one city with the same victims or figures, and of one doer."""
    same = held.shared is Shared.SPOT or (
        held.shared is Shared.CITY and (held.one_victim or telling(held))
    )
    return same and held.one_doer


def one_victims(held: Evidence) -> bool:
    """Whether both name one target or one count of it."""
    return held.one_victim or held.one_count


def one_day_and_town(held: Evidence) -> bool:
    """Whether both tell of one town on one day, or as news of one day from one village or site."""
    if held.equal(Slot.DATE):
        return held.shared >= Shared.CITY
    return held.shared is Shared.SPOT and told_together(held.left, held.right)


def counted_through(held: Evidence) -> bool:
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
        return any(map(_many, held.left.quantities)) and any(map(_many, held.right.quantities))
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
