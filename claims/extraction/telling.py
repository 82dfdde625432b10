"""Whether a clause tells an event or only speaks of one in passing.

News is full of nouns of action that tell nothing new: *the strikes* of a relative clause, a purpose (بهدف السيطرة على),
a deed told two lines above (أدى القصف إلى). A claim is made of what is told.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.clauses import Clause
from claims.extraction.draft import Draft
from claims.extraction.lexicon import leading, telling
from claims.extraction.mentions import Mentions, within

_VERBS = frozenset({"verb", "light"})
_LEADING = 2
_TOLD_WITH = 2
_HEADING = 3
_AUXILIARY_REACH = 5
_SUFFERED = frozenset({"casualties", "damage", "displacement", "arrest", "control"})
_PLACED = frozenset({"strike", "clash", "casualties", "damage", "arrest", "displacement"})


def settled(mentions: Mentions, pieces: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses that may tell something; a relative clause or a purpose that tells nothing belongs to the one before."""
    kept: list[Clause] = []
    for piece in pieces:
        bound = piece.link in {"relative", "purpose"} and kept
        if bound and kept[-1].whole.end == piece.tokens.first and not _stands(mentions, piece):
            kept[-1] = replace(kept[-1], reach=piece.tokens.end)
        else:
            kept.append(piece)
    return tuple(kept)


def _stands(mentions: Mentions, piece: Clause) -> bool:
    """Whether a relative clause states an event with a day, a figure or, for a deed, a place."""
    verbs = {trigger.kind for trigger in piece.triggers if trigger.role in _VERBS}
    if piece.link == "purpose" or not verbs:
        return False
    span = mentions.span(piece.tokens)
    counted = bool(within(mentions.quantities, span))
    placed = bool(within(mentions.places, span)) and not verbs.isdisjoint(_PLACED)
    return counted or placed or bool(within(mentions.dates, span))


def tells(words: tuple[str, ...], clause: Clause, draft: Draft) -> bool:
    """Whether ``clause`` states what ``draft`` holds; its slots are those of the clause itself.

    A verb tells, outside of a relative clause. A noun of action tells at the head of its clause, behind a word of
    telling, where it is counted, and with one slot of its own (two where it is definite).
    """
    if not draft.kind or clause.link == "purpose":
        return False
    own = [trigger for trigger in clause.triggers if trigger.kind == draft.kind]
    slots = _slots(draft)
    verb = any(trigger.role in _VERBS for trigger in own)
    if clause.link == "relative":
        return verb
    if verb or (clause.link in {"effect", "uneventful"} and draft.kind in _SUFFERED):
        return True
    if draft.kind not in _SUFFERED and _is_heading(words, clause, slots):
        return False
    leads = [_leads(words, clause, trigger.tokens.first) for trigger in own]
    fresh = [not trigger.known for trigger in own]
    if any(lead and (new or slots) for lead, new in zip(leads, fresh, strict=True)):
        return True
    return slots >= (1 if any(fresh) else _TOLD_WITH)


def _is_heading(words: tuple[str, ...], clause: Clause, slots: int) -> bool:
    """Whether a few words without a verb only name what follows (*Strikes in Syria*)."""
    stretch = [word for word in words[clause.tokens.first : clause.tokens.end] if word.isalnum()]
    return clause.link == "main" and len(stretch) <= _HEADING and slots < _TOLD_WITH


def _slots(draft: Draft) -> int:
    stated = (draft.dates, draft.places or draft.targets, draft.actors, draft.quantities)
    return sum(map(bool, stated))


def _leads(words: tuple[str, ...], clause: Clause, index: int) -> bool:
    """Whether a noun stands at the head of its clause or behind a word of telling."""
    before = [word for word in words[clause.tokens.first : index] if word.isalnum()]
    if len(before) <= _LEADING or not telling().isdisjoint(before[-_LEADING:]):
        return True
    return not leading().isdisjoint(before[-_AUXILIARY_REACH:])
