"""The likely kind of an apparent conflict: what may explain it before anybody calls it a contradiction.

The first that holds: one text read twice (*copy*); a sum against a part of its span (*time window*); a figure that its
account says is rising, or early, or news of one day that do not say when, unless one of these counts only a part (*later update*, words in ``updates.toml``); one
source relayed with two figures, or two figures of the same digits (*relay error*); figures of other people (*definition*); a place inside another
(*granularity*; a quarter in the town of which more are told, too); several things hit by one raid, a part against its whole, or *others* against all (*scope*); a figure told after a smaller one of
the day itself (*later update*); else a *contradiction*.
"""

from __future__ import annotations

from claims.comparison.evidence import Evidence, Shared
from claims.comparison.keys import stretch
from claims.comparison.sides import deciding
from claims.comparison.suggest import civil, contradicted
from claims.comparison.told import span, told_on_day, told_together
from claims.comparison.weights import weights
from claims.comparison.whereabouts import exactness
from claims.comparison.wordgroups import word_groups
from claims.model import Apparent, Claim, Quantity, Slot
from claims.slots import quantity
from claims.text.shadow import fold

_TOLLS = frozenset({"casualties", "displacement"})
_CIVILIAN = "civilian"
_ANYBODY = frozenset({"", _CIVILIAN})
_FEW_DAYS = 3
_NEXT = 1
"""Days after an event on which the first news of it is published."""
_TIMES = 3
"""Times the first figure up to which a greater one is a later one without saying so: what is more is another count."""
_LATER, _RISES = 2, 14
"""Days after the first news from which on, and up to which, a greater toll is a later one."""


def apparent(held: Evidence, slots: tuple[Slot, ...]) -> Apparent | None:
    """The likely kind, None where nothing parts both.

    Args:
        held: both claims.
        slots: on which they part.
    """
    if slots and held.left.quote == held.right.quote:
        return Apparent.COPY
    if contradicted(held):
        return Apparent.CONTRADICTION if slots else None
    if held.left.kind == held.right.kind and (figures := _figures(held)):
        found = _of_figures(held, figures)
        if found is not None:
            return found
    if held.one_kind and held.left.kind in _TOLLS and _rises_unread(held):
        return Apparent.LATER_UPDATE
    if slots == (Slot.TARGET,) and civil(held.left.targets) and civil(held.right.targets):
        return Apparent.SCOPE
    return Apparent.CONTRADICTION if slots else None


def _rises_unread(held: Evidence) -> bool:
    """Whether a side tells a rise to a figure that was not read."""
    return any(_says(one, "rising") and not one.quantities for one in (held.left, held.right))


def _figures(held: Evidence) -> tuple[tuple[Quantity, Quantity], ...]:
    """The figures of one unit that are not the same."""
    pairs = [
        (a, b)
        for a in held.left.quantities
        for b in held.right.quantities
        if a.unit == b.unit and a.unit
    ]
    same = [(a, b) for a, b in pairs if quantity.comparable(a, b)]
    return tuple((a, b) for a, b in deciding(same or pairs) if (a.low, a.high) != (b.low, b.high))


def _of_figures(held: Evidence, figures: tuple[tuple[Quantity, Quantity], ...]) -> Apparent | None:
    differ = held.differ(Slot.QUANTITY)
    others = _of_others(held, figures)
    part = any((a.total is None) != (b.total is None) for a, b in figures)
    origin = differ and held.one_origin
    in_town = differ and _in_town(held)
    wide = differ and (held.shared is Shared.WIDE or in_town) and not _one_toll(held)
    later = _told_later(held) and not _turned(figures)
    some = part or _says(held.left, "others") != _says(held.right, "others")
    reasons = {
        Apparent.TIME_WINDOW: _spans(held) and not (held.one_start and _days_on(held) >= 1),
        Apparent.LATER_UPDATE: _rises(held, figures)
        or (differ and (_updated(held) or (told_together(held.left, held.right) and not some)))
        or (origin and _days_on(held) >= 1 and not _turned(figures))
        or (differ and not some and _days_on(held) >= 1 and told_on_day(held.left, held.right))
        or (in_town and not others and later)
        or (others and _day_later(held, figures)),
        Apparent.RELAY_ERROR: (origin or _misheard(held, figures)) and not wide,
        Apparent.DEFINITION: others,
        Apparent.GRANULARITY: wide,
        Apparent.SCOPE: differ and some,
    }
    found = next((kind for kind, holds in reasons.items() if holds), None)
    if found is None and differ and not held.differ(Slot.ACTOR) and later:
        return Apparent.LATER_UPDATE
    return found


def _of_others(held: Evidence, figures: tuple[tuple[Quantity, Quantity], ...]) -> bool:
    """Whether both count other people; of arrests no part is greater than its whole, of the dead lines are drawn in many ways."""
    if held.equal(Slot.QUANTITY) or any(a.of == b.of for a, b in figures):
        return False
    if not any(_line_between(a, b) for a, b in figures):
        return False
    if held.differ(Slot.QUANTITY) and any(
        _part_above(a, b) or _part_above(b, a) for a, b in figures
    ):
        return False
    if _one_day_and_doer(held) and any(map(_civilians_above, figures)):
        return False
    return held.left.kind in _TOLLS or not (
        held.differ(Slot.QUANTITY) and all(quantity.comparable(a, b) for a, b in figures)
    )


def _line_between(one: Quantity, other: Quantity) -> bool:
    """Whether a line can be drawn otherwise between both: not where each counts some of the civilians (women, children)."""
    rows = [quantity.kinds().get(side.of) for side in (one, other)]
    some = all(row is not None and _CIVILIAN in row.within for row in rows)
    return quantity.comparable(one, other) or not some


