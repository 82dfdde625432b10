"""What two claims held side by side have in common, gathered once for the gate, the relation and its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import cache, cached_property
from typing import TypeAlias

from claims.comparison.dependence import dependence
from claims.comparison.keys import days as days_of
from claims.comparison.keys import stretch
from claims.comparison.means import apart, means
from claims.comparison.people import one_person
from claims.comparison.scenes import scenes
from claims.comparison.sides import precision
from claims.comparison.sites import one_site
from claims.comparison.told import one_bare_day, one_span, span
from claims.comparison.weights import weights
from claims.comparison.whereabouts import deciding_places, exactness
from claims.comparison.wordgroups import word_groups
from claims.extraction.lexicon import kinds
from claims.model import Claim, Level, Place, Slot, SlotComparison
from claims.slots import party, place, time
from claims.slots.place.relations import bearing
from claims.slots.quantity.units import PEOPLE, units
from claims.text.shadow import fold

ALIKE = frozenset({Level.EQUAL, Level.COMPATIBLE})


_ANYBODY = frozenset({"civilians", "children", "women", "families", "displaced"})
_STRIKE = "strike"
_CONTROL = "control"
_MINISTRY_OF_WAR = "defence-ministry"
_AT_WAR = frozenset({"military", "coalition", "armed group", "militia", "security force"})
_GROWS = 14
"""Days within which a sum that goes on since a day is one sum told again."""
_MONTH_AND_DAY = re.compile(r"-\d\d-\d\d")


Count: TypeAlias = tuple[str, str, int | float | None, int | float | None]
"""Unit, of whom, least and most."""


class Shared(IntEnum):
    """How closely both claims name one place."""

    APART = -1
    UNSAID = 0
    DOUBTFUL = 1
    WIDE = 2
    CITY = 3
    SPOT = 4


@dataclass(frozen=True)
class Evidence:
    """Two claims with their compared slots.

    Attributes:
        left: the claim whose id comes first.
        right: the other one.
        slots: the compared slots, one each.
        where: how precisely both name one place, 0 to 1 (`nearness`).
        score: the sum of the parts of the comparison.
    """

    left: Claim
    right: Claim
    slots: tuple[SlotComparison, ...]
    where: float
    score: float

    @cached_property
    def level(self) -> dict[Slot, Level]:
        """The level of each slot."""
        return {one.slot: one.level for one in self.slots}

    def alike(self, slot: Slot) -> bool:
        """Whether both state a slot and neither excludes the other."""
        return self.level[slot] in ALIKE

    def equal(self, slot: Slot) -> bool:
        """Whether both say the same in a slot."""
        return self.level[slot] is Level.EQUAL

    def differ(self, slot: Slot) -> bool:
        """Whether what both state in a slot excludes each other."""
        return self.level[slot] is Level.DIFFERENT

    @cached_property
    def event(self) -> bool:
        """Whether a claim is of a kind that happens at a time and a place; one that is not known does not."""
        known = (kinds().get(self.left.kind), kinds().get(self.right.kind))
        return any(kind is not None and kind.event for kind in known)

    @property
    def one_kind(self) -> bool:
        """Whether both are claims of one kind."""
        return self.left.kind == self.right.kind

    @property
    def one_strike(self) -> bool:
        """Whether both are claims of strikes."""
        return self.left.kind == self.right.kind == _STRIKE

    @property
    def one_document(self) -> bool:
        """Whether one account holds both sources against each other."""
        return self.left.document == self.right.document

    @cached_property
    def when(self) -> float:
        """How precisely the vaguer side says when, 0 to 1; of what goes on since a day, until it was published."""
        if self.equal(Slot.DATE) and one_bare_day(self.left, self.right):
            return 1.0
        return min(_when(self.left), _when(self.right))

    @cached_property
    def one_day(self) -> bool:
        """Whether both say one day; of a day of a month both may leave the year unsaid, or one of them."""
        days = [one.date.edtf[4:] for one in (self.left, self.right) if one.date is not None]
        said = len(days) == 2 and days[0] == days[1]  # noqa: PLR2004
        return self.alike(Slot.DATE) and said and _MONTH_AND_DAY.fullmatch(days[0]) is not None

    @cached_property
    def summed(self) -> bool:
        """Whether both sum up one span of days that has a first and a last day."""
        return self.equal(Slot.DATE) and self.when > 0 and one_span(self.left, self.right)

    @cached_property
    def copied(self) -> bool:
        """Whether the quotes are nearly the same words."""
        return dependence(self.left, self.right) == "copy"

    @cached_property
    def shared(self) -> Shared:
        """How closely both name one place."""
        if self.differ(Slot.PLACE):
            return Shared.APART
        if not self.alike(Slot.PLACE):
            return Shared.UNSAID
        if self.where >= weights().spot:
            return Shared.SPOT
        if self.where >= weights().city:
            return Shared.CITY
        return Shared.WIDE if self.where > 0 else Shared.DOUBTFUL

    @cached_property
    def one_doer(self) -> bool:
        """Whether both name one doer, or one side speaks of its own deed and the other names it."""
        if self.alike(Slot.ACTOR):
            return True
        return _own(self.left, self.right) or _own(self.right, self.left)

    @cached_property
    def one_victim(self) -> bool:
        """Whether both name one target that is more than *civilians* or *children*, whom every raid may hit; of a strike also as its place."""
        return any(
            one.id not in _ANYBODY and party.compare(one, other)[0] is Level.EQUAL
            for one in self.left.targets
            for other in self.right.targets
        ) or (self.one_strike and one_site(self.left, self.right))

    @cached_property
    def one_count(self) -> bool:
        """Whether both give one count of people, and as a whole: not a part of those that one side counts."""
        return bool(counts(self.left) & counts(self.right))

    @cached_property
    def one_person(self) -> bool:
        """Whether both tell what befell one person, by name."""
        return one_person(self.left, self.right, placed=self.alike(Slot.PLACE))

    @cached_property
    def one_means(self) -> bool:
        """Whether both say with what the attack was made, and the same."""
        ours = means(self.left.quote)
        return bool(ours) and ours == means(self.right.quote)

    @cached_property
    def means_apart(self) -> bool:
        """Whether both tell of a strike, one from the air and the other from the ground."""
        return self.one_strike and apart(self.left.quote, self.right.quote)

    @cached_property
    def other_means(self) -> bool:
        """Whether what happened by one means on one side happened by another one on the other, as far as both say it at all."""
        return apart(self.left.statement, self.right.statement)

    @cached_property
    def one_scene(self) -> bool:
        """Whether both name one kind of scene at which it happened (a school, a market, a wedding), whatever else they name."""
        return bool(scenes(self.left.statement) & scenes(self.right.statement))

    @cached_property
    def one_origin(self) -> bool:
        """Whether both go back to one named source."""
        return dependence(self.left, self.right) == "same origin"

    @cached_property
    def one_start(self) -> bool:
        """Whether both count on from one day, without an end, and were published within two weeks: one sum that grows."""
        ours, theirs = days_of(self.left), days_of(self.right)
        if ours is None or ours != theirs or ours.last < date.max.toordinal():
            return False
        told = stretch(self.left.published), stretch(self.right.published)
        if told[0] is None or told[1] is None:
            return False
        return abs(told[0].first - told[1].first) <= _GROWS

    @cached_property
    def disputed(self) -> bool:
        """Whether both name who did what only one can have done: took a town on one day, or fired *the* missile."""
        if not (self.one_kind and self.equal(Slot.DATE) and self.shared >= Shared.CITY):
            return False
        quotes = (self.left.quote, self.right.quote)
        known = word_groups("known_deeds")["weapon"]
        return self.left.kind == _CONTROL or (
            self.left.kind == _STRIKE and any(known.search(fold(quote)) for quote in quotes)
        )

    @cached_property
    def roles_confused(self) -> bool:
        """Whether a party does on one side what it suffers on the other: two fronts, or a sentence misread."""
        return _meet(self.left, self.right) or _meet(self.right, self.left)


def _own(teller: Claim, other: Claim) -> bool:
    """Whether one side, that names no doer, is the doer whom the other names; of a strike also those who fight for him."""
    if teller.actors or not other.actors:
        return False
    if teller.speaker.source in {actor.name for actor in other.actors}:
        return True
    return teller.kind == _STRIKE and bool(teller.targets) and _fights(teller, other)


def _fights(teller: Claim, other: Claim) -> bool:
    """Whether who speaks is at war, on the side of a doer whom the other names, and not who was hit."""
    speaker = party.source_named(teller.speaker.source)
    if speaker is None or not (speaker.kind in _AT_WAR or speaker.id.endswith(_MINISTRY_OF_WAR)):
        return False
    acts = any(party.compare(speaker, actor)[0] in ALIKE for actor in other.actors)
    return acts and not any(party.compare(speaker, target)[0] in ALIKE for target in teller.targets)


def _meet(one: Claim, other: Claim) -> bool:
    targets = (*other.targets, *one.targets)
    return bool(one.actors and targets) and any(
        party.compare(actor, target)[0] is Level.EQUAL for actor in one.actors for target in targets
    )


def _when(claim: Claim) -> float:
    days = span(claim)
    if claim.date is None or days is None or days == days_of(claim):
        return precision(claim, Slot.DATE)
    ends = (date.fromordinal(day).isoformat() for day in days)
    return time.specificity(replace(claim.date, edtf="/".join(ends)))


def counts(claim: Claim) -> frozenset[Count]:
    """The counts of people that a claim gives as wholes, not as parts of another count."""
    return frozenset(
        (one.unit, one.of, one.low, one.high)
        for one in claim.quantities
        if one.total is None and one.low and one.unit in _people()
    )


@cache
def _people() -> frozenset[str]:
    return frozenset(name for name, unit in units().items() if unit.counts == PEOPLE)


def nearness(left: Claim, right: Claim) -> float:
    """How precisely the vaguer of two places that may be one is told; of several pairs of places the best.

    *Near X* counts as X: it is how accounts place what happened at a village without a name. 0 where only another
    reading of a name makes both one (Tabqa lies in Raqqa the province, not in Raqqa the city), and of two towns near each
    other: each account names the one that lies nearest.
    """
    ours, theirs = deciding_places(left.places, right.places)
    return max((_near(one, other) for one in ours for other in theirs), default=0.0)


def _near(one: Place, other: Place) -> float:
    level, _ = place.compare(one, other)
    if level not in ALIKE:
        return 0.0
    least = min(exactness(one), exactness(other))
    if one.id and one.id == other.id and _one_side(one, other):
        return exactness(replace(one, relation="in"))
    if level is Level.EQUAL:
        return least
    if _neighbours(one, other):
        return 0.0
    plain, _ = place.compare(_single(one), _single(other))
    return least if plain in ALIKE else 0.0


def _one_side(one: Place, other: Place) -> bool:
    """Whether both tell of one side of a place: of a town's west it is seldom said whether that is inside."""
    side = bearing(one.relation)
    return side is not None and side == bearing(other.relation)


def _neighbours(one: Place, other: Place) -> bool:
    """Whether both are places by themselves that only lie near each other, neither of them a village that the other is near."""
    ours, theirs = {one.id, *one.candidates}, {other.id, *other.candidates}
    if not one.id or not other.id or ours & theirs:
        return False
    if any(place.contains(*pair) for a in ours for b in theirs for pair in ((a, b), (b, a))):
        return False
    said = [place.specificity(side) for side in (one, other) if side.relation == "in"]
    return max(said, default=0.0) < weights().spot


def _single(value: Place) -> Place:
    return replace(value, candidates=(value.id,) if value.id else ())
