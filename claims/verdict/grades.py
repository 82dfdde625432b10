"""The policy ``grades/1``: how good the evidence for an incident is, on Airwars' scale.

For each decided pair of two claims of the incident the live marks of all reviewers are read. Corroborated is an
incident on which claims of two independent lineages agree: of two known kinds, with nothing that says both relay one
origin. Lineages are counted, not articles.

1. a true contradiction on who did it, in the eyes of anybody: *contested*
2. an agreed, independent pair in which who did it says so itself, of harm to others than fighters: *confirmed*
3. corroborated, all dead and injured counted by those who agree are fighters, and nowhere civilians: *discounted*
4. corroborated, and those who agree name who did it: *fair*
5. else: *weak*

Contradictions on other things than who did it are told and change nothing: such an incident has a range or two
versions, not two culprits. The other half of *discounted*, that another party most probably did it, is for a person to
say; no rule proposes it. One more unsure mark never makes a grade stronger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from claims.model import (
    Attribution,
    Change,
    Claim,
    Comparison,
    Decision,
    Grade,
    Incident,
    Mark,
    Matter,
    Modality,
    Polarity,
    Proposal,
    Relation,
    Slot,
    Step,
)
from claims.slots.party.entries import Entry, entries
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

GRADES: Final = "grades/1"
_COUNTING: Final = (
    "corroborated",
    *(f"agreement_of_{why}" for why in DEPENDENCE),
    *("denied", "responsibility", "open_responsibility", "differing"),
)
"""What a decided pair may count as, in the order in which the steps tell it."""


@dataclass(frozen=True, slots=True)
class Between:
    """One decided pair of two claims of an incident.

    Attributes:
        claims: both.
        decisions: the live decisions on the pair, at least one, each with its mark.
        dependent: whether both may relay one origin.
    """

    claims: tuple[Claim, Claim]
    decisions: tuple[Decision, ...]
    dependent: bool

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What the reviewers say."""
        return tuple(row.mark for row in self.decisions if row.mark is not None)

    @property
    def speakers(self) -> tuple[Attribution, Attribution]:
        """Who says both claims."""
        one, other = self.claims
        return one.speaker, other.speaker


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What counts for the grade; what would change it is tried on a copy.

    Attributes:
        corroborated: whether two independent lineages agree.
        contested: whether anybody sees a true contradiction on who did it.
        admitted: whether who did it says so, in a corroborated pair.
        fighters: whether all those harmed are fighters, by those who agree.
        named: whether those who agree name who did it.
    """

    corroborated: bool
    contested: bool
    admitted: bool
    fighters: bool
    named: bool

    def grade(self) -> Grade:
        """The grade."""
        if self.contested:
            return Grade.CONTESTED
        if not self.corroborated:
            return Grade.WEAK
        if self.admitted:
            return Grade.CONFIRMED
        if self.fighters:
            return Grade.DISCOUNTED
        return Grade.FAIR if self.named else Grade.WEAK


def incident_proposals(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    comparisons: Iterable[Comparison],
    decisions: Iterable[Decision],
) -> tuple[Proposal, ...]:
    """The grade proposed for each incident, in their order.

    Args:
        incidents: claims by event.
        claims: all claims of the case.
        comparisons: the newest comparison of every pair with a decision.
        decisions: live decisions; those without a mark do not count.
    """
    by_id = {claim.id: claim for claim in claims}
    dependent = {each.key for each in comparisons if each.dependence}
    found = tuple(incidents)
    of = {name: number for number, one in enumerate(found) for name in one.claims}
    pairs: dict[int, list[Between]] = {}
    for key, marked in by_pair(decisions).items():
        number = of.get(key.left)
        if number is not None and number == of.get(key.right):
            both = by_id[key.left], by_id[key.right]
            pairs.setdefault(number, []).append(Between(both, marked, key in dependent))
    return tuple(
        grade(one.id, [by_id[name] for name in one.claims], pairs.get(number, ()))
        for number, one in enumerate(found)
    )


def grade(name: str, claims: Sequence[Claim], pairs: Iterable[Between]) -> Proposal:
    """The grade proposed for one incident.

    Args:
        name: id of the incident.
        claims: its claims.
        pairs: those of its pairs that are decided.
    """
    found = _by_rule(pairs)
    weighed = _weighed(claims, found)
    label = weighed.grade()
    return proposal(
        Matter.INCIDENT,
        name,
        label.value,
        GRADES,
        steps=_steps(claims, found, weighed),
        changes=_changes(found, weighed),
        claims=(claim.id for claim in claims),
        decisions=(row for pairs in found.values() for pair in pairs for row in pair.decisions),
        parted=any(
            found.get(rule) for rule in ("responsibility", "open_responsibility", "differing")
        ),
    )


def _by_rule(pairs: Iterable[Between]) -> Mapping[str, tuple[Between, ...]]:
    found: dict[str, list[Between]] = {}
    for pair in pairs:
        found.setdefault(_counts_as(pair), []).append(pair)
    return {rule: tuple(pairs) for rule, pairs in found.items()}


def _counts_as(pair: Between) -> str:
    """The name of the rule that says what a pair counts as; "" for one that counts for nothing."""
    if {mark.relation for mark in pair.marks} == {Relation.AGREE}:
        if not all(claim.affirms for claim in pair.claims):
            return "denied"
        one, other = pair.speakers
        why = dependence(one, other, dependent=pair.dependent)
        return f"agreement_of_{why}" if why else "corroborated"
    against = [mark for mark in pair.marks if contradicts(mark)]
    doubting = any(claim.modality is Modality.DOUBTED for claim in pair.claims)
    if not against or doubting:
        return ""
    culprit = [mark for mark in against if Slot.ACTOR in mark.slots]
    if not culprit:
        return "differing"
    return "responsibility" if len(culprit) == len(pair.marks) else "open_responsibility"


def _weighed(claims: Sequence[Claim], found: Mapping[str, tuple[Between, ...]]) -> _Weighed:
    agreeing = [claim for pair in found.get("corroborated", ()) for claim in pair.claims]
    return _Weighed(
        corroborated=bool(agreeing),
        contested=bool(found.get("responsibility") or found.get("open_responsibility")),
        admitted=any(map(_admits, agreeing)),
        fighters=_fighters_only(agreeing) and not any(map(_of_civilians, claims)),
        named=any(claim.actors for claim in agreeing),
    )


def _admits(claim: Claim) -> bool:
    """Whether who speaks says that they did it themselves, and that others than fighters came to harm."""
    asserted = claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED
    return asserted and _harms_others(claim) and _did_it(claim)


def _did_it(claim: Claim) -> bool:
    """Whether the speaker is the actor: the same, part of it, or what it is part of."""
    name = claim.speaker.source
    speaker = _by_name().get(name)
    for actor in claim.actors:
        if actor.name == name:
            return True
        if speaker and actor.id and (actor.id in speaker.within or speaker.id in actor.within):
            return True
    return False


@cache
def _by_name() -> Mapping[str, Entry]:
    return {entry.en: entry for entry in entries().values()}


def _harms_others(claim: Claim) -> bool:
    lists = wording(GRADES).lists
    counted = (each.of for each in claim.quantities if each.unit in lists["victims"])
    return _of_civilians(claim) or any(of not in lists["fighters"] for of in counted)


def _of_civilians(claim: Claim) -> bool:
    civilians = wording(GRADES).lists["civilians"]
    counted = any(each.of in civilians for each in claim.quantities)
    return counted or any(target.kind == "civilians" for target in claim.targets)


def _fighters_only(claims: Iterable[Claim]) -> bool:
    lists = wording(GRADES).lists
    harmed = [
        each.of for claim in claims for each in claim.quantities if each.unit in lists["victims"]
    ]
    return bool(harmed) and all(of in lists["fighters"] for of in harmed)


def _steps(
    claims: Sequence[Claim], found: Mapping[str, tuple[Between, ...]], weighed: _Weighed
) -> Iterator[Step]:
    words = wording(GRADES)
    everybody = [claim.speaker for claim in claims]
    if len({each.source for each in everybody}) == 1:
        yield Step("one_source", words.rule("one_source", everybody))
    elif not any(found.values()):
        yield Step("no_decision", words.rule("no_decision"))
    for rule in _COUNTING:
        if pairs := found.get(rule):
            yield Step(rule, words.rule(rule, _speakers(pairs)), _numbers(pairs))
    every = [pair for rule, pairs in found.items() if rule for pair in pairs]
    if numbers := overtaken(each for pair in every for each in pair.decisions):
        earlier = [pair for pair in every if overtaken(pair.decisions)]
        yield Step(OVERTAKEN, words.rule(OVERTAKEN, _speakers(earlier)), numbers)
    yield from ruling_steps(pair.decisions for pairs in found.values() for pair in pairs)
    yield from _told(claims, found, weighed)
    label = weighed.grade()
    yield Step(f"label.{label}", words.labels[label])


def _told(
    claims: Sequence[Claim], found: Mapping[str, tuple[Between, ...]], weighed: _Weighed
) -> Iterator[Step]:
    """What the claims themselves say that counts for the grade."""
    words = wording(GRADES)
    agreed = found.get("corroborated", ())
    admitting = [claim.speaker for claim in claims if _admits(claim)]
    if weighed.admitted:
        pairs = [pair for pair in agreed if any(map(_admits, pair.claims))]
        yield Step("admission", words.rule("admission", admitting), _numbers(pairs))
    elif admitting:
        yield Step("admission_alone", words.rule("admission_alone", admitting))
    if weighed.corroborated and weighed.fighters:
        yield Step("fighters", words.rule("fighters"), _numbers(agreed))
    elif weighed.corroborated and not weighed.named:
        yield Step("no_actor", words.rule("no_actor"), _numbers(agreed))


def _changes(found: Mapping[str, tuple[Between, ...]], weighed: _Weighed) -> Iterator[Change]:
    """What would change the grade: each thing tried by itself, through the same rule."""
    words, label = wording(GRADES), weighed.grade()
    blaming = (*found.get("responsibility", ()), *found.get("open_responsibility", ()))
    agreed = _speakers(found.get("corroborated", ()))
    tried = {
        "corroborated": (replace(weighed, corroborated=True, named=True), ()),
        "actor": (replace(weighed, named=True), ()),
        "uncorroborated": (replace(weighed, corroborated=False), agreed),
        "responsibility": (replace(weighed, contested=True), ()),
        "no_responsibility": (replace(weighed, contested=False), _speakers(blaming)),
        "admission": (replace(weighed, corroborated=True, admitted=True), ()),
    }
    if weighed.corroborated:
        del tried["corroborated"]
    for name, (supposed, speakers) in tried.items():
        if (other := supposed.grade()) is not label:
            yield Change(words.change(name, speakers), other.value)


def _speakers(pairs: Iterable[Between]) -> tuple[Attribution, ...]:
    return tuple(speaker for pair in pairs for speaker in pair.speakers)


def _numbers(pairs: Iterable[Between]) -> tuple[int, ...]:
    return tuple(sorted({row.id for pair in pairs for row in pair.decisions}))
