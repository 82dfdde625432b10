"""What people decide about pairs, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.errors import Refused
from claims.model.comparison import Apparent, PairKey, Relation, SameEvent
from claims.model.message import Message
from claims.model.taken_in import TakenIn
from claims.model.values import Slot


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reviewer says of a pair, before it is stored.

    Attributes:
        key: the pair.
        same_event: the gate.
        relation: agree, conflict, partial, unsure or not comparable.
        slots: the slots in conflict; a conflict names at least one.
        apparent: which kind of apparent conflict, None when not said.
        reason: in the reviewer's words.
        confidence: 0 to 1, None when not said.
        comment: what else the reviewer wants to keep; no reason for the mark.

    Raises:
        Refused: a conflict without a slot, slots without a disagreement, an agreement or a conflict on what is not
            the same event, a confidence outside of 0 to 1.
    """

    key: PairKey
    same_event: SameEvent
    relation: Relation
    slots: tuple[Slot, ...] = ()
    apparent: Apparent | None = None
    reason: str = ""
    confidence: float | None = None
    comment: str = ""

    def __post_init__(self) -> None:
        if self.relation is Relation.CONFLICT and not self.slots:
            raise Refused(
                f"Pair {self.key}: a conflict names at least one slot.",
                next_step="Say on what both part: date, place, actor, target or quantity.",
            )
        if self.slots and self.relation not in {Relation.CONFLICT, Relation.PARTIAL}:
            raise Refused(
                f"Pair {self.key}: slots in conflict go with conflict or partial, not with {self.relation}.",
                next_step="Leave the slots out or choose another relation.",
            )
        substantial = {Relation.AGREE, Relation.CONFLICT, Relation.PARTIAL}
        if self.relation in substantial and self.same_event is SameEvent.NO:
            raise Refused(
                f"Pair {self.key}: {self.relation} needs the same event.",
                next_step="Mark the pair as not comparable, or the event as the same or unsure.",
            )
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise Refused(
                f"Pair {self.key}: confidence {self.confidence} is not between 0 and 1.",
                next_step="Give a number from 0 to 1.",
            )


class AnswerState(StrEnum):
    """What became of a row of somebody's answers on a pair."""

    STANDS = "stands"
    """It is what its author says."""
    AGAIN = "stands_again"
    """It took a later answer back, so that an earlier one stands again."""
    NOTHING = "nothing_stands"
    """It took back all that its author had said."""
    ASKED_ANEW = "asked_anew"
    """It is the last word, but the pair was compared anew since and is asked again."""
    REPLACED = "replaced"
    """Its author said something later."""
    TAKEN_BACK = "taken_back"
    """Its author took it back."""


@dataclass(frozen=True, slots=True)
class RuledBy:
    """The ruling that stands in the place of the answers to a pair.

    Attributes:
        id: number of its row.
        by: the adjudicator.
        ground: why, as a code of `claims.model.Ground`.
        adopted: whose answers say what it says, in the order of names; nobody's where it says something else than all.
    """

    id: int
    by: str
    ground: str
    adopted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A stored mark: append-only, one row of the record.

    Attributes:
        id: number of the row, rising.
        mark: what was said; None in a row that undoes an earlier one.
        key: the pair.
        by: the reviewer.
        at: when, ISO 8601 in UTC with microseconds.
        supersedes: id of the row that this one replaces or undoes, None when it is the first.
        live: whether no later row of the same reviewer replaces it.
        seen: version of the pair that was on screen.
        token: idempotency key of the submission ("" when none): the same token is stored once.
        taken_in: how it came here from a file; None when the reviewer said it in this case.
        place: its place from 1 among all that this person said of the pair, 0 where nobody asked for it.
        outdated: whether the pair was compared anew since, while it waited for answers: everybody is asked on what it says now, and this
            answer counts no more.
        overtaken: whether a claim of the pair was changed since, so that nobody is asked about it any more: the answer counts, on what
            both sides said then.
        taken_back: whether a later row of the same person took it back, where all their rows on the pair were read.
        restores: time and place of the answer that this row, an undo, made stand again; None where it says something of its own, and in rows
            that stand no more.
        undoes: id of the row that this one takes back; None where it takes none back.
        ruled: the ruling of which ``mark`` says what it says, where verdicts read one in the place of this answer; it is never stored.
    """

    id: int
    mark: Mark | None
    key: PairKey
    by: str
    at: str
    supersedes: int | None
    live: bool
    seen: int
    token: str = ""
    taken_in: TakenIn | None = None
    place: int = 0
    outdated: bool = False
    restores: tuple[str, int] | None = None
    ruled: RuledBy | None = None
    taken_back: bool = False
    undoes: int | None = None
    overtaken: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is what its author says of the pair as it is asked: it says something, stands, and is not asked again since."""
        return self.live and self.mark is not None and not self.outdated

    @property
    def state(self) -> AnswerState:
        """What became of it; it follows from rows of its own author alone."""
        if not self.live:
            return AnswerState.TAKEN_BACK if self.taken_back else AnswerState.REPLACED
        if self.mark is None:
            return AnswerState.NOTHING
        if self.outdated:
            return AnswerState.ASKED_ANEW
        return AnswerState.STANDS if self.restores is None else AnswerState.AGAIN


class VerdictLabel(StrEnum):
    """AVeriTeC's four labels for a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    CONFLICTING_EVIDENCE = "conflicting_evidence"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one claim, by a named policy from the decisions.

    Attributes:
        claim: id of the claim.
        label: one of AVeriTeC's four.
        policy: name and version of the policy, ``lineages/1``.
        trace: which rules led there, in order.
        decisions: ids of the decisions it rests on.
        rulings: the rulings that the trace names, of which it rests on what they say.
    """

    claim: str
    label: VerdictLabel
    policy: str
    trace: tuple[Message, ...]
    decisions: tuple[int, ...]
    rulings: tuple[RuledBy, ...] = ()
