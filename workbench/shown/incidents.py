"""The incidents of a case: the gist of each, those that are asked for, and the list of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claims.model import Claim, Incident, Place, Slot
from claims.services import source_caption
from workbench.shown import names, told
from workbench.shown.passage import visible
from workbench.shown.tables import Column, Row, Table, evidence, plain, table
from workbench.wording import Words, mark

VIEWS: Final[Mapping[str, str]] = {
    "list": mark("List"),
    "timeline": mark("Timeline"),
    "map": mark("Map"),
}
ORDERS: Final[Mapping[str, str]] = {
    "date": mark("Earliest first"),
    "newest": mark("Latest first"),
    "sources": mark("Most sources first"),
    "counts": mark("Highest counts first"),
}


@dataclass(frozen=True, slots=True)
class Gist:
    """An incident with what its claims say of kind and place.

    Attributes:
        incident: the incident.
        kinds: of its claims, the most frequent first.
        places: that they name, the most exact first.
        statement: of the claim that says most.
        parted: the slots in which a source stands alone.
        searched: what a search looks at, folded.
    """

    incident: Incident
    kinds: tuple[str, ...]
    places: tuple[Place, ...]
    statement: str
    parted: tuple[Slot, ...]
    searched: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Which incidents are asked for, and in which order.

    Attributes:
        text: all of its words are to be found; "" for any.
        since: not before this day, ISO 8601; "" for any.
        until: not after this day.
        parted: only those in which a source stands alone.
        order: one of `ORDERS`.
        place: id of a place that their claims name; "" for any.
    """

    text: str = ""
    since: str = ""
    until: str = ""
    parted: bool = False
    order: str = "date"
    place: str = ""


def gist(incident: Incident, claims: Sequence[Claim]) -> Gist:
    """The gist of an incident, from its claims."""
    kinds = [claim.kind for claim in claims]
    fullest = max(claims, key=lambda claim: (_said(claim), claim.id))
    alone = {said.slot for each in incident.accounts for said in each.stated if said.alone}
    places = told.places_of(claims)
    looked_at = [
        *(claim.statement for claim in claims),
        *(each.source for each in incident.accounts),
        *(name for each in incident.accounts for name in _both(each.source)),
        *(place.name for place in places),
    ]
    return Gist(
        incident,
        tuple(sorted(set(kinds), key=lambda kind: (-kinds.count(kind), kind))),
        places,
        fullest.statement,
        tuple(slot for slot in Slot if slot in alone),
        folded(" ".join(looked_at)),
    )


def _said(claim: Claim) -> int:
    slots = (claim.date, claim.places, claim.actors, claim.targets, claim.quantities)
    return sum(bool(slot) for slot in slots)


def _both(source: str) -> tuple[str, str]:
    return source_caption(source, "ar"), source_caption(source, "en")


def folded(text: str) -> str:
    """The text without case and marks."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def asked_for(gists: Iterable[Gist], asked: Asked) -> list[Gist]:
    """Those that are asked for, in the order that is asked for."""
    wanted = folded(asked.text).split()
    found = [
        one
        for one in gists
        if all(word in one.searched for word in wanted)
        and (one.parted or not asked.parted)
        and (not asked.place or asked.place in {place.id for place in one.places})
        and _within(one.incident, asked)
    ]
    return _ordered(found, asked.order)


def _within(incident: Incident, asked: Asked) -> bool:
    """Whether the days that an incident may have had meet those that are asked for; without days it meets none."""
    if not asked.since and not asked.until:
        return True
    return bool(incident.first or incident.last) and not (
        (asked.since and incident.last and incident.last < asked.since)
        or (asked.until and incident.first and incident.first > asked.until)
    )


def _ordered(found: list[Gist], order: str) -> list[Gist]:
    if order == "sources":
        return sorted(found, key=lambda one: (-one.incident.lineages, -len(one.incident.accounts)))
    if order == "counts":
        return sorted(found, key=lambda one: -highest(one.incident))
    if order == "newest":
        return sorted(found, key=lambda one: one.incident.last or one.incident.first, reverse=True)
    return found


def highest(incident: Incident) -> float:
    """The highest count that any source gives; -1 when nobody counts."""
    return max((toll.high for toll in incident.tolls), default=-1)


def name(one: Gist, words: Words) -> str:
    """When, where and what, in a line."""
    kind = words(names.KINDS.get(one.kinds[0], one.kinds[0])) if one.kinds else ""
    parts = (told.when(one.incident, words), told.where(one.places, words), kind)
    return " · ".join(part for part in parts if part)


def listing(found: Sequence[Gist], words: Words) -> Table:
    """The list of incidents; its rows open them."""
    columns: list[Column] = [
        {"name": words("When"), "opens": True, "narrow": True},
        {"name": words("Where"), "narrow": True},
        {"name": words("What is told"), "wide": True},
        {"name": words("Sources"), "number": True},
        {"name": words("Separate origins"), "number": True},
        {"name": words("Counts"), "narrow": True},
        {"name": words("Stand alone on")},
    ]
    return table(words("Incidents"), columns, [_row(one, words) for one in found])


def _row(one: Gist, words: Words) -> Row:
    incident = one.incident
    alone = words(", ").join(words(names.SLOTS[slot]) for slot in one.parted)
    return Row(
        id=incident.id,
        cells=[
            plain(told.when(incident, words)),
            plain(told.where(one.places, words) or "–"),
            evidence(visible(one.statement)),
            plain(len(incident.accounts)),
            plain(incident.lineages),
            plain(told.tolls(incident, words) or "–"),
            plain(alone, "≠") if alone else plain("–"),
        ],
    )


def place_name(found: Iterable[Gist], place: str, words: Words) -> str:
    """The name of the place of that id, as one of these incidents names it; "" when none does."""
    named = (each for one in found for each in one.places if each.id == place)
    return next((told.place_name(each, words) for each in named), "")
