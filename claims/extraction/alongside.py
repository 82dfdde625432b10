"""What Arabic news adds to the event of its lead as of the same day: in the meantime, or in its own sentence.

«وفي غضون ذلك قصفت …» goes on with the day that the lead has stated, at a place of its own. So does a further deed or loss in
the sentence of a dated one (…، *كما* تعرضت بلدة … لقصف); one that opens a sentence with كما may be of any day. What goes back
in time, counts over a longer time, is somebody's word or stands below an event of another day keeps what it says.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.draft import Draft
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.pointers import (
    Phrases,
    has_phrase,
    in_english,
    overall,
    phrases_of,
)
from claims.extraction.retelling import is_one, of_leads_day, same_day, whole_day
from claims.extraction.story import Story
from claims.model import DateValue, Span

_STRUCK = frozenset({"strike", "clash", "casualties", "damage"})
_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage"})
_ALSO = "كما"
"""It adds to the event before it, where the other words set another one beside it."""
_WAS = frozenset({"كان", "كانت", "كانوا"})
_AHEAD = 2
_REACH = 6
"""Sentences below the lead within which a further deed is of its day."""


def alongside(mentions: Mentions, one: Draft, story: Story, number: int, start: int) -> Draft:
    """The first draft of a sentence with the day of the event right before it, where the sentence opens as one of the same time.

    Args:
        mentions: of the document.
        one: the draft.
        story: what was told before.
        number: of its sentence.
        start: offset at which its sentence begins.
    """
    event = story.event
    if one.dates or not _stated(one) or one.link == "said" or event is None:
        return one
    if (
        number - story.at > 1
        or number - story.lead_at > _REACH
        or not of_leads_day(mentions, story)
    ):
        return one
    first = mentions.token_at(start)
    behind = _behind(mentions.tokens.words, first, phrases_of("alongside"))
    told = behind > first and _is_further(mentions, one, Range(behind, one.tokens.end))
    return replace(one, dates=_same_day(event)) if told else one


def further(mentions: Mentions, one: Draft, before: Draft) -> Draft:
    """A draft of the same sentence that *also* adds to a dated event, with its day; a loss that states nothing else came of it as well."""
    words, first = mentions.tokens.words, one.tokens.first
    at = next(
        (i for i in range(max(0, first - _AHEAD), first + 1) if _opens(words, i, first)), None
    )
    if one.dates or at is None or not _stated(one) or before.kind not in _STRUCK:
        return one
    if not whole_day(before) or _another_day(mentions, before, one):
        return one
    if not _is_further(mentions, one, Range(at + 1, one.tokens.end)):
        return one
    bare = one.kind in _LOSSES and not (one.places or one.actors or one.tail)
    same = bare and words[at] == _ALSO
    if not same:
        return replace(one, dates=_same_day(before))
    hit = {party.id or party.name for party in one.targets}
    doers = tuple(party for party in before.actors if (party.id or party.name) not in hit)
    return replace(one, dates=before.dates, places=before.places, actors=doers)


def _another_day(mentions: Mentions, before: Draft, one: Draft) -> bool:
    """Whether another day stands between an event and what is added to it."""
    between = Span(mentions.span(before.tokens).start, mentions.span(one.tokens).start)
    return any(not same_day(date, before.dates[0]) for date in within(mentions.dates, between))


def _stated(one: Draft) -> bool:
    """Whether a draft is an event by itself: a deed at a place that it states, or a loss."""
    return one.kind in _LOSSES or (one.kind in _DEEDS and bool(one.places))


def _same_day(event: Draft) -> tuple[DateValue, ...]:
    """The day of an event, without its hour."""
    return tuple(replace(day, time="") for day in event.dates)


def _opens(words: tuple[str, ...], at: int, first: int) -> bool:
    """Whether a phrase that adds something begins at a token and reaches a clause."""
    end = _behind(words, at, phrases_of("further"))
    return end > at and end >= first


def _behind(words: tuple[str, ...], first: int, phrases: Phrases) -> int:
    """One past the longest of some phrases that begins at a token; that token where none does."""
    ends = (
        first + len(phrase)
        for phrase in phrases.get(words[first], ())
        if words[first : first + len(phrase)] == phrase
    )
    return max(ends, default=first)


def _is_further(mentions: Mentions, one: Draft, told: Range) -> bool:
    """Whether a draft asserts one event, in words that neither go back in time nor count over a longer one."""
    if not is_one(mentions, one) or in_english(mentions, one) or overall(mentions, one):
        return False
    stretch = Range(max(told.first, one.tokens.first), told.end)
    opens = mentions.tokens.words[stretch.first]
    return (
        stretch.first < stretch.end
        and opens not in _WAS
        and not has_phrase(mentions.tokens, stretch, "back")
    )
