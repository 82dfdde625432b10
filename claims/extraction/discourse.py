"""What a sentence leaves to the ones before it: day, place and doer of the event that the story is telling.

News tells an event once with its day and place and goes on: *the strike killed five*, *the toll rose to eleven*, *on the
town*. Only what the words themselves point back to is carried: a deed or a toll with the article, a kind of place with the
article, a joined account of the same kind of loss. A sentence that goes back in time, or that states a day or a place of
its own, keeps what it says. In a document that knows a single day, every event below that day is of that day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claims.extraction.draft import Draft, elsewhere
from claims.extraction.lexicon import look_up
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.pointers import (
    bare_kind,
    has_phrase,
    in_english,
    is_denied,
    is_spot,
    key_of,
    keys_of,
    kind_of_place,
    kind_words,
    local_places,
    looks_back,
    phrase_at,
    phrases_of,
    points_back,
    stands_apart,
    words_of,
)
from claims.extraction.release import continues, part_of, summed, sums_up
from claims.extraction.smallwords import at_once, beside, circumstance_end
from claims.extraction.spread import days_of
from claims.extraction.triggers import find_triggers
from claims.model import DateValue, Modality, Place, Polarity, Role, Sentence

_DEEDS = frozenset({"strike", "clash"})
_SCENIC = frozenset({"strike", "clash", "casualties", "damage", "displacement", "arrest"})
_STRUCK = frozenset({"strike", "casualties", "damage"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_EVENTS = _DEEDS | _LOSSES
_LINKED = frozenset({"effect", "uneventful", "cause", "joined"})
_TAKING = frozenset({"arrest", "control"})
_FRAMING = frozenset({"arrest", "movement", "statistic", "other", "control"})
_HITTING = _DEEDS | {"casualties", "damage"}
_CLOCK = re.compile(
    r"\b(?:at|about|around|by) (?:\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.? ?m\b|noon\b|dawn\b|midnight\b)"
)
"""A time of the day without a day."""
_REACH = 2
_BESIDE_REACH = 4
_FEW = 3
_SAID_REACH = 8
_FULL_DAY = len("2018-04-03")
_REMEMBERED = 40
"""Tokens before the event told last in which the thing that was hit may be named."""


@dataclass(frozen=True, slots=True)
class Story:
    """What has been told so far.

    Attributes:
        event: the last event with a day or a place, None before the first.
        at: number of the sentence it stands in.
        paragraph: number of the paragraph it stands in.
        spots: the last place named with each kind of place (بلدة، town …), under "" the last named without one, and under
            "any" the last of all; provinces and countries are none.
        day: the only day that the document knows, None where it knows none or several.
        narrow: keys of all narrow places that the document names.
        scene: the places of the first event that states a narrow one.
        days: the day of the events at each narrow place, None where there are several, and the last sentence with one.
        headings: whether headings of the document state places for what stands below them.
        total: the last count of strikes in whole countries on one day, None before the first.
        named: the only day by which a later sentence names a deed (*Friday's attack*), None where none or several.
        period: the hours that a bulletin covers, None where it does not say so.
    """

    event: Draft | None = None
    at: int = 0
    paragraph: int = -1
    spots: tuple[tuple[str, Place], ...] = ()
    day: DateValue | None = None
    narrow: frozenset[str] = frozenset()
    scene: tuple[Place, ...] = ()
    days: tuple[tuple[str, tuple[DateValue | None, int]], ...] = ()
    headings: bool = False
    total: Draft | None = None
    period: DateValue | None = None
    named: DateValue | None = None

    def told(
        self, mentions: Mentions, drafts: tuple[Draft, ...], number: int, part: Sentence
    ) -> Story:
        """The story after a sentence."""
        event, at, where, spots = self.event, self.at, self.paragraph, dict(self.spots)
        scene, days = self.scene, dict(self.days)
        drafts = tuple(
            replace(one, dates=days_of(mentions, one)) if len(one.dates) > 1 else one
            for one in drafts
        )
        for place in filter(is_spot, within(mentions.places, part.span)):
            spots.update(dict.fromkeys((*(kind_words(place) or ("",)), "any"), place))
        for one in drafts:
            denied = is_denied(one) and one.kind in _DEEDS and not one.dates
            if denied and in_english(mentions, one):
                continue
            taken = one.kind in _FRAMING and in_english(mentions, one) and _placed_and_timed(one)
            tells = one.kind in _EVENTS or taken or _condemns(mentions, one)
            if tells and (one.dates or one.places) and not looks_back(mentions, one):
                scene_only = replace(one, actors=()) if taken else one
                event = _same_with_places(event, scene_only)
                at, where = number, part.paragraph
                scene = scene or (local_places(one.places) if keys_of(one.places) else ())
            if one.kind in _STRUCK and len(one.dates) == 1:
                for key in keys_of(one.places):
                    same, _ = days.get(key, (one.dates[0], 0))
                    alike = same is not None and same.edtf == one.dates[0].edtf
                    days[key] = (same if alike else None, number)
        sums = [one for one in drafts if sums_up(one)]
        period = [one.dates[0] for one in drafts if one.dates and _covers(mentions, one)]
        return replace(
            self,
            period=period[0] if period else self.period,
            total=summed(self.total, sums[-1]) if sums else self.total,
            event=event,
            at=at,
            paragraph=where,
            spots=tuple(spots.items()),
            scene=scene,
            days=tuple(days.items()),
        )

    def only_scene(self) -> tuple[Place, ...]:
        """The places of the first event where the document names no other narrow place, () for none."""
        one = bool(self.scene) and not self.headings and self.narrow <= keys_of(self.scene)
        return self.scene if one else ()

    def day_at(self, places: tuple[Place, ...], number: int) -> tuple[DateValue, ...]:
        """The one day of what was told at the first narrow place among some, () for none, for several, or long ago.

        Args:
            places: of an event.
            number: of its sentence.
        """
        days = dict(self.days)
        known = (days[place.id or place.name] for place in places if key_of(place) in days)
        day, told = next(known, (None, 0))
        whole = day is not None and len(day.edtf) == _FULL_DAY
        return (day,) if day and whole and number - told <= _REACH else ()

    def spot(self, words: tuple[str, ...]) -> Place | None:
        """The place that a kind of place with the article points back to (*the town*), None where none was named."""
        known = dict(self.spots)
        kinds = [bare_kind(word) for word in words]
        if not words_of("anywhere").isdisjoint(kinds):
            return known.get("any")
        return next((known[kind] for kind in kinds if kind in known), known.get(""))


def begun(mentions: Mentions, parts: tuple[Sentence, ...], *, headings: bool = False) -> Story:
    """The story before its first sentence; with ``headings`` that state places it has no scene of its own."""
    days: dict[str, DateValue] = {}
    narrow: set[str] = set()
    for part in parts:
        if part.role in {Role.CHROME, Role.DATELINE}:
            continue
        narrow |= keys_of(within(mentions.places, part.span))
        for date in within(mentions.dates, part.span):
            if not _of_saying(mentions, date):
                days.setdefault(date.edtf, date)
    alone = next(iter(days.values())) if len(days) == 1 else None
    whole = alone is not None and len(alone.edtf) == _FULL_DAY and alone.edtf[:4].isdecimal()
    day = alone if whole else None
    named = _named(mentions, parts)
    return Story(day=day, narrow=frozenset(narrow), headings=headings, named=named)


def _named(mentions: Mentions, parts: tuple[Sentence, ...]) -> DateValue | None:
    """The only day by which a sentence names a deed, where no event of another day was told before it."""
    words = mentions.tokens.words
    found: dict[str, DateValue] = {}
    for date in mentions.dates:
        after = mentions.token_at(date.span.start) + 1
        if words[after - 1].endswith(("'s", "’s")) and any(
            trigger.kind in _DEEDS and trigger.tokens.first == after
            for trigger in find_triggers(words, Range(after, min(len(words), after + _FEW)))
        ):
            found.setdefault(date.edtf, date)
    named = next(iter(found.values())) if len(found) == 1 else None
    if named is None:
        return None
    lines = [part.span for part in parts if part.role in {Role.CHROME, Role.DATELINE}]
    other = any(
        date.edtf != named.edtf
        and date.span.start < named.span.start
        and not any(line.covers(date.span) for line in lines)
        and not _of_saying(mentions, date)
        for date in mentions.dates
    )
    return None if other else named


def _of_saying(mentions: Mentions, date: DateValue) -> bool:
    """Whether a date stands right behind an English verb of saying: the day of the report, not of an event."""
    words, first = mentions.tokens.words, mentions.range(date.span).first
    for said in range(first - 1, max(-1, first - _SAID_REACH), -1):
        if words[said].isascii() and any(one.role == "cue" for one in look_up("cues", words[said])):
            end = said + 1
            while end < first:
                after = circumstance_end(words, end, first) + (words[end] == "on")
                if after == end:
                    return False
                end = after
            return True
    return False


def carried(
    mentions: Mentions, drafts: tuple[Draft, ...], story: Story, number: int, paragraph: int
) -> tuple[Draft, ...]:
    """The drafts of a sentence with what they take from the story before them, and from each other after that.

    Behind an event at another place than the one that the only day of the document is of, nothing in the sentence is of that day.
    """
    found: list[Draft] = []
    apart = any(one.dates or looks_back(mentions, one) for one in drafts)
    for one in drafts:
        listed = (
            one if looks_back(mentions, one) else part_of(continues(one, story.total), story.total)
        )
        taken = _of_that_day(mentions, listed, story, number, paragraph)
        beside = paragraph == story.paragraph
        taken = taken if apart else _retold(mentions, taken, story, number, beside=beside)
        before = found[-1] if found else None
        if before is not None and before.kind in _EVENTS and taken.link in _LINKED:
            taken = taken.sharing(before)
        elif before is not None and taken.link == "contrast" and _at_once(mentions, before):
            taken = replace(taken, dates=taken.dates or before.dates)
        found.append(taken)
        if taken.kind in _EVENTS and not taken.dates and _apart(taken, story, paragraph):
            story = replace(story, day=None)
    return tuple(found)


def _of_that_day(
    mentions: Mentions, one: Draft, story: Story, number: int, paragraph: int
) -> Draft:
    """A draft with what the story leaves to it; an English one that states the day of the event before it may go on with it."""
    event = story.event
    same = event is not None and len(one.dates) == 1 and len(event.dates) == 1
    if not same or event is None or one.dates[0].edtf != event.dates[0].edtf or one.places:
        return _carried(mentions, one, story, number, paragraph)
    if not in_english(mentions, one):
        return _carried(mentions, one, story, number, paragraph)
    taken = _carried(mentions, replace(one, dates=()), story, number, paragraph)
    return replace(taken, dates=one.dates)


def _at_once(mentions: Mentions, before: Draft) -> bool:
    """Whether a draft opens with words that set it at the same time as the next one (بالتزامن مع …)."""
    return mentions.tokens.words[before.tokens.first].removeprefix("و") in at_once()


def _carried(mentions: Mentions, one: Draft, story: Story, number: int, paragraph: int) -> Draft:
    near = story.event is not None and number - story.at <= _REACH and _narrow(story.event)
    if one.kind in _TAKING and near and story.event is not None:
        return _taking(one, story.event) if points_back(mentions, one) else one
    if one.kind not in _EVENTS:
        return one
    one = _same_day(mentions, one, story, number)
    pointer = kind_of_place(mentions, one)
    earlier = looks_back(mentions, one)
    if not one.places and pointer and (not earlier or "same" in pointer):
        spot = story.spot(pointer)
        one = replace(one, places=(spot,) if spot else ())
    if earlier:
        return one
    if story.event is not None and near:
        points = not (_overall(mentions, one)) and (
            points_back(mentions, one)
            or _goes_on(mentions, one, story, number, paragraph)
            or _same_thing(mentions, one, story.event)
        )
        if (not one.places or pointer) and points:
            one = _taking(one, story.event)
        elif not one.dates and (points or _inside(mentions, one, story.event)):
            day = story.event.dates if len(story.event.dates) == 1 else ()
            apart = elsewhere(one.places, story.event.places)
            one = one if apart else replace(one, dates=day)
        if points and not one.dates and not in_english(mentions, one) and _undated(story):
            return one
    return _of_document(mentions, _at_an_hour(mentions, one, story, number), story, paragraph)


def _at_an_hour(mentions: Mentions, one: Draft, story: Story, number: int) -> Draft:
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


def _of_document(mentions: Mentions, one: Draft, story: Story, paragraph: int) -> Draft:
    """A draft that has no day yet with that of the document: its only one, one that names a deed later, or its hours."""
    if one.dates or _overall(mentions, one):
        return one
    span, named = mentions.span(one.tokens), story.named
    if story.day and story.day.span.start < span.start and not _apart(one, story, paragraph):
        return replace(one, dates=(replace(story.day, time=""),))
    undated = story.event is None or not story.event.dates
    if named and named.span.start > span.end and undated and not is_denied(one):
        return replace(one, dates=(named,))
    if story.period and not stands_apart(mentions, one) and not is_denied(one):
        return replace(one, dates=(story.period,))
    return one


def _apart(one: Draft, story: Story, paragraph: int) -> bool:
    """Whether an event was, or may have been, at another place than the one that the only day of the document was told of.

    It may have been where it states a place, in another paragraph, and nothing is known of the place of the first.
    """
    event = story.event
    if event is None or not event.dates or not one.places:
        return False
    unknown = not event.places and paragraph != story.paragraph
    return unknown or elsewhere(one.places, event.places)


def _overall(mentions: Mentions, one: Draft) -> bool:
    """Whether an Arabic draft counts over a longer time than the event told last (الحصيلة الإجمالية، منذ بدء الحرب)."""
    return not in_english(mentions, one) and stands_apart(mentions, one)


def _undated(story: Story) -> bool:
    """Whether the event told last has no day though the document knows one: it was another event then."""
    return story.event is not None and not story.event.dates and story.day is not None


def _covers(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft opens with the hours that a bulletin covers (*Over the past 24 hours*, aviation struck …)."""
    head = Range(one.tokens.first, min(one.tokens.end, one.tokens.first + _FEW + _FEW))
    return has_phrase(mentions.tokens.words, head, phrases_of("period"))


def _taking(one: Draft, event: Draft) -> Draft:
    """A draft that points back to an event with what it leaves unsaid and the event states."""
    day = event.dates if not one.dates and len(event.dates) == 1 else ()
    known = {party.id or party.name for party in one.targets}
    same = event.attribution[-1].source == one.attribution[-1].source
    doers = tuple(p for p in event.actors if same and (p.id or p.name) not in known)
    actors = one.actors or (doers if one.kind in _LOSSES | _TAKING else ())
    return replace(one, dates=one.dates or day, places=one.places or event.places, actors=actors)


def _goes_on(mentions: Mentions, one: Draft, story: Story, number: int, paragraph: int) -> bool:
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
    told = event is not None and event.kind in _DEEDS | {"casualties"} and _one_spot(event)
    follows = event is not None and away <= 1 and _follows(mentions, one, event)
    return _only_counts(mentions, one) or (answers and told) or follows


def _follows(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether an English deed or loss without day and place came of the event right before it, or befell the same people.

    A loss with no doer but the one before came of it; a deed goes on with it where a pronoun points to who or what was hit
    (a shell exploded *among them*).
    """
    if kind_of_place(mentions, one) or one.places or event.kind not in _HITTING | _FRAMING:
        return False
    known = {party.id or party.name for party in event.actors}
    another = any((party.id or party.name) not in known for party in one.actors)
    certain = one.modality is Modality.ASSERTED
    certain = certain or (one.modality is Modality.DENIED and one.kind in _LOSSES)
    verb = any(t.role == "verb" for t in find_triggers(mentions.tokens.words, one.tokens))
    named = not verb and not one.quantities
    if another or not certain or named or not _one_spot(event):
        return False
    told = mentions.tokens.words[one.tokens.first : one.tokens.end]
    pointed = not words_of("hit ones").isdisjoint(told)
    return one.kind in _LOSSES or (pointed and not is_denied(one))


def _one_spot(event: Draft) -> bool:
    return len(keys_of(event.places)) <= 1 or sum(map(is_spot, event.places)) <= 1


def _same_thing(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether a deed or loss befell what was hit in the event told last (*the station*, named there as *a station*)."""
    if one.dates or stands_apart(mentions, one) or is_denied(one) or event.kind not in _HITTING:
        return False
    words = mentions.tokens.words
    told = words[max(0, event.tokens.first - _REMEMBERED) : one.tokens.first]
    return any(
        words[index - 1] == "the" and words[index] in words_of("things") and words[index] in told
        for index in range(one.tokens.first + 1, one.tokens.end)
    )


def _inside(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether a deed or loss is told of a place inside of the one where the event was, and of no other event."""
    told = bool(one.places) and bool(event.places) and event.kind in _EVENTS
    return (
        told
        and in_english(mentions, one)
        and not stands_apart(mentions, one)
        and not (is_denied(one) and one.kind in _DEEDS)
    )


def _same_day(mentions: Mentions, one: Draft, story: Story, number: int) -> Draft:
    """A draft with the day of the event told last, where its words say that it was that day (*earlier in the day*)."""
    event = story.event
    if one.dates or event is None or len(event.dates) != 1 or number - story.at > _REACH:
        return one
    if _beside(mentions, one):
        return replace(one, dates=event.dates)
    phrase = phrase_at(mentions.tokens.words, one.tokens, phrases_of("same day"))
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


def _placed_and_timed(one: Draft) -> bool:
    """Whether a draft states its one time and its place, so that what is told right behind it may be there and then."""
    return len(one.dates) == 1 and bool(local_places(one.places)) and ".." not in one.dates[0].edtf


def _condemns(mentions: Mentions, one: Draft) -> bool:
    """Whether a position speaks of one deed by its day and place (condemns the shelling of … on 16 May)."""
    if one.kind not in {"position", "announcement"} or not one.dates:
        return False
    return any(
        trigger.kind in _DEEDS for trigger in find_triggers(mentions.tokens.words, one.tokens)
    )


def _same_with_places(event: Draft | None, one: Draft) -> Draft:
    """An event as the story keeps it: with what the one before states of place or day, where the other of both is the same."""
    if event is None:
        return one
    here, there = ({place.id or place.name for place in each.places} for each in (one, event))
    if one.places and not one.dates and here == there and not _all_countries(one.places):
        return replace(one, dates=event.dates)
    if one.places or not event.places or not one.dates:
        return one
    same = [day.edtf for day in one.dates] == [day.edtf for day in event.dates]
    goes_on = one.kind in _LOSSES or one.link == "said"
    return replace(one, places=event.places) if same and goes_on else one


def _all_countries(places: tuple[Place, ...]) -> bool:
    return not local_places(places)


def _retold(mentions: Mentions, one: Draft, story: Story, number: int, *, beside: bool) -> Draft:
    """A draft of a sentence without a day: the day told of its place, or the only scene of the document for its place.

    In Arabic only where somebody else tells it anew, or in the paragraph of the event told last: a fire in the same town three
    paragraphs below is another event.
    """
    if one.dates or not _is_one(mentions, one):
        return one
    if one.kind in _STRUCK and one.places and not kind_of_place(mentions, one):
        told_anew = beside or one.link == "said" or in_english(mentions, one)
        return replace(one, dates=story.day_at(one.places, number) if told_anew else ())
    if one.places or one.kind not in _SCENIC or not _at_scene(one, story, number):
        return one
    return replace(one, places=story.only_scene())


def _at_scene(one: Draft, story: Story, number: int) -> bool:
    """Whether the last event, told by the same source shortly before, was at the scene of the document."""
    event = story.event
    if event is None or number - story.at > _REACH:
        return False
    same = event.attribution[-1].source == one.attribution[-1].source
    return same and not keys_of(event.places).isdisjoint(keys_of(story.scene))


def _is_one(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft asserts an event that is not one of many (some of the strikes)."""
    words = mentions.tokens.words[one.tokens.first : one.tokens.end]
    told = one.modality is Modality.ASSERTED and one.polarity is Polarity.AFFIRMED
    return told and words_of("some").isdisjoint(words)


def _narrow(event: Draft) -> bool:
    """Whether an event has one place in few words; one told of many towns is no single event to point back to."""
    return sum(map(is_spot, event.places)) <= _FEW


def _only_counts(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft is a counted loss that states neither day nor place."""
    counted = one.kind in _LOSSES and bool(one.quantities)
    return counted and not kind_of_place(mentions, one)


def _same_dates(one: Draft, event: Draft | None) -> bool:
    """Whether a draft states no day, or has the day of the event from the heading of both."""
    there = event.dates if event is not None else ()
    return not one.dates or [d.span for d in one.dates] == [d.span for d in there]
