"""Whose deed *its* or *their* before an English noun of attack says that it is (acknowledged the deaths of 20 people in *its strikes*)."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.draft import Draft
from claims.extraction.markers import can_attack
from claims.extraction.mentions import Mentions, Range, within
from claims.model import Attribution, Party

_DEEDS = frozenset({"strike", "clash"})
_THEIR = frozenset({"its", "their"})
_NEAR = 2
"""Words from *its* to the noun of a deed: one adjective at most between."""


def whose_deed(
    mentions: Mentions, piece: Clause, one: Draft, speaker: Attribution
) -> tuple[Party, ...]:
    """Who speaks of *its strikes*, () for any other speaker, and where somebody else who can attack stands between.

    Args:
        mentions: of the document.
        piece: the clause.
        one: what it tells.
        speaker: who says it.
    """
    deeds = (t for t in piece.triggers if t.role == "noun" and t.kind in _DEEDS)
    deed = next(deeds, None)
    at = owner_of(mentions.tokens.words, piece, deed.tokens.first) if deed is not None else -1
    if at < 0 or one.kind not in _DEEDS or speaker.span is None:
        return ()
    parties = within(mentions.sources, speaker.span)[:1]
    start = mentions.token_at(speaker.span.end - 1) + 1
    between = within(mentions.parties, mentions.span(Range(start, at))) if start < at else ()
    known = {party.id or party.name for party in parties}
    other = any(can_attack(p) and (p.id or p.name) not in known for p in between)
    return parties if start < at and not other and all(map(can_attack, parties)) else ()


def owner_of(words: tuple[str, ...], piece: Clause, deed: int) -> int:
    """The token of *its* or *their* before an English noun of a deed that begins at a token, -1 for none."""
    low = max(piece.tokens.first, deed - _NEAR)
    return next((i for i in range(deed - 1, low - 1, -1) if words[i] in _THEIR), -1)
