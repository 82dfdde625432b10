"""Whose a claimed attack is: that of the armed group which claims it."""

from __future__ import annotations

from claims.extraction.claimed import claims_deed
from claims.extraction.clauses import Clause
from claims.extraction.draft import Draft, revised
from claims.extraction.markers import can_attack
from claims.extraction.mentions import Mentions, within

_DEEDS = frozenset({"strike", "clash"})


def by_claimant(mentions: Mentions, piece: Clause, one: Draft) -> Draft:
    """A deed without a doer that the armed group which speaks claims is of that group."""
    speaker = one.attribution[-1]
    if one.actors or one.kind not in _DEEDS or speaker.span is None or speaker.cue_span is None:
        return one
    cue = mentions.range(speaker.cue_span)
    if not 0 <= piece.tokens.first - cue.end <= 1:
        return one
    if not claims_deed(mentions.tokens.words, cue, piece.tokens.end):
        return one
    claimants = tuple(p for p in within(mentions.sources, speaker.span)[:1] if can_attack(p))
    return revised(one, actors=claimants) if claimants else one
