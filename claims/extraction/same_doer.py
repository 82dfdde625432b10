"""Whose deed a sentence goes on with: the doer of the one right before it, where nobody else can be meant.

News names who attacked once and goes on: «وأدى القصف إلى مقتل …», also in the words of somebody else, or likens one more attack to
it (لقصف مماثل); English alike (*the strike left a woman hurt*). The doer is carried only where one doer was told of in the sentence before, the deed is named with the article or
likened, and day and place do not speak against it. Who is hit is never the doer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.arms import by_arm
from claims.extraction.draft import Draft, elsewhere
from claims.extraction.mentions import Mentions, Range
from claims.extraction.pointers import (
    in_english,
    is_denied,
    looks_back,
    names_deed,
    names_doer,
    overall,
    phrase_at,
    points_back,
    stands_apart,
    words_of,
)
from claims.extraction.story import Story
from claims.extraction.triggers import triggers_of
from claims.model import Modality, Party
from claims.text.clitics import stems

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_DOABLE = _DEEDS | {"arrest", "movement", "control"}
_NOUNS = frozenset({"noun", "masdar"})
_ARMS = ("aircraft", "guns", "rockets", "bombs")
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_FEW = 3
_REACH = 2


def by_same(
    mentions: Mentions, one: Draft, story: Story, number: int, found: Sequence[Draft]
) -> Draft:
    """A draft without a doer with the one told right before it, where it names that deed or *these forces*.

    Args:
        mentions: of the document.
        one: the draft.
        story: what was told before.
        number: of its sentence.
        found: the drafts of its sentence before it.
    """
    event = story.event
    arm = () if is_denied(one) else by_arm(mentions, one, _deed(story, number), found)
    if one.actors or arm or is_denied(one):
        return replace(one, actors=_unhit(one, arm)) if arm else one
    if in_english(mentions, one) and not _told_last(mentions, one, story):
        return one
    if event is not None and _by_these(mentions, one, event) and number - story.at <= _REACH:
        return replace(one, actors=_unhit(one, event.actors))
    if one.kind not in _DOABLE | _LOSSES or not (story.done or found):
        return one
    whose = _whose(mentions, one, story, number, found)
    if not whose or looks_back(mentions, _with_cause(one)) or overall(mentions, one):
        return one
    return replace(one, actors=_unhit(one, whose))


def _whose(
    mentions: Mentions, one: Draft, story: Story, number: int, found: Sequence[Draft]
) -> tuple[Party, ...]:
    """Who did the deed that a draft names or is likened to, () where that is not beyond doubt."""
    deed, event = _deed(story, number), story.event
    if _likened(mentions, one):
        last = next((each for each in reversed(found) if each.kind in _DEEDS | _LOSSES), deed)
        same = last is not None and _source(last) == _source(one)
        return last.actors if last is not None and same else ()
    if event is not None and number - story.at <= 1 and _goes_on(mentions, one, event):
        return event.actors
    if deed is None or not _names(mentions, one, deed):
        return ()
    same = any(_source(each) == _source(one) for each in story.done)
    doubted = not same and _of_one_side(mentions, story.done)
    return () if doubted else deed.actors


def undoubted(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether somebody else's English word of an event told before is of who did it, too (a monitor says *a child was among those killed*).

    Not where that is only suspected, or where one side blames or answers another.
    """
    sure = event.modality is Modality.ASSERTED and in_english(mentions, one)
    sure = sure and not _of_two_sides(event)
    named = _named(mentions, one) if sure else None
    if named is not None and not _fits(mentions, named, event):
        return False
    return sure and points_back(mentions, one) and not _of_one_side(mentions, (event,))


def _told_last(mentions: Mentions, one: Draft, story: Story) -> bool:
    """Whether an English draft may go on with the event told last: its sentence tells of one doer alone, and the draft of no longer time."""
    event = story.event
    if event is None or story.at != story.done_at or stands_apart(mentions, one):
        return False
    if _of_two_sides(event) or not any(_sets_scene(mentions, told) for told in story.done):
        return False
    return {p.id or p.name for p in event.actors} == {
        p.id or p.name for told in story.done for p in told.actors
    }


def _of_two_sides(event: Draft) -> bool:
    """Whether an event is a fight, or what came of one, in which each side did something."""
    return event.kind != "strike" and len(event.actors) > 1


def _sets_scene(mentions: Mentions, told: Draft) -> bool:
    """Whether a deed is told with a day or place in its own words, and is no stance (*it is targeting militants*)."""
    here = mentions.span(told.tokens)
    spans = [*(day.span for day in told.dates), *(place.span for place in told.places)]
    return any(map(here.covers, spans))


def _deed(story: Story, number: int) -> Draft | None:
    """What the sentence before tells with a doer, None where it tells nothing so, or of several doers."""
    doers = {frozenset(party.id or party.name for party in one.actors) for one in story.done}
    near = number - story.done_at <= 1 and len(doers) == 1
    last = story.done[-1] if near else None
    return last if last is not None and last.modality is Modality.ASSERTED else None


