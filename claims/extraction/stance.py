"""How a clause stands to the fact: denied, planned, possible, ceased; and whether it can be checked at all."""

from __future__ import annotations

from claims.extraction.lexicon import match
from claims.extraction.mentions import Range
from claims.extraction.triggers import Trigger, match_exact
from claims.model import Modality, Polarity

_NEAR = 3
_FUTURE = ("سي", "ست", "وسي", "وست")


def stance(
    words: tuple[str, ...],
    clause: Range,
    triggers: tuple[Trigger, ...],
    dated: frozenset[int] = frozenset(),
) -> tuple[Modality, Polarity]:
    """Modality and polarity of a clause.

    A negation counts only within three words before a predicate; tokens of ``dated`` belong to dates (3 May 2019 says
    nothing of what may be).
    """
    modality, polarity = Modality.ASSERTED, Polarity.AFFIRMED
    starts = {i for t in triggers for i in range(t.tokens.first - _NEAR, t.tokens.first)}
    for index in range(clause.first, clause.end):
        hit = match("modality", words, index, clause.end)
        if hit is None or index in dated:
            continue
        if hit[0].kind == "negated":
            if index in starts:
                polarity = Polarity.NEGATED
        else:
            modality = Modality(hit[0].kind)
    verbs = (words[t.tokens.first] for t in triggers if t.role == "verb")
    if any(verb.startswith(_FUTURE) and not match_exact(verb) for verb in verbs):
        modality = Modality.PLANNED
    return modality, polarity


def unchecked(words: tuple[str, ...], tokens: Range, kind: str, modality: Modality) -> str:
    """Why a clause cannot be true or false by itself: id of a reason, "" when it can.

    Ids: ``question``, ``forecast``, ``opinion``.
    """
    if {"؟", "?"} & set(words[tokens.first : tokens.end]):
        return "question"
    if modality is Modality.PLANNED:
        return "forecast"
    return "opinion" if kind == "position" else ""
