"""What a policy proposes for an incident or a claim, what a person says of it, and the words both choose from.

The three levels stay apart: the relation of a pair is a `claims.model.Mark`; the evidence grade of an incident and the
verdict on a claim are proposals here, and hold once a person has confirmed them or said something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.errors import Refused
from claims.model.decision import RuledBy
from claims.model.message import Message
from claims.model.taken_in import TakenIn
from claims.model.values import Slot


class Matter(StrEnum):
    """What can be concluded on."""

    INCIDENT = "incident"
    CLAIM = "claim"


class Grade(StrEnum):
    """Airwars' five grades of the evidence for an incident."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class Scale(StrEnum):
    """What a vocabulary is for."""

    GRADE = "grade"
    VERDICT = "verdict"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary.

    Attributes:
        id: its code, which stays.
        name: what it is called.
        definition: what it means.
        stands_for: the labels of the policies for which it is proposed.
        in_words: whether whoever chooses it says why.
        slots: of a resolution the slots on which a contradiction can be resolved so; empty: whatever it is on.
    """

    id: str
    name: Message
    definition: Message
    stands_for: tuple[str, ...] = ()
    in_words: bool = False
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one scale.

    Attributes:
        id: name and version, ``airwars/1``.
        scale: what it is for.
        name: what it is called.
        source: where it comes from.
        terms: its words, in their order.

    Raises:
        Refused: it has no words, or one of them twice.
    """

    id: str
    scale: Scale
    name: Message
    source: str
    terms: tuple[Term, ...]

    def __post_init__(self) -> None:
        ids = [term.id for term in self.terms]
        if not ids or len(set(ids)) < len(ids) or not all(ids):
            raise Refused(
                f"The vocabulary {self.id} lacks words, or has one twice.",
                next_step="Give each of its words a code of its own.",
            )

    def term(self, code: str) -> Term | None:
        """The word of that code, None when there is none."""
        return next((term for term in self.terms if term.id == code), None)

    def proposed_for(self, label: str) -> Term | None:
        """The word that stands for the label of a policy, None when none does."""
        return next((term for term in self.terms if label in term.stands_for), None)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer that a proposal rests on, known in every copy of the case.

    Attributes:
        key: the pair, both ids joined by a tilde.
        by: who answered.
        at: when.
        says: what holds of the pair by it, in codes.
        overtaken: whether a claim of the pair was changed since.
    """

    key: str
    by: str
    at: str
    says: str
    overtaken: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """What a proposal rests on: the claims concerned, and every settled answer on their pairs."""

    claims: tuple[str, ...]
    answers: tuple[Answered, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that applied.

    Attributes:
        rule: its name in the policy.
        message: what it says here.
        decisions: ids of the decisions it rests on.
        ruling: the ruling that it names, None where it names none.
    """

    rule: str
    message: Message
    decisions: tuple[int, ...] = ()
    ruling: RuledBy | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What would change a proposal, and into which label of the policy."""

    message: Message
    label: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a policy says of one incident or claim.

    Attributes:
        matter: what it is about.
        id: id of that incident or claim.
        label: one of `Grade` or of `VerdictLabel`.
        policy: name and version of the policy.
        steps: which rules led there, in order; the last one says the outcome.
        changes: what would change it.
        decisions: ids of all decisions it rests on, rising.
        parted: whether somebody sees a contradiction in it, so that how it is resolved is to be said.
        basis: what it rests on.
        digest: hash over label, policy and basis: another digest, another proposal.
    """

    matter: Matter
    id: str
    label: str
    policy: str
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    decisions: tuple[int, ...]
    parted: bool
    basis: Basis
    digest: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A word as it was chosen: it can be read when the vocabulary is another by then."""

    term: str
    name: Message
    vocabulary: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person says of a proposal, before it is stored.

    Attributes:
        outcome: the grade or the verdict.
        proposed: the label that the policy proposed.
        policy: name and version of that policy.
        basis: what it rested on.
        overrides: whether the person says something else than what was proposed.
        reason: in their words.
        resolution: how the disagreement was resolved, None where there is none.

    Raises:
        Refused: a proposal is overridden without a reason.
    """

    outcome: Chosen
    proposed: str
    policy: str
    basis: Basis
    overrides: bool
    reason: str = ""
    resolution: Chosen | None = None

    def __post_init__(self) -> None:
        if self.overrides and not self.reason.strip():
            raise Refused(
                "Who says something else than what is proposed says why.",
                next_step="Give a reason, or confirm the proposal.",
            )


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A stored settlement: append-only, one row of the record.

    Attributes:
        id: number of the row, rising.
        matter: what it is about.
        of: id of that incident or claim.
        settlement: what was said; None in a row after which nothing stands.
        by: who said it.
        at: when, ISO 8601 in UTC with microseconds.
        supersedes: id of the row that this one replaces, None when it is the first.
        live: whether no later row replaces it.
        token: idempotency key of the submission ("" when none).
        taken_in: how it came here from a file; None when it was said in this case.
    """

    id: int
    matter: Matter
    of: str
    settlement: Settlement | None
    by: str
    at: str
    supersedes: int | None
    live: bool
    token: str = ""
    taken_in: TakenIn | None = None


class State(StrEnum):
    """How a conclusion stands to the proposal of now."""

    OPEN = "open"
    CURRENT = "current"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A proposal, and what a person said of it.

    Attributes:
        proposal: what the policy says now.
        proposed: the word of the case's vocabulary that stands for it, None when none does.
        conclusion: what a person said, None when nobody has.
        state: nobody has spoken, it holds, or the case has gone on since.
        stale: what has changed since, in sentences.
    """

    proposal: Proposal
    proposed: Term | None
    conclusion: Conclusion | None
    state: State
    stale: tuple[Message, ...] = ()
