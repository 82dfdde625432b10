"""The JSON forms that other programs rely on: claims, comparisons, mentions.

Pydantic models stand here at the border only; `claim_form`, `comparison_form` and the slot functions turn values of
`claims.model` into them. Names and order of the keys are a promise: a key is never renamed or removed within a
version of the form, new ones are added at the end. Offsets are half-open and count Unicode code points of the
document's text. The JSON Schemas (draft 2020-12) are made from the same models by `claims.report.schemas`.
"""

from __future__ import annotations

from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from claims.model import (
    Apparent,
    Attribution,
    Claim,
    Comparison,
    DateValue,
    Finding,
    Level,
    Lineage,
    Message,
    Modality,
    Party,
    Place,
    Polarity,
    Quantity,
    Relation,
    SameEvent,
    Slot,
    Span,
    Unread,
)


class Form(BaseModel):
    """A JSON object with fixed keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class SpanForm(Form):
    """``[start, end)`` in code points of the text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class MessageForm(Form):
    """One sentence in both languages."""

    ar: str = Field(min_length=1)
    en: str = Field(min_length=1)


class DocumentForm(Form):
    """Which document: its name and the hash of its original bytes."""

    name: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class DateForm(Form):
    """When: EDTF (ISO 8601-2), the raw words, and why they were read that way."""

    edtf: str
    text: str
    span: SpanForm
    reason: str
    time: str
    weekday: int | None = Field(ge=1, le=7)


class PlaceForm(Form):
    """Where: the best candidate, its coordinates in degrees (WGS84), and all remaining candidates."""

    name: str
    id: str
    lat: float | None
    lon: float | None
    relation: str
    text: str
    span: SpanForm
    candidates: tuple[str, ...]


class PartyForm(Form):
    """Who: an actor or a target."""

    name: str
    text: str
    span: SpanForm
    id: str
    kind: str


class QuantityForm(Form):
    """How many: bounds, null where there is none, and of what."""

    low: int | float | None
    high: int | float | None
    low_open: bool
    high_open: bool
    approximate: bool
    unit: str
    of: str
    text: str
    span: SpanForm


class AttributionForm(Form):
    """One link of who says it, outermost first; no span for the publisher's own voice."""

    source: str
    lineage: Lineage
    cue: str
    text: str
    span: SpanForm | None
    cue_span: SpanForm | None


class FindingForm(Form):
    """What an automatic check noticed: a proposal to look."""

    check: str
    message: MessageForm
    span: SpanForm


class UnreadForm(Form):
    """Words that state a slot but were not understood."""

    slot: Slot
    text: str
    span: SpanForm


class ClaimForm(Form):
    """One claim: one event or one figure, one date, one attributed source."""

    id: str
    document: DocumentForm
    span: SpanForm
    quote: str
    statement: str
    kind: str
    date: DateForm | None
    places: tuple[PlaceForm, ...]
    actors: tuple[PartyForm, ...]
    targets: tuple[PartyForm, ...]
    quantities: tuple[QuantityForm, ...]
    attribution: tuple[AttributionForm, ...] = Field(min_length=1)
    polarity: Polarity
    modality: Modality
    checkable: bool
    findings: tuple[FindingForm, ...]
    unchecked: str
    unread: tuple[UnreadForm, ...]
    context: SpanForm | None


class SlotForm(Form):
    """How one slot of two claims compares, and why."""

    slot: Slot
    level: Level
    message: MessageForm


class PartForm(Form):
    """One named summand of a score, and why it counts as it does."""

    name: str
    value: float
    message: MessageForm


class ComparisonForm(Form):
    """Two claims of different sources side by side; ``key`` is both ids, in order, joined by a tilde."""

    key: str = Field(pattern=r"^[^~]+~[^~]+$")
    left: ClaimForm
    right: ClaimForm
    same_event: SameEvent
    relation: Relation
    score: float
    slots: tuple[SlotForm, ...]
    dependence: str
    confidence: float = Field(ge=0, le=1)
    conflicting: tuple[Slot, ...]
    apparent: Apparent | None
    parts: tuple[PartForm, ...]


class Named(Protocol):
    """What a claim's document is known by; `claims.model.Document` and `DocumentHead` both are."""

    @property
    def name(self) -> str:
        """What the person calls it."""

    @property
    def sha256(self) -> str:
        """Hash of the original bytes."""


