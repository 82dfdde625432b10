"""A finding with the claims that it concerns, and where a claim stands in its document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.model import Claim, Extraction, Finding, Message, Role, Span


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a check noticed.

    Attributes:
        finding: the finding itself.
        claims: ids of the claims it concerns; empty when no claim holds the words.
    """

    finding: Finding
    claims: frozenset[str]


def notice(check: str, message: Message, span: Span, claims: Iterable[Claim]) -> Noticed:
    """A finding of ``check`` about ``span`` that concerns ``claims``."""
    return Noticed(Finding(check, message, span), frozenset(claim.id for claim in claims))


def roles(extraction: Extraction) -> Mapping[str, Role]:
    """What the sentence of each claim is there for, by the claim's id; body where no sentence holds the claim."""
    starts = [sentence.span.start for sentence in extraction.sentences]
    found: dict[str, Role] = {}
    for claim in extraction.claims:
        place = bisect_right(starts, claim.span.start) - 1
        found[claim.id] = extraction.sentences[place].role if place >= 0 else Role.BODY
    return found


def about(extraction: Extraction, *spans: Span) -> tuple[Claim, ...]:
    """The claims that hold a figure or a date at one of ``spans``; where none does, those whose sentence covers one."""
    holding = tuple(
        claim
        for claim in extraction.claims
        if any(own.overlaps(span) for own in _values(claim) for span in spans)
    )
    return holding or tuple(
        claim
        for claim in extraction.claims
        if claim.context is not None and any(claim.context.covers(span) for span in spans)
    )


def _values(claim: Claim) -> tuple[Span, ...]:
    date = (claim.date.span,) if claim.date is not None else ()
    return (
        *date,
        *(quantity.span for quantity in claim.quantities),
        *(unread.span for unread in claim.unread),
    )
