"""The policy ``lineages/1``: what independent kinds of source say of a claim, pair by pair.

It is a table with a trace, not a vote. For each pair of the claim the live marks of all reviewers are read:

========================  ==================================================================================
what they say             what it counts as
========================  ==================================================================================
all agree                 support, when the other source is independent; else told, not counted
all conflict              contradiction, when it is a true one (or its kind is not said)
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

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.model import (
    Apparent,
    Claim,
    Comparison,
    Decision,
    Lineage,
    Mark,
    Message,
    Modality,
    PairKey,
    Relation,
    Verdict,
    VerdictLabel,
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
    by_id = {claim.id: claim for claim in claims}
    dependent = {comparison.key for comparison in comparisons if comparison.dependence}
    pairs: dict[str, list[Judged]] = {}
    for key, marked in _by_pair(decisions).items():
        if key.left in by_id and key.right in by_id:
            for own, other in ((key.left, key.right), (key.right, key.left)):
                judged = Judged(by_id[other], tuple(marked), key in dependent)
                pairs.setdefault(own, []).append(judged)
    return tuple(judge(claim, pairs.get(claim.id, ())) for claim in claims if claim.checkable)


def _by_pair(decisions: Iterable[Decision]) -> Mapping[PairKey, list[Decision]]:
    marked: dict[PairKey, list[Decision]] = {}
    for decision in decisions:
        if decision.mark is not None:
            marked.setdefault(decision.key, []).append(decision)
    return marked


def judge(claim: Claim, pairs: Iterable[Judged]) -> Verdict:
    """The verdict on one claim from its pairs."""
    tally, used = _Tally(), set[int]()
    for pair in pairs:
        tally.found.setdefault(_counts_as(claim, pair), []).append(pair)
        used.update(decision.id for decision in pair.decisions)
    label = _label(claim, tally)
    trace = (*_trace(tally), wording(POLICY).labels[label])
    return Verdict(claim.id, label, POLICY, trace, tuple(sorted(used)))


def _counts_as(claim: Claim, pair: Judged) -> str:
    """The name of the rule that says what a pair counts as."""
    relations = {mark.relation for mark in pair.marks}
    if relations == {Relation.AGREE}:
        return "support" if _independent(claim, pair) else "dependent_support"
    if any(_contradicts(mark) for mark in pair.marks):
        return _contradiction(pair)
    if Relation.AGREE in relations:
        return "disputed_support"
    return _UNCOUNTED.get(frozenset(relations), "unsettled")


_UNCOUNTED: Final = {
    frozenset({Relation.CONFLICT}): "apparent",
    frozenset({Relation.PARTIAL}): "partial",
    frozenset({Relation.NOT_COMPARABLE}): "apart",
}
"""What a pair is called on which all say the same, and which counts neither for nor against."""


def _contradicts(mark: Mark) -> bool:
    """Whether a mark says that both cannot be true."""
    return mark.relation is Relation.CONFLICT and mark.apparent in {None, Apparent.CONTRADICTION}


def _contradiction(pair: Judged) -> str:
    if pair.other.modality is Modality.DOUBTED:
        return "doubt"
    return "contradiction" if all(map(_contradicts, pair.marks)) else "open_contradiction"


def _independent(claim: Claim, pair: Judged) -> bool:
    other = pair.other.speaker.lineage
    return other not in {Lineage.UNKNOWN, claim.speaker.lineage} and not pair.dependent


def _label(claim: Claim, tally: _Tally) -> VerdictLabel:
    against = any(_contradicts(mark) for mark in tally.marks())
    agreed = any(mark.relation is Relation.AGREE for mark in tally.marks())
    refuting = {
        pair.other.speaker.lineage
        for pair in tally.found.get("contradiction", ())
        if _independent(claim, pair)
    }
    if "support" in tally.found and not against:
        return VerdictLabel.SUPPORTED
    if len(refuting) >= ENOUGH_TO_REFUTE and not agreed:
        return VerdictLabel.REFUTED
    return VerdictLabel.CONFLICTING_EVIDENCE if against else VerdictLabel.NOT_ENOUGH_EVIDENCE


def _trace(tally: _Tally) -> Iterable[Message]:
    words = wording(POLICY)
    if not tally.found:
        yield words.rule("no_decision")
    for rule in words.rules:
        if rule in tally.found:
            speakers = [pair.other.speaker for pair in tally.found[rule]]
            sources = [speaker.source for speaker in speakers]
            yield words.rule(rule, sources, [speaker.lineage for speaker in speakers])