def _of_one_side(mentions: Mentions, done: tuple[Draft, ...]) -> bool:
    """Whether deeds answer others, so that a later word of an attack may mean those, or somebody only blames who did them."""
    words, cues = mentions.tokens.words, words_of("blaming")
    spans = [one.attribution[-1].cue_span for one in done]
    heard = [words[mentions.token_at(span.start)] for span in spans if span is not None]
    blamed = any(stem.word in cues for word in heard for stem in stems(word))
    first, end = done[0].tokens.first, done[-1].tokens.end
    return blamed or not words_of("answers").isdisjoint(words[max(0, first - 1) : end])


def _by_these(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether a deed is said to be of *these forces*, which the event told last names."""
    same = _source(event) == _source(one) and one.kind in _DOABLE
    return same and names_doer(mentions, one)


def _likened(mentions: Mentions, one: Draft) -> bool:
    """Whether a deed is likened to the one right before it (قصف مماثل)."""
    likened = phrase_at(mentions.tokens, one.tokens, "likewise")
    return one.kind in _DEEDS and likened is not None


def _goes_on(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether one source goes on with the deed that it told last, be it to another place (كما طال القصف بلدة …)."""
    return _source(event) == _source(one) and one.kind == event.kind and names_deed(mentions, one)


def _names(mentions: Mentions, one: Draft, deed: Draft) -> bool:
    """Whether a draft names a deed told before, and its day and place do not speak against it."""
    named = _named(mentions, one)
    apart = elsewhere(one.places, deed.places) or not _of_days(one, deed)
    return named is not None and not apart and _fits(mentions, named, deed)


def _named(mentions: Mentions, one: Draft) -> tuple[str, int] | None:
    """The kind of the deed that a draft or its cause names as told before, "" for one of any kind, and its token; None for none.

    The first deed counts: where it is new, or the words behind it say which one is meant (القصف الذي …), none was told before.
    """
    words = mentions.tokens.words
    for stretch in (one.tokens, one.tail or Range(0, 0)):
        first = next(
            (i for i in range(stretch.first, stretch.end) if _is_any_deed(words, i)), stretch.end
        )
        found = triggers_of(mentions.tokens, stretch)
        deed = next((t for t in found if t.role in _NOUNS and t.kind in _DEEDS), None)
        at = min(first, deed.tokens.first if deed else stretch.end)
        if at == stretch.end:
            continue
        kind = "" if at == first or deed is None else deed.kind
        told = not kind or (deed is not None and deed.known)
        apart = words_of("some").isdisjoint(words[max(stretch.first, at - 2) : at])
        which = words_of("which").isdisjoint(words[at + 1 : at + 1 + _FEW])
        which = which and words_of("specifying").isdisjoint(words[at + 1 : at + 2])
        return (kind, at) if told and apart and which else None
    return None


def _is_any_deed(words: tuple[str, ...], index: int) -> bool:
    """Whether a noun for a deed of any kind stands there; an English one as told before (*the* attack)."""
    named = words[index] in words_of("any deed")
    return named and not (words[index].isascii() and words[index - 1] not in _POINTING)


def _fits(mentions: Mentions, named: tuple[str, int], event: Draft) -> bool:
    """Whether a named deed is of the kind of the event and of no other arm (القصف المدفعي is no air raid)."""
    kind, at = named
    words = mentions.tokens.words
    alike = event.kind in {kind, "casualties", "damage"} or (not kind and event.kind in _DEEDS)
    near = Range(at - 2, at + 1) if words[at].isascii() else Range(at, at + 2)
    behind, told = words[near.first : near.end], words[event.tokens.first : event.tokens.end]
    arms = [arm for arm in map(words_of, _ARMS) if _of_arm(told, arm)]
    other = any(_of_arm(behind, arm) for arm in map(words_of, _ARMS) if arm not in arms)
    return alike and not (arms and other)


def _of_arm(words: tuple[str, ...], arm: frozenset[str]) -> bool:
    """Whether one of some words names an arm."""
    return any(stem.word in arm for word in words for stem in stems(word))


def _of_days(one: Draft, event: Draft) -> bool:
    """Whether a draft and the event state the same days, or one of them none."""
    same = {day.edtf for day in one.dates} == {day.edtf for day in event.dates}
    return same or not one.dates or not event.dates


def _with_cause(one: Draft) -> Draft:
    """A draft read with the cause behind it."""
    end = one.tail.end if one.tail is not None else one.tokens.end
    return replace(one, tokens=Range(one.tokens.first, end))


def _source(one: Draft) -> str:
    return one.attribution[-1].source


def _unhit(one: Draft, doers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Doers without those who are hit in a draft."""
    known = {party.id or party.name for party in one.targets}
    return tuple(party for party in doers if (party.id or party.name) not in known)
