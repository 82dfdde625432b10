"""A list held against what is announced before it: *five strikes:* and six items, *23 killed:* and items that add up to 24.

Decided only where the announcement ends in a colon right before the list. Items that each state one exact figure of what
is announced are added up; numbered items that state none are counted. A list that calls itself a choice decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.checks.figures import countable, exact, hull, read_figures
from claims.checks.noticed import Noticed, about, notice
from claims.checks.wording import addition, cited, listed, load, message, number, says
from claims.model import Extraction, Quantity, Role, Sentence
from claims.slots.quantity.forms import Count
from claims.slots.quantity.lexicon import lexicon
from claims.text.tokens import tokens

_MARK = re.compile(r"[\s(\[]*(\d{1,2})\s?[-–—.)\]/:ـ]")
_FEWEST = 2
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with the sentence that announces it.

    Attributes:
        opening: the sentence before it, which ends in a colon.
        items: the first sentence of each item.
        whole: whether the text goes on behind it and holds no further items, which may belong to it.
    """

    opening: Sentence
    items: tuple[tuple[Sentence, ...], ...]
    whole: bool


def wrong_lists(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each list that is not what its announcement says."""
    for listing in _listings(extraction):
        if says("partial", _last_clause(extraction, listing.opening)):
            continue
        announced = [one for one in read_figures(extraction, listing.opening) if _announces(one)]
        found = next(filter(None, (_summed(extraction, listing, one) for one in announced)), None)
        found = found or _counted(extraction, listing, announced)
        if found is not None:
            yield found


def _announces(figure: Quantity) -> bool:
    return exact(figure) is not None and figure.total is None and countable(figure)


def _last_clause(extraction: Extraction, opening: Sentence) -> str:
    return re.split(r"[.،,؛;]", opening.span.of(extraction.document.text))[-1]


def _listings(extraction: Extraction) -> Iterator[Listing]:
    text = extraction.document.text
    starts = (part.span.start for part in extraction.sentences if part.role is Role.LIST_ITEM)
    last = max(starts, default=0)
    opening: Sentence | None = None
    items: list[list[Sentence]] = []
    for sentence in (*extraction.sentences, None):
        if sentence is not None and sentence.role is Role.LIST_ITEM:
            if items and items[-1][0].paragraph == sentence.paragraph:
                items[-1].append(sentence)
            else:
                items.append([sentence])
            continue
        if opening is not None and len(items) >= _FEWEST:
            whole = sentence is not None and sentence.span.start > last
            yield Listing(opening, tuple(map(tuple, items)), whole)
        opens = sentence is not None and sentence.role is not Role.CHROME
        opening = sentence if opens and sentence is not None and _colon(text, sentence) else None
        items = []


def _colon(text: str, sentence: Sentence) -> bool:
    return sentence.span.of(text).endswith(":") or text[sentence.span.end :].lstrip().startswith(
        ":"
    )


def _summed(extraction: Extraction, listing: Listing, total: Quantity) -> Noticed | None:
    """The sum of the items against the total, where every item states one exact figure of it."""
    if any(
        says("running", part.span.of(extraction.document.text))
        for item in listing.items
        for part in item
    ):
        return None
    stated = [_of_item(extraction, item, total) for item in listing.items]
    addends = [one for one in stated if one is not None]
    values = [exact(one) or 0 for one in addends]
    said = exact(total) or 0
    if (
        len(addends) < len(stated)
        or sum(values) == said
        or (sum(values) < said and not listing.whole)
    ):
        return None
    told = message(
        "total-list",
        parts=listed(cited(one) for one in addends),
        sum=addition(values),
        total=cited(total),
    )
    return notice("total", told, total.span, about(extraction, total.span))


def _of_item(
    extraction: Extraction, item: tuple[Sentence, ...], total: Quantity
) -> Quantity | None:
    found = [
        one
        for part in item
        for one in read_figures(extraction, part)
        if one.unit == total.unit and one.total is None
    ]
    found = found or list(_single(extraction, item[0], total))
    fits = len(found) == 1 and exact(found[0]) is not None and found[0].of in {"", total.of}
    return found[0] if fits else None


def _single(extraction: Extraction, sentence: Sentence, total: Quantity) -> Iterator[Quantity]:
    """One of what is announced, told with an article (*an airstrike destroyed …*)."""
    text = extraction.document.text
    cut = tokens(sentence.span.of(text))
    for place, word in enumerate(cut.words):
        noun = lexicon().noun_at(cut.words, place + 1) if word in _ARTICLES else None
        if noun is not None and noun[0].unit == total.unit and noun[0].form is not Count.MANY:
            span = cut.span(place, noun[1]).shifted(sentence.span.start)
            yield replace(total, low=1, high=1, of="", text=span.of(text), span=span)


def _counted(extraction: Extraction, listing: Listing, announced: list[Quantity]) -> Noticed | None:
    """The number of items against the one figure announced."""
    if len(announced) != 1 or not _numbered(extraction, listing):
        return None
    total, count = announced[0], len(listing.items)
    text = extraction.document.text
    named = says("names", listing.opening.span.of(text))
    if count <= (exact(total) or 0):
        return None
    if total.unit not in load("words.toml")["listed"]["units"] and not named:
        return None
    if any(
        _announces(one) and one.unit == total.unit
        for item in listing.items
        for part in item
        for one in read_figures(extraction, part)
    ):
        return None
    told = message("total-items", total=cited(total), count=number(count))
    span = hull(total.span, listing.items[-1][-1].span)
    return notice("total", told, total.span, about(extraction, total.span, span))


def _numbered(extraction: Extraction, listing: Listing) -> bool:
    """Whether the items are numbered from 1 without a gap."""
    marks = [_MARK.match(item[0].span.of(extraction.document.text)) for item in listing.items]
    return [int(mark[1]) for mark in marks if mark] == list(range(1, len(marks) + 1))
