"""Which pairs of claims are worth a comparison.

Two claims of different speakers meet when they share a key: the day with the kind of event, the place with the month,
or a figure's unit with the place. A key that too many claims share says nothing and is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claims.comparison.weights import weights
from claims.model import Claim, PairKey
from claims.slots.time import interval

_LARGEST_BLOCK = 400
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
        if 1 < len(block) <= _LARGEST_BLOCK
        for one, other in combinations(block, 2)
        if _worth_it(one, other)
    }
    return tuple(sorted(found, key=str))


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
        if days is not None:
            yield "month", place, f"{days[0].year}-{days[0].month}", family
        for figure in claim.quantities:
            yield "figure", place, figure.unit, claim.kind
    if not places:
        for figure in claim.quantities:
            yield "figure", "", figure.unit, claim.kind
