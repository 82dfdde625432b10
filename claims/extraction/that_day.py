"""The day that a draft has without stating one: that of the event told last, or the only one of its document."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.draft import Draft, elsewhere
from claims.extraction.mentions import Mentions
from claims.extraction.pointers import (
    in_english,
    is_denied,
    kind_of_place,
    overall,
    phrase_at,
    points_back,
    stands_apart,
    words_of,
)
from claims.extraction.smallwords import beside
from claims.extraction.story import Story
from claims.model import Modality

_CLOCK = re.compile(
    r"\b(?:at|about|around|by) (?:\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.? ?m\b|noon\b|dawn\b|midnight\b)"
)
"""A time of the day without a day."""
_REACH = 2
_BESIDE_REACH = 4


def of_same_days(one: Draft, event: Draft | None) -> bool:
    """Whether a draft and the event told last state the same days, or one of them states none."""
    there = event.dates if event is not None else ()
    same = {day.edtf for day in one.dates} == {day.edtf for day in there}
    return same or not one.dates or not there


def at_an_hour(mentions: Mentions, one: Draft, story: Story, number: int) -> Draft:
    """An English event at an hour without a day (*at about 13:20*) with the day of the event told before."""
    event = story.event
    if one.dates or event is None or len(event.dates) != 1 or number - story.at > _REACH:
        return one
    certain = one.modality is Modality.ASSERTED and not stands_apart(mentions, one)
    timed = certain and in_english(mentions, one)
    return (
        replace(one, dates=event.dates)
        if timed and _CLOCK.search(mentions.span(one.tokens).of(mentions.document.text))
        else one
    )


def of_document(
    mentions: Mentions, one: Draft, story: Story, paragraph: int, *, points: bool
) -> Draft:
    """A draft that has no day yet with that of the document: its only one, one that names a deed later, or its hours.

    The only day is that of events whose words point back to what was told (``points``); another event keeps what it says.
    """
    if one.dates or overall(mentions, one):
        return one
    span, named = mentions.span(one.tokens), story.named
    known = story.day is not None and story.day.span.start < span.start
    known = known and (points or points_back(mentions, one))
    if known and story.day is not None and not apart_from_day(one, story, paragraph):
        return replace(one, dates=(replace(story.day, time=""),))
    undated = story.event is None or not story.event.dates
    if named and named.span.start > span.end and undated and not is_denied(one):
        return replace(one, dates=(named,))
    if story.period and not stands_apart(mentions, one) and not is_denied(one):
        return replace(one, dates=(story.period,))
    return one


def apart_from_day(one: Draft, story: Story, paragraph: int) -> bool:
    """Whether an event was, or may have been, at another place than the one that the only day of the document was told of.

    It may have been where it states a place, in another paragraph, and nothing is known of the place of the first.
    """
    event = story.event
    if event is None or not event.dates or not one.places:
        return False
    unknown = not event.places and paragraph != story.paragraph
    return unknown or elsewhere(one.places, event.places)


def same_day(mentions: Mentions, one: Draft, story: Story, number: int) -> Draft:
    """A draft with the day of the event told last, where its words say that it was that day (*earlier in the day*)."""
    event = story.event
    if one.dates or event is None or len(event.dates) != 1 or number - story.at > _REACH:
        return one
    if _beside(mentions, one):
        near = number - story.at <= 1
        return replace(one, dates=event.dates) if near else one
    phrase = phrase_at(mentions.tokens, one.tokens, "same day")
    if phrase is None:
        return one
    there = (
        event.places
        if phrase[-1] in words_of("moments") and not kind_of_place(mentions, one)
        else ()
    )
    return replace(one, dates=event.dates, places=one.places or there)


def _beside(mentions: Mentions, one: Draft) -> bool:
    """Whether a deed is set beside the one told before as of the same time (تزامن القصف *مع اشتباكات في …*)."""
    first = one.tokens.first
    ahead = mentions.tokens.words[max(0, first - _BESIDE_REACH) : first]
    return ahead[-1:] == ("مع",) and any(word.removeprefix("و") in beside() for word in ahead)
