"""What a sentence takes from the ones before it: the rule of carrying day, place and doer.

News tells an event once with its day and place and goes on: *the strike killed five*, *the toll rose to eleven*, *on the
town*. Only what the words themselves point back to is carried: a deed or a toll with the article, a kind of place with the
article, a joined account of the same kind of loss, a deed set beside the last one. A sentence that goes back in time, opens
another matter, counts over a longer time, or states a day or a place of its own, keeps what it says. In a document that knows
a single day, the events below that day are of it, but for those of another place. A wrong day is worse than none.

`story` is what was told so far, `belonging` whether a draft goes on with the event told last, `pointers` the words that say so;
`sharing`, `there` and `that_day` are its parts for what stands in one sentence, for places and for days.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.alongside import alongside
from claims.extraction.belonging import came_of_it, goes_on, inside, same_thing
from claims.extraction.draft import Draft, elsewhere
from claims.extraction.itemised import items_of, of_tally, under_toll
from claims.extraction.mentions import Mentions
from claims.extraction.null_subject import resumed
from claims.extraction.pointers import (
    always,
    bare_kind,
    in_english,
    is_denied,
    is_spot,
    is_state,
    kind_of_place,
    looks_back,
    named_by_day,
    names_spot,
    one_strike,
    overall,
    points_back,
    speaks_elsewhere,
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
    vague,
)
from claims.extraction.release import continues, part_of
from claims.extraction.retelling import beside_last, fell_there, retold
from claims.extraction.same_doer import by_same, undoubted
from claims.extraction.sharing import another_deed, of_before, shared, together, with_cause
from claims.extraction.spots import home, meant
from claims.extraction.story import Here, Story
from claims.extraction.that_day import (
    apart_from_day,
    at_an_hour,
    of_document,
    of_same_days,
    same_day,
)
from claims.extraction.there import lost_there, named_before, only_headed_there, pointed

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_EVENTS = _DEEDS | _LOSSES
_TAKING = frozenset({"arrest", "control"})
_REACH = 2
_FEW = 3


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
        taken = shared(mentions, one, taken, found)
        taken = replace(taken, dates=one.dates) if is_state(mentions, one) else taken
        found.append(taken)
        if (
            taken.kind in _EVENTS
            and not taken.dates
            and apart_from_day(taken, story, here.paragraph)
        ):
            story = replace(story, day=None)
        more = one is not drafts[-1]
        nearer = taken if more and another_deed(mentions, one, story.event) else nearer
        if of_before(mentions, one, found[:-1]):
            story, nearer = replace(story, event=None, day=None), None
    return together(mentions, with_cause(mentions, tuple(found)))


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


def _carried(mentions: Mentions, one: Draft, story: Story, here: Here) -> Draft:
    number, paragraph = here.number, here.paragraph
    near = story.event is not None and number - story.at <= _REACH and _narrow(story.event)
    if one.kind in _TAKING and near and story.event is not None:
        points = points_back(mentions, one)
        return (
            _taking(mentions, one, story.event) if points else pointed(mentions, one, story, here)
        )
    if one.kind not in _EVENTS or always(mentions, one):
        return pointed(mentions, one, story, here)
    one = same_day(mentions, one, story, number)
    pointer = kind_of_place(mentions, one)
    pointer = () if pointer and only_headed_there(mentions, one, pointer) else pointer
    earlier = looks_back(mentions, one)
    exact = words_of("anywhere").isdisjoint(map(bare_kind, pointer))
    if not one.places and pointer and (not earlier or exact or "same" in pointer):
        told = (*story.spots, *named_before(mentions, one, here))
        spot = home(mentions, one, pointer, here.start) or meant(pointer, told, number)
        one = replace(one, places=(spot,) if spot else ())
        one = lost_there(mentions, one, story) if near else one
    if earlier:
        return one
    other_day = named_by_day(mentions, one) and not of_same_days(one, story.event)
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
            unsure = vague(mentions, one, story.event)
            event = replace(story.event, dates=()) if unsure else story.event
            one = _taking(mentions, one, event, unclear=unclear)
        elif not one.dates and (points or _inside(mentions, one, story.event)):
            day = story.event.dates if len(story.event.dates) == 1 else ()
            apart = elsewhere(one.places, story.event.places)
            one = one if apart else replace(one, dates=day)
        if points and not one.dates and not in_english(mentions, one) and undated(story):
            return one
    timed = at_an_hour(mentions, one, story, number)
    return of_document(mentions, timed, story, paragraph, points=points)


def _inside(mentions: Mentions, one: Draft, event: Draft) -> bool:
    return not overall(mentions, one) and inside(mentions, one, event)


def _denied_there(mentions: Mentions, one: Draft, event: Draft) -> Draft:
    """A deed that is denied with the place of the event told last, where its thing was hit (denied that it had bombed *the centre*)."""
    there = is_denied(one) and not one.places and same_thing(mentions, one, event)
    return replace(one, places=event.places) if there else one


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


def _narrow(event: Draft) -> bool:
    """Whether an event has one place in few words; one told of many towns is no single event to point back to."""
    return sum(map(is_spot, event.places)) <= _FEW
