"""What of the story before it an English sentence may take: nothing of another day than its own, nothing where its own words tell more."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.draft import Draft
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.own_days import may_bound
from claims.extraction.pointers import in_english, is_denied, keys_of, points_back, stands_apart
from claims.extraction.story import Story
from claims.model import DateValue

_FULL_DAY = len("2018-04-03")
_ELSEWHERE = frozenset({"elsewhere", "separately"})
_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_WENT_BEFORE = frozenset({"after", "before"})
_TAKEN = frozenset({"control", "movement"})
_BEGUN = frozenset({"began", "started", "erupted"})


def settled(
    mentions: Mentions, one: Draft, drafts: tuple[Draft, ...], found: list[Draft]
) -> Draft | None:
    """A draft that takes nothing from the story: a toll so far, or one that counts on what its sentence told; None for any other.

    Args:
        mentions: of the document.
        one: the draft.
        drafts: of its sentence.
        found: those of them before it, with what they took.
    """
    if one.link == "total":
        return one
    if found and _counts_on(mentions, one, drafts[len(found) - 1]):
        return replace(one, dates=found[-1].dates, places=found[-1].places)
    return None


def since_begun(
    mentions: Mentions, one: Draft, event: Draft, days: tuple[DateValue, ...]
) -> tuple[DateValue, ...]:
    """The day of an event that an English loss takes, open behind one on which fighting only began (it *started on 27 September*; it has killed 92).

    Args:
        mentions: of the document.
        one: the loss.
        event: the event told before.
        days: the day of that.
    """
    words = mentions.tokens.words[event.tokens.first : event.tokens.end]
    ongoing = event.kind in _DEEDS and one.kind in _LOSSES and not _BEGUN.isdisjoint(words)
    if not ongoing or len(days) != 1 or not may_bound(days[0]) or not in_english(mentions, event):
        return days
    return (replace(days[0], edtf=f"{days[0].edtf}/..", reason="since"),)


def recalled(mentions: Mentions, one: Draft, story: Story, *, other_day: bool) -> Story:
    """The story that a draft may take from: without its days where the sentence is of another one and the draft points to no deed told."""
    return story.without_day() if other_day and not points_back(mentions, one) else story


def opens_with_another_day(
    mentions: Mentions, drafts: tuple[Draft, ...], story: Story, start: int
) -> bool:
    """Whether an English sentence opens with another day than that of the event told last, be it that of the saying (*On Saturday* it accused …).

    Args:
        mentions: of the document.
        drafts: of the sentence.
        story: what was told before it.
        start: offset at which it begins.
    """
    event = story.event
    if event is None or len(event.dates) != 1 or not drafts or not in_english(mentions, drafts[0]):
        return False
    first = mentions.token_at(start)
    line = mentions.span(Range(first, max(drafts[0].tokens.end, first + 1)))
    days = within(mentions.dates, line)
    led = mentions.tokens.words[first] in _WENT_BEFORE
    opening = [day for day in days if led or mentions.token_at(day.span.start) - first <= 1]
    return bool(opening) and opening[0].edtf != event.dates[0].edtf


def opens_elsewhere(mentions: Mentions, start: int) -> bool:
    """Whether an English sentence opens with a word that takes it to another place or matter than the event told last."""
    return mentions.tokens.words[mentions.token_at(start)] in _ELSEWHERE


def of_deed_before(mentions: Mentions, one: Draft, before: Draft) -> bool:
    """Whether an English relative clause tells the loss of the deed right before it (an attack on Hama on Friday *which killed two*)."""
    lost = one.link == "relative" and one.kind in _LOSSES and before.kind in _DEEDS
    return lost and bool(one.quantities) and in_english(mentions, one)


def of_its_clause(one: Draft, before: Draft) -> Draft:
    """A relative clause with day, place and doer of its deed, as far as the clause of that states one of each."""
    days = tuple(day for day in before.dates if len(day.edtf) >= _FULL_DAY)
    days = days if len(days) == 1 else ()
    places = before.places if len(keys_of(before.places)) <= 1 else ()
    return replace(
        one,
        dates=one.dates or days,
        places=one.places or places,
        actors=one.actors or before.actors,
    )


def vague(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether an English draft stands behind what was taken or left in a month or a year: it may be of any time in it, or later."""
    days = event.dates
    wide = len(days) == 1 and len(days[0].edtf) < _FULL_DAY
    return wide and event.kind in _TAKEN and in_english(mentions, one)


def coarse(one: Draft, event: Draft) -> bool:
    """Whether a draft counts over a year or a month beside an event of one day: a sum, and not that event."""
    days = [date for date in event.dates if len(date.edtf) >= _FULL_DAY]
    return bool(days) and any(len(date.edtf) < _FULL_DAY for date in one.dates)


def undated(story: Story) -> bool:
    """Whether the event told last has no day though the document knows one: it was another event then."""
    return story.event is not None and not story.event.dates and story.day is not None


def _counts_on(mentions: Mentions, one: Draft, before: Draft) -> bool:
    """Whether an English draft only counts a further loss of what its sentence told before it (…, with one *reporting 138 wounded*)."""
    bare = one.kind in _LOSSES and bool(one.quantities) and not (one.dates or one.places)
    told = before.kind == one.kind and bool(before.dates) and bool(before.places)
    plain = one.link == "said" and not stands_apart(mentions, one) and not is_denied(one)
    return bare and told and plain and in_english(mentions, one)
