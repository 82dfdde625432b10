"""The appendix: every claim and every pair with its id, every quote with its place and hash, the head of the record."""

from __future__ import annotations

from functools import partial

from claims.model import Claim, Comparison
from claims.report.captions import words_of
from claims.report.later import Each
from claims.report.ledger import Ledger, link
from claims.report.parts.front import audit_head
from claims.report.value import Code, Paragraph, Piece, Row, Section, Sentence, Table, Words


def appendix(of: Ledger) -> Section:
    """The section."""
    words = of.words
    head = Sentence(words.pieces("record_line", head=audit_head(of)), (of.record,))
    return Section(
        anchor="appendix",
        title=(Words(words.text("appendix_title")),),
        blocks=(_claims(of), _pairs(of)),
        parts=(
            Section(
                anchor=of.record.anchor,
                title=(Words(words.text("audit_head")),),
                blocks=(Paragraph((head, *_faults(of))),),
                things=(of.record,),
            ),
        ),
    )


def _faults(of: Ledger) -> tuple[Sentence, ...]:
    """That the record did not verify, and where first, in a report that was made all the same."""
    faults = of.content.record_faults
    if not faults:
        return ()
    said = of.words.pieces("record_broken", count=Code(str(len(faults))), first=Code(faults[0]))
    return (Sentence(said, (of.record,)),)


def _claims(of: Ledger) -> Table:
    words = of.words
    columns = ("the_claim", "id", "the_document", "place_in_text", "speaker", "quote", "statement")
    return Table(
        caption=words.text("appendix_caption"),
        columns=tuple(words.text(key) for key in columns),
        rows=Each(partial(_claim, of), of.content.claims),
    )


def _claim(of: Ledger, claim: Claim) -> Row:
    document = of.documents[claim.document]
    ref = of.claim(claim.id)
    return Row(
        (
            (Words(ref.label),),
            (Code(claim.id),),
            link(of.document(document.id)),
            (Code(f"[{claim.span.start}, {claim.span.end})"),),
            (of.speaker(claim),),
            (words_of(claim.quote, quoted=True),),
            (_statement(claim),),
        ),
        anchor=ref,
    )


def _statement(claim: Claim) -> Piece:
    return Words("=") if claim.statement == claim.quote else words_of(claim.statement)


def _pairs(of: Ledger) -> Table:
    words = of.words
    return Table(
        caption=words.text("pairs_caption"),
        columns=tuple(words.text(key) for key in ("the_pair", "key", "claims_caption")),
        rows=Each(partial(_pair, of), of.content.comparisons),
    )


def _pair(of: Ledger, comparison: Comparison) -> Row:
    key = comparison.key
    both = of.words.listed(link(of.claim(claim)) for claim in (key.left, key.right))
    return Row((link(of.pair(key)), (Code(str(key)),), both))
