"""Losses told by a figure alone behind one told in full: «قُتل ثلاثة في غارة على حولا *وأربعة في غارة على* الخيام»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, ranged, within
from claims.extraction.triggers import Trigger, begins
from claims.slots.quantity.elided import deed_behind

_DEEDS = frozenset({"strike", "clash"})
_LOST = frozenset({"killed", "injured", "casualties", "killed or injured"})


def with_elided(
    mentions: Mentions, tokens: Range, triggers: tuple[Trigger, ...]
) -> tuple[Trigger, ...]:
    """The predicates of a sentence, with one where a joined figure of people lost in another deed stands without its verb."""
    words, losses = mentions.tokens.words, [one for one in triggers if one.kind == "casualties"]
    counted = within(mentions.quantities, mentions.span(tokens)) if losses else ()
    found: list[Trigger] = []
    for before, figure in pairwise(one for one in counted if one.unit in _LOST):
        here, first = mentions.range(figure.span), mentions.token_at(figure.span.start)
        joined = words[first].startswith("و") or words[first - 1] == "و"
        if not joined or figure.total is not None or not deed_behind(words, here.end):
            continue
        start = mentions.token_at(before.span.start)
        apart = any(one.kind in _DEEDS and start < one.tokens.first < first for one in triggers)
        told = any(start < one.tokens.first < here.end for one in losses)
        if apart and not told:
            found.append(Trigger("casualties", "noun", ranged(first, first + 1), False, True))
    return tuple(sorted((*found, *triggers), key=begins)) if found else triggers


def elided(words: tuple[str, ...], triggers: tuple[Trigger, ...]) -> Iterator[tuple[int, str]]:
    """Where such a figure opens a statement that is joined to the loss before it."""
    for trigger in triggers[1:]:
        first = trigger.tokens.first
        alone = trigger.kind == "casualties" and trigger.role == "noun" and trigger.joined
        if alone and match("predicates", words, first, trigger.tokens.end) is None:
            yield first - (words[first - 1] == "و"), "joined"
