"""The policy ``lineages/1``: what independent kinds of source say of a claim, pair by pair.

It is a table with a trace, not a vote. For each pair of the claim the live marks of all reviewers are read:

========================  ==================================================================================
what they say             what it counts as
========================  ==================================================================================
all agree                 support, when the other source is independent; else told, not counted
all conflict              contradiction, when it is a true one (or its kind is not said); of a source that is not
                          independent it stops support, and counts towards no refutation
some conflict             open contradiction: it stops support, and refutes nothing
some agree                disputed support: it stops refutation, and supports nothing
only apparent conflict    told, not counted: time window, update, definition, granularity, scope, relay, copy
conflict with a doubt     told, not counted: the other side doubts (``non-credible``) and asserts nothing
partial, not comparable   told, not counted
anything else             unsettled: told, not counted
========================  ==================================================================================

Independent is a source of another lineage than the claim's own, of known lineage, where nothing says that both relay
one origin. Lineages are counted, not sources: two local networks are one.

1. support, and no contradiction, open or not: *supported*
2. contradiction by two or more independent lineages, and nobody agrees: *refuted*
3. any contradiction: *conflicting evidence*
4. else: *not enough evidence*

One more unsure mark never makes a verdict stronger: it can only turn support or contradiction into something open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from claims.model import (
    Attribution,
    Change,
    Claim,
    Comparison,
    Decision,
    Lineage,
    Mark,
    Matter,
    Message,
    Modality,
    PairKey,
    Proposal,
    Relation,
    RuledBy,
    SameEvent,
    Slot,
    Step,
    Verdict,
    VerdictLabel,
)
from claims.verdict.rulings import ruling_steps
from claims.verdict.weighing import (
    DEPENDENCE,
    OVERTAKEN,
    by_pair,
    contradicts,
    dependence,
    overtaken,
    proposal,
)
from claims.verdict.wording import wording

POLICY: Final = "lineages/1"

ENOUGH_TO_REFUTE: Final = 2
"""Independent lineages that must contradict a claim before it is refuted; one is account against account."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair of a claim, as the reviewers left it.

    Attributes:
        other: the other claim.
        decisions: the live decisions on the pair, at least one, each with its mark.
        dependent: whether both sides may relay one origin.
    """

    other: Claim
    decisions: tuple[Decision, ...]
    dependent: bool

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What the reviewers say."""
        return tuple(decision.mark for decision in self.decisions if decision.mark is not None)


@dataclass(slots=True)
class _Tally:
    """The pairs of one claim, by the name of the rule that says what they count as."""

    found: dict[str, list[Judged]] = field(default_factory=dict)

    def marks(self) -> Iterable[Mark]:
        """Every mark that counts; none of those against somebody who only doubts."""
        pairs = (pair for rule, pairs in self.found.items() if rule != "doubt" for pair in pairs)
        return (mark for pair in pairs for mark in pair.marks)


def verdicts(
    claims: Sequence[Claim], comparisons: Iterable[Comparison], decisions: Iterable[Decision]
) -> tuple[Verdict, ...]:
    """A verdict for each checkable claim, in the order of ``claims``.

    Args:
        claims: all claims of the case.
        comparisons: the newest comparison of every pair with a decision.
        decisions: live decisions; those without a mark do not count.
    """
    judged = _judged(claims, comparisons, decisions)
    return tuple(judge(claim, judged.get(claim.id, ())) for claim in claims if claim.checkable)


def claim_proposals(
    claims: Sequence[Claim], comparisons: Iterable[Comparison], decisions: Iterable[Decision]
) -> tuple[Proposal, ...]:
    """What is proposed for each checkable claim, in the order of ``claims``; arguments as for `verdicts`."""
    judged = _judged(claims, comparisons, decisions)
    return tuple(propose(claim, judged.get(claim.id, ())) for claim in claims if claim.checkable)


