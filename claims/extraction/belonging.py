"""Whether a draft that states no day and place tells of the event that was told last."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.draft import Draft
from claims.extraction.mentions import Mentions
from claims.extraction.pointers import (
    hangs_on,
    has_phrase,
    in_english,
    is_denied,
    is_spot,
    keys_of,
    kind_of_place,
    stands_apart,
    words_of,
)
from claims.extraction.story import Story
from claims.extraction.triggers import triggers_of
from claims.model import Modality, Place

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_EVENTS = _DEEDS | _LOSSES
_FRAMING = frozenset({"arrest", "movement", "statistic", "other", "control"})
_HITTING = _DEEDS | {"casualties", "damage"}
_REACH = 2
_OF_ADDRESSES = frozenset(
    {", ", " (", ", in ", " of ", " of the ", " in ", " in the ", "'s ", "’s "}
)
_REMEMBERED = 40
"""Tokens before the event told last in which the thing that was hit may be named."""


def goes_on(mentions: Mentions, one: Draft, story: Story, number: int, paragraph: int) -> bool:
    """Whether a draft without day and place goes on with the event told last: a counted loss, or another's account of it."""
    beside = paragraph == story.paragraph
    if not in_english(mentions, one):
        return beside and _same_dates(one, story.event) and _only_counts(mentions, one)
    if one.dates:
        return False
    away = number - story.at
    if stands_apart(mentions, one) or not (beside or away <= _REACH):
        return False
    if away > 1 and not beside:
        return one.link == "said" and _only_counts(mentions, one)
    answers = one.link == "said" and one.kind in _DEEDS and not one.places and not is_denied(one)
    event = story.event
    told = (
        event is not None and event.kind in _DEEDS | {"casualties"} and _one_spot(mentions, event)
    )
    follows = event is not None and away <= 1 and _follows(mentions, one, event)
    counts = _only_counts(mentions, one) and not (event is not None and _anothers(one, event))
    counts = counts and (beside or (event is not None and _one_spot(mentions, event)))
    return counts or (answers and told) or follows


def _follows(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether an English deed or loss without day and place came of the event right before it, or befell the same people.

    A loss with no doer but the one before came of it; a deed goes on with it where a pronoun points to who or what was hit
    (a shell exploded *among them*).
    """
    if kind_of_place(mentions, one) or one.places or event.kind not in _HITTING | _FRAMING:
        return False
    another = _anothers(one, event)
    certain = one.modality is Modality.ASSERTED
    certain = certain or (one.modality is Modality.DENIED and one.kind in _LOSSES)
    verb = any(t.role == "verb" for t in triggers_of(mentions.tokens, one.tokens))
    named = not verb and not one.quantities
    downed = has_phrase(mentions.tokens, one.tokens, "downing")
    if another or downed or not certain or named or not _one_spot(mentions, event):
        return False
    told = mentions.tokens.words[one.tokens.first : one.tokens.end]
    pointed = not words_of("hit ones").isdisjoint(told)
    return one.kind in _LOSSES or (pointed and not is_denied(one))


def _anothers(one: Draft, event: Draft) -> bool:
    """Whether a draft names somebody else as who did it: another deed then (*the army* shot down 25 drones)."""
    known = {party.id or party.name for party in event.actors}
    counted = [figure.span for figure in one.quantities]
    return any(
        (party.id or party.name) not in known and not any(one.covers(party.span) for one in counted)
        for party in one.actors
    )


def _one_spot(mentions: Mentions, event: Draft) -> bool:
    places = _addressed(mentions, event.places)
    return len(keys_of(places)) <= 1 or sum(map(is_spot, places)) <= 1


def _addressed(mentions: Mentions, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Places without those that only say where the one before them lies (Pazigyi, *Kanbalu Township, Sagaing Region*).

    Behind a comma or bracket and with no *and* before or behind them: a list has one.
    """
    words = mentions.tokens.words
    kept = list(places[:1])
    for before, place in pairwise(places):
        end = mentions.range(place.span).end
        gap = mentions.document.text[before.span.end : place.span.start]
        if gap not in _OF_ADDRESSES or "and" in words[end : end + 2]:
            kept.append(place)
    return tuple(kept)


def same_thing(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether a deed or loss befell what was hit in the event told last (*the station*, named there as *a station*)."""
    if one.dates or stands_apart(mentions, one) or event.kind not in _HITTING:
        return False
    words = mentions.tokens.words
    told = words[max(0, event.tokens.first - _REMEMBERED) : one.tokens.first]
    return any(
        words[index - 1] == "the" and words[index] in words_of("things") and words[index] in told
        for index in range(one.tokens.first + 1, one.tokens.end)
    )


def inside(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether a deed or loss is told of a place inside of the one where the event was, and of no other event."""
    told = bool(one.places) and bool(event.places) and event.kind in _EVENTS
    return (
        told
        and in_english(mentions, one)
        and not stands_apart(mentions, one)
        and not (is_denied(one) and one.kind in _DEEDS)
    )


def _only_counts(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft is a counted loss that states neither day nor place."""
    counted = one.kind in _LOSSES and bool(one.quantities)
    if not counted or kind_of_place(mentions, one):
        return False
    return not has_phrase(mentions.tokens, one.tokens, "downing")


def _same_dates(one: Draft, event: Draft | None) -> bool:
    """Whether a draft states no day, or has the day of the event from the heading of both."""
    there = event.dates if event is not None else ()
    return not one.dates or [d.span for d in one.dates] == [d.span for d in there]


def came_of_it(mentions: Mentions, one: Draft, story: Story, number: int) -> bool:
    """Whether the first Arabic draft of a sentence only says what came of the event in the sentence before (ما أدى إلى …)."""
    event = story.event
    if event is None or number - story.at > 1 or one.dates or in_english(mentions, one):
        return False
    return one.kind in _LOSSES and event.kind in _HITTING and hangs_on(mentions, one)
