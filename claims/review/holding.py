"""Hold a claim that a person made against its document: words that are there, values that can be."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claims.errors import InputError
from claims.extraction.lexicon import kinds
from claims.extraction.mentions import Mentions
from claims.model import Claim, DateValue, Document, Party, Place, Quantity, Span
from claims.review.statements import check_statement
from claims.slots.time import interval

_AGAIN = "Nothing was changed. Mark the words anew in the document as it is stored."


def hold_span(document: Document, span: Span) -> None:
    """Pass when there are words under a span.

    Raises:
        InputError: it lies beyond the text, or holds nothing but space.
    """
    if span.end > len(document.text) or not span.of(document.text).strip():
        raise InputError(
            f"Document {document.id} has no words at [{span.start}, {span.end}).", next_step=_AGAIN
        )


def hold(mentions: Mentions, claim: Claim, made_of: Collection[Claim]) -> Claim:
    """The claim, when the text bears it out.

    Args:
        mentions: what the slot modules read in the document: that is not judged again.
        claim: what a person made.
        made_of: the claims it is made of: neither their values nor their kinds are.

    Raises:
        InputError: words that are not there, or a kind or a value that is none.
        Refused: the statement says what the quote does not say.
    """
    document = mentions.document
    hold_span(document, claim.span)
    _check_words(document, claim.span, claim.quote)
    if claim.document != document.id:
        raise InputError(
            f"The claim is of document {claim.document}, not of {document.id}.", next_step=_AGAIN
        )
    if claim.kind not in kinds() and claim.kind not in {own.kind for own in made_of}:
        raise InputError(
            f"{claim.kind!r} is no kind of claim.",
            next_step=f"Choose one of: {', '.join(kinds())}.",
        )
    check_values(mentions, claim, made_of)
    for span in _other_spans(claim):
        hold_span(document, span)
    check_statement(claim)
    return claim


Value = DateValue | Place | Party | Quantity
"""A value of a slot."""


def values_of(claim: Claim) -> tuple[Value, ...]:
    """Every value in the slots of a claim."""
    date = () if claim.date is None else (claim.date,)
    return (*date, *claim.places, *claim.actors, *claim.targets, *claim.quantities)


def check_values(mentions: Mentions, claim: Claim, made_of: Collection[Claim]) -> None:
    """Pass when every value is one that was read in the text, or names words that are there, and can be.

    Raises:
        InputError: one does not.
    """
    read = (mentions.dates, mentions.places, mentions.parties, mentions.quantities)
    known: set[Value] = {value for values in read for value in values}
    known.update(value for own in made_of for value in values_of(own))
    for value in values_of(claim):
        if value not in known:
            _check_value(mentions.document, value)


def _check_value(document: Document, value: Value) -> None:
    hold_span(document, value.span)
    _check_words(document, value.span, value.text)
    match value:
        case DateValue():
            _check_date(value)
        case Quantity(low=low, high=high) if low is not None and high is not None and low > high:
            raise InputError(
                f"No quantity lies between {low} and {high}.",
                next_step="Give the lower bound first.",
            )
        case Place(name="") | Party(name=""):
            raise InputError("A place or a party has a name.", next_step="Give its name.")


def _check_date(value: DateValue) -> None:
    yearless = value.edtf.startswith("XXXX-")
    if interval(value.edtf.replace("XXXX", "2000", 1) if yearless else value.edtf) is None:
        raise InputError(
            f"{value.edtf!r} is no date.", next_step="Write it as 2018-03-27, 2018-03 or 2018."
        )


def _check_words(document: Document, span: Span, words: str) -> None:
    if span.of(document.text) != words:
        raise InputError(
            f"At [{span.start}, {span.end}) document {document.id} says something else than {words!r}.",
            next_step=_AGAIN,
        )


def _other_spans(claim: Claim) -> Iterator[Span]:
    """Where else in the document a claim says that something stands."""
    yield from claim.borrowed
    yield from (unread.span for unread in claim.unread)
    if claim.context is not None:
        yield claim.context
    for link in claim.attribution:
        yield from (span for span in (link.span, link.cue_span) if span is not None)
