"""A proposal beside what a person said of it, and whether the case has gone on since."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from claims.model import (
    Basis,
    Conclusion,
    Matter,
    Message,
    Outcome,
    Proposal,
    Settlement,
    State,
    Vocabulary,
)
from claims.verdict.vocabulary import policy_word


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands still of what conclusions rest on, whether or not it is of the incident that was concluded on.

    Attributes:
        claims: by their ids.
        answers: by the key of their pair and who answered.
    """

    claims: frozenset[str] = frozenset()
    answers: frozenset[tuple[str, str]] = frozenset()


def outcomes(
    proposals: Iterable[Proposal],
    conclusions: Iterable[Conclusion],
    vocabulary: Vocabulary,
    standing: Standing | None = None,
) -> tuple[Outcome, ...]:
    """Each proposal with what was said of it, in the order of the proposals.

    A conclusion on an incident is known by one of its claims, so it stays with it when the incident grows or is joined
    to another; where two meet, the one of the incident's own id counts, else the newest.

    Args:
        proposals: of one matter.
        conclusions: those that stand, on the same matter, in the order in which they came to stand.
        vocabulary: the words of the case for it.
        standing: what these conclusions rest on and stands still, in whichever incident.
    """
    said = _in_order(conclusions)
    return tuple(outcome(each, _said_of(each, said), vocabulary, standing) for each in proposals)


def adrift(
    proposals: Iterable[Proposal], conclusions: Iterable[Conclusion]
) -> tuple[Conclusion, ...]:
    """The conclusions that stand on nothing which is there: their claims are gone, or another counts in their place."""
    said = _in_order(conclusions)
    used = {found.id for each in proposals if (found := _said_of(each, said)) is not None}
    return tuple(each for _, each in said.values() if each.id not in used)


def _in_order(conclusions: Iterable[Conclusion]) -> Mapping[str, tuple[int, Conclusion]]:
    """Each by what it is of, with its place; numbers under which rows are shown say nothing of their order."""
    return {each.of: (place, each) for place, each in enumerate(conclusions)}


def _said_of(proposal: Proposal, said: Mapping[str, tuple[int, Conclusion]]) -> Conclusion | None:
    own = said.get(proposal.id)
    if own is not None or proposal.matter.value == "claim":
        return None if own is None else own[1]
    found = [said[name] for name in proposal.basis.claims if name in said]
    return max(found, key=lambda each: each[0])[1] if found else None


def outcome(
    proposal: Proposal,
    said: Conclusion | None,
    vocabulary: Vocabulary,
    standing: Standing | None = None,
) -> Outcome:
    """A proposal with what was said of it; ``standing`` as in `outcomes`."""
    proposed = vocabulary.proposed_for(proposal.label)
    if said is None or said.settlement is None:
        return Outcome(proposal, proposed, None, State.OPEN)
    settled = said.settlement
    same = settled.basis == proposal.basis and settled.policy == proposal.policy
    if same and settled.proposed == proposal.label:
        return Outcome(proposal, proposed, said, State.CURRENT)
    why = tuple(_why(settled, proposal, vocabulary, standing or Standing()))
    return Outcome(proposal, proposed, said, State.STALE, why)


def _why(
    settled: Settlement, proposal: Proposal, vocabulary: Vocabulary, standing: Standing
) -> Iterator[Message]:
    before = _name(proposal.matter, settled.proposed, vocabulary)
    after = _name(proposal.matter, proposal.label, vocabulary)
    kind = "same" if settled.proposed == proposal.label else "other"
    yield _filled(_words()[kind], before, after)
    if settled.policy != proposal.policy:
        yield _filled(
            _words()["policy"], *(_plain(one) for one in (settled.policy, proposal.policy))
        )
    for name, count in _counts(settled.basis, proposal, standing).items():
        if count:
            yield _filled(_words()[name], count=count)


def _counts(before: Basis, proposal: Proposal, standing: Standing) -> Mapping[str, int]:
    after = proposal.basis

    def gone(one: Collection[object], other: Collection[object]) -> int:
        return len(set(one) - set(other))

    then, now = ({replace(each, overtaken=False) for each in of.answers} for of in (before, after))
    lost = set(before.claims) - set(after.claims)
    unsaid = {(each.key, each.by) for each in before.answers} - {
        (each.key, each.by) for each in after.answers
    }
    if proposal.matter is not Matter.INCIDENT:
        standing = Standing()
    moved, elsewhere = lost & standing.claims, unsaid & standing.answers
    overtaken = [{each for each in of.answers if each.overtaken} for of in (after, before)]
    return {
        "new_answers": gone(now, then),
        "moved_answers": len(elsewhere),
        "gone_answers": len(unsaid - elsewhere),
        "overtaken_answers": gone(*overtaken),
        "new_claims": gone(after.claims, before.claims),
        "moved_claims": len(moved),
        "gone_claims": len(lost - moved),
    }


def _name(matter: Matter, label: str, vocabulary: Vocabulary) -> Message:
    term = vocabulary.proposed_for(label)
    return policy_word(matter, label) if term is None else term.name


def _plain(text: str) -> Message:
    return Message(ar=text, en=text)


def _filled(
    sentence: Message,
    before: Message | None = None,
    after: Message | None = None,
    *,
    count: int = 0,
) -> Message:
    def within(language: str) -> str:
        return sentence.within(language).format(
            count=count,
            before="" if before is None else before.within(language),
            after="" if after is None else after.within(language),
        )

    return Message(ar=within("ar"), en=within("en"))


@cache
def _words() -> Mapping[str, Message]:
    text = resources.files("claims.verdict").joinpath("data/outcomes.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return {name: Message(**words) for name, words in data["stale"].items()}
