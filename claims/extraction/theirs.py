"""Whose positions *their positions* are: «قصف الجيش مواقع قسد في اعزاز، كما استهدف *مواقعهم* في تل رفعت» hits the same ones again."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.draft import Draft, revised
from claims.extraction.markers import can_attack, markers
from claims.extraction.mentions import Mentions

_THEIRS = ("هم", "ها", "ه")
_REACH = 2


def again_theirs(mentions: Mentions, piece: Clause, one: Draft, before: Draft) -> Draft:
    """A strike on what is *theirs* with those whom the strike right before it hit, where these alone can be meant."""
    if one.targets or not one.kind == before.kind == "strike":
        return one
    doers = {party.id or party.name for party in (*before.actors, *one.actors)}
    hit = [party for party in before.targets if can_attack(party)]
    meant = len(hit) == 1 and (hit[0].id or hit[0].name) not in doers
    return revised(one, targets=tuple(hit)) if meant and _names(mentions, piece) else one


def _names(mentions: Mentions, piece: Clause) -> bool:
    """Whether what somebody holds, with a pronoun on it, stands right behind the verb of a clause."""
    words = mentions.tokens.words
    for verb in piece.triggers:
        if verb.role != "verb":
            continue
        for word in words[verb.tokens.end : min(piece.tokens.end, verb.tokens.end + _REACH)]:
            bare = next((word.removesuffix(one) for one in _THEIRS if word.endswith(one)), "")
            if bare and bare in markers().holdings:
                return True
    return False
