"""The pairs with a decision: both quotes with their surroundings, slot by slot, and who decided what, when and why."""

from __future__ import annotations

from functools import partial

from claims.model import Claim, Comparison, Decision, Mark, SlotComparison, Thing, Topic
from claims.report.captions import moment, slot_pieces, words_of
from claims.report.later import Each
from claims.report.ledger import Ledger
from claims.report.parts.evidence import evidence_sentences
from claims.report.parts.found import holds_of
from claims.report.parts.passages import passage
from claims.report.parts.who import who
from claims.report.value import (
    Beside,
    Block,
    Code,
    Listing,
    Paragraph,
    Piece,
    Ref,
    Row,
    Section,
    Sentence,
    Table,
    Words,
)
from claims.report.wording import Wording


def pairs(of: Ledger) -> Section:
    """The section, one part for each pair that was decided."""
    title = (Words(of.words.text("pairs_title")),)
    decided = of.decided
    if not decided:
        nothing = Sentence(of.words.pieces("pairs_none"), (of.method,))
        return Section("pairs", title, (Paragraph((nothing,)),))
    return Section("pairs", title, parts=Each(partial(_pair, of), decided))


def _pair(of: Ledger, comparison: Comparison) -> Section:
    ref = of.pair(comparison.key)
    left, right = of.sides(comparison.key)
    blocks: tuple[Block, ...] = (
        Beside(passage(of, left), passage(of, right)),
        _slots(of, comparison),
        Paragraph(_suggestion(of, comparison)),
        _decisions(of, of.decisions[comparison.key]),
        *_overtaken(of, comparison),
        *_ruling(of, comparison),
        *_evidence(of, comparison),
    )
    title = of.words.pieces(
        "pair_title",
        pair=ref.label,
        relation=holds_of(of, comparison),
        left=of.speaker(left),
        right=of.speaker(right),
    )
    return Section(anchor=ref.anchor, title=title, blocks=blocks, things=(ref,))


def _slots(of: Ledger, comparison: Comparison) -> Table:
    words = of.words
    left, right = of.sides(comparison.key)
    return Table(
        caption=words.text("slots_caption"),
        columns=tuple(words.text(key) for key in ("slot", "left", "right", "level", "why")),
        rows=tuple(Row(_slot(of, each, left, right)) for each in comparison.slots),
    )


def _slot(
    of: Ledger, each: SlotComparison, left: Claim, right: Claim
) -> tuple[tuple[Piece, ...], ...]:
    words = of.words
    return (
        (words.mark("slot", each.slot),),
        slot_pieces(left, each.slot, words),
        slot_pieces(right, each.slot, words),
        (words.mark("level", each.level),),
        (Words(each.message.within(words.language)),),
    )


def _suggestion(of: Ledger, comparison: Comparison) -> tuple[Sentence, ...]:
    words = of.words
    rests_on: tuple[Ref, ...] = tuple(
        of.claim(claim) for claim in (comparison.key.left, comparison.key.right)
    )
    suggested = words.pieces(
        "suggested",
        relation=words.mark("relation", comparison.relation),
        same_event=words.mark("same_event", comparison.same_event),
        confidence=Code(f"{comparison.confidence:.2f}"),
    )
    told = [Sentence(suggested, rests_on)]
    if comparison.apparent is not None:
        kind = words.mark("apparent", comparison.apparent)
        told.append(Sentence(words.pieces("suggested_kind", kind=kind), rests_on))
    if comparison.dependence:
        why = comparison.dependence.replace(" ", "_")
        reason = words.text(f"dependence_{why}")
        told.append(Sentence(words.pieces("dependence", reason=reason), rests_on))
    return tuple(told)


def _decisions(of: Ledger, decisions: tuple[Decision, ...]) -> Table:
    words = of.words
    columns = (
        *("number_in_record", "reviewer", "time", "event"),
        *("relation", "in_conflict", "kind", "reason"),
    )
    return Table(
        caption=words.text("decisions_caption"),
        columns=tuple(words.text(key) for key in columns),
        rows=tuple(_decision(of, each) for each in decisions),
    )


