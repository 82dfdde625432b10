"""What the items of a list, the parts of a toll and what came of counted attacks take from the lines above them.

«وتوزعت غارات الطيران أمس على النحو التالي:» states day and doer of all its items; a toll of a province (حصيلة القصف على محافظة …
اليوم 6 قتلى) those of the tolls below it that stand under the name of a place (#حيس / قتيل و4 جرحى) and count no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claims.extraction.draft import Draft
from claims.extraction.mentions import Mentions
from claims.extraction.pointers import (
    DEED_UNITS,
    in_english,
    is_denied,
    looks_back,
    phrase_at,
    phrases_of,
)

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage", "displacement"})
_EVENTS = _DEEDS | _LOSSES


def items_of(drafts: tuple[Draft, ...], head: Draft) -> tuple[Draft, ...]:
    """The drafts of an item with day and doer of the line that announces its list, where they state none."""
    return tuple(_under(one, head) if one.kind in _EVENTS else one for one in drafts)


def without_names(
    mentions: Mentions, drafts: tuple[Draft, ...], before: Iterable[Draft]
) -> tuple[Draft, ...]:
    """The drafts of a sentence without those that only head or list the names of the dead and hurt (أسماء الشهداء: …) whom a toll counted.

    A heading alone tells nothing; names behind a toll of at least as many are no further loss. Names that no toll counts are told.

    Args:
        mentions: of the document.
        drafts: of the sentence.
        before: those of the few sentences before it.
    """
    heads = [one for one in drafts if one.kind == "casualties" and _heads_names(mentions, one)]
    if not heads:
        return drafts
    tolls = [one for one in before if one.kind == "casualties" and one.quantities]
    counted = max((figure.low or 0 for one in tolls for figure in one.quantities), default=0)
    again = [one for one in heads if not (one.dates or one.actors) and _most(one) <= counted]
    return tuple(one for one in drafts if one not in again)


def _heads_names(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft begins with words that head names."""
    words, first = mentions.tokens.words, one.tokens.first
    return any(
        words[first : first + len(phrase)] == phrase
        for phrase in phrases_of("names").get(words[first], ())
    )


def _most(one: Draft) -> float:
    return max((figure.low or 0 for figure in one.quantities), default=0)


def under_toll(mentions: Mentions, one: Draft, toll: Draft | None) -> Draft:
    """A toll under the name of a place with day and doer of the toll of the wider place that it is a part of."""
    if toll is None or toll.kind != "casualties" or one.kind != "casualties" or is_denied(one):
        return one
    around = {place.id or place.name for place in toll.places}
    headed = [place for place in one.places if not mentions.span(one.tokens).covers(place.span)]
    inside = bool(headed) and all(around & set(place.within) for place in one.places)
    if not inside or in_english(mentions, one) or not _no_more(one, toll):
        return one
    found = _under(one, toll)
    return replace(found, actors=one.actors) if one.tail is not None else found


def of_tally(mentions: Mentions, one: Draft, tally: Draft) -> bool:
    """Whether an Arabic draft counts on after a count of attacks over a longer time, or tells what came of these (*تلك الهجمات*)."""
    phrases = ("those attacks", "same day")
    pointed = any(phrase_at(mentions.tokens, one.tokens, group) for group in phrases)
    same = one.attribution[-1].source == tally.attribution[-1].source and tally.attribution[-1].span
    counts = bool(same) and any(each.unit in DEED_UNITS for each in one.quantities)
    on = counts and not (one.dates or one.places or looks_back(mentions, one))
    return (pointed or on) and not in_english(mentions, one)


def _under(one: Draft, head: Draft) -> Draft:
    days = head.dates if len(head.dates) == 1 and not one.dates else one.dates
    known = {party.id or party.name for party in one.targets}
    doers = tuple(p for p in head.actors if (p.id or p.name) not in known)
    return replace(one, dates=days, actors=one.actors or doers)


def _no_more(one: Draft, toll: Draft) -> bool:
    """Whether a draft counts, and each of its figures is no greater than the toll's of the same unit."""
    most = {figure.unit: figure.low or 0 for figure in toll.quantities}
    return bool(one.quantities) and all(
        figure.unit in most and (figure.low or 0) <= most[figure.unit] for figure in one.quantities
    )