def _judged(
    claims: Iterable[Claim], comparisons: Iterable[Comparison], decisions: Iterable[Decision]
) -> dict[str, list[Judged]]:
    """The decided pairs of each claim."""
    by_id = {claim.id: claim for claim in claims}
    dependent = {comparison.key for comparison in comparisons if comparison.dependence}
    pairs: dict[str, list[Judged]] = {}
    for key, marked in by_pair(decisions).items():
        if key.left in by_id and key.right in by_id:
            for own, other in ((key.left, key.right), (key.right, key.left)):
                judged = Judged(by_id[other], marked, key in dependent)
                pairs.setdefault(own, []).append(judged)
    return pairs


def judge(claim: Claim, pairs: Iterable[Judged]) -> Verdict:
    """The verdict on one claim from its pairs."""
    judged = tuple(pairs)
    tally = _tally(claim, judged)
    label = _label(tally)
    numbers = sorted({decision.id for pair in judged for decision in pair.decisions})
    steps = tuple(_steps(tally, label))
    return Verdict(claim.id, label, POLICY, _trace(steps), tuple(numbers), _rulings(steps))


def verdict_of(proposed: Proposal) -> Verdict:
    """The verdict that a proposal for a claim is."""
    steps, label = proposed.steps, VerdictLabel(proposed.label)
    trace, decisions = _trace(steps), proposed.decisions
    return Verdict(proposed.id, label, proposed.policy, trace, decisions, _rulings(steps))


def _trace(steps: Iterable[Step]) -> tuple[Message, ...]:
    return tuple(step.message for step in steps)


def _rulings(steps: Iterable[Step]) -> tuple[RuledBy, ...]:
    return tuple(step.ruling for step in steps if step.ruling is not None)


def propose(claim: Claim, pairs: Iterable[Judged]) -> Proposal:
    """What is proposed for one claim from its pairs, with every rule that applied and what would change it."""
    judged = tuple(pairs)
    tally = _tally(claim, judged)
    label = _label(tally)
    return proposal(
        Matter.CLAIM,
        claim.id,
        label.value,
        POLICY,
        steps=_steps(tally, label),
        changes=_changes(claim, judged, label),
        claims=(claim.id, *(pair.other.id for pair in judged)),
        decisions=(decision for pair in judged for decision in pair.decisions),
        parted=any(contradicts(mark) for mark in tally.marks()),
    )


def _tally(claim: Claim, pairs: Iterable[Judged]) -> _Tally:
    tally = _Tally()
    for pair in pairs:
        tally.found.setdefault(_counts_as(claim, pair), []).append(pair)
    return tally


def _counts_as(claim: Claim, pair: Judged) -> str:
    """The name of the rule that says what a pair counts as."""
    relations = {mark.relation for mark in pair.marks}
    if relations == {Relation.AGREE}:
        return _weighted("support", claim, pair)
    if any(contradicts(mark) for mark in pair.marks):
        return _contradiction(claim, pair)
    if Relation.AGREE in relations:
        return "disputed_support"
    return _UNCOUNTED.get(frozenset(relations), "unsettled")


_UNCOUNTED: Final = {
    frozenset({Relation.CONFLICT}): "apparent",
    frozenset({Relation.PARTIAL}): "partial",
    frozenset({Relation.NOT_COMPARABLE}): "apart",
}
"""What a pair is called on which all say the same, and which counts neither for nor against."""


def _contradiction(claim: Claim, pair: Judged) -> str:
    if pair.other.modality is Modality.DOUBTED:
        return "doubt"
    if not all(map(contradicts, pair.marks)):
        return "open_contradiction"
    return _weighted("contradiction", claim, pair)


def _weighted(counts_as: str, claim: Claim, pair: Judged) -> str:
    """The rule by which a pair counts, or by which it is told and does not, with why the other source is not independent."""
    why = dependence(claim.speaker, pair.other.speaker, dependent=pair.dependent)
    return f"{counts_as}_of_{why}" if why else counts_as


