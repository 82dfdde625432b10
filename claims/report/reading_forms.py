"""The JSON forms of how a case is read: parties and places of its own, checks, reading again.

The same promises as in `claims.report.forms`.
"""

from __future__ import annotations

from pydantic import Field

from claims.model import CaseParty, CasePlace, Lineage
from claims.report.forms import Form, MessageForm


class OwnPartyForm(Form):
    """A party that the case adds."""

    id: str
    name: str
    kind: str
    lineage: Lineage
    aliases: tuple[str, ...]
    within: tuple[str, ...]


class OwnPlaceForm(Form):
    """A place that the case adds; degrees in WGS84, null where unknown."""

    id: str
    name: str
    aliases: tuple[str, ...]
    within: tuple[str, ...]
    lat: float | None
    lon: float | None


class CheckForm(Form):
    """An automatic check, and whether the case uses it."""

    id: str
    describes: MessageForm
    on: bool


class RereadForm(Form):
    """What reading documents again changed."""

    documents: int = Field(ge=0)
    changed: tuple[str, ...]
    revised: int = Field(ge=0)
    new: int = Field(ge=0)
    gone: int = Field(ge=0)
    questions: int = Field(ge=0)
    unread: tuple[str, ...] = ()


def own_party_form(party: CaseParty) -> OwnPartyForm:
    """A party of the case as JSON."""
    return OwnPartyForm(
        id=party.id,
        name=party.name,
        kind=party.kind,
        lineage=party.lineage,
        aliases=party.aliases,
        within=party.within,
    )


def own_place_form(place: CasePlace) -> OwnPlaceForm:
    """A place of the case as JSON."""
    return OwnPlaceForm(
        id=place.id,
        name=place.name,
        aliases=place.aliases,
        within=place.within,
        lat=place.lat,
        lon=place.lon,
    )
