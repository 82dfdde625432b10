"""An event told as past that is dated later than the text was published.

Only events of violence and its effects, which are told when they have happened, and only dates whose year is written
out: a date without its year was resolved by looking back and cannot lie ahead. One day is let go, for a text published
late in the evening by one clock is dated the next day by another. Where any word looks ahead, the check is silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.checks.noticed import Noticed, about, notice
from claims.checks.wording import message, number, says, words
from claims.model import Claim, DateValue, Extraction, Message, Modality, Polarity
from claims.slots.time import edtf_words, interval

_KINDS = frozenset({"strike", "clash", "casualties", "damage", "displacement"})
_REASONS = frozenset(
    {"stated", "shared", "misspelt", "order-arabic", "order-document", "order-weekday"}
)
_REACH = 10
"""Letters before a date in which a word makes it a term (*by 5 May*)."""
_CLOCKS = 1
"""Days by which two clocks may differ."""


def after_publication(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each date of a past event that lies behind the day of publication."""
    published = interval(extraction.document.published)
    if published is None:
        return
    dates = {
        claim.date.span: claim.date
        for claim in extraction.claims
        if _past(extraction, claim) and claim.date
    }
    for date in dates.values():
        days = interval(date.edtf)
        if days is None:
            continue
        ahead = (days[0] - published[1]).days
        if ahead > _CLOCKS:
            yield _told(extraction, date, ahead)


def _past(extraction: Extraction, claim: Claim) -> bool:
    """Whether a claim tells of something as having happened on a day whose year is written out."""
    if claim.date is None or claim.date.reason not in _REASONS or claim.kind not in _KINDS:
        return False
    told = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.AFFIRMED
    text = extraction.document.text
    before = text[max(0, claim.date.span.start - _REACH) : claim.date.span.start]
    if not told or not claim.checkable or says("term", before):
        return False
    return not says("ahead", (claim.context or claim.span).of(text))


def _told(extraction: Extraction, date: DateValue, ahead: int) -> Noticed:
    published = extraction.document.published
    told = message(
        "publication",
        quote=words(date.text),
        date=_worded(date.edtf),
        published=_worded(published),
        days=number(ahead),
    )
    return notice("publication", told, date.span, about(extraction, date.span))


def _worded(edtf: str) -> Message:
    return Message(edtf_words(edtf, "ar"), edtf_words(edtf, "en"))