def _label(tally: _Tally) -> VerdictLabel:
    against = any(contradicts(mark) for mark in tally.marks())
    agreed = any(mark.relation is Relation.AGREE for mark in tally.marks())
    refuting = {pair.other.speaker.lineage for pair in tally.found.get("contradiction", ())}
    if "support" in tally.found and not against:
        return VerdictLabel.SUPPORTED
    if len(refuting) >= ENOUGH_TO_REFUTE and not agreed:
        return VerdictLabel.REFUTED
    return VerdictLabel.CONFLICTING_EVIDENCE if against else VerdictLabel.NOT_ENOUGH_EVIDENCE


def _steps(tally: _Tally, label: VerdictLabel) -> Iterator[Step]:
    words = wording(POLICY)
    if not tally.found:
        yield Step("no_decision", words.rule("no_decision"))
    for rule in words.rules:
        if rule in tally.found:
            pairs = tally.found[rule]
            numbers = sorted({decision.id for pair in pairs for decision in pair.decisions})
            yield Step(rule, words.rule(rule, _speakers(pairs)), tuple(numbers))
    every = [pair for pairs in tally.found.values() for pair in pairs]
    if before := overtaken(each for pair in every for each in pair.decisions):
        earlier = [pair for pair in every if overtaken(pair.decisions)]
        yield Step(OVERTAKEN, words.rule(OVERTAKEN, _speakers(earlier)), before)
    yield from ruling_steps(pair.decisions for pair in every)
    yield Step(f"label.{label}", words.labels[label])


def _speakers(pairs: Iterable[Judged]) -> tuple[Attribution, ...]:
    return tuple(pair.other.speaker for pair in pairs)


def _changes(claim: Claim, pairs: tuple[Judged, ...], label: VerdictLabel) -> Iterator[Change]:
    """What would change the verdict: each thing tried by itself, through the same rules."""
    words = wording(POLICY)
    tally = _tally(claim, pairs)
    tried: list[tuple[Message, Iterable[Judged]]] = [
        (words.change("support"), (*pairs, _supposed(claim, pairs, Relation.AGREE))),
        (words.change("contradiction"), (*pairs, _supposed(claim, pairs, Relation.CONFLICT))),
    ]
    for change, rules in _UNDONE.items():
        gone = [pair for rule in rules for pair in tally.found.get(rule, ())]
        if gone:
            left = [pair for pair in pairs if pair not in gone]
            if change == "no_dispute":
                left += [_agreed(pair) for pair in gone]
            tried.append((words.change(change, _speakers(gone)), left))
    for message, supposed in tried:
        found = _label(_tally(claim, supposed))
        if found is not label:
            yield Change(message, found.value)


_UNDONE: Final = {
    "no_support": ("support",),
    "no_contradiction": (
        "contradiction",
        *(f"contradiction_of_{why}" for why in DEPENDENCE),
        "open_contradiction",
    ),
    "no_dispute": ("disputed_support",),
}
"""What is taken away to see whether the verdict rests on it, by the rules of its pairs."""


def _supposed(claim: Claim, pairs: Iterable[Judged], relation: Relation) -> Judged:
    """A pair that is not there: with a source of a known kind that none of the others is of."""
    taken = {claim.speaker.lineage, Lineage.UNKNOWN, *(each.lineage for each in _speakers(pairs))}
    own = {claim.speaker.lineage, Lineage.UNKNOWN}
    lineage = next((kind for kind in Lineage if kind not in taken), None) or next(
        kind for kind in Lineage if kind not in own
    )
    other = replace(
        claim, id="~", modality=Modality.ASSERTED, attribution=(Attribution("", lineage),)
    )
    slots = (Slot.DATE,) if relation is Relation.CONFLICT else ()
    mark = Mark(PairKey.of(claim.id, other.id), SameEvent.YES, relation, slots)
    return Judged(other, (_decided(mark),), dependent=False)


def _agreed(pair: Judged) -> Judged:
    """The pair, as if all its reviewers agreed."""
    return replace(
        pair,
        decisions=tuple(
            replace(row, mark=Mark(row.key, SameEvent.YES, Relation.AGREE))
            for row in pair.decisions
        ),
    )


def _decided(mark: Mark) -> Decision:
    return Decision(0, mark, mark.key, "", "", None, live=True, seen=0)
