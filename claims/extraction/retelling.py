"""Whether a later sentence tells the lead again, or what happened along with it: it is of that day.

News states the day once, in its lead (*two were killed in Azaz on Tuesday*), and then lets others tell the same: «وقال الدفاع المدني
إن القصف …». The lead is the first event with a whole day, before which the document states no other. What somebody says of a place that is
the lead's, lies in it or is its countryside, with no greater figure, is the lead again; so is a deed likened to the one right before it
(قصف مماثل). All of this is for Arabic.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from claims.extraction.draft import Draft, elsewhere
from claims.extraction.mentions import Mentions
from claims.extraction.pointers import (
    in_english,
    is_spot,
    kind_of_place,
    overall,
    phrase_at,
    phrases_of,
    words_of,
)
from claims.extraction.story import Story
from claims.model import DateValue, Modality, Place, Polarity

_STRUCK = frozenset({"strike", "clash", "casualties", "damage"})
_HIT = frozenset({"strike", "casualties", "damage"})
_DEEDS = frozenset({"strike", "clash"})
_FULL_DAY = len("2018-04-03")
_UNKNOWN = "XXXX-XX-XX"
_REACH = 4
_PROVINCE = "admin1:"
_TOWN = frozenset({"in", "near", "outskirts", "centre"})


def retold(mentions: Mentions, one: Draft, story: Story, number: int, paragraph: int) -> Draft:
    """A draft of a sentence without a day with the day told of its place.

    In Arabic only where somebody else tells it anew, or in the paragraph of the event told last: a fire in the same town three
    paragraphs below is another event.

    Args:
        mentions: of the document.
        one: the draft.
        story: what was told before.
        number: of its sentence.
        paragraph: number of the paragraph it stands in.
    """
    if one.dates or one.kind not in _HIT or not is_one(mentions, one):
        return one
    if told_anew(mentions, one, story, number) and story.lead is not None:
        return replace(one, dates=story.lead.dates)
    if not one.places:
        return one
    english = in_english(mentions, one)
    heard = paragraph == story.paragraph or one.link == "said" or english
    if not heard or kind_of_place(mentions, one) or (one_more(mentions, one) and not english):
        return one
    return replace(one, dates=story.day_at(one.places, number))


def is_one(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft asserts an event that is not one of many (some of the strikes)."""
    words = mentions.tokens.words[one.tokens.first : one.tokens.end]
    told = one.modality is Modality.ASSERTED and one.polarity is Polarity.AFFIRMED
    return told and words_of("some").isdisjoint(words)


def beside_last(mentions: Mentions, one: Draft, story: Story, number: int) -> bool:
    """Whether the first deed of a sentence is set beside the event of the sentence before it."""
    event = story.event
    near = event is not None and number - story.at <= 1 and is_one(mentions, one)
    return near and event is not None and set_beside(mentions, one, event)


def told_anew(mentions: Mentions, one: Draft, story: Story, number: int) -> bool:
    """Whether an Arabic draft is somebody's word of the lead, of whose day everything told since is."""
    lead = story.lead
    heard = one.attribution[-1].cue_span is not None
    if lead is None or not heard or number - story.lead_at > _REACH:
        return False
    if not _of_one_day(lead, story.event) or not _first_day(mentions, lead.dates[0]):
        return False
    if not _there(one, lead) or in_english(mentions, one) or one_more(mentions, one):
        return False
    pointed = kind_of_place(mentions, one)
    return not (overall(mentions, one) or (pointed and not one.places)) and not any(
        (told.unit, told.of) == (stated.unit, stated.of) and (stated.low or 0) > (told.low or 0)
        for stated in one.quantities
        for told in lead.quantities
    )