def _overtaken(of: Ledger, comparison: Comparison) -> tuple[Block, ...]:
    """That a claim was changed since people answered."""
    taken = tuple(each for each in of.decisions[comparison.key] if each.overtaken)
    if not taken:
        return ()
    said = of.words.pieces("overtaken_pair")
    return (Paragraph((Sentence(said, tuple(of.decision(each.id) for each in taken)),)),)


def _ruling(of: Ledger, comparison: Comparison) -> tuple[Block, ...]:
    """What an adjudicator settled, on which answers, and whose was adopted."""
    ruled = of.rulings.get(comparison.key)
    if ruled is None or ruled.ruling is None:
        return ()
    words, ruling = of.words, ruled.ruling
    rests_on = tuple(of.decision(each.id) for each in of.decisions[comparison.key])
    told = words.pieces(
        "settled_by",
        who=who(words, ruled.by, ruled.taken_in),
        when=Code(moment(ruled.at)),
        relation=(words.mark("relation", ruling.mark.relation), *_on_what(words, ruling.mark)),
        ground=words.mark("ground", ruling.ground),
        note=words_of(ruling.note),
    )
    people = words.listed((words_of(each.by),) for each in ruled.adopted)
    adopted = words.pieces("adopted_of", people=people) if people else words.pieces("adopted_none")
    return (Paragraph((Sentence(told, rests_on), Sentence(adopted, rests_on))),)


def _on_what(words: Wording, mark: Mark) -> tuple[Piece, ...]:
    """On what both part and how that may come, in brackets, as far as a mark says so."""
    kind = [] if mark.apparent is None else [(words.mark("apparent", mark.apparent),)]
    told = words.listed([*kind, *((words.mark("slot", slot),) for slot in mark.slots)])
    return (Words(" ("), *told, Words(")")) if told else ()


def _evidence(of: Ledger, comparison: Comparison) -> tuple[Block, ...]:
    """Links to evidence on the pair, on its ruling, and on each of its decisions."""
    key = str(comparison.key)
    both = (Topic(Thing.PAIR, key), Topic(Thing.RULING, key))
    told = [*evidence_sentences(of, both, (of.pair(comparison.key),))]
    for each in of.decisions[comparison.key]:
        topic = Topic(Thing.DECISION, str(each.id))
        told += evidence_sentences(of, (topic,), (of.decision(each.id),))
    return (Listing(tuple(told)),) if told else ()


def _why(of: Ledger, mark: Mark) -> tuple[Piece, ...]:
    """The reason of a decision, and what else its reviewer said: how sure they are, a comment."""
    words, said = of.words, list[tuple[Piece, ...]]()
    if mark.reason:
        said.append((words_of(mark.reason),))
    if mark.confidence is not None:
        said.append(words.pieces("decision_sure", value=Code(f"{mark.confidence:g}")))
    if mark.comment:
        said.append(words.pieces("decision_comment", comment=words_of(mark.comment)))
    return words.listed(said, by="semicolon")


def _decision(of: Ledger, decision: Decision) -> Row:
    words, mark = of.words, decision.mark
    nothing = (Words("–"),)
    ref = of.decision(decision.id)
    head: tuple[tuple[Piece, ...], ...] = (
        _numbered(ref),
        who(words, decision.by, decision.taken_in),
        (Code(moment(decision.at)),),
    )
    if mark is None:
        return Row((*head, *(nothing for _ in range(5))), ref)
    said: tuple[tuple[Piece, ...], ...] = (
        (words.mark("same_event", mark.same_event),),
        (words.mark("relation", mark.relation),),
        words.listed((words.mark("slot", slot),) for slot in mark.slots) or nothing,
        nothing if mark.apparent is None else (words.mark("apparent", mark.apparent),),
        _why(of, mark) or nothing,
    )
    return Row((*head, *said), ref)


def _numbered(ref: Ref) -> tuple[Piece, ...]:
    """The number of a decision in the report, and the one it has in the record where that is another."""
    if ref.number == ref.id:
        return (Code(ref.id),)
    return (Code(ref.number), Words(" ("), Code(ref.id), Words(")"))
