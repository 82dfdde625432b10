"""The place that a draft points to and does not name: *the town*, *there*, القرية."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.draft import Draft
from claims.extraction.mentions import Mentions, within
from claims.extraction.pointers import (
    bare_kind,
    in_english,
    is_denied,
    keys_of,
    kind_of_place,
    kind_words,
    looks_back,
    stands_apart,
    words_of,
)
from claims.extraction.scenes import scenes
from claims.extraction.spots import (
    Named,
    headed_for,
    home_of_people,
    meant,
    named,
    outside_of_names,
)
from claims.extraction.story import Here, Story
from claims.model import Span

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_BESIDE_EVENTS = frozenset({"relief", "movement"})
_REACH = 2


def only_headed_there(mentions: Mentions, one: Draft, pointer: tuple[str, ...]) -> bool:
    """Whether what a deed points to is only where those whom it hit were going."""
    return one.kind in _DEEDS and headed_for(mentions, one, pointer)


def pointed(mentions: Mentions, one: Draft, story: Story, here: Here) -> Draft:
    """An Arabic draft that tells no event (teams rushed *to the town*, *the town* is under siege) with the place that it points to.

    What is no relief or movement beside an event is only at a place that is called so (قرية … *القرية*), and where no people are of it.
    """
    pointer = kind_of_place(mentions, one)
    if one.places or not pointer or in_english(mentions, one) or one.kind == "position":
        return one
    exact = words_of("anywhere").isdisjoint(map(bare_kind, pointer))
    if one.kind in _BESIDE_EVENTS:
        near = story.event is not None and here.number - story.at <= 1
        if looks_back(mentions, one) or not near or not (exact or one.kind == "relief"):
            return one
    elif not exact or home_of_people(mentions, one, pointer):
        return one
    late = tuple(told for told in story.spots if here.number - told.number <= _REACH)
    spot = meant(pointer, (*late, *named_before(mentions, one, here)), here.number)
    called = spot is not None and not set(map(bare_kind, pointer)).isdisjoint(kind_words(spot))
    loose = one.kind in _BESIDE_EVENTS and not exact
    return replace(one, places=(spot,)) if spot and (called or loose) else one


def lost_there(mentions: Mentions, one: Draft, story: Story) -> Draft:
    """An English counted loss at the place that it points to, with the day of the event told of that place (four died *there*)."""
    event = story.event
    if event is None or one.dates or len(event.dates) != 1 or one.kind not in _LOSSES:
        return one
    same = not keys_of(one.places).isdisjoint(keys_of(event.places)) and bool(one.quantities)
    certain = same and in_english(mentions, one) and not stands_apart(mentions, one)
    return replace(one, dates=event.dates) if certain and not is_denied(one) else one


def named_before(mentions: Mentions, one: Draft, here: Here) -> tuple[Named, ...]:
    """The places that the sentence of a draft names before it, none in the name of who speaks."""
    first = mentions.origins[one.tokens.first]
    if first <= here.start:
        return ()
    found = scenes(mentions, within(mentions.places, Span(here.start, first)))
    return named(outside_of_names(found, (one,)), here.number)
