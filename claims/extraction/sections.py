"""Headings that hold for what stands below them: the day of a bulletin, the province before its lines.

A daily bulletin (حصاد الأحداث ليوم الاثنين 15-11-2021) states its day once, and the province of its lines as a label
(حلب::). Both are carried to the events below that state none of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from claims.extraction.draft import Draft
from claims.extraction.lexicon import kinds, load
from claims.extraction.mentions import Mentions, Range, within
from claims.model import DateValue, Place, Role, Sentence
from claims.text.shadow import fold

_HEADS = frozenset({Role.HEADLINE, Role.DATELINE})
_FULL_DAY = len("2018-04-03")
_LABELS_OF_A_BULLETIN = 2
_BEFORE_BODY = 6


@dataclass(frozen=True, slots=True)
class Section:
    """What the headings above a sentence state: its place and its day, None for none."""

    place: Place | None = None
    day: DateValue | None = None

    def over(self, one: Draft) -> Draft:
        """A draft of an event with the place and day of its headings, where it states none."""
        if not one.kind or not kinds()[one.kind].event:
            return one
        places = one.places or ((self.place,) if self.place else ())
        return replace(one, places=places, dates=one.dates or ((self.day,) if self.day else ()))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence of tokens without the label before it, and what holds for it."""

    tokens: Range
    section: Section


def sections(mentions: Mentions, parts: tuple[Sentence, ...]) -> tuple[Labelled, ...]:
    """Each sentence with what its headings state; where all labels name one place it holds for its own sentence only."""
    day = bulletin_day(mentions, parts)
    labels = [label(mentions, mentions.range(part.span)) for part in parts]
    lasting = len({place.name for place, _ in labels if place}) >= _LABELS_OF_A_BULLETIN
    standing: Place | None = None
    found: list[Labelled] = []
    for place, tokens in labels:
        standing = place or (standing if lasting else None)
        found.append(Labelled(tokens, Section(standing, day)))
    return tuple(found)


def label(mentions: Mentions, tokens: Range) -> tuple[Place | None, Range]:
    """The place that stands alone before a colon at the head of a sentence, and the tokens behind it.

    A place before a dash is where the report was written (صنعاء – …): it is cut off and holds for nothing.
    """
    words = mentions.tokens.words
    first = tokens.first
    while first < tokens.end and not words[first].isalnum():
        first += 1
    if first >= tokens.end:
        return None, tokens
    here = within(mentions.places, mentions.span(Range(first, tokens.end)))
    if not here or mentions.range(here[0].span).first != first:
        return None, tokens
    after = mentions.range(here[0].span).end
    if after < tokens.end and words[after] == "-":
        return None, Range(after + 1, tokens.end)
    if after >= tokens.end or words[after] != ":":
        return None, tokens
    while after < tokens.end and words[after] == ":":
        after += 1
    return here[0], Range(after, tokens.end)


def bulletin_day(mentions: Mentions, parts: tuple[Sentence, ...]) -> DateValue | None:
    """The one whole day that the headline of a bulletin states, None for any other document."""
    heads = [part for part in parts if part.role in _HEADS][:_BEFORE_BODY]
    for part in heads:
        tokens = mentions.range(part.span)
        if _bulletin_words().isdisjoint(mentions.tokens.words[tokens.first : tokens.end]):
            continue
        days = {d.edtf: d for d in within(mentions.dates, part.span) if len(d.edtf) == _FULL_DAY}
        whole = [day for edtf, day in days.items() if edtf[:4].isdecimal()]
        if len(whole) == 1:
            return whole[0]
    return None


@cache
def _bulletin_words() -> frozenset[str]:
    data = load("sections.toml")
    return frozenset(fold(word) for language in ("ar", "en") for word in data[language]["bulletin"])
