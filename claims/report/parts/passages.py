"""A quote with its surroundings, who says it, and what is known of the claim."""

from __future__ import annotations

import re

from claims.model import Claim, Thing, Topic
from claims.report.captions import stance_pieces, words_of
from claims.report.ledger import Ledger, link
from claims.report.parts.edited import edited_sentence
from claims.report.parts.evidence import evidence_sentences
from claims.report.value import Code, Passage, Piece, Sentence
from claims.text.language import language_of

SURROUNDINGS = 240
"""Code points of the document shown on each side of a quote, at most, when its sentence shows no more."""

_WORD = re.compile(r"\s+")


def passage(of: Ledger, claim: Claim) -> Passage:
    """The quote of a claim."""
    words = of.words
    document = of.documents[claim.document]
    ref, where = of.claim(claim.id), of.document(document.id)
    topics = (Topic(Thing.CLAIM, claim.id), Topic(Thing.CONCLUSION, f"claim~{claim.id}"))
    start, end = _window(claim, document.text)
    source = words.pieces(
        "says",
        source=_chain(of, claim),
        lineage=words.mark("lineage", claim.speaker.lineage),
        document=link(where),
    )
    statement = words.pieces("understood_as", statement=words_of(claim.statement))
    place = words.pieces("place_of", span=Code(f"[{claim.span.start}, {claim.span.end})"))
    return Passage(
        claim=ref,
        source=Sentence(source, (ref, where)),
        before=document.text[start : claim.span.start],
        quote=claim.quote,
        after=document.text[claim.span.end : end],
        language=_language(claim.quote, document.language),
        notes=(
            Sentence(statement, (ref,)),
            *edited_sentence(of, claim),
            *_stance(of, claim),
            Sentence(place, (ref, where)),
            *(_finding(of, claim, number) for number in range(len(claim.findings))),
            *evidence_sentences(of, topics, (ref,)),
        ),
    )


def _language(quote: str, otherwise: str) -> str:
    own = language_of(quote)
    return otherwise if own == "und" else own


def _chain(of: Ledger, claim: Claim) -> tuple[Piece, ...]:
    """Who says it, outermost first."""
    return of.words.listed(((of.source(link.source),) for link in claim.attribution), by="relays")


def _stance(of: Ledger, claim: Claim) -> tuple[Sentence, ...]:
    """How the words stand to the fact, where that is more than a plain statement."""
    said = stance_pieces(claim, of.words)
    if not said:
        return ()
    pieces = of.words.pieces("how_said", stance=said)
    return (Sentence(pieces, (of.claim(claim.id),)),)


def _finding(of: Ledger, claim: Claim, number: int) -> Sentence:
    return Sentence(of.told(claim.findings[number].message), (of.claim(claim.id),))


def _window(claim: Claim, text: str) -> tuple[int, int]:
    """The stretch to show: the claim's sentence, or more where that is the quote itself."""
    start, end = claim.span.start, claim.span.end
    if claim.context is not None:
        start, end = min(start, claim.context.start), max(end, claim.context.end)
    if start == claim.span.start:
        start = _whole_word(text, max(0, start - SURROUNDINGS), start)
    if end == claim.span.end:
        far = min(len(text), end + SURROUNDINGS)
        gap = max((each.start() for each in _WORD.finditer(text, end, far)), default=far)
        end = far if far == len(text) else gap
    return start, end


def _whole_word(text: str, start: int, limit: int) -> int:
    if start == 0:
        return 0
    gap = _WORD.search(text, start, limit)
    return gap.end() if gap else start
