"""What the lead of an English report takes from the sentences behind it: the day on which its event happened.

A lead tells an event without its day (*Six people were killed in a raid on a village, medics say*), and one of the next sentences
gives it: *the raid on Tuesday hit …*, *planes bombed Sahl village late on Tuesday*, or the same toll with the day. The lead has that
day where the sentence points back to it with a deed or a noun of an event, gives the same count of the same, or names the village
that the lead left unnamed; never where other days stand between, or another place does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.draft import Draft, elsewhere
from claims.extraction.figures import figures, of_kind
from claims.extraction.headed import Told
from claims.extraction.mentions import Mentions
from claims.extraction.pointers import (
    in_english,
    kind_words,
    kinds_of_place,
    looks_back,
    words_of,
)
from claims.extraction.triggers import triggers_of
from claims.model import DateValue, Modality, Polarity, Quantity, Role

_DEEDS = frozenset({"strike", "clash"})
_STRUCK = _DEEDS | {"casualties", "damage"}
_REACH = 3
_OPENING = 4
_FULL_DAY = len("2018-04-03")
_FEWEST = 2
"""A count that two events hardly share by chance beside one another; *one was killed* is told of any day."""


def led(mentions: Mentions, told: Sequence[Told]) -> list[Told]:
    """Sentences in order, the lead of each text among them with the day that one of the next sentences gives."""
    found = list(told)
    opened = False
    for number, one in enumerate(found):
        opened = opened and not one.begins
        if opened or one.part.role is Role.HEADLINE or not _tells(one):
            continue
        opened = True
        day = _day_of(mentions, found, number) if _open(mentions, one) else None
        if day is not None:
            drafts = tuple(_dated(each, day) for each in one.drafts)
            found[number] = replace(one, drafts=drafts)
    return found


def _tells(one: Told) -> bool:
    return any(each.kind in _STRUCK for each in one.drafts)


def _open(mentions: Mentions, lead: Told) -> bool:
    """Whether a lead is in English, states no day and goes back to no other event."""
    drafts = lead.drafts
    told = any(len(day.edtf) >= _FULL_DAY for one in drafts for day in one.dates)
    back = any(looks_back(mentions, one) for one in drafts)
    return in_english(mentions, drafts[0]) and not (told or back)


def _day_of(mentions: Mentions, told: list[Told], number: int) -> DateValue | None:
    """The day of a lead's event by the first sentence behind it that states one, None where that tells of another event."""
    lead = told[number]
    for one in told[number + 1 : number + 1 + _REACH]:
        if one.begins:
            return None
        dated = [each for each in one.drafts if each.dates]
        if not dated:
            continue
        days = {day.edtf for each in dated for day in each.dates}
        whole = len(days) == 1 and len(next(iter(days))) == _FULL_DAY
        same = whole and any(_same(mentions, lead, each) for each in dated)
        return replace(dated[0].dates[0], time="") if same else None
    return None


def _same(mentions: Mentions, lead: Told, dated: Draft) -> bool:
    """Whether a dated draft tells the event of the lead."""
    if looks_back(mentions, dated) or not _certain(dated):
        return False
    alike = [one for one in lead.drafts if one.kind in _STRUCK]
    known = tuple(place for place in dated.places if place.id)
    if any(elsewhere(one.places, known) for one in alike if known):
        return False
    return (
        _points(mentions, dated)
        or any(_one_toll(one, dated) for one in alike)
        or (dated.kind in _DEEDS and _names_the_spot(mentions, lead, dated))
    )


def _points(mentions: Mentions, dated: Draft) -> bool:
    """Whether a draft opens with the deed told before, or a noun for it, and states the day itself (*the raid on Tuesday* hit …)."""
    words, first = mentions.tokens.words, dated.tokens.first
    day = mentions.range(dated.dates[0].span)
    if words[first] not in {"the", "this"} or not first < day.first < dated.tokens.end:
        return False
    head = range(first + 1, min(first + _OPENING, day.first))
    deeds = {
        t.tokens.first
        for t in triggers_of(mentions.tokens, dated.tokens)
        if t.kind in _DEEDS and t.role == "noun"
    }
    named = any(index in deeds or words[index] in words_of("late names") for index in head)
    parting = words_of("of another day") - {"by"}
    return named and words[day.first - 1] != "by" and parting.isdisjoint(words[first : day.first])


def _one_toll(one: Draft, dated: Draft) -> bool:
    """Whether two drafts count the same loss in the same number."""
    return one.kind == dated.kind and any(
        stated.unit == counted.unit
        and (stated.of == counted.of or "" in {stated.of, counted.of})
        and stated.low == counted.low
        and (stated.low or 0) >= _FEWEST
        for stated in _counted(one)
        for counted in _counted(dated)
    )


def _counted(one: Draft) -> list[Quantity]:
    return [figure.total for figure in of_kind(one.kind, figures(one.quantities))]


def _names_the_spot(mentions: Mentions, lead: Told, dated: Draft) -> bool:
    """Whether a draft names the village or camp of which the lead only tells that it was one (*a village* in …)."""
    words = mentions.tokens.words
    named = {kind for place in dated.places for kind in kind_words(place)}
    return any(
        words[index - 1] in {"a", "an"} and words[index] in named & kinds_of_place()
        for index in range(lead.tokens.first + 1, lead.tokens.end)
    ) and any(one.kind == dated.kind for one in lead.drafts)


def _certain(one: Draft) -> bool:
    return one.modality is Modality.ASSERTED and one.polarity is Polarity.AFFIRMED


def _dated(one: Draft, day: DateValue) -> Draft:
    """A draft of a lead with the day of its event."""
    bare = one.kind in _STRUCK and not one.dates and _certain(one)
    return replace(one, dates=(day,)) if bare else one
