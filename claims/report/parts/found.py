"""What the reviewers found: one sentence for each pair with a decision."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from claims.model import Claim, Comparison, Decision, Mark, Outcome, Relation, Slot
from claims.report.captions import slot_pieces, slot_values, stance_pieces, told_pieces, words_of
from claims.report.later import Each
from claims.report.ledger import Ledger, link
from claims.report.parts.incidents import days_of
from claims.report.parts.outcomes import name_of, said_of
from claims.report.value import Listing, Paragraph, Piece, Section, Sentence, Thing, Words
from claims.report.wording import Wording
from claims.review.adjudication import parting

_RANKS: Final = {
    Relation.CONFLICT: 0,
    Relation.PARTIAL: 1,
    Relation.AGREE: 2,
    Relation.UNSURE: 3,
    Relation.NOT_COMPARABLE: 4,
}


def found(of: Ledger) -> Section:
    """The section; says so when nothing was decided yet."""
    title = (Words(of.words.text("found_title")),)
    items = Each(partial(_sentence, of), _telling_first(of))
    said = Paragraph((Sentence(of.words.pieces("found_none"), (of.method,)),))
    return Section("found", title, (Listing(items) if items else said,), _concluded(of))


def _telling_first(of: Ledger) -> Sequence[Comparison]:
    """The decided pairs: conflicts and answers that part, then what agrees, then what nobody could settle.

    Those of one rank stay in the order of the queue.
    """

    def rank(at: int) -> int:
        comparison = of.decided[at]
        ruled = ruling_of(of, comparison)
        said = marks(of.decisions[comparison.key]) if ruled is None else (ruled,)
        relations = {mark.relation for mark in said}
        return _RANKS[relations.pop()] if len(relations) == 1 else 0

    return Each(of.decided.__getitem__, array("L", sorted(range(len(of.decided)), key=rank)))


def _concluded(of: Ledger) -> tuple[Section, ...]:
    """What people said of claims and incidents, a sentence each; no section where they said nothing."""
    content = of.content
    claims, grades = (
        [each for each in found if each.conclusion is not None]
        for found in (content.outcomes, content.grades)
    )
    if not claims and not grades:
        return ()
    items = (*(_verdict(of, each) for each in claims), *(_grade(of, each) for each in grades))
    title = (Words(of.words.text("found_concluded")),)
    return (Section("found-concluded", title, (Listing(items),)),)


def _verdict(of: Ledger, outcome: Outcome) -> Sentence:
    claim = of.claims[outcome.proposal.id]
    pieces = of.words.pieces(
        "found_verdict",
        name=name_of(of, outcome),
        statement=told_pieces(claim, of.words, of.edits.get(claim.id), quoted=True),
        source=of.speaker(claim),
        concluded=said_of(of, outcome),
    )
    return Sentence(pieces, (of.claim(claim.id), of.ref(Thing.VERDICT, claim.id)))


def _grade(of: Ledger, outcome: Outcome) -> Sentence:
    one = of.sheet(outcome.proposal.id).incident
    pieces = of.words.pieces(
        "found_grade",
        name=name_of(of, outcome),
        incident=link(of.incident(one.id)),
        days=days_of(of, one),
        concluded=said_of(of, outcome),
    )
    return Sentence(pieces, (of.incident(one.id),))


def marks(decisions: tuple[Decision, ...]) -> tuple[Mark, ...]:
    """What was said, without rows that say nothing."""
    return tuple(decision.mark for decision in decisions if decision.mark is not None)


def relation_of(of: Ledger, comparison: Comparison) -> tuple[Piece, ...]:
    """What the reviewers said of a pair; several words when they do not agree."""
    said = dict.fromkeys(_word(of, mark) for mark in marks(of.decisions[comparison.key]))
    return of.words.listed(said)


def _word(of: Ledger, mark: Mark) -> tuple[Piece, ...]:
    """The relation that somebody named, with its kind: a conflict in appearance is not told as one that holds."""
    relation = of.words.mark("relation", mark.relation)
    if mark.apparent is None:
        return (relation,)
    return (relation, Words(" ("), of.words.mark("apparent", mark.apparent), Words(")"))


def holds_of(of: Ledger, comparison: Comparison) -> tuple[Piece, ...]:
    """What holds of a pair: an adjudicator's ruling where there is one, else what the reviewers said."""
    ruled = ruling_of(of, comparison)
    if ruled is None:
        return relation_of(of, comparison)
    return _word(of, ruled)


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
    apart = dict.fromkeys(_slots((mark,)) for mark in marks(decisions))
    if ruled is not None:
        key = "found_ruled_on" if slots else "found_ruled"
    elif len(relations) > 1:
        key = "found_differ"
    elif len(apart) > 1:
        key = "found_apart"
    else:
        key = "found_on" if slots else "found"
    pieces = of.words.pieces(
        key,
        relation=holds_of(of, comparison),
        relations=relation_of(of, comparison),
        slots=of.words.listed((of.words.mark("slot", slot),) for slot in slots),
        places=of.words.listed((_named(of, each) for each in apart), by="semicolon"),
        left=of.speaker(left),
        right=of.speaker(right),
        when=when(of, comparison),
    )
    rests_on = (of.pair(comparison.key), *(of.decision(each.id) for each in decisions))
    earlier = of.words.pieces("found_earlier") if any(d.overtaken for d in decisions) else ()
    return Sentence((*pieces, *_values(of, slots, left, right), *earlier), rests_on)


