"""Where and when an incident was, in the reader's words, and from how many to how many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from claims.model import Claim, Incident, Place, Toll
from claims.services import caption, toll_caption
from workbench.shown import dates
from workbench.shown.passage import visible
from workbench.wording import Words

_SHOWN: Final = 2


def when(incident: Incident, words: Words) -> str:
    """The day or the stretch of days; said when no claim says when."""
    if not incident.first and not incident.last:
        return words("day not known")
    if incident.first == incident.last:
        return dates.caption(incident.first, words)
    return dates.caption(f"{incident.first or '..'}/{incident.last or '..'}", words)


def where(places: Iterable[Place], words: Words) -> str:
    """The names of places, the most exact first, at most two."""
    named = list(dict.fromkeys(caption(place, words.language) for place in places))
    comma = words(", ")
    return comma.join(visible(name) for name in named[:_SHOWN])


def place_name(place: Place, words: Words) -> str:
    """The bare name of a place, without how the event lay to it."""
    return visible(caption(replace(place, relation="in"), words.language))


def places_of(claims: Iterable[Claim]) -> tuple[Place, ...]:
    """The places that claims name, each once, those in the most places first."""
    found = {place.id or place.name: place for claim in claims for place in claim.places}
    return tuple(sorted(found.values(), key=lambda place: -len(place.within)))


def toll(one: Toll, words: Words) -> str:
    """From how many to how many, of whom, and what happened to them."""
    return toll_caption(one, words.language)


def tolls(incident: Incident, words: Words) -> str:
    """All ranges of an incident in a line; "" when nobody counts."""
    return " · ".join(toll(one, words) for one in incident.tolls)
