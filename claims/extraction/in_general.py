"""English deeds that are told of no one time: what a word means (*it occurs when* a plane bombs …), what somebody can do (*can* track a target *before firing*)."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.lexicon import match
from claims.extraction.mentions import Range
from claims.extraction.smallwords import enabling, occurring
from claims.model import Modality
from claims.text.tokens import where

_BEYOND = frozenset({"before", "after", "without", "while", "when", "by"})
_AHEAD = 24
_AT_ONCE = 3
_STOPS = frozenset({".", ";", "!", "?", "\n"})
_WHEN = frozenset({"when"})
_TO_COME = frozenset({Modality.PLANNED, Modality.POSSIBLE})


def in_general(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether a clause says when something occurs at all, or what somebody who only can do something does with it."""
    first = clause.tokens.first
    return _occurs(words, clause.tokens) or _enabled(words, first)


def _occurs(words: tuple[str, ...], tokens: Range) -> bool:
    """Whether a clause stands behind *occurs when*, or holds these words."""
    told = where(words, _WHEN, max(1, tokens.first - _AT_ONCE), tokens.end - 1)
    return any(words[index - 1] in occurring() for index in told)


def _enabled(words: tuple[str, ...], first: int) -> bool:
    """Whether a gerund with no subject of its own goes with what somebody only can do."""
    if words[first] not in _BEYOND or not words[first + 1 : first + 2]:
        return False
    if not words[first + 1].endswith("ing"):
        return False
    ahead = words[max(0, first - _AHEAD) : first]
    stop = next((i for i in range(len(ahead) - 1, -1, -1) if ahead[i] in _STOPS), -1)
    return not enabling().isdisjoint(ahead[stop + 1 :])


def led_modality(words: tuple[str, ...], lead: Range | None) -> Modality:
    """How a verb stands to the fact whose subject and auxiliary are those of the clause before ([the army *would*] destroy …)."""
    if lead is None or not words[lead.first].isascii():
        return Modality.ASSERTED
    for index in range(max(lead.first, lead.end - _AT_ONCE), lead.end):
        hit = match("modality", words, index, lead.end)
        if hit is not None and hit[1] == lead.end and hit[0].kind in _TO_COME:
            return Modality(hit[0].kind)
    return Modality.ASSERTED
