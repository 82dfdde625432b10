"""A comparison as people settled it: their words take the place of what it suggests, slot by slot.

A ruling that is in force goes before what reviewers say, and both before the suggestion. Where reviewers part and nobody
ruled, the suggestion stands. This is the only place that turns marks into levels: incidents, their sheets, the timeline
and the matrix all read comparisons that went through here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claims.comparison.signs import settled_words
from claims.model import (
    Apparent,
    Comparison,
    Level,
    Mark,
    PairKey,
    Relation,
    SameEvent,
    Slot,
    SlotComparison,
    Spoken,
    Voice,
)

_PARTING = frozenset({Relation.CONFLICT, Relation.PARTIAL})


SpokenOf = Mapping[PairKey, Spoken]


def voice_of(key: PairKey, spoken: SpokenOf) -> Voice:
    """Whose word stands on the slots of a pair."""
    said = spoken.get(key)
    if said is None or not said.marks or said.overtaken:
        return Voice.SUGGESTED
    if unsettled(said):
        return Voice.SUGGESTED
    return Voice.PARTED if said.parted else said.voice


def unsettled(said: Spoken) -> bool:
    """Whether all who spoke are unsure, so that nobody's word stands on how the slots compare."""
    return all(mark.relation is Relation.UNSURE for mark in said.marks)


def all_settled(comparisons: Iterable[Comparison], spoken: SpokenOf) -> tuple[Comparison, ...]:
    """Every comparison as people settled it, in the same order."""
    return tuple(
        settled(each, spoken[each.key]) if each.key in spoken else each for each in comparisons
    )


def settled(comparison: Comparison, spoken: Spoken) -> Comparison:
    """The comparison as people settled it, or as it is where nobody did or they part.

    Of a pair of which a claim was changed since they spoke only whether both are one event.
    """
    if not spoken.marks or spoken.parted:
        return comparison
    first = spoken.marks[0]
    if spoken.overtaken:
        return replace(comparison, same_event=first.same_event)
    named = tuple(slot for slot in Slot if any(slot in mark.slots for mark in spoken.marks))
    copied = all(mark.apparent is Apparent.COPY for mark in spoken.marks)
    return replace(
        comparison,
        same_event=first.same_event,
        relation=first.relation,
        conflicting=named,
        slots=tuple(_slot(one, first, named) for one in comparison.slots),
        dependence="copy" if copied else comparison.dependence,
    )


def _slot(one: SlotComparison, said: Mark, named: tuple[Slot, ...]) -> SlotComparison:
    """One slot after what people said of the pair.

    What they name differs. What they do not name, the comparison no longer says to differ: after *agree* it goes
    together, else it stays open. Of two events nothing is said.
    """
    if said.same_event is SameEvent.NO:
        return replace(one, level=Level.ABSENT, message=settled_words("event"))
    if said.relation in _PARTING and one.slot in named:
        return replace(one, level=Level.DIFFERENT, message=settled_words("differ"))
    if one.level is not Level.DIFFERENT:
        return one
    if said.relation is Relation.AGREE:
        return replace(one, level=Level.COMPATIBLE, message=settled_words("alike"))
    return replace(one, level=Level.ABSENT, message=settled_words("open"))