def _named(of: Ledger, slots: Iterable[Slot]) -> tuple[Piece, ...]:
    """Slots in a row, a dash for none."""
    return of.words.listed((of.words.mark("slot", slot),) for slot in slots) or (Words("–"),)


def disputed(of: Ledger) -> Sequence[Comparison]:
    """The pairs on which answers part in any field, as `claims.review.adjudication.parting` says, and nobody has ruled."""

    def parts(comparison: Comparison) -> bool:
        said = marks(of.decisions[comparison.key])
        return bool(parting(said)) and ruling_of(of, comparison) is None

    found = array("L", (at for at, each in enumerate(of.decided) if parts(each)))
    return Each(of.decided.__getitem__, found)


def _values(of: Ledger, slots: Iterable[Slot], left: Claim, right: Claim) -> tuple[Piece, ...]:
    """What each side says in the slots on which they part; nothing of a slot that was read in neither."""
    words = of.words
    told = [
        words.pieces(
            "found_value",
            slot=words.mark("slot", slot),
            left=_value(left, slot, words),
            right=_value(right, slot, words),
        )
        for slot in slots
        if _read(left, slot) or _read(right, slot)
    ]
    if not told:
        return ()
    return words.pieces("found_values", values=words.listed(told, by="semicolon"))


def _value(claim: Claim, slot: Slot, words: Wording) -> tuple[Piece, ...]:
    """What a claim says in a slot, and how its words stand to that.

    Who denies a blow often names nothing in the slot on which both part: the words themselves stand there then.
    """
    stance = stance_pieces(claim, words)
    if not stance:
        return slot_pieces(claim, slot, words)
    quote = (words_of(claim.quote, quoted=True),)
    said = slot_pieces(claim, slot, words) if _read(claim, slot) else quote
    return (*said, Words(" ("), *stance, Words(")"))


def _read(claim: Claim, slot: Slot) -> bool:
    return bool([*slot_values(claim, slot, "en")]) or any(
        each.slot is slot for each in claim.unread
    )


def _slots(said: tuple[Mark, ...]) -> tuple[Slot, ...]:
    named = {
        slot
        for mark in said
        if mark.relation in {Relation.CONFLICT, Relation.PARTIAL}
        for slot in mark.slots
    }
    return tuple(slot for slot in Slot if slot in named)
