"""The list of a release, headed by its sum.

*On 20 November, the Coalition conducted 17 strikes in Syria and Iraq. Near Raqqa, seven strikes destroyed two vehicles.*

A count of strikes in whole countries on one day is the sum of what follows: each counted strike near a place inside of them is of
that day and of who conducted them all, where its own words say neither.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.draft import Draft
from claims.model import Modality, Polarity

_TOLD = frozenset({"strike", "damage"})
_COUNTED = frozenset({"strikes", "raids", "sorties"})
_COUNTRY = "country:"
_FULL_DAY = len("2018-04-03")


def sums_up(one: Draft) -> bool:
    """Whether a draft counts the strikes of one stated time in whole countries."""
    timed = (
        len(one.dates) == 1
        and len(one.dates[0].edtf) >= _FULL_DAY
        and ".." not in one.dates[0].edtf
    )
    return timed and _counts_in_countries(one)


def _counts_in_countries(one: Draft) -> bool:
    told = one.modality is Modality.ASSERTED and one.polarity is Polarity.AFFIRMED
    wide = bool(one.places) and all(place.id.startswith(_COUNTRY) for place in one.places)
    everywhere = not one.places and bool(one.actors) and _several(one)
    return one.kind == "strike" and told and (wide or everywhere) and _counts(one)


def _several(one: Draft) -> bool:
    return any(figure.unit in _COUNTED and (figure.low or 0) > 1 for figure in one.quantities)


def _same_voice(one: Draft, total: Draft) -> bool:
    """Whether a part and its sum are told by the same source, or the sum by who conducted the strikes."""
    own = total.attribution[-1].source in {party.name for party in total.actors}
    return one.attribution == total.attribution or (own and len(one.attribution) == 1)


def summed(total: Draft | None, one: Draft) -> Draft:
    """A further sum of the same time with the places of the one before it (six strikes in Syria; *eight in Iraq*)."""
    if total is None or total.attribution != one.attribution:
        return one
    same = [day.edtf for day in total.dates] == [day.edtf for day in one.dates]
    return replace(one, places=(*total.places, *one.places)) if same else one


def continues(one: Draft, total: Draft | None) -> Draft:
    """A count of strikes in another country that states no time with that of the sum right before it."""
    if total is None or one.dates or not _counts_in_countries(one):
        return one
    if not _same_voice(one, total) or not one.places:
        return one
    known = {place.id for place in total.places}
    other = all(place.id not in known for place in one.places)
    return replace(one, dates=total.dates, actors=one.actors or total.actors) if other else one


def part_of(one: Draft, total: Draft | None, *, single: bool = False) -> Draft:
    """A draft with day and doer of the sum that it is a part of; as it was where it is of none.

    Args:
        one: the draft.
        total: the last sum.
        single: whether it tells of one strike without counting it (near Rawah, *a strike* hit a unit).
    """
    counts = _counts(one) or (single and one.kind in _TOLD and not one.actors)
    if total is None or one.dates or not counts or not _same_voice(one, total):
        return one
    around = {place.id for place in total.places}
    inside = [
        not (around and (place.id or place.within))
        or not around.isdisjoint((place.id, *place.within))
        for place in one.places
    ]
    if not inside or not all(inside):
        return one
    known = {party.id or party.name for party in one.targets}
    doers = tuple(p for p in total.actors if (p.id or p.name) not in known)
    return replace(one, dates=total.dates, actors=one.actors or doers)


def _counts(one: Draft) -> bool:
    return any(figure.unit in _COUNTED for figure in one.quantities)
