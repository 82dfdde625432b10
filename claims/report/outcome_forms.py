"""The JSON forms of what a case comes to: proposals, conclusions, vocabularies.

The same promises as in `claims.report.forms`.
"""

from __future__ import annotations

from claims.model import (
    Chosen,
    Conclusion,
    Matter,
    Outcome,
    RuledBy,
    Scale,
    Slot,
    State,
    Vocabulary,
)
from claims.report.came import TakenInForm, taken_in_form
from claims.report.forms import Form, MessageForm, message_form


class RuledByForm(Form):
    """A ruling that stands in the place of answers: its number, the adjudicator, its ground, and whose answers it adopts."""

    id: int
    by: str
    ground: str
    adopted: tuple[str, ...]


class StepForm(Form):
    """One rule that applied, the decisions it rests on, and the ruling that it names."""

    rule: str
    message: MessageForm
    decisions: tuple[int, ...]
    ruling: RuledByForm | None = None


class ChangeForm(Form):
    """What would change the proposal, and into which label."""

    message: MessageForm
    label: str


class ChosenForm(Form):
    """A word as it was chosen, with the vocabulary it is of."""

    term: str
    name: MessageForm
    vocabulary: str


class ConclusionForm(Form):
    """One row of what people concluded; no outcome in a row after which nothing stands."""

    id: int
    matter: Matter
    of: str
    by: str
    at: str
    supersedes: int | None
    live: bool
    outcome: ChosenForm | None
    overrides: bool
    reason: str
    resolution: ChosenForm | None
    proposed: str
    policy: str
    taken_in: TakenInForm | None = None


class OutcomeForm(Form):
    """What is proposed for an incident or a claim, and what a person said of it."""

    matter: Matter
    id: str
    label: str
    proposed: str | None
    policy: str
    steps: tuple[StepForm, ...]
    changes: tuple[ChangeForm, ...]
    decisions: tuple[int, ...]
    parted: bool
    digest: str
    state: State
    stale: tuple[MessageForm, ...]
    conclusion: ConclusionForm | None


class TermForm(Form):
    """One word of a vocabulary."""

    id: str
    name: MessageForm
    definition: MessageForm
    stands_for: tuple[str, ...]
    in_words: bool
    slots: tuple[Slot, ...]


class VocabularyForm(Form):
    """The words of one scale."""

    id: str
    scale: Scale
    name: MessageForm
    source: str
    terms: tuple[TermForm, ...]


def outcome_form(outcome: Outcome) -> OutcomeForm:
    """A proposal with what was said of it, as JSON."""
    proposal = outcome.proposal
    return OutcomeForm(
        matter=proposal.matter,
        id=proposal.id,
        label=proposal.label,
        proposed=None if outcome.proposed is None else outcome.proposed.id,
        policy=proposal.policy,
        steps=tuple(
            StepForm(
                rule=each.rule,
                message=message_form(each.message),
                decisions=each.decisions,
                ruling=None if each.ruling is None else ruled_by_form(each.ruling),
            )
            for each in proposal.steps
        ),
        changes=tuple(
            ChangeForm(message=message_form(each.message), label=each.label)
            for each in proposal.changes
        ),
        decisions=proposal.decisions,
        parted=proposal.parted,
        digest=proposal.digest,
        state=outcome.state,
        stale=tuple(map(message_form, outcome.stale)),
        conclusion=None if outcome.conclusion is None else conclusion_form(outcome.conclusion),
    )


def ruled_by_form(ruling: RuledBy) -> RuledByForm:
    """A ruling as a trace names it."""
    return RuledByForm(id=ruling.id, by=ruling.by, ground=ruling.ground, adopted=ruling.adopted)


def conclusion_form(conclusion: Conclusion) -> ConclusionForm:
    """A conclusion as JSON."""
    said = conclusion.settlement
    return ConclusionForm(
        id=conclusion.id,
        matter=conclusion.matter,
        of=conclusion.of,
        by=conclusion.by,
        at=conclusion.at,
        supersedes=conclusion.supersedes,
        live=conclusion.live,
        outcome=None if said is None else _chosen(said.outcome),
        overrides=False if said is None else said.overrides,
        reason="" if said is None else said.reason,
        resolution=None if said is None or said.resolution is None else _chosen(said.resolution),
        proposed="" if said is None else said.proposed,
        policy="" if said is None else said.policy,
        taken_in=taken_in_form(conclusion.taken_in),
    )


def _chosen(chosen: Chosen) -> ChosenForm:
    return ChosenForm(
        term=chosen.term, name=message_form(chosen.name), vocabulary=chosen.vocabulary
    )


def vocabulary_form(vocabulary: Vocabulary) -> VocabularyForm:
    """A vocabulary as JSON."""
    return VocabularyForm(
        id=vocabulary.id,
        scale=vocabulary.scale,
        name=message_form(vocabulary.name),
        source=vocabulary.source,
        terms=tuple(
            TermForm(
                id=term.id,
                name=message_form(term.name),
                definition=message_form(term.definition),
                stands_for=term.stands_for,
                in_words=term.in_words,
                slots=term.slots,
            )
            for term in vocabulary.terms
        ),
    )
