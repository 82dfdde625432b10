"""The list of a release, headed by its sum.

*On 20 November, the Coalition conducted 17 strikes in Syria and Iraq. Near Raqqa, seven strikes destroyed two vehicles.*

A count of strikes in whole countries on one day is the sum of what follows: each counted strike near a place inside of them is of
that day and of who conducted them all, where its own words say neither.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.draft import Draft
from claims.model import Modality, Polarity

_COUNTED = frozenset({"strikes", "raids", "sorties"})
_COUNTRY = "country:"
_FULL_DAY = len("2018-04-03")


def sums_up(one: Draft) -> bool:
    """Whether a draft counts the strikes of one stated time in whole countries."""
    told = one.modality is Modality.ASSERTED and one.polarity is Polarity.AFFIRMED
    wide = bool(one.places) and all(place.id.startswith(_COUNTRY) for place in one.places)
    timed = (
        len(one.dates) == 1
        and len(one.dates[0].edtf) >= _FULL_DAY
        and ".." not in one.dates[0].edtf
    )
    return one.kind == "strike" and told and wide and timed and _counts(one)


def part_of(one: Draft, total: Draft | None) -> Draft:
    """A draft with day and doer of the sum that it is a part of; as it was where it is of none."""
    if total is None or one.dates or not _counts(one) or one.attribution != total.attribution:
        return one
    around = {place.id for place in total.places}
    inside = [not around.isdisjoint((place.id, *place.within)) for place in one.places]
    if not inside or not all(inside):
        return one
    known = {party.id or party.name for party in one.targets}
    doers = tuple(p for p in total.actors if (p.id or p.name) not in known)
    return replace(one, dates=total.dates, actors=one.actors or doers)


def _counts(one: Draft) -> bool:
    return any(figure.unit in _COUNTED for figure in one.quantities)
