"""The JSON forms of work in a team: remarks, disputes, rulings, agreement, people.

The same promises as in `claims.report.forms`.
"""

from __future__ import annotations

from pydantic import Field

from claims.model import (
    Adjudication,
    Answer,
    ClaimMark,
    Content,
    Dispute,
    Edit,
    EditKind,
    Evidence,
    Ground,
    Note,
    Part,
    Quality,
    Remark,
    RemarkKind,
    Slot,
    Thing,
)
from claims.report.came import TakenInForm, taken_in_form
from claims.report.case_forms import DecisionForm, MarkForm, decision_form, mark_form
from claims.report.forms import ClaimForm, Form, MessageForm, Named, claim_form, message_form


class ClaimMarkForm(Form):
    """How well a claim was read."""

    quality: Quality
    slots: tuple[Slot, ...]
    comment: str


class NoteForm(Form):
    """Words of a person."""

    text: str


class TagForm(Form):
    """A word to find things by."""

    name: str


class EvidenceForm(Form):
    """Where evidence lies outside of the case."""

    address: str
    archive: str
    sha256: str
    retrieved: str
    comment: str


class RemarkForm(Form):
    """One row of what people wrote; no content in a row after which nothing stands."""

    id: int
    thing: Thing
    of: str
    kind: RemarkKind
    by: str
    at: str
    supersedes: int | None
    live: bool
    content: ClaimMarkForm | NoteForm | TagForm | EvidenceForm | None
    taken_in: TakenInForm | None = None


class EditForm(Form):
    """What a person changed about claims: ids of those it replaces and makes, and the parts whose value the person gave.

    ``before`` holds the claims it replaces in full, as they were seen.
    """

    id: int
    kind: EditKind
    document: str
    by: str
    at: str
    reason: str
    replaced: tuple[str, ...]
    made: tuple[str, ...]
    given: tuple[Part, ...]
    before: tuple[ClaimForm, ...]
    taken_in: TakenInForm | None = None


class DisputeForm(Form):
    """A pair on which its reviewers part, with every answer."""

    key: str
    agreement: float = Field(ge=0, le=1)
    parting: tuple[str, ...]
    why: MessageForm
    decisions: tuple[DecisionForm, ...]


class AnswerForm(Form):
    """Whose answer, and when it was given."""

    by: str
    at: str


class RulingForm(Form):
    """One row of what was settled; no mark in a row after which nothing stands. ``in_force``: whether it is what holds of the pair now."""

    id: int
    key: str
    by: str
    at: str
    supersedes: int | None
    live: bool
    mark: MarkForm | None
    ground: Ground | None
    note: str
    originals: tuple[AnswerForm, ...]
    adopted: tuple[AnswerForm, ...]
    taken_in: TakenInForm | None = None
    undoes: int | None
    in_force: bool


class LeftOutForm(Form):
    """Pairs, or answers, that a figure does not rest on, and why."""

    code: str
    count: int = Field(ge=0)
    why: MessageForm


class NoIntervalForm(Form):
    """Why a figure that exists has no interval."""

    code: str
    why: MessageForm


class AgreementForm(Form):
    """One figure of agreement on one field, of two people or, without any, of all.

    It rests on ``items`` of the ``complete`` pairs; the others are those left out as ``absent`` or ``unsaid``. ``undefined`` is the
    code of ``why`` ("" where there is a figure); ``no_interval`` says why a figure has none.
    """

    field: str
    people: tuple[str, ...]
    measure: str
    items: int = Field(ge=0)
    complete: int = Field(ge=0)
    value: float | None
    low: float | None
    high: float | None
    why: MessageForm | None
    method: str
    left_out: tuple[LeftOutForm, ...]
    undefined: str = ""
    no_interval: NoIntervalForm | None = None


class ReleasedForm(Form):
    """A pair that was given back."""

    key: str
    held: bool


class ClosedForm(Form):
    """How many former pairs were answered at once."""

    pairs: int


class PersonForm(Form):
    """Somebody who works on the case; ``maker`` of the first who was just named: who became an admin along with them, else ""."""

    name: str
    role: str
    maker: str = ""


class PolicyForm(Form):
    """How many people judge each pair before anybody sees another's answer."""

    reviewers: int = Field(ge=1, le=3)


class RestoredForm(Form):
    """A case that was brought back from a backup, and the head of its record."""

    path: str
    seq: int = Field(ge=0)
    hash: str


def remark_form(remark: Remark) -> RemarkForm:
    """A remark as JSON."""
    return RemarkForm(
        id=remark.id,
        thing=remark.topic.thing,
        of=remark.topic.id,
        kind=remark.kind,
        by=remark.by,
        at=remark.at,
        supersedes=remark.supersedes,
        live=remark.live,
        content=None if remark.content is None else _content(remark.content),
        taken_in=taken_in_form(remark.taken_in),
    )


def edit_form(edit: Edit, document: Named | None) -> EditForm:
    """An edit as JSON, with the document that it is about; None: that cannot be read, and so nothing before the edit."""
    return EditForm(
        id=edit.id,
        kind=edit.kind,
        document=edit.document,
        by=edit.by,
        at=edit.at,
        reason=edit.reason,
        replaced=tuple(claim.id for claim in edit.replaced),
        made=tuple(claim.id for claim in edit.made),
        given=edit.given,
        before=()
        if document is None
        else tuple(claim_form(claim, document) for claim in edit.replaced),
        taken_in=taken_in_form(edit.taken_in),
    )


def _content(content: Content) -> ClaimMarkForm | NoteForm | TagForm | EvidenceForm:
    match content:
        case ClaimMark():
            return ClaimMarkForm(
                quality=content.quality, slots=content.slots, comment=content.comment
            )
        case Note():
            return NoteForm(text=content.text)
        case Evidence():
            return EvidenceForm(
                address=content.address,
                archive=content.archive,
                sha256=content.sha256,
                retrieved=content.retrieved,
                comment=content.comment,
            )
        case _:
            return TagForm(name=content.name)


def dispute_form(dispute: Dispute) -> DisputeForm:
    """A dispute as JSON."""
    return DisputeForm(
        key=str(dispute.key),
        agreement=dispute.agreement,
        parting=dispute.parting,
        why=message_form(dispute.why),
        decisions=tuple(map(decision_form, dispute.decisions)),
    )


def ruling_form(adjudication: Adjudication, *, in_force: bool) -> RulingForm:
    """A ruling as JSON, with whether it is in force."""
    ruling = adjudication.ruling
    return RulingForm(
        id=adjudication.id,
        key=str(adjudication.key),
        by=adjudication.by,
        at=adjudication.at,
        supersedes=adjudication.supersedes,
        live=adjudication.live,
        mark=None if ruling is None else mark_form(ruling.mark),
        ground=None if ruling is None else ruling.ground,
        note="" if ruling is None else ruling.note,
        originals=tuple(map(_answer, adjudication.originals)),
        adopted=() if ruling is None else tuple(map(_answer, adjudication.adopted)),
        taken_in=taken_in_form(adjudication.taken_in),
        undoes=adjudication.undoes,
        in_force=in_force,
    )


def _answer(answer: Answer) -> AnswerForm:
    return AnswerForm(by=answer.by, at=answer.at)
