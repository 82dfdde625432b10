"""Which outcomes people had concluded on when a version of the report was given out, and what became of that since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from claims.model import Message, Outcome, State
from claims.report.content import Changed, ReportContent
from claims.verdict.vocabulary import policy_word

CONCLUDED: Final = "concluded"
"""A person has concluded since."""
WITHDRAWN: Final = "withdrawn"
"""Nobody's conclusion stands any more: what is proposed holds."""
OVERTAKEN: Final = "overtaken"
"""The case has gone on since somebody concluded."""
RENEWED: Final = "renewed"
"""What was out of date is up to date again."""


@dataclass(frozen=True, slots=True)
class States:
    """The outcomes on which people had concluded, as far as the report told of conclusions.

    Attributes:
        waits: whether conclusions may have been withheld, so that one which was not told may have been there.
        current: what a person had said and held, as ``claim ID`` or ``incident ID``.
        stale: what had been overtaken already.
    """

    waits: bool
    current: tuple[str, ...]
    stale: tuple[str, ...]


def states_in(content: ReportContent) -> States:
    """What a report tells of conclusions."""
    named: dict[State, list[str]] = {state: [] for state in State}
    for name, outcome in _outcomes(content):
        if outcome.state is not State.OPEN:
            named[outcome.state].append(name)
    return States(content.waits, tuple(named[State.CURRENT]), tuple(named[State.STALE]))


def states_changed(before: States, content: ReportContent) -> Iterator[Changed]:
    """Outcomes that somebody has concluded on since, or whose conclusion fell, was overtaken or holds again.

    While conclusions may be withheld, then or now, only what was told both times is compared; nothing is told of one that
    cannot be read.
    """
    then = dict.fromkeys(before.current, State.CURRENT) | dict.fromkeys(before.stale, State.STALE)
    withheld = {CONCLUDED, WITHDRAWN} if before.waits or content.waits else frozenset[str]()
    unread = {each.id for each in content.left_out if each.kind == "conclusion"}
    for name, outcome in _outcomes(content):
        how = _HOW.get((then.get(name, State.OPEN), outcome.state))
        if how is not None and how not in withheld and outcome.proposal.id not in unread:
            word = word_of(outcome)
            yield Changed(outcome.proposal.matter.value, outcome.proposal.id, how, word, word)


def word_of(outcome: Outcome) -> Message:
    """What holds of an outcome: what a person said, else what is proposed."""
    said = None if outcome.conclusion is None else outcome.conclusion.settlement
    if said is not None:
        return said.outcome.name
    if outcome.proposed is not None:
        return outcome.proposed.name
    return policy_word(outcome.proposal.matter, outcome.proposal.label)


_HOW: Final[Mapping[tuple[State, State], str]] = {
    (State.OPEN, State.CURRENT): CONCLUDED,
    (State.OPEN, State.STALE): CONCLUDED,
    (State.CURRENT, State.OPEN): WITHDRAWN,
    (State.STALE, State.OPEN): WITHDRAWN,
    (State.CURRENT, State.STALE): OVERTAKEN,
    (State.STALE, State.CURRENT): RENEWED,
}


def _outcomes(content: ReportContent) -> Iterator[tuple[str, Outcome]]:
    """Each outcome with what it is called here."""
    for outcomes in (content.outcomes, content.grades):
        for each in outcomes:
            yield f"{each.proposal.matter} {each.proposal.id}", each
