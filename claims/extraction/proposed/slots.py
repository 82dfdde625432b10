"""Anchors to values: what our own slot modules read at the words that a proposal names.

A proposer's figure or date is only ever compared with ours. Words that are not in the text, and values that the text does
not read as, are faults of the whole claim. Words of the text at which we read nothing are stated but not understood
(`Unread`), unless the proposer says what they mean: that cannot be checked, and is a fault too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final, TypeVar

from claims.extraction.mentions import Mentions, Range
from claims.extraction.proposed.faults import Fault
from claims.extraction.proposed.find import find
from claims.extraction.proposed.passages import Passage
from claims.extraction.proposed.proposal import ProposedDate, ProposedFigure
from claims.extraction.proposed.reading import Reading
from claims.model import DateValue, Level, Party, Place, Quantity, Slot, Span, Unread
from claims.slots.time import compare, interval

V = TypeVar("V", DateValue, Quantity, Place, Party)

_LONGEST_MENTION: Final = 200
"""Code points: how far before an anchor a mention that covers it may begin."""

_YEARLESS = re.compile(r"XXXX(?:-\d\d){1,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a proposal stands.

    Attributes:
        reading: the document.
        passage: what was asked about together.
        number: the sentence.
        quote: the tokens of the claim.
    """

    reading: Reading
    passage: Passage
    number: int
    quote: Range

    @property
    def mentions(self) -> Mentions:
        """All values of the document."""
        return self.reading.mentions

    def spans(self, words: str) -> tuple[Span, ...]:
        """Where copied words stand: in the quote, else in its sentence, else in the passage; never elsewhere."""
        own = self.reading.searched[self.number]
        found = find(own, words, self.quote) or find(own, words)
        if not found:
            others = (self.reading.searched[number] for number in self.passage.sentences)
            found = tuple(hit for other in others for hit in find(other, words))
        return tuple(self.mentions.span(hit) for hit in found)


def date(site: Site, proposed: ProposedDate) -> DateValue | Unread | Fault:
    """The day that our own reading gives at the proposed words."""
    found = _one(site, site.mentions.dates, proposed.words, Slot.DATE)
    if isinstance(found, Fault) or not proposed.edtf:
        return found
    if isinstance(found, Unread):
        return Fault("proposal-value-unread", proposed.words, proposed.edtf)
    if not same_date(found, proposed.edtf):
        return Fault("proposal-value-differs", proposed.words, proposed.edtf, found.edtf)
    return found


def same_date(ours: DateValue, edtf: str) -> bool:
    """Whether a proposed date says what we read: the same days, or less exactly.

    A proposed year or month is let pass where the text states none; ours is what counts.
    """
    day = edtf.strip().partition("T")[0]
    theirs = interval(day)
    if theirs is None and not _YEARLESS.fullmatch(day):
        return False
    level, _ = compare(ours, DateValue(day, ours.text, ours.span, ours.reason))
    if level is not Level.COMPATIBLE:
        return level is Level.EQUAL
    own = interval(ours.edtf)
    if own is None or theirs is None or "~" in ours.edtf:
        return True
    return theirs[0] <= own[0] and own[1] <= theirs[1]


def figure(site: Site, proposed: ProposedFigure) -> tuple[Quantity, ...] | Unread | Fault:
    """The figure that our own reading gives at the proposed words, followed by the parts they break it into."""
    found = _one(site, site.mentions.quantities, proposed.words, Slot.QUANTITY)
    stated = [value for value in (proposed.low, proposed.high) if value is not None]
    if isinstance(found, Fault):
        return found
    if isinstance(found, Unread):
        said = " – ".join(map(str, stated))
        return Fault("proposal-value-unread", proposed.words, said) if stated else found
    if not _bounds(found).issuperset(stated):
        said, read = " – ".join(map(str, stated)), f"{found.text} = {_caption(found)}"
        return Fault("proposal-value-differs", proposed.words, said, read)
    return (found, *_parts(site, found, proposed.words))