def fell_there(mentions: Mentions, one: Draft, story: Story, number: int) -> bool:
    """Whether a sentence right behind the lead opens with what fell on its town (قُصف المخيم …. *سقط صاروخ* وسط المخيم): a part of it."""
    lead = story.event
    if lead is None or number - story.at != 1 or lead.kind != "strike" or one.dates:
        return False
    words, first = mentions.tokens.words, one.tokens.first
    fell = any(
        words[first : first + len(phrase)] == phrase
        for phrase in phrases_of("fell").get(words[first], ())
    )
    same = one.attribution[-1].source == lead.attribution[-1].source and one.kind == "strike"
    told = {place.id or place.name for place in lead.places}
    town = [place for place in one.places if (place.id or place.name) in told]
    town = [place for place in town if not place.id.startswith((_PROVINCE, "country:"))]
    end = mentions.span(one.tokens).end
    days = {day.edtf for day in mentions.dates if day.span.start < end}
    return fell and same and bool(town) and whole_day(lead) and days == {lead.dates[0].edtf}


def set_beside(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether an Arabic deed without a day is likened to the one told right before it (قصف مماثل): it is of that day."""
    if one.dates or one.kind not in _DEEDS or event.kind not in _STRUCK or not whole_day(event):
        return False
    likened = phrase_at(mentions.tokens, one.tokens, "likewise") is not None
    return likened and not (in_english(mentions, one) or overall(mentions, one))


def one_more(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft tells of one more deed beside those told (غارة أخرى)."""
    words = mentions.tokens.words[one.tokens.first : one.tokens.end]
    return not words_of("one more").isdisjoint(words)


def _of_one_day(lead: Draft, event: Draft | None) -> bool:
    days = event.dates if event is not None else ()
    return len(days) == len(lead.dates) and all(map(same_day, days, lead.dates))


def same_day(one: DateValue, other: DateValue) -> bool:
    """Whether two days are one, of which a text that nobody dates may tell the weekday only."""
    return one.edtf == other.edtf and (one.edtf != _UNKNOWN or one.weekday == other.weekday)


def whole_day(event: Draft) -> bool:
    """Whether an event is told of one whole day."""
    return len(event.dates) == 1 and len(event.dates[0].edtf) == _FULL_DAY


def of_leads_day(mentions: Mentions, story: Story) -> bool:
    """Whether the event told last is of the day of the lead, before which the document states no other."""
    lead = story.lead
    return (
        lead is not None and _of_one_day(lead, story.event) and _first_day(mentions, lead.dates[0])
    )


def _there(one: Draft, lead: Draft) -> bool:
    """Whether a draft is of the lead's town or its countryside, or of a place in the lead's province."""
    if _in_its_region(one, lead):
        return True
    if not one.places or (elsewhere(one.places, lead.places) and not _same_province(one, lead)):
        return False
    towns = {place.id or place.name for place in lead.places if is_spot(place)}
    around = {place.id or place.name for place in lead.places if not is_spot(place)}
    named = {place.id or place.name for place in one.places}
    inside = any(around & set(place.within) for place in one.places)
    return bool(towns & named) or (not towns and (inside or _same_province(one, lead)))


def _same_province(one: Draft, lead: Draft) -> bool:
    """Whether the lead only says on which side of a town it was (شمال إدلب), and the draft is of a place in that province."""
    if any(place.relation in _TOWN for place in lead.places):
        return False
    wide = _provinces(lead.places)
    return bool(wide) and all(_provinces((place,)) <= wide for place in one.places)


def _in_its_region(one: Draft, lead: Draft) -> bool:
    """Whether the lead names no more than a part of a country (شمال غربي سوريا), and the draft is of places there and of who did it."""
    if not (one.places and lead.places) or any(map(is_spot, lead.places)):
        return False
    doers = {party.id or party.name for party in lead.actors}
    same = any((party.id or party.name) in doers for party in one.actors)
    around = _countries(lead.places)
    inside = all(around & _countries((place,)) for place in one.places)
    return same and inside and not _provinces(lead.places)


def _countries(places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(
        name
        for place in places
        for name in (*place.within, place.id)
        if name.startswith("country:")
    )


def _provinces(places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(
        name for place in places for name in (*place.within, place.id) if name.startswith(_PROVINCE)
    )


def _first_day(mentions: Mentions, day: DateValue) -> bool:
    """Whether no other day stands before this one in the document."""
    before = takewhile(lambda one: one.span.start < day.span.start, mentions.dates)
    return all(same_day(one, day) for one in before)
