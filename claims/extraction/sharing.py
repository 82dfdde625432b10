"""What a draft of a sentence has from those before it in the same sentence, and they from it."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.alongside import further
from claims.extraction.draft import Draft
from claims.extraction.later import told_later
from claims.extraction.mentions import Mentions
from claims.extraction.pointers import (
    brings_up,
    in_english,
    keys_of,
    looks_back,
    names_deed,
    overall,
)
from claims.extraction.retelling import is_one, set_beside
from claims.extraction.smallwords import at_once

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_EVENTS = _DEEDS | _LOSSES
_LINKED = frozenset({"effect", "uneventful", "cause", "joined"})
_OPENING_DAY = 2


def shared(mentions: Mentions, one: Draft, taken: Draft, found: list[Draft]) -> Draft:
    """A draft with what it has from those before it in its sentence."""
    before = found[-1] if found else None
    if before is None:
        return taken
    if before.kind in _EVENTS and taken.link in _LINKED:
        both = taken.sharing(before)
        if not overall(mentions, one):
            return both
        adds = brings_up(mentions.tokens.words[one.tokens.first])
        return taken if adds else replace(both, dates=taken.dates)
    contrast = taken.link == "contrast"
    same_time = contrast and _at_once(mentions, before)
    if same_time or (is_one(mentions, one) and set_beside(mentions, taken, before)):
        return replace(taken, dates=taken.dates or before.dates)
    opened = contrast and _opens_with_day(mentions, found[0], one)
    taken = replace(taken, dates=taken.dates or found[0].dates) if opened else taken
    return further(mentions, taken, before)


def of_before(mentions: Mentions, one: Draft, found: list[Draft]) -> bool:
    """Whether an Arabic draft goes back behind a dated event of its sentence, to another place: what stands behind it came of that one."""
    earlier = one.kind in _EVENTS and bool(keys_of(one.places)) and not one.dates
    there = keys_of(one.places)
    dated = any(told.dates and there.isdisjoint(keys_of(told.places)) for told in found)
    return earlier and dated and looks_back(mentions, one) and not in_english(mentions, one)


def another_deed(mentions: Mentions, one: Draft, event: Draft | None) -> bool:
    """Whether an Arabic draft tells a deed of its own beside the event told last: what its sentence says of a deed behind it is of this one."""
    stated = one.places or one.quantities or (one.dates and one.actors)
    own = one.kind in _DEEDS and bool(stated) and event is not None
    return own and not (in_english(mentions, one) or names_deed(mentions, one))


def with_cause(mentions: Mentions, found: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Drafts, each loss with what the cause behind it has taken from the story (قُتل مدني *جراء القصف على المخيم*, died in *attacks on the town*)."""
    caused = any(one.link == "cause" for one in found)
    return told_later(mentions, found) if caused else found


def together(mentions: Mentions, found: tuple[Draft, ...]) -> tuple[Draft, ...]:
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


def _opens_with_day(mentions: Mentions, first: Draft, one: Draft) -> bool:
    """Whether a day opens an English sentence and holds for what *while* sets beside its first deed."""
    day = first.dates[0] if len(first.dates) == 1 else None
    if day is None or mentions.tokens.words[max(0, one.tokens.first - 1)] != "while":
        return False
    return mentions.token_at(day.span.start) - first.tokens.first <= _OPENING_DAY


def _at_once(mentions: Mentions, before: Draft) -> bool:
    """Whether a draft opens with words that set it at the same time as the next one (بالتزامن مع …)."""
    return mentions.tokens.words[before.tokens.first].removeprefix("و") in at_once()
