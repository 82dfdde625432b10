"""What a sentence takes from the ones before it: the rule of carrying day, place and doer.

News tells an event once with its day and place and goes on: *the strike killed five*, *the toll rose to eleven*, *on the
town*. Only what the words themselves point back to is carried: a deed or a toll with the article, a kind of place with the
article, a joined account of the same kind of loss, a deed set beside the last one. A sentence that goes back in time, opens
another matter, counts over a longer time, or states a day or a place of its own, keeps what it says. In a document that knows
a single day, the events below that day are of it, but for those of another place. A wrong day is worse than none.

`story` is what was told so far, `belonging` whether a draft goes on with the event told last, `pointers` the words that say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claims.extraction.alongside import alongside, further
from claims.extraction.belonging import came_of_it, goes_on, inside, same_thing
from claims.extraction.draft import Draft, elsewhere
from claims.extraction.itemised import items_of, of_tally, under_toll
from claims.extraction.later import told_later
from claims.extraction.mentions import Mentions, within
from claims.extraction.null_subject import resumed
from claims.extraction.pointers import (
    always,
    bare_kind,
    brings_up,
    in_english,
    is_denied,
    is_spot,
    is_state,
    keys_of,
    kind_of_place,
    kind_words,
    looks_back,
    named_by_day,
    names_deed,
    names_spot,
    one_strike,
    overall,
    phrase_at,
    phrases_of,
    points_back,
    speaks_elsewhere,
    stands_apart,
    words_of,
)
from claims.extraction.recalling import (
    coarse,
    of_deed_before,
    of_its_clause,
    opens_elsewhere,
    opens_with_another_day,
    recalled,
    settled,
    since_begun,
    undated,
)
from claims.extraction.release import continues, part_of
from claims.extraction.retelling import beside_last, fell_there, is_one, retold, set_beside
from claims.extraction.same_doer import by_same, undoubted
from claims.extraction.scenes import scenes
from claims.extraction.smallwords import at_once, beside
from claims.extraction.spots import (
    Named,
    headed_for,
    home,
    home_of_people,
    meant,
    named,
    outside_of_names,
)
from claims.extraction.story import Story
from claims.model import Modality, Span

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_EVENTS = _DEEDS | _LOSSES
_LINKED = frozenset({"effect", "uneventful", "cause", "joined"})
_TAKING = frozenset({"arrest", "control"})
_BESIDE_EVENTS = frozenset({"relief", "movement"})
_CLOCK = re.compile(
    r"\b(?:at|about|around|by) (?:\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.? ?m\b|noon\b|dawn\b|midnight\b)"
)
"""A time of the day without a day."""
_REACH = 2
_BESIDE_REACH = 4
_FEW = 3
_OPENING_DAY = 2
_FULL_DAY = len("2018-04-03")


@dataclass(frozen=True, slots=True)
class Here:
    """Where a sentence stands: its number, that of its paragraph, the offset at which it begins, and whether it is an item of a list."""

    number: int
    paragraph: int
    start: int
    item: bool = False


def carried(
    mentions: Mentions, drafts: tuple[Draft, ...], story: Story, here: Here
) -> tuple[Draft, ...]:
    """The drafts of a sentence with what they take from the story before them, and from each other after that.

    Behind an event at another place than the one that the only day of the document is of, nothing in the sentence is of that day.
    """
    if here.item and story.listed is not None:
        drafts = items_of(drafts, story.listed)
    found: list[Draft] = []
    nearer: Draft | None = None
    other_day = opens_with_another_day(mentions, drafts, story, here.start)
    if opens_elsewhere(mentions, here.start):
        story = replace(story, event=None)
    apart = any(one.dates or looks_back(mentions, one) for one in drafts)
    for one in drafts:
        kept = settled(mentions, one, drafts, found)
        if kept is not None:
            found.append(kept)
            continue
        if found and of_deed_before(mentions, one, drafts[len(found) - 1]):
            found.append(of_its_clause(one, drafts[len(found) - 1]))
            continue
        if story.tally is not None and of_tally(mentions, one, story.tally):
            found.append(_taking(mentions, one, story.tally))
            continue
        known = recalled(mentions, one, story, other_day=other_day)
        if nearer is not None and points_back(mentions, one):
            known = replace(story, event=nearer, at=here.number, paragraph=here.paragraph)
        taken = by_same(
            mentions,
            _of_that_day(mentions, _listed(mentions, one, story), known, here),
            known,
            here.number,
            found,
        )
        taken = taken if apart else retold(mentions, taken, story, here.number, here.paragraph)
        taken = under_toll(mentions, taken, story.toll)
        taken = taken if found else _opening(mentions, one, taken, story, here, apart=apart)
        taken = taken if found else resumed(mentions, taken, known, here.number, here.start)
        taken = _shared(mentions, one, taken, found)
        taken = replace(taken, dates=one.dates) if is_state(mentions, one) else taken
        found.append(taken)
        if taken.kind in _EVENTS and not taken.dates and _apart(taken, story, here.paragraph):
            story = replace(story, day=None)
        more = one is not drafts[-1]
        nearer = taken if more and _another_deed(mentions, one, story.event) else nearer
        if _of_before(mentions, one, found[:-1]):
            story, nearer = replace(story, event=None, day=None), None
    return _together(mentions, _with_cause(mentions, tuple(found)))


def _listed(mentions: Mentions, one: Draft, story: Story) -> Draft:
    """A draft with day and doer of the sum that it is a part of or goes on with."""
    if looks_back(mentions, one):
        return one
    return part_of(continues(one, story.total), story.total, single=one_strike(mentions, one))


def _opening(
    mentions: Mentions, one: Draft, taken: Draft, story: Story, here: Here, *, apart: bool
) -> Draft:
    """The first draft of a sentence with what it has from the event of the sentence before: it came of it, or is likened to it."""
    event = story.event
    if event is None:
        return taken
    if came_of_it(mentions, one, story, here.number):
        taken = _taking(mentions, taken, event)
    if not apart and fell_there(mentions, taken, story, here.number):
        return replace(taken, dates=event.dates, actors=taken.actors or event.actors)
    if not apart and beside_last(mentions, taken, story, here.number):
        return replace(taken, dates=event.dates)
    return alongside(mentions, taken, story, here.number, here.start)


def _shared(mentions: Mentions, one: Draft, taken: Draft, found: list[Draft]) -> Draft:
    """A draft with what it has from those before it in its sentence."""
    before = found[-1] if found else None
    if before is None:
        return taken
    if before.kind in _EVENTS and taken.link in _LINKED:
        shared = taken.sharing(before)
        if not overall(mentions, one):
            return shared
        adds = brings_up(mentions.tokens.words[one.tokens.first])
        return taken if adds else replace(shared, dates=taken.dates)
    contrast = taken.link == "contrast"
    at_once = contrast and _at_once(mentions, before)
    if at_once or (is_one(mentions, one) and set_beside(mentions, taken, before)):
        return replace(taken, dates=taken.dates or before.dates)
    opened = contrast and _opens_with_day(mentions, found[0], one)
    taken = replace(taken, dates=taken.dates or found[0].dates) if opened else taken
    return further(mentions, taken, before)


def _of_before(mentions: Mentions, one: Draft, found: list[Draft]) -> bool:
    """Whether an Arabic draft goes back behind a dated event of its sentence, to another place: what stands behind it came of that one."""
    earlier = one.kind in _EVENTS and bool(keys_of(one.places)) and not one.dates
    there = keys_of(one.places)
    dated = any(told.dates and there.isdisjoint(keys_of(told.places)) for told in found)
    return earlier and dated and looks_back(mentions, one) and not in_english(mentions, one)


def _another_deed(mentions: Mentions, one: Draft, event: Draft | None) -> bool:
    """Whether an Arabic draft tells a deed of its own beside the event told last: what its sentence says of a deed behind it is of this one."""
    stated = one.places or one.quantities or (one.dates and one.actors)
    own = one.kind in _DEEDS and bool(stated) and event is not None
    return own and not (in_english(mentions, one) or names_deed(mentions, one))


def _with_cause(mentions: Mentions, found: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Drafts, each loss with what the cause behind it has taken from the story (قُتل مدني *جراء القصف على المخيم*, died in *attacks on the town*)."""
    caused = any(one.link == "cause" for one in found)
    return told_later(mentions, found) if caused else found


