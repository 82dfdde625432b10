"""Who rescues people, brings them aid or buries them: the subject of a verb of relief, who attacks nobody.

«أجلى الهلال الأحمر 85 جريحاً»، «فرق الدفاع المدني أسعفت المصابين»، «إجلاء مرضى من قبل منظمة الصحة»: behind the word of relief or right
before it, a branch between at most, or behind a word of agency.
"""

from __future__ import annotations

from itertools import chain

from claims.extraction.clauses import Clause
from claims.extraction.markers import ends, markers
from claims.extraction.mentions import Mentions, within
from claims.extraction.standing import MARKS, stand_of
from claims.extraction.triggers import Trigger
from claims.model import Party

KIND = "relief"
"""The kind of claim that this module finds the doer of."""
_FARTHEST = 2
_HELD = frozenset({"civilians"})


def helpers(mentions: Mentions, clause: Clause) -> tuple[Party, ...]:
    """Who does the relief that a clause tells of, () where nobody is named."""
    told = next((t for t in clause.triggers if t.kind == KIND), None)
    if told is None:
        return ()
    inside = within(mentions.parties, mentions.span(clause.tokens))
    fit = (one for one in inside if one.kind in markers().helping)
    return tuple(one for one in fit if _helps(mentions, clause, told, one))[:1]


def helped(mentions: Mentions, clause: Clause) -> tuple[Party, ...]:
    """The people that a clause tells are rescued or given aid: those behind the word of relief."""
    told = next((t for t in clause.triggers if t.kind == KIND), None)
    if told is None:
        return ()
    inside = within(mentions.parties, mentions.span(clause.tokens))
    behind = (one for one in inside if mentions.token_at(one.span.start) >= told.tokens.end)
    return tuple(one for one in behind if one.kind in _HELD)


def _helps(mentions: Mentions, clause: Clause, told: Trigger, party: Party) -> bool:
    words, here = mentions.tokens.words, stand_of(mentions, clause, party)
    if ends(here.lead, markers().agent):
        return True
    if here.letter:
        return False
    if here.tokens.first >= told.tokens.end:
        gap = _bare(words[told.tokens.end : here.tokens.first])
        return len(gap) < _FARTHEST and markers().branches.issuperset(gap)
    gap = _bare(words[here.tokens.end : told.tokens.first])
    free = not any(word in chain(markers().placing, markers().breaking) for word in gap)
    placed = words[here.tokens.first - 1] if here.tokens.first > clause.tokens.first else ""
    return (
        told.role == "verb" and len(gap) <= _FARTHEST and free and placed not in markers().placing
    )


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in MARKS)
