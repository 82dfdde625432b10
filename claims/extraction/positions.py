"""Who holds a position: who demands, blames, welcomes or condemns is the subject of the verb, and the one who says it."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.heard import by_party, by_words
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.pointed import ORGANISED
from claims.extraction.smallwords import generics
from claims.model import Attribution, Party

_WE = ("نط", "نن", "نست", "ندي", "ندع", "نحث", "نرح", "نتم")
"""Beginnings of verbs of demand in the first person: the subject is who writes."""


def position_of(mentions: Mentions, clause: Range, verb: Range) -> Attribution | None:
    """Who demands, blames or welcomes: the known source right before the verb, in Arabic also behind it, one word between at most."""
    if mentions.tokens.words[verb.first].removeprefix("و").startswith(_WE):
        return None
    english = mentions.tokens.words[verb.first].isascii()
    for party in within(mentions.sources, mentions.span(clause)):
        name = mentions.range(party.span)
        if english and name.first >= verb.end:
            continue
        if -1 <= name.first - verb.end <= 1 or 0 <= verb.first - name.end <= 1:
            return by_party(mentions, party, verb)
    return None if english else _body_behind(mentions, verb)


def _body_behind(mentions: Mentions, verb: Range) -> Attribution | None:
    """The organisation that a noun with the article behind the verb stands for (وأدان *الفريق* …): the last such one named before."""
    words, at = mentions.tokens.words, verb.end
    kinds_meant = generics().get(words[at : at + 1], frozenset())
    if not kinds_meant or not kinds_meant <= ORGANISED | {"political body"}:
        return None
    known = _last_of(mentions, kinds_meant, mentions.span(verb).start)
    name = Range(at, at + 1)
    if known is None:
        return by_words(mentions, name, verb)
    return replace(
        by_party(mentions, known, verb),
        text=mentions.tokens.quote(at, at + 1),
        span=mentions.span(name),
    )


def _last_of(mentions: Mentions, kinds_meant: frozenset[str], start: int) -> Party | None:
    """The last source of some kinds that the document names before a position, None for none."""
    before = [one for one in mentions.sources if one.span.end <= start and one.kind in kinds_meant]
    return before[-1] if before else None
