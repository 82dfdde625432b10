"""An atom as a claim: its quote, its statement, what it borrows, whether it can be checked, and its id."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from claims.extraction.mentions import Mentions, within
from claims.extraction.publishing import publisher_cited
from claims.extraction.spread import Atom
from claims.extraction.stance import unchecked
from claims.extraction.statement import borrowed, statement
from claims.extraction.unresolved import unresolved
from claims.extraction.untied import untied
from claims.model import Claim, Document, Sentence, Span, Unread
from claims.model.quick import changing, quick

_claim, _revised = quick(Claim), changing(Claim)


@dataclass(frozen=True, slots=True)
class Worded:
    """What a claim says besides its values.

    Attributes:
        statement: its words that stand alone.
        unchecked: why it cannot be checked; "" where it can.
        borrowed: what it takes from elsewhere.
        unread: values of it that were not understood.
    """

    statement: str
    unchecked: str
    borrowed: tuple[Span, ...]
    unread: tuple[Unread, ...]


def finished(mentions: Mentions, part: Sentence, atom: Atom) -> Claim:
    """The claim of an atom that stands in ``part``."""
    atom = untied(mentions, atom)
    made = atom.draft
    span = mentions.span(made.tokens)
    told = statement(mentions, atom, part.language)
    reason = unchecked(mentions.tokens.words, made.tokens, atom.kind, made.modality)
    worded = Worded(
        told,
        reason or unresolved(mentions, atom, told),
        borrowed(mentions, atom),
        within(mentions.unread, span),
    )
    return claim_of(mentions.document, span, part, atom, worded)


def claim_of(document: Document, span: Span, part: Sentence, atom: Atom, worded: Worded) -> Claim:
    """The values of an atom whose quote is ``span`` of a document, as a claim with its id."""
    made = atom.draft
    claim = _claim(
        id="",
        document=document.id,
        span=span,
        quote=span.of(document.text),
        statement=worded.statement,
        kind=atom.kind,
        date=atom.date,
        places=atom.places,
        actors=made.actors,
        targets=made.targets,
        quantities=atom.quantities,
        attribution=publisher_cited(document, made.attribution),
        polarity=made.polarity,
        modality=made.modality,
        checkable=not worded.unchecked,
        unchecked=worded.unchecked,
        context=part.span,
        borrowed=worded.borrowed,
        unread=worded.unread,
        published=document.published,
    )
    return _revised(claim, id=identify(claim))


def identify(claim: Claim) -> str:
    """The id of a claim: 16 hex digits over its document, span, kind, values, speaker, polarity and modality."""
    figures = "|".join(f"{q.unit}:{q.of}:{q.low}:{q.high}:{q.span.start}" for q in claim.quantities)
    places = "|".join(place.id or place.name for place in claim.places)
    date = claim.date.edtf if claim.date else ""
    parties = "|".join(party.id or party.name for party in (*claim.actors, *claim.targets))
    parts = (
        claim.document,
        f"{claim.span.start}-{claim.span.end}",
        claim.kind,
        date,
        figures,
        places,
        parties,
        claim.speaker.source,
        claim.polarity,
        claim.modality,
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def distinct(claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims in the order of the text, each once."""
    kept = {claim.id: claim for claim in claims}
    return tuple(sorted(kept.values(), key=lambda c: (c.span, c.date.span.start if c.date else -1)))