def _parts(site: Site, total: Quantity, words: str) -> tuple[Quantity, ...]:
    inside = (q for span in site.spans(words) for q in at(site.mentions.quantities, span))
    return tuple(dict.fromkeys(part for part in inside if part.total == total.span))


def _bounds(quantity: Quantity) -> set[int | float]:
    """The numbers that the words of a figure state, and the least and greatest whole ones of open bounds."""
    found = {value for value in (quantity.low, quantity.high) if value is not None}
    if quantity.low is not None and quantity.low_open:
        found.add(quantity.low + 1)
    if quantity.high is not None and quantity.high_open:
        found.add(quantity.high - 1)
    return found


def _caption(quantity: Quantity) -> str:
    if quantity.low == quantity.high:
        return f"{quantity.low:,}"
    bounds = ("…" if value is None else f"{value:,}" for value in (quantity.low, quantity.high))
    return " – ".join(bounds)


def places(site: Site, words: str) -> tuple[Place, ...] | Unread | Fault:
    """The places that we read at the proposed words."""
    return _several(site, site.mentions.places, words, Slot.PLACE)


def parties(site: Site, words: str, slot: Slot) -> tuple[Party, ...] | Unread | Fault:
    """The parties that we read at the proposed words, for ``slot`` actor or target."""
    return _several(site, site.mentions.parties, words, slot)


def at(values: tuple[V, ...], span: Span) -> tuple[V, ...]:
    """The values whose words lie within ``span`` or cover it, in order."""
    first = bisect_left(
        values, max(0, span.start - _LONGEST_MENTION), key=lambda value: value.span.start
    )
    found: list[V] = []
    for value in values[first:]:
        if value.span.start >= span.end:
            break
        if value.span.covers(span) or span.covers(value.span):
            found.append(value)
    return tuple(found)


def _one(site: Site, values: tuple[V, ...], words: str, slot: Slot) -> V | Unread | Fault:
    """The one value at the proposed words; those that are parts of another one there do not count."""
    spans = site.spans(words)
    if not spans:
        return Fault("proposal-words-missing", words)
    found = [_mains(at(values, span)) for span in spans]
    told = {_meaning(value): value for here in found for value in reversed(here)}
    if not told:
        return Unread(slot, spans[0].of(site.reading.document.text), spans[0])
    if len(told) > 1:
        return Fault("proposal-several-readings", words, read=", ".join(map(_shown, told.values())))
    return next(here[0] for here in found if here)


def _mains(found: tuple[V, ...]) -> tuple[V, ...]:
    totals = {value.span for value in found}
    return tuple(
        value
        for value in found
        if not isinstance(value, Quantity) or value.total is None or value.total not in totals
    )


def _meaning(value: DateValue | Quantity | Place | Party) -> tuple[object, ...]:
    if isinstance(value, DateValue):
        return (value.edtf, value.time)
    if isinstance(value, Quantity):
        return (value.low, value.high, value.low_open, value.high_open, value.unit, value.of)
    return (value.id or value.name,)


def _shown(value: DateValue | Quantity | Place | Party) -> str:
    if isinstance(value, DateValue):
        return value.edtf
    return value.text if isinstance(value, Quantity) else value.name


def _several(
    site: Site, values: tuple[V, ...], words: str, slot: Slot
) -> tuple[V, ...] | Unread | Fault:
    spans = site.spans(words)
    if not spans:
        return Fault("proposal-words-missing", words)
    found = [here for span in spans if (here := at(values, span))]
    if not found:
        return Unread(slot, spans[0].of(site.reading.document.text), spans[0])
    if len({tuple(_meaning(value) for value in here) for here in found}) > 1:
        read = " / ".join(", ".join(map(_shown, here)) for here in found)
        return Fault("proposal-several-readings", words, read=read)
    return found[0]
