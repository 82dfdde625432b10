"""Claims that people make out of others: cut, joined, moved, corrected, or new.

Pure: mentions and claims in, claims out. What a person marks is read by the slot modules, in the light of the whole
document. New claims have no id yet and no findings; whoever stores them gives them both, and holds them against the
text (`claims.review.holding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from claims.errors import Refused
from claims.extraction.mentions import Mentions, within
from claims.extraction.speech import own_voice
from claims.model import Attribution, Claim, DateValue, Party, Place, Quantity, Span
from claims.review.holding import hold_span
from claims.review.statements import restated

V = TypeVar("V", DateValue, Party, Place, Quantity)
S = TypeVar("S", Party, Place)

FEWEST: Final = 2
"""Parts of a split, and claims of a merge."""


def split(mentions: Mentions, claim: Claim, parts: Sequence[Span | Claim]) -> tuple[Claim, ...]:
    """The claim cut into parts.

    A part that is a span has the slots that stand in it, read anew, and those that stand in none of the parts, which all
    share; a figure is never shared. A part that is a claim is taken as it is.

    Raises:
        InputError: there are no such words.
        Refused: fewer than two parts, two that are the same, or words beyond the claim and its sentence.
    """
    if len(parts) < FEWEST or len(set(parts)) < len(parts):
        raise Refused(
            f"Claim {claim.id} cannot be split into {len(set(parts))}.",
            next_step="Give two or more different parts.",
        )
    spans = tuple(part for part in parts if isinstance(part, Span))
    for span in spans:
        _check_near(mentions, claim, span)
    return tuple(
        replace(part, id="", findings=())
        if isinstance(part, Claim)
        else _cut(mentions, claim, part, spans)
        for part in parts
    )


def touching(values: tuple[V, ...], span: Span) -> tuple[V, ...]:
    """The values of which at least a part stands in these words: who marks a day may leave «on» or «يوم» out."""
    return tuple(value for value in values if value.span.overlaps(span))


def _check_near(mentions: Mentions, claim: Claim, span: Span) -> None:
    hold_span(mentions.document, span)
    around = claim.context or claim.span
    if not claim.span.covers(span) and not around.covers(span):
        raise Refused(
            f"The words [{span.start}, {span.end}) are not those of claim {claim.id}.",
            next_step="Mark words of its sentence; what is said elsewhere is added as a claim of its own.",
        )


def _cut(mentions: Mentions, claim: Claim, own: Span, parts: Sequence[Span]) -> Claim:
    """One part of a claim, its slots read in its own words or shared by all parts."""
    read = touching(mentions.dates, own)
    dates = read or _kept((claim.date,) if claim.date else (), own, parts)
    return worded(
        mentions,
        replace(
            claim,
            date=dates[0] if len(dates) == 1 else None,
            places=_distinct((*within(mentions.places, own), *_kept(claim.places, own, parts))),
            actors=_kept(claim.actors, own, parts),
            targets=_kept(claim.targets, own, parts),
            quantities=within(mentions.quantities, own),
        ),
        own,
    )


def _kept(values: tuple[V, ...], own: Span, parts: Sequence[Span]) -> tuple[V, ...]:
    """The values that stand in this part, or in none."""
    return tuple(
        value
        for value in values
        if own.covers(value.span) or not any(part.covers(value.span) for part in parts)
    )


def _distinct(values: tuple[S, ...]) -> tuple[S, ...]:
    """The first value at each place of the text."""
    found: dict[Span, S] = {}
    for value in values:
        found.setdefault(value.span, value)
    return tuple(found.values())


def worded(mentions: Mentions, claim: Claim, span: Span) -> Claim:
    """The claim with these words as its own: quote, statement, and what in them was not understood."""
    document = mentions.document
    moved = replace(
        claim,
        id="",
        span=span,
        quote=span.of(document.text),
        unread=within(mentions.unread, span),
        borrowed=(),
        findings=(),
    )
    return replace(moved, statement=restated(moved, document.language))


def merge(mentions: Mentions, claims: Sequence[Claim]) -> Claim:
    """One claim for several of one document: from the first word to the last, with the slots of all.

    Kind and modality are those of the first.

    Raises:
        Refused: fewer than two, of different documents or speakers, or of different days or polarity: that would be no
            atomic claim.
    """
    if len({claim.id for claim in claims}) < FEWEST:
        raise Refused("One claim cannot be merged.", next_step="Name two or more different claims.")
    first = claims[0]
    dates = tuple({claim.date.edtf: claim.date for claim in claims if claim.date}.values())
    for what, count in (
        ("documents", len({claim.document for claim in claims})),
        ("speakers", len({claim.speaker.source for claim in claims})),
        ("polarities", len({claim.polarity for claim in claims})),
        ("days", len(dates)),
    ):
        if count > 1:
            raise Refused(
                f"Claims of different {what} cannot be merged: one claim has one.",
                next_step="Correct the one that is wrong first; if both are right, they are two claims.",
            )
    span = Span(min(claim.span.start for claim in claims), max(claim.span.end for claim in claims))
    quantities = {value.span: value for claim in claims for value in claim.quantities}
    joined = replace(
        first,
        date=dates[0] if dates else None,
        places=_distinct(tuple(value for claim in claims for value in claim.places)),
        actors=_distinct(tuple(value for claim in claims for value in claim.actors)),
        targets=_distinct(tuple(value for claim in claims for value in claim.targets)),
        quantities=tuple(quantities.values()),
        context=_context(claims),
    )
    return worded(mentions, joined, span)


def _context(claims: Sequence[Claim]) -> Span:
    around = [claim.context or claim.span for claim in claims]
    return Span(min(span.start for span in around), max(span.end for span in around))


def anchor(mentions: Mentions, claim: Claim, span: Span) -> Claim:
    """The claim anchored at other words. Its slots stay; those that were empty are read in the new words.

    Raises:
        InputError: there are no such words.
        Refused: they are those it has.
    """
    hold_span(mentions.document, span)
    if span == claim.span:
        raise Refused(f"Claim {claim.id} is anchored there already.", next_step="Mark other words.")
    context = claim.context
    read = _read(mentions, claim, span)
    stays = context is not None and context.covers(span)
    return worded(mentions, replace(read, context=context if stays else span), span)


def _read(mentions: Mentions, claim: Claim, span: Span) -> Claim:
    """The claim with its empty slots read in these words; more than one date is none."""
    dates = touching(mentions.dates, span)
    return replace(
        claim,
        date=claim.date or (dates[0] if len(dates) == 1 else None),
        places=claim.places or within(mentions.places, span),
        quantities=claim.quantities or within(mentions.quantities, span),
    )


def added(
    mentions: Mentions, span: Span, kind: str, speaker: tuple[Attribution, ...] = ()
) -> Claim:
    """A claim that the engine missed, its date, places and figures read in its words.

    Who does what to whom is left open: correct it where it matters.

    Args:
        mentions: what the slot modules read in the document.
        span: its words.
        kind: id of its kind.
        speaker: who says it; the publisher's own voice when nobody is named.

    Raises:
        InputError: there are no such words.
    """
    hold_span(mentions.document, span)
    blank = Claim(
        id="",
        document=mentions.document.id,
        span=span,
        quote=span.of(mentions.document.text),
        statement="",
        kind=kind,
        date=None,
        places=(),
        actors=(),
        targets=(),
        quantities=(),
        attribution=speaker or (own_voice(mentions),),
        context=span,
        published=mentions.document.published,
    )
    return worded(mentions, _read(mentions, blank, span), span)