def _one_day_and_doer(held: Evidence) -> bool:
    """Whether two counts that exclude each other are of one day, told on one day, and nobody names another doer."""
    told = held.differ(Slot.QUANTITY) and held.equal(Slot.DATE) and _days_on(held) < 1
    return told and not held.differ(Slot.ACTOR)


def _civilians_above(figures: tuple[Quantity, Quantity]) -> bool:
    """Whether more civilians are counted than people in all: of no definition, unless people were found since."""
    civil, people = sorted(figures, key=lambda one: one.of != _CIVILIAN)
    of = (civil.of, people.of) == (_CIVILIAN, "")
    return of and people.high is not None and (civil.low or 0) > people.high


def _part_above(part: Quantity, whole: Quantity) -> bool:
    """Whether more children, medics or others of whom each is a civilian are counted than people or civilians in all.

    Who is a civilian is drawn in many ways, and people are found for days; who is a child is not.
    """
    row = quantity.kinds().get(part.of)
    if row is None or _CIVILIAN not in row.within or whole.of not in _ANYBODY:
        return False
    return whole.high is not None and (part.low or 0) > whole.high


def _rises(held: Evidence, figures: tuple[tuple[Quantity, Quantity], ...]) -> bool:
    """Whether the greater figure, of the same people, is told as a rise: *at least 31* leaves room for it."""
    low, high = sorted((held.left, held.right), key=_greatness)
    if any(a.of != b.of and _greater(a, b).of not in _ANYBODY for a, b in figures):
        return False
    return _most(low) < _most(high) and _says(high, "rising")


def _days_on(held: Evidence) -> int:
    """Days by which the greater figure was published after the smaller one, 0 where it was not or nobody says when."""
    low, high = sorted((held.left, held.right), key=_greatness)
    first, second = stretch(low.published), stretch(high.published)
    return 0 if first is None or second is None else second.first - first.last


def _day_later(held: Evidence, figures: tuple[tuple[Quantity, Quantity], ...]) -> bool:
    """Whether more people are counted on a later day than civilians before: all are people, and more are found."""
    either = all({a.of, b.of} == _ANYBODY for a, b in figures)
    return either and not held.differ(Slot.QUANTITY) and _days_on(held) >= 1


def _turned(figures: tuple[tuple[Quantity, Quantity], ...]) -> bool:
    """Whether both figures are the same digits in another order (56 and 65): rather a slip than news."""
    return any(a.low != b.low and sorted(str(a.low)) == sorted(str(b.low)) for a, b in figures)


def _misheard(held: Evidence, figures: tuple[tuple[Quantity, Quantity], ...]) -> bool:
    """Whether two tolls that exclude each other are the same digits."""
    return held.left.kind in _TOLLS and held.differ(Slot.QUANTITY) and _turned(figures)


def _greater(one: Quantity, other: Quantity) -> Quantity:
    return one if (one.low or 0) >= (other.low or 0) else other


def _one_toll(held: Evidence) -> bool:
    """Whether one doer hit one target, and neither figure is twice the other: the town is named for the village in or near it."""
    if not held.one_doer or not held.equal(Slot.TARGET) or held.where < weights().land:
        return False
    return _most(held.left) < 2 * _most(held.right) and _most(held.right) < 2 * _most(held.left)


def _in_town(held: Evidence) -> bool:
    """Whether the smaller figure is of a village, quarter or site in the town of which the greater one is told."""
    low, high = sorted((held.left, held.right), key=_greatness)
    return held.shared is Shared.CITY and _finest(high) < weights().spot <= _finest(low)


def _finest(claim: Claim) -> float:
    return max(map(exactness, claim.places), default=0.0)


def _spans(held: Evidence) -> bool:
    """Whether a side sums up more than a few days, goes on from a day without an end, or tells a fact of another time."""
    if not held.event or held.summed:
        return not held.equal(Slot.DATE)
    return held.alike(Slot.DATE) and (_lasts(held.left) or _lasts(held.right))


def _lasts(claim: Claim) -> bool:
    """Whether what a claim says of the time is more than a few days; a day without its year is one day all the same."""
    days = span(claim)
    return days is not None and days.last - days.first >= _FEW_DAYS


def _updated(held: Evidence) -> bool:
    """Whether the greater figure is told as a rise, the smaller one as early, or either as a revision."""
    low, high = sorted((held.left, held.right), key=_greatness)
    revised = _says(high, "revised") or _says(low, "revised")
    return revised or _says(high, "rising") or _says(low, "early")


def _told_later(held: Evidence) -> bool:
    """Whether the smaller figure was told on the day or the next one and the greater one days later: people are still found, and die."""
    low, high = sorted((held.left, held.right), key=_greatness)
    happened, first, second = span(low), stretch(low.published), stretch(high.published)
    if happened is None or first is None or second is None or first.last > happened.last + _NEXT:
        return False
    if _most(high) > _TIMES * _most(low):
        return False
    least = _NEXT if first.last <= happened.last else _LATER
    return least <= second.first - first.last <= _RISES


def _most(claim: Claim) -> float:
    return max((figure.low or 0 for figure in claim.quantities), default=0)


def _greatness(claim: Claim) -> tuple[float, bool, str, str, str]:
    """By what one of two claims is of the greater figure: *more than 45* is above 45, and of two alike the one told later."""
    most = _most(claim)
    above = any(one.low == most and (one.low_open or one.high is None) for one in claim.quantities)
    return most, above, claim.published, claim.quote, claim.id


def _says(claim: Claim, words: str) -> bool:
    return word_groups("updates")[words].search(fold(claim.quote)) is not None
