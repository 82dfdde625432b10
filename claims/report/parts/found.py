"""What the reviewers found: one sentence for each pair with a decision."""

from __future__ import annotations

from functools import partial

from claims.model import Comparison, Decision, Mark, Relation, Slot
from claims.report.later import Each
from claims.report.ledger import Ledger
from claims.report.value import Listing, Paragraph, Piece, Section, Sentence, Words


def found(of: Ledger) -> Section:
    """The section; says so when nothing was decided yet."""
    title = (Words(of.words.text("found_title")),)
    items = Each(partial(_sentence, of), of.decided())
    if not items:
        nothing = Sentence(of.words.pieces("found_none"), (of.method,))
        return Section("found", title, (Paragraph((nothing,)),))
    return Section("found", title, (Listing(items),))


def marks(decisions: tuple[Decision, ...]) -> tuple[Mark, ...]:
    """What was said, without rows that say nothing."""
    return tuple(decision.mark for decision in decisions if decision.mark is not None)


def relation_of(of: Ledger, comparison: Comparison) -> tuple[Piece, ...]:
    """What the reviewers said of a pair; several words when they do not agree."""
    said = dict.fromkeys(mark.relation for mark in marks(of.decisions[comparison.key]))
    return of.words.listed((of.words.mark("relation", relation),) for relation in said)


def holds_of(of: Ledger, comparison: Comparison) -> tuple[Piece, ...]:
    """What holds of a pair: an adjudicator's ruling where there is one, else what the reviewers said."""
    ruled = ruling_of(of, comparison)
    if ruled is None:
        return relation_of(of, comparison)
    return (of.words.mark("relation", ruled.relation),)


def ruling_of(of: Ledger, comparison: Comparison) -> Mark | None:
    """What an adjudicator ruled on a pair, None without a ruling in force."""
    ruled = of.rulings.get(comparison.key)
    return None if ruled is None or ruled.ruling is None else ruled.ruling.mark


def when(of: Ledger, comparison: Comparison) -> tuple[Piece, ...]:
    """The dates both sides state."""
    days = [of.day(claim) for claim in of.sides(comparison.key)]
    stated = dict.fromkeys(day for day in days if day is not None)
    if not stated:
        return (Words(of.words.text("no_date")),)
    return of.words.listed(((day,) for day in stated), by="slash")


def _sentence(of: Ledger, comparison: Comparison) -> Sentence:
    decisions = of.decisions[comparison.key]
    left, right = of.sides(comparison.key)
    relations = {mark.relation for mark in marks(decisions)}
    ruled = ruling_of(of, comparison)
    slots = _slots(marks(decisions) if ruled is None else (ruled,))
    if ruled is not None:
        key = "found_ruled_on" if slots else "found_ruled"
    elif len(relations) > 1:
        key = "found_differ"
    else:
        key = "found_on" if slots else "found"
    pieces = of.words.pieces(
        key,
        relation=holds_of(of, comparison),
        relations=relation_of(of, comparison),
        slots=of.words.listed((of.words.mark("slot", slot),) for slot in slots),
        left=of.speaker(left),
        right=of.speaker(right),
        when=when(of, comparison),
    )
    rests_on = (of.pair(comparison.key), *(of.decision(each.id) for each in decisions))
    return Sentence(pieces, rests_on)


def _slots(said: tuple[Mark, ...]) -> tuple[Slot, ...]:
    named = {
        slot
        for mark in said
        if mark.relation in {Relation.CONFLICT, Relation.PARTIAL}
        for slot in mark.slots
    }
    return tuple(slot for slot in Slot if slot in named)
