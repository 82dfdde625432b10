"""Which pairs of claims are worth a comparison.

Two claims of different speakers meet when they share a key: the day with the kind of event, the place with the month,
or a figure's unit with the place. A block of claims that share a key is compared pair by pair; in a block of more than
400 each claim, in the order of place, target and actor, is compared with the 100 that follow it: work grows with the
number of claims, and claims that name the same place and target still meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from claims.comparison.weights import weights
from claims.model import Claim, PairKey
from claims.slots.time import interval

_LARGEST_BLOCK = 400
_WINDOW = 100
_MOST_MONTHS = 24
_LONGEST_DAYS = 7


def candidates(claims: Sequence[Claim]) -> tuple[PairKey, ...]:
    """The keys of all pairs worth comparing, sorted; the order of ``claims`` does not matter."""
    blocks: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in _keys(claim):
            blocks[key].append(claim)
    found = {
        PairKey.of(one.id, other.id)
        for block in blocks.values()
        for one, other in _met(block)
        if _worth_it(one, other)
    }
    return tuple(sorted(found, key=str))


def _met(block: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of a block that are looked at; see the module's docstring."""
    if len(block) <= _LARGEST_BLOCK:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=_neighbourhood)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 : index + 1 + _WINDOW]:
            yield one, other


def _neighbourhood(claim: Claim) -> tuple[str, ...]:
    groups = (claim.places, claim.targets, claim.actors)
    return (*(min((value.id for value in group), default="~") for group in groups), claim.id)


def _worth_it(one: Claim, other: Claim) -> bool:
    return (
        one.id != other.id
        and one.speaker.source != other.speaker.source
        and one.checkable
        and other.checkable
        and weights().related(one.kind, other.kind)
    )


def _keys(claim: Claim) -> Iterator[tuple[str, ...]]:
    family = next((str(i) for i, f in enumerate(weights().families) if claim.kind in f), claim.kind)
    days = interval(claim.date.edtf) if claim.date else None
    if days is not None and (days[1] - days[0]).days <= _LONGEST_DAYS:
        for ordinal in range(days[0].toordinal(), days[1].toordinal() + 1):
            yield "day", str(ordinal), family
    places = {place.id for place in claim.places if place.id}
    if days is not None and not places:
        places = {""}
    for place in places:
        for month in _months(days):
            yield "month", place, month, family
        for figure in claim.quantities:
            yield "figure", place, figure.unit, claim.kind
    if not places:
        for figure in claim.quantities:
            yield "figure", "", figure.unit, claim.kind


def _months(days: tuple[date, date] | None) -> Iterator[str]:
    """The months that a span of days touches; a span of more than two years only says its years."""
    if days is None:
        return
    first, last = (day.year * 12 + day.month - 1 for day in days)
    if last - first < _MOST_MONTHS:
        yield from (f"{number // 12}-{number % 12 + 1}" for number in range(first, last + 1))
    else:
        yield f"from {days[0].year}"
