"""When and where all claims of a group can have happened: what keeps a group from growing over what differs.

A claim that names several towns narrows down to those which the others name as well; it does not widen an event to all
of them. *In Idlib*, which is a city and its province, and *the countryside of Azaz* name no town: they fit every place they can mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from claims.comparison.evidence import ALIKE
from claims.comparison.keys import Days, stretch
from claims.comparison.keys import days as days_of
from claims.comparison.told import LOOKS_BACK
from claims.comparison.weights import weights
from claims.comparison.whereabouts import exactness, sharpest
from claims.model import Claim, DateValue, Level, Place, Span
from claims.slots import place, time

SHARP_DAYS: Final = 7
"""A date of at most so many days says when."""
_TOWN: Final = 0.4
_AREA: Final = 0.5
"""How exact a place is that is no mountain, valley or lake, in which many villages lie."""
_MOST_PLACES: Final = 2
_FIRST, _LAST = 0, 1 << 30
_CLOSE: Final = frozenset({"near", "outskirts"})
_WIDE: Final = frozenset({"between", "road to"})
_LAND: Final = "countryside"
"""Relations with which a place is named for the land around it; *east of* a town is mostly at its edge."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the claims of a group allow, all together.

    Attributes:
        days: the days that all their dates allow, first and last.
        dates: their dates, each once; those without a year or month allow no days but exclude each other all the same.
        towns: places no larger than a town, by id or name: all that happened was in each of them, or in a part of it.
        loose: places that may be a town or the land around it.
    """

    days: tuple[int, int] = (_FIRST, _LAST)
    dates: tuple[tuple[str, DateValue], ...] = ()
    towns: tuple[tuple[str, Place], ...] = ()
    loose: frozenset[Place] = frozenset()


def bounds(claim: Claim, published: Days | None) -> Bounds:
    """What one claim allows.

    Args:
        claim: any.
        published: when its document was published, where that is known: nothing happens after it was told.
    """
    dated: tuple[tuple[str, DateValue], ...] = ()
    if claim.date is not None:
        dated = ((f"{claim.date.edtf} {claim.date.weekday}", claim.date),)
    own = [one for one in sharpest(claim.places) if place.specificity(one) >= _TOWN]
    if len(own) > _MOST_PLACES:
        return Bounds(_days(claim, published), dated)
    sure = [one for one in own if _exact(one)]
    if sure and not any(one.id for one in sure):
        sure = own
    exact = {one.id or one.name: _bare(one) for one in sure}
    loose = frozenset() if exact else frozenset(map(_bare, own))
    return Bounds(
        _days(claim, published),
        dated,
        tuple(sorted(exact.items(), key=lambda town: town[0])),
        loose,
    )


def met(one: Bounds, other: Bounds) -> Bounds | None:
    """What both groups allow together; None where that is nothing."""
    first, last = max(one.days[0], other.days[0]), min(one.days[1], other.days[1])
    if first > last or _exclude(one, other) or _exclude(other, one):
        return None
    towns = _towns(dict(one.towns), dict(other.towns))
    if towns is None or not (_lies(one, other) and _lies(other, one)):
        return None
    dates = dict((*one.dates, *other.dates))
    return Bounds(
        (first, last),
        tuple(sorted(dates.items(), key=lambda date: date[0])),
        tuple(sorted(towns.items(), key=lambda town: town[0])),
        one.loose | other.loose,
    )


def both(one: Bounds, other: Bounds) -> Bounds:
    """What either group allows, for groups that people make one though their days or places differ."""
    return Bounds(
        (min(one.days[0], other.days[0]), max(one.days[1], other.days[1])),
        tuple(sorted(dict((*one.dates, *other.dates)).items(), key=lambda date: date[0])),
        tuple(sorted(dict((*one.towns, *other.towns)).items(), key=lambda town: town[0])),
        one.loose | other.loose,
    )


def says_when(claim: Claim) -> bool:
    """Whether a claim says the day or the week."""
    days = days_of(claim)
    return days is not None and days.last - days.first < SHARP_DAYS


def _days(claim: Claim, published: Days | None) -> tuple[int, int]:
    days = days_of(claim)
    if days is not None and days.last - days.first < SHARP_DAYS:
        return days.first, days.last
    if published is None:
        return _FIRST, _LAST
    if days is None:
        return published.first - LOOKS_BACK, published.last + 1
    return _FIRST, published.last + 1 if days.first <= published.last else _LAST


def _exact(one: Place) -> bool:
    """Whether a town is named for itself: not for the land around it, and not with its province as another reading."""
    wide = one.relation in _WIDE or one.relation.endswith(_LAND)
    land = place.specificity(replace(one, relation="in")) < _AREA
    return not wide and not land and not set(one.candidates) & set(one.within)


def _bare(one: Place) -> Place:
    return replace(one, text=one.name, span=Span(0, 0))


def _towns(ours: Mapping[str, Place], theirs: Mapping[str, Place]) -> dict[str, Place] | None:
    """The towns that both sides name, the finer of two that lie in each other; None where they name others.

    Villages and quarters decide where both name some: two villages of one district are two places, though both name its town.
    Where only one side names them, the town that both name is where to look for them. *Near X* and *near Y*, which is on no
    list, can be one spot: where Y lies nobody knows.
    """
    if not ours or not theirs:
        return {**ours, **theirs}
    fine, as_fine = _fine(ours), _fine(theirs)
    if fine and as_fine:
        common = {**_within(fine, as_fine), **_within(as_fine, fine)}
        return common or ({**fine, **as_fine} if _untold(fine, as_fine) else None)
    kept = {**_within(ours, theirs), **_within(theirs, ours)}
    return {**kept, **fine, **as_fine} if kept else None


def _untold(ours: Mapping[str, Place], theirs: Mapping[str, Place]) -> bool:
    """Whether no place of one side can be told apart from any of the other: one of them near a village on no list."""
    return all(
        _beside(one, other) and place.compare(one, other)[0] is Level.ABSENT
        for one in ours.values()
        for other in theirs.values()
    )


def _beside(one: Place, other: Place) -> bool:
    """Whether a village on no list is meant on one side, and both lie near what they name."""
    return not (one.id and other.id) and {one.relation, other.relation} <= _CLOSE


def _fine(towns: Mapping[str, Place]) -> dict[str, Place]:
    return {name: one for name, one in towns.items() if exactness(one) >= weights().spot}


def _within(ours: Mapping[str, Place], theirs: Mapping[str, Place]) -> dict[str, Place]:
    return {
        name: one
        for name, one in ours.items()
        if name in theirs
        or not theirs.keys().isdisjoint(one.within)
        or any(_spelled(one, other) for other in theirs.values())
    }


def _spelled(one: Place, other: Place) -> bool:
    """Whether a place that no list has is the other one in another spelling."""
    return not (one.id and other.id) and place.compare(one, other)[0] in ALIKE


def _lies(one: Bounds, other: Bounds) -> bool:
    """Whether each loose place of the first can be some town of the other, or a loose place where it names no town."""
    there = [town for _, town in other.towns] or list(other.loose)
    return not there or all(any(_fits(area, town) for town in there) for area in one.loose)


@lru_cache(maxsize=1 << 14)
def _fits(area: Place, other: Place) -> bool:
    return place.compare(area, other)[0] is not Level.DIFFERENT


def _exclude(one: Bounds, other: Bounds) -> bool:
    """Whether a date of the first that has no year or month is surely another day than one of the other; the rest `days` tells."""
    loose: Iterable[DateValue] = (date for _, date in one.dates if stretch(date.edtf) is None)
    return any(
        time.compare(date, another)[0] is Level.DIFFERENT
        for date in loose
        for _, another in other.dates
    )