def _together(mentions: Mentions, found: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """English drafts of one clause, and a deed and what came of it right behind, each with day and place that the other has taken."""
    told = list(found)
    if not told or not in_english(mentions, told[0]):
        return found
    for index in range(len(told) - 1, 0, -1):
        before, one = told[index - 1], told[index]
        came = one.link == "effect" and before.kind in _DEEDS and one.kind in _LOSSES
        same = one.tokens == before.tokens and {one.kind, before.kind} <= _EVENTS
        days = one.dates if len(one.dates) == 1 else ()
        if (came or same) and before.modality is one.modality:
            told[index - 1] = replace(
                before, dates=before.dates or days, places=before.places or one.places
            )
        if same and one.modality is before.modality:
            days = before.dates if len(before.dates) == 1 else ()
            told[index] = replace(one, dates=one.dates or days, places=one.places or before.places)
    return tuple(told)


def _of_that_day(mentions: Mentions, one: Draft, story: Story, here: Here) -> Draft:
    """A draft with what the story leaves to it; an English one that states the day of the event before it may go on with it."""
    event = story.event
    if event is not None and speaks_elsewhere(mentions, one, event):
        return one
    same = event is not None and len(one.dates) == 1 and len(event.dates) == 1
    day = event.dates[0].edtf if same and event is not None else ""
    if event is None or not day or one.dates[0].edtf.removeprefix("../") != day or one.places:
        return _carried(mentions, one, story, here)
    if not in_english(mentions, one):
        return _carried(mentions, one, story, here)
    taken = _carried(mentions, replace(one, dates=()), story, here)
    return replace(taken, dates=one.dates)


def _opens_with_day(mentions: Mentions, first: Draft, one: Draft) -> bool:
    """Whether a day opens an English sentence and holds for what *while* sets beside its first deed."""
    day = first.dates[0] if len(first.dates) == 1 else None
    if day is None or mentions.tokens.words[max(0, one.tokens.first - 1)] != "while":
        return False
    return mentions.token_at(day.span.start) - first.tokens.first <= _OPENING_DAY


def _at_once(mentions: Mentions, before: Draft) -> bool:
    """Whether a draft opens with words that set it at the same time as the next one (بالتزامن مع …)."""
    return mentions.tokens.words[before.tokens.first].removeprefix("و") in at_once()


def _carried(mentions: Mentions, one: Draft, story: Story, here: Here) -> Draft:
    number, paragraph = here.number, here.paragraph
    near = story.event is not None and number - story.at <= _REACH and _narrow(story.event)
    if one.kind in _TAKING and near and story.event is not None:
        points = points_back(mentions, one)
        return (
            _taking(mentions, one, story.event) if points else _pointed(mentions, one, story, here)
        )
    if one.kind not in _EVENTS or always(mentions, one):
        return _pointed(mentions, one, story, here)
    one = _same_day(mentions, one, story, number)
    pointer = kind_of_place(mentions, one)
    pointer = () if pointer and _elsewhere_bound(mentions, one, pointer) else pointer
    earlier = looks_back(mentions, one)
    exact = words_of("anywhere").isdisjoint(map(bare_kind, pointer))
    if not one.places and pointer and (not earlier or exact or "same" in pointer):
        told = (*story.spots, *_before(mentions, one, here))
        spot = home(mentions, one, pointer, here.start) or meant(pointer, told, number)
        one = replace(one, places=(spot,) if spot else ())
        one = _lost_there(mentions, one, story) if near else one
    if earlier:
        return one
    other_day = named_by_day(mentions, one) and not _of_same_days(one, story.event)
    points = False
    if story.event is not None and near and not other_day:
        points = not (overall(mentions, one) or coarse(one, story.event)) and (
            points_back(mentions, one)
            or goes_on(mentions, one, story, number, paragraph)
            or (not is_denied(one) and same_thing(mentions, one, story.event))
        )
        one = _denied_there(mentions, one, story.event)
        if (not one.places or pointer) and points:
            unclear = bool(pointer) and not one.places and exact
            one = _taking(mentions, one, story.event, unclear=unclear)
        elif not one.dates and (points or _inside(mentions, one, story.event)):
            day = story.event.dates if len(story.event.dates) == 1 else ()
            apart = elsewhere(one.places, story.event.places)
            one = one if apart else replace(one, dates=day)
        if points and not one.dates and not in_english(mentions, one) and undated(story):
            return one
    timed = _at_an_hour(mentions, one, story, number)
    return _of_document(mentions, timed, story, paragraph, points=points)


def _elsewhere_bound(mentions: Mentions, one: Draft, pointer: tuple[str, ...]) -> bool:
    """Whether what a deed points to is only where those whom it hit were going."""
    return one.kind in _DEEDS and headed_for(mentions, one, pointer)


def _pointed(mentions: Mentions, one: Draft, story: Story, here: Here) -> Draft:
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
    spot = meant(pointer, (*late, *_before(mentions, one, here)), here.number)
    called = spot is not None and not set(map(bare_kind, pointer)).isdisjoint(kind_words(spot))
    loose = one.kind in _BESIDE_EVENTS and not exact
    return replace(one, places=(spot,)) if spot and (called or loose) else one


def _lost_there(mentions: Mentions, one: Draft, story: Story) -> Draft:
    """An English counted loss at the place that it points to, with the day of the event told of that place (four died *there*)."""
    event = story.event
    if event is None or one.dates or len(event.dates) != 1 or one.kind not in _LOSSES:
        return one
    same = not keys_of(one.places).isdisjoint(keys_of(event.places)) and bool(one.quantities)
    certain = same and in_english(mentions, one) and not stands_apart(mentions, one)
    return replace(one, dates=event.dates) if certain and not is_denied(one) else one


def _before(mentions: Mentions, one: Draft, here: Here) -> tuple[Named, ...]:
    """The places that the sentence of a draft names before it, none in the name of who speaks."""
    first = mentions.origins[one.tokens.first]
    if first <= here.start:
        return ()
    found = scenes(mentions, within(mentions.places, Span(here.start, first)))
    return named(outside_of_names(found, (one,)), here.number)


def _inside(mentions: Mentions, one: Draft, event: Draft) -> bool:
    return not overall(mentions, one) and inside(mentions, one, event)


def _denied_there(mentions: Mentions, one: Draft, event: Draft) -> Draft:
    """A deed that is denied with the place of the event told last, where its thing was hit (denied that it had bombed *the centre*)."""
    there = is_denied(one) and not one.places and same_thing(mentions, one, event)
    return replace(one, places=event.places) if there else one


def _of_same_days(one: Draft, event: Draft | None) -> bool:
    """Whether a draft and the event told last state the same days, or one of them states none."""
    there = event.dates if event is not None else ()
    same = {day.edtf for day in one.dates} == {day.edtf for day in there}
    return same or not one.dates or not there


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


def _of_document(
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
    if known and story.day is not None and not _apart(one, story, paragraph):
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


def _taking(mentions: Mentions, one: Draft, event: Draft, *, unclear: bool = False) -> Draft:
    """A draft that points back to an event with what it leaves unsaid and the event states; no place where it is ``unclear``."""
    there = () if unclear or names_spot(mentions, one) else event.places
    day = event.dates if not one.dates and len(event.dates) == 1 else ()
    days = since_begun(mentions, one, event, day)
    known = {party.id or party.name for party in one.targets}
    same = event.attribution[-1].source == one.attribution[-1].source
    same = same or undoubted(mentions, one, event)
    doers = tuple(p for p in event.actors if same and (p.id or p.name) not in known)
    actors = one.actors or (doers if one.kind in _LOSSES | _TAKING else ())
    return replace(one, dates=one.dates or days, places=one.places or there, actors=actors)


def _same_day(mentions: Mentions, one: Draft, story: Story, number: int) -> Draft:
    """A draft with the day of the event told last, where its words say that it was that day (*earlier in the day*)."""
    event = story.event
    if one.dates or event is None or len(event.dates) != 1 or number - story.at > _REACH:
        return one
    if _beside(mentions, one):
        near = number - story.at <= 1
        return replace(one, dates=event.dates) if near else one
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


def _narrow(event: Draft) -> bool:
    """Whether an event has one place in few words; one told of many towns is no single event to point back to."""
    return sum(map(is_spot, event.places)) <= _FEW
