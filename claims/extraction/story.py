"""What a document has told so far: its last event, its places, the days it knows.

A `Story` is the memory that `claims.extraction.discourse` carries from. It keeps the last event with a day or a place, what is
named of each kind of place, and the only day of the document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.extraction.draft import Draft
from claims.extraction.lexicon import look_up
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.own_days import of_a_claim
from claims.extraction.pointers import (
    DEED_UNITS,
    always,
    has_phrase,
    in_english,
    is_denied,
    key_of,
    keys_of,
    local_places,
    looks_back,
    overall,
    points_back,
    words_of,
)
from claims.extraction.release import summed, sums_up
from claims.extraction.scenes import scenes
from claims.extraction.smallwords import circumstance_end
from claims.extraction.spots import Named, named, outside_of_names
from claims.extraction.spread import days_of
from claims.extraction.triggers import find_triggers, triggers_of
from claims.model import DateValue, Place, Role, Sentence
from claims.model.quick import changing

_DEEDS = frozenset({"strike", "clash"})
_STRUCK = frozenset({"strike", "casualties", "damage"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_EVENTS = _DEEDS | _LOSSES
_FRAMING = frozenset({"arrest", "movement", "statistic", "other", "control"})
_SIDES = 2
_REACH = 2
_FEW = 3
_SAID_REACH = 8
_REMEMBERED = 24
_FULL_DAY = len("2018-04-03")


@dataclass(frozen=True, slots=True)
class Here:
    """Where a sentence stands: its number, that of its paragraph, the offset at which it begins, and whether it is an item of a list."""

    number: int
    paragraph: int
    start: int
    item: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """What has been told so far.

    Attributes:
        event: the last event with a day or a place, None before the first.
        at: number of the last sentence that tells of it.
        paragraph: number of the paragraph it stands in.
        spots: the places that were named where something may have happened, in order.
        day: the only day that the document knows, None where it knows none or several.
        days: the day of the events at each narrow place, None where there are several, and the last sentence with one.
        total: the last count of strikes in whole countries on one day, None before the first.
        named: the only day by which a later sentence names a deed (*Friday's attack*), None where none or several.
        period: the hours that a bulletin covers, None where it does not say so.
        lead: the first event of one whole day, None before it.
        lead_at: number of its sentence.
        tally: the last count of attacks over a longer time, None where none or an event was told since.
        toll: the last toll of at most one day in a province or country, under which those of its towns may be listed, None before it.
        listed: the event that a line before a colon tells of all items of the list below it, None outside of such a list.
        done: the deeds and losses with a doer that the last sentence with such tells.
        done_at: number of that sentence.
    """

    event: Draft | None = None
    at: int = 0
    paragraph: int = -1
    spots: tuple[Named, ...] = ()
    day: DateValue | None = None
    days: tuple[tuple[str, tuple[DateValue | None, int]], ...] = ()
    total: Draft | None = None
    period: DateValue | None = None
    named: DateValue | None = None
    lead: Draft | None = None
    lead_at: int = 0
    tally: Draft | None = None
    toll: Draft | None = None
    listed: Draft | None = None
    done: tuple[Draft, ...] = ()
    done_at: int = 0

    def told(
        self, mentions: Mentions, drafts: tuple[Draft, ...], number: int, part: Sentence
    ) -> Story:
        """The story after a sentence."""
        event, at, where = self.event, self.at, self.paragraph
        days = dict(self.days)
        drafts = tuple(
            replace(one, dates=days_of(mentions, one)) if len(one.dates) > 1 else one
            for one in drafts
        )
        for one in drafts:
            denied = is_denied(one) and one.kind in _DEEDS and not one.dates
            if denied and in_english(mentions, one):
                continue
            taken = one.kind in _FRAMING and in_english(mentions, one) and _placed_and_timed(one)
            tells = one.kind in _EVENTS or taken or _condemns(mentions, one)
            apart = looks_back(mentions, one) or overall(mentions, one) or always(mentions, one)
            if tells and (one.dates or one.places) and not apart:
                scene_only = _without_counts(replace(one, actors=()) if taken else one)
                if (
                    event is not None
                    and at == number
                    and (_wider(one, event) or _aside(one, event))
                ):
                    continue
                event = _same_with_places(event, scene_only)
                at, where = number, part.paragraph
            if one.kind in _STRUCK and len(one.dates) == 1:
                for key in keys_of(one.places):
                    same, _ = days.get(key, (one.dates[0], 0))
                    alike = same is not None and same.edtf == one.dates[0].edtf
                    days[key] = (same if alike else None, number)
        if at < number <= at + _REACH and any(points_back(mentions, one) for one in drafts):
            at = number
        if event is not None and at == number and _of_two_sides(mentions, drafts):
            event = replace(event, places=())
        lead, lead_at = (self.lead, self.lead_at) if self.lead else (_lead(event), number)
        done = tuple(one for one in drafts if one.actors and one.kind in _EVENTS | _FRAMING)
        sums = [one for one in drafts if sums_up(one)]
        tallies = [one for one in drafts if _tallies(mentions, one)]
        tally = tallies[-1] if tallies else (self.tally if event is self.event else None)
        period = [one.dates[0] for one in drafts if one.dates and _covers(mentions, one)]
        return _revised(
            self,
            period=period[0] if period else self.period,
            total=summed(self.total, sums[-1]) if sums else self.total,
            event=event,
            at=at,
            paragraph=where,
            spots=(*self.spots, *named(_told_of(mentions, drafts, part), number))[-_REMEMBERED:],
            days=tuple(days.items()),
            lead=lead,
            lead_at=lead_at,
            tally=tally,
            toll=next((one for one in reversed(drafts) if _of_a_province(one)), self.toll),
            listed=self.listed
            if part.role is Role.LIST_ITEM
            else _announced(mentions, drafts, part),
            done=done or self.done,
            done_at=number if done else self.done_at,
        )

    def left(self) -> Story:
        """What a further post of the same text knows of it: the sums and the hours that a list stands under, and no event."""
        return Story(total=self.total, period=self.period, toll=self.toll)

    def without_day(self) -> Story:
        """The same story for a sentence that is of another day: its places are known, its days are not lent."""
        event = replace(self.event, dates=()) if self.event is not None else None
        return replace(self, event=event, day=None, days=(), period=None, named=None)

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


_revised = changing(Story)


def _without_counts(one: Draft) -> Draft:
    """An event without the days up to which something was counted (*as of Sunday*): nothing else is of these."""
    kept = tuple([day for day in one.dates if not day.edtf.startswith("../")])
    return one if len(kept) == len(one.dates) else replace(one, dates=kept)


def begun(mentions: Mentions, parts: tuple[Sentence, ...]) -> Story:
    """The story before its first sentence."""
    days: dict[str, DateValue] = {}
    for part in parts:
        if part.role in {Role.CHROME, Role.DATELINE}:
            continue
        for date in within(mentions.dates, part.span):
            said = _of_saying(mentions, date) or _opens_saying(mentions, part, date)
            if not (said or of_a_claim(mentions, date, part.span.start)):
                days.setdefault(date.edtf, date)
    alone = next(iter(days.values())) if len(days) == 1 else None
    whole = alone is not None and len(alone.edtf) == _FULL_DAY and alone.edtf[:4].isdecimal()
    day = alone if whole else None
    return Story(day=day, named=_named(mentions, parts))


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
    for part in parts:
        day = _told_late(mentions, part)
        if day is not None:
            found.setdefault(day.edtf, day)
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


def _told_late(mentions: Mentions, part: Sentence) -> DateValue | None:
    """The day of an English sentence that opens with the deed told before it (*The missile hit the building on Tuesday*), None for none."""
    words, here = mentions.tokens.words, mentions.range(part.span)
    if part.role in {Role.CHROME, Role.DATELINE, Role.HEADLINE} or words[here.first] != "the":
        return None
    head = Range(here.first + 1, min(here.end, here.first + _FEW + 1))
    deeds = find_triggers(words, head)
    deed = bool(deeds) and deeds[0].kind in _DEEDS and deeds[0].role == "noun"
    if not deed and words[here.first + 1] not in words_of("late names"):
        return None
    days = within(mentions.dates, part.span)
    if len(days) != 1 or len(days[0].edtf) != _FULL_DAY or _of_saying(mentions, days[0]):
        return None
    between = words[here.first : mentions.range(days[0].span).first]
    return days[0] if words_of("of another day").isdisjoint(between) else None


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


def _opens_saying(mentions: Mentions, part: Sentence, date: DateValue) -> bool:
    """Whether a day opens an English sentence whose speaker stands right behind it (*On Tuesday*, the ministry said …)."""
    words, here = mentions.tokens.words, mentions.range(date.span)
    opens = here.first - mentions.range(part.span).first <= 1
    if not opens or words[here.end : here.end + 1] != (",",) or "/" in date.edtf:
        return False
    for index in range(here.end + 1, min(len(words), here.end + 1 + _SAID_REACH)):
        if not words[index].isascii() or words[index] == ",":
            return False
        if any(one.role == "cue" for one in look_up("cues", words[index])):
            return words[index + 1 : index + 2] not in {(), (",",)}
        if any(one.role in {"verb", "light"} for one in look_up("predicates", words[index])):
            return False
    return False


def _covers(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft opens with the hours that a bulletin covers (*Over the past 24 hours*, aviation struck …)."""
    head = Range(one.tokens.first, min(one.tokens.end, one.tokens.first + _FEW + _FEW))
    return has_phrase(mentions.tokens, head, "period")


def _lead(event: Draft | None) -> Draft | None:
    """An event that may be the lead: it is told of one whole day."""
    whole = event is not None and len(event.dates) == 1 and len(event.dates[0].edtf) == _FULL_DAY
    return event if whole else None


def _of_a_province(one: Draft) -> bool:
    """Whether a draft is a toll of no more than one day in a place that is no town."""
    wide = bool(one.places) and not keys_of(one.places)
    return one.kind == "casualties" and bool(one.quantities) and wide and len(one.dates) <= 1


def _announced(mentions: Mentions, drafts: tuple[Draft, ...], part: Sentence) -> Draft | None:
    """The last event of an Arabic line that ends with a colon: what it says of day, doer and speaker holds for the items below."""
    if part.language != "ar" or not part.span.of(mentions.document.text).rstrip().endswith(":"):
        return None
    told = [one for one in drafts if one.kind in _EVENTS and not is_denied(one)]
    return told[-1] if told else None


def _tallies(mentions: Mentions, one: Draft) -> bool:
    """Whether an Arabic draft counts attacks over a longer time that it states (استجابت خلال الربع الأول لـ 130 هجوماً)."""
    counted = any(figure.unit in DEED_UNITS for figure in one.quantities)
    return counted and len(one.dates) == 1 and overall(mentions, one)


def _told_of(mentions: Mentions, drafts: tuple[Draft, ...], part: Sentence) -> tuple[Place, ...]:
    """The places of a sentence where something may have happened; none in the name of who speaks."""
    places = within(mentions.places, part.span)
    if not places:
        return ()
    return outside_of_names(scenes(mentions, places), drafts)


def _wider(one: Draft, event: Draft) -> bool:
    """Whether a deed of a whole country or province stands behind one of a town in it, as what that was a part of."""
    around = {name for place in event.places for name in place.within}
    there = bool(keys_of(event.places)) and not keys_of(one.places) and bool(one.places)
    inside = all((place.id or place.name) in around for place in one.places)
    return there and (inside or one.link == "contrast" or one.kind in _DEEDS)


def _aside(one: Draft, event: Draft) -> bool:
    """Whether a deed without a day only answers a dated one before it in its sentence (رداً على غارات)."""
    return one.link == "contrast" and bool(event.dates) and not one.dates


def _of_two_sides(mentions: Mentions, drafts: tuple[Draft, ...]) -> bool:
    """Whether an English sentence tells deeds of two sides in two places (A shelled X *after B attacked Y*): losses behind it are of neither place for sure."""
    deeds = [one for one in drafts if one.kind in _DEEDS and one.actors and one.places]
    if len(deeds) < _SIDES or not in_english(mentions, deeds[0]):
        return False
    first, last = deeds[0], deeds[-1]
    doers, others = ({each.id or each.name for each in one.actors} for one in (first, last))
    around = {name for one in (first, last) for place in one.places for name in place.within}
    here, there = ({place.id or place.name for place in one.places} for one in (first, last))
    return doers.isdisjoint(others) and here.isdisjoint(there) and around.isdisjoint(here | there)


def _placed_and_timed(one: Draft) -> bool:
    """Whether a draft states its one time and its place, so that what is told right behind it may be there and then."""
    return len(one.dates) == 1 and bool(local_places(one.places)) and ".." not in one.dates[0].edtf


def _condemns(mentions: Mentions, one: Draft) -> bool:
    """Whether a position speaks of one deed by its day and place (condemns the shelling of … on 16 May); an Arabic day before the deed is that of the position."""
    if one.kind not in {"position", "announcement"} or not one.dates:
        return False
    deeds = [t for t in triggers_of(mentions.tokens, one.tokens) if t.kind in _DEEDS]
    if not deeds or in_english(mentions, one):
        return bool(deeds)
    return mentions.token_at(one.dates[0].span.start) >= deeds[0].tokens.end


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
