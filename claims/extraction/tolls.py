"""Tolls that no word for the dead or hurt tells: what a bare figure behind *the toll* counts is a loss (ارتفعت الحصيلة إلى 58)."""

from __future__ import annotations

from claims.extraction.mentions import Mentions, Range, ranged, within
from claims.extraction.triggers import Trigger, begins
from claims.slots.quantity.tolls import toll_before

_REACH = 14
_UNIT = "casualties"


def with_tolls(
    mentions: Mentions, tokens: Range, triggers: tuple[Trigger, ...]
) -> tuple[Trigger, ...]:
    """The predicates of a sentence, with one where a toll stands whose figure counts victims and nothing between says so."""
    words = mentions.tokens.words
    found: list[Trigger] = []
    for figure in within(mentions.quantities, mentions.span(tokens)):
        if figure.unit != _UNIT:
            continue
        first = mentions.range(figure.span).first
        at = toll_before(words, first, max(tokens.first, first - _REACH))
        taken = at is None or any(one.tokens.first == at for one in found)
        if at is None or taken or _told(triggers, at, first):
            continue
        definite = words[at].removeprefix("و").startswith("ال")
        found.append(Trigger("casualties", "noun", ranged(at, at + 1), False, False, definite))
    return tuple(sorted((*found, *triggers), key=begins)) if found else triggers


def _told(triggers: tuple[Trigger, ...], at: int, first: int) -> bool:
    """Whether a word for losses stands between the toll and its figure."""
    return any(one.kind == "casualties" and at <= one.tokens.first < first for one in triggers)
