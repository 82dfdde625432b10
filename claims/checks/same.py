"""Whether two claims of one document tell of one and the same event.

Stricter than comparing accounts of different sources, for nobody decides in between: the same kind of claim, the same
finest place (a town or something smaller, or a city with the same day), dates, actors and targets that do not part, both
told as fact, and no word of another event or another time beside either.
"""

from __future__ import annotations

from claims.checks.wording import says
from claims.model import Claim, Extraction, Level, Modality, Place, Polarity
from claims.slots.party import compare_groups
from claims.slots.place import compare as compare_places
from claims.slots.place import specificity
from claims.slots.time import compare as compare_dates
from claims.slots.time import interval
from claims.text.shadow import fold

_CITY, _TOWN = 0.6, 0.75
"""How specific a place must be (`claims.slots.place.specificity`), with and without the same day on both sides."""


def told_as_fact(claim: Claim) -> bool:
    """Whether a claim states that something happened, once."""
    asserted = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.AFFIRMED
    return asserted and claim.checkable


def same_speaker(left: Claim, right: Claim) -> bool:
    """Whether one source says both, with or without the article; the publisher's own voice is a source too."""
    return speaker_key(left) == speaker_key(right)


def speaker_key(claim: Claim) -> str:
    """The words of who says a claim without the article, in small letters (*The ministry*)."""
    return fold(claim.speaker.source).removeprefix("the ")


def same_event(left: Claim, right: Claim, *, leads: bool = False) -> bool:
    """Whether two claims surely tell of one event.

    Args:
        left: one claim.
        right: the other.
        leads: whether they are a headline and what the body says first, whose places need only meet.
    """
    if left.kind != right.kind or not (told_as_fact(left) and told_as_fact(right)):
        return False
    if not dates_fit(left, right) or not _parties_fit(left, right):
        return False
    if leads:
        return _meet(left, right)
    least = _CITY if _same_day(left, right) else _TOWN
    return bool(finest(left) & finest(right)) and min(_rate(left), _rate(right)) >= least


def finest(claim: Claim) -> frozenset[str]:
    """The most specific places of a claim, by relation and id or name."""
    best = _rate(claim)
    return frozenset(_key(place) for place in claim.places if specificity(place) == best)


def dates_fit(left: Claim, right: Claim) -> bool:
    """Whether the dates do not part; a stretch of days fits nothing but itself."""
    if left.date is None or right.date is None:
        stated = left.date or right.date
        return stated is None or interval(stated.edtf) is None or _day(stated.edtf)
    level = compare_dates(left.date, right.date)[0]
    return level is Level.EQUAL or (
        level is Level.COMPATIBLE and _day(left.date.edtf) and _day(right.date.edtf)
    )


def another_told(extraction: Extraction, claim: Claim, *, clause: bool = False) -> bool:
    """Whether the sentence of a claim tells of another event, an earlier figure or a stretch of time.

    Args:
        extraction: where the claim stands.
        claim: the claim.
        clause: whether only its own words are looked at.
    """
    around = claim.quote
    if claim.context is not None and not clause:
        around = claim.context.of(extraction.document.text)
    return says("another", around) or says("changed", around)


def _day(edtf: str) -> bool:
    days = interval(edtf)
    return days is None or days[0] == days[1]


def _same_day(left: Claim, right: Claim) -> bool:
    if left.date is None or right.date is None:
        return False
    return left.date.edtf == right.date.edtf and interval(left.date.edtf) is not None


def _parties_fit(left: Claim, right: Claim) -> bool:
    return all(
        compare_groups(ours, theirs)[0] is not Level.DIFFERENT
        for ours, theirs in ((left.actors, right.actors), (left.targets, right.targets))
    )


def _meet(left: Claim, right: Claim) -> bool:
    return any(
        compare_places(one, other)[0] in {Level.EQUAL, Level.COMPATIBLE}
        for one in left.places
        for other in right.places
    )


def _rate(claim: Claim) -> float:
    return max((specificity(place) for place in claim.places), default=0.0)


def _key(place: Place) -> str:
    """A place with its relation: west of a dam is not south of it."""
    return f"{place.relation} {place.id or place.name}"
