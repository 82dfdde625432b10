"""What a sentence leaves to the ones before it: day, place and doer of the event that the story is telling.

News tells an event once with its day and place and goes on: *the strike killed five*, *the toll rose to eleven*, *on the
town*. Only what the words themselves point back to is carried: a deed or a toll with the article, a kind of place with the
article, a joined account of the same kind of loss. A sentence that goes back in time, or that states a day or a place of
its own, keeps what it says. In a document that knows a single day, every event below that day is of that day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from claims.extraction.draft import Draft
from claims.extraction.lexicon import load
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.triggers import find_triggers
from claims.model import DateValue, Place, Role, Sentence
from claims.text.shadow import fold
from claims.text.tokens import tokens

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_EVENTS = _DEEDS | _LOSSES
_REACH = 3
_FULL_DAY = len("2018-04-03")
_WIDE = frozenset({"country", "governorate", "region", "continent"})


@dataclass(frozen=True, slots=True)
class Story:
    """What has been told so far.

    Attributes:
        event: the last event with a day or a place, None before the first.
        at: number of the sentence it stands in.
        place: the last place that is no country, province or region.
        day: the only day that the document knows, None where it knows none or several.
    """

    event: Draft | None = None
    at: int = 0
    place: Place | None = None
    day: DateValue | None = None

    def told(self, mentions: Mentions, drafts: tuple[Draft, ...], number: int) -> Story:
        """The story after a sentence."""
        event, place, at = self.event, self.place, self.at
        for one in drafts:
            named = [p for p in one.places if one.kind and _is_spot(p)]
            place = named[0] if named else place
            if one.kind in _EVENTS and (one.dates or one.places) and not _looks_back(mentions, one):
                event, at = one, number
        return Story(event, at, place, self.day)


def begun(mentions: Mentions, parts: tuple[Sentence, ...]) -> Story:
    """The story before its first sentence."""
    days: dict[str, DateValue] = {}
    for part in parts:
        if part.role in {Role.CHROME, Role.DATELINE}:
            continue
        for date in within(mentions.dates, part.span):
            days.setdefault(date.edtf, date)
    alone = next(iter(days.values())) if len(days) == 1 else None
    whole = alone is not None and len(alone.edtf) == _FULL_DAY and alone.edtf[:4].isdecimal()
    return Story(day=alone if whole else None)


def carried(
    mentions: Mentions, drafts: tuple[Draft, ...], story: Story, number: int
) -> tuple[Draft, ...]:
    """The drafts of a sentence with what they take from the story before them."""
    return tuple(_carried(mentions, one, story, number) for one in drafts)


def _carried(mentions: Mentions, one: Draft, story: Story, number: int) -> Draft:
    if one.kind not in _EVENTS or _looks_back(mentions, one):
        return one
    points = _points_back(mentions, one)
    event = story.event if story.event and number - story.at <= _REACH else None
    if event is not None and points and not one.places:
        day = event.dates[:1] if not one.dates and len(event.dates) == 1 else ()
        actors = one.actors or (event.actors if one.kind in _LOSSES else ())
        one = replace(one, dates=one.dates or day, places=event.places, actors=actors)
    if not one.places and story.place is not None and _names_kind_of_place(mentions, one):
        one = replace(one, places=(story.place,))
    if (
        not one.dates
        and story.day is not None
        and story.day.span.start < mentions.span(one.tokens).start
    ):
        one = replace(one, dates=(story.day,))
    return one


def _points_back(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft speaks of a deed or a toll that was told before (الغارة، الحصيلة، the raid)."""
    words = mentions.tokens.words
    for trigger in find_triggers(words, one.tokens):
        first = trigger.tokens.first
        some = _words("some").isdisjoint(words[max(one.tokens.first, first - 2) : first])
        if trigger.kind in _DEEDS and trigger.known and some:
            return True
    return _has_phrase(words, one.tokens, _phrases("toll"))


def _names_kind_of_place(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft says *the town*, *the camp* without its name."""
    return _has_phrase(mentions.tokens.words, one.tokens, _phrases("spot"))


def _looks_back(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft goes back in time (كان قد، سبق أن، earlier) and so tells another event."""
    return _has_phrase(mentions.tokens.words, one.tokens, _phrases("back"))


def _has_phrase(
    words: tuple[str, ...], stretch: Range, phrases: frozenset[tuple[str, ...]]
) -> bool:
    return any(
        words[index : index + length] in phrases
        for index in range(stretch.first, stretch.end)
        for length in {len(phrase) for phrase in phrases}
    )


def _is_spot(place: Place) -> bool:
    """Whether a place is narrower than a province: only such a place is *the town* that is spoken of."""
    return place.relation == "in" and len(place.within) > 1


@cache
def _words(group: str) -> frozenset[str]:
    data = load("discourse.toml")
    return frozenset(fold(word) for language in ("ar", "en") for word in data[language][group])


@cache
def _phrases(group: str) -> frozenset[tuple[str, ...]]:
    data = load("discourse.toml")
    return frozenset(
        tokens(phrase).words for language in ("ar", "en") for phrase in data[language][group]
    )