def span_form(span: Span) -> SpanForm:
    """A span as JSON."""
    return SpanForm(start=span.start, end=span.end)


def message_form(message: Message) -> MessageForm:
    """A message as JSON."""
    return MessageForm(ar=message.ar, en=message.en)


def document_form(document: Named) -> DocumentForm:
    """Which document, as JSON."""
    return DocumentForm(name=document.name, sha256=document.sha256)


def date_form(date: DateValue) -> DateForm:
    """A date as JSON."""
    return DateForm(
        edtf=date.edtf,
        text=date.text,
        span=span_form(date.span),
        reason=date.reason,
        time=date.time,
        weekday=date.weekday,
    )


def place_form(place: Place) -> PlaceForm:
    """A place as JSON."""
    return PlaceForm(
        name=place.name,
        id=place.id,
        lat=place.lat,
        lon=place.lon,
        relation=place.relation,
        text=place.text,
        span=span_form(place.span),
        candidates=place.candidates,
    )


def party_form(party: Party) -> PartyForm:
    """An actor or a target as JSON."""
    return PartyForm(
        name=party.name,
        text=party.text,
        span=span_form(party.span),
        id=party.id,
        kind=party.kind,
    )


def quantity_form(quantity: Quantity) -> QuantityForm:
    """A quantity as JSON."""
    return QuantityForm(
        low=quantity.low,
        high=quantity.high,
        low_open=quantity.low_open,
        high_open=quantity.high_open,
        approximate=quantity.approximate,
        unit=quantity.unit,
        of=quantity.of,
        text=quantity.text,
        span=span_form(quantity.span),
    )


def attribution_form(link: Attribution) -> AttributionForm:
    """One link of the chain of who says it, as JSON."""
    return AttributionForm(
        source=link.source,
        lineage=link.lineage,
        cue=link.cue,
        text=link.text,
        span=None if link.span is None else span_form(link.span),
        cue_span=None if link.cue_span is None else span_form(link.cue_span),
    )


def finding_form(finding: Finding) -> FindingForm:
    """A finding as JSON."""
    return FindingForm(
        check=finding.check, message=message_form(finding.message), span=span_form(finding.span)
    )


def unread_form(unread: Unread) -> UnreadForm:
    """A slot that was not understood, as JSON."""
    return UnreadForm(slot=unread.slot, text=unread.text, span=span_form(unread.span))


def claim_form(claim: Claim, document: Named) -> ClaimForm:
    """A claim as JSON, with the document it stands in."""
    return ClaimForm(
        id=claim.id,
        document=document_form(document),
        span=span_form(claim.span),
        quote=claim.quote,
        statement=claim.statement,
        kind=claim.kind,
        date=None if claim.date is None else date_form(claim.date),
        places=tuple(map(place_form, claim.places)),
        actors=tuple(map(party_form, claim.actors)),
        targets=tuple(map(party_form, claim.targets)),
        quantities=tuple(map(quantity_form, claim.quantities)),
        attribution=tuple(map(attribution_form, claim.attribution)),
        polarity=claim.polarity,
        modality=claim.modality,
        checkable=claim.checkable,
        findings=tuple(map(finding_form, claim.findings)),
        unchecked=claim.unchecked,
        unread=tuple(map(unread_form, claim.unread)),
        context=None if claim.context is None else span_form(claim.context),
    )


def comparison_form(comparison: Comparison, left: ClaimForm, right: ClaimForm) -> ComparisonForm:
    """A comparison as JSON, both claims included.

    Args:
        comparison: the comparison.
        left: form of the claim whose id is ``comparison.key.left``.
        right: form of the claim whose id is ``comparison.key.right``.
    """
    return ComparisonForm(
        key=str(comparison.key),
        left=left,
        right=right,
        same_event=comparison.same_event,
        relation=comparison.relation,
        score=comparison.score,
        slots=tuple(
            SlotForm(slot=each.slot, level=each.level, message=message_form(each.message))
            for each in comparison.slots
        ),
        dependence=comparison.dependence,
        confidence=comparison.confidence,
        conflicting=comparison.conflicting,
        apparent=comparison.apparent,
        parts=tuple(
            PartForm(name=part.name, value=part.value, message=message_form(part.message))
            for part in comparison.parts
        ),
    )
