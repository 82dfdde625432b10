"""The JSON forms of what a case holds: documents, queue, decisions, verdicts, problems, receipts.

The same promises as in `claims.report.forms`, from which they take claims and comparisons.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from claims.model import (
    AnswerState,
    Apparent,
    Decision,
    DocumentHead,
    Lineage,
    Mark,
    Problem,
    QueueItem,
    Relation,
    SameEvent,
    Side,
    Slot,
    Source,
    Verdict,
    VerdictLabel,
)
from claims.report.came import TakenInForm, taken_in_form
from claims.report.forms import (
    ComparisonForm,
    Form,
    MessageForm,
    SpanForm,
    claim_form,
    comparison_form,
    message_form,
    span_form,
)
from claims.report.outcome_forms import RuledByForm, ruled_by_form


class SourceForm(Form):
    """Who speaks, and what kind of source that is."""

    name: str
    lineage: Lineage


class HeadForm(Form):
    """A document of the case without its text."""

    id: str
    name: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    language: str
    publisher: SourceForm | None
    published: str
    published_reason: str
    address: str
    title: str
    author: str
    archive: str
    characters: int = Field(ge=0)
    claims: int = Field(ge=0)
    problems: int = Field(ge=0)


class AddedForm(Form):
    """What became of one file; a refused one has no document, but a message and a next step."""

    status: Literal["added", "present", "refused"]
    name: str
    document: HeadForm | None
    message: str
    next_step: str


class ComparedForm(Form):
    """What a comparison of a whole case changed."""

    pairs: int = Field(ge=0)
    new: int = Field(ge=0)
    changed: int = Field(ge=0)
    gone: int = Field(ge=0)
    passed_over: int = Field(ge=0)
    changed_answered: int = Field(default=0, ge=0)


class ContextForm(Form):
    """The text around a quote, as it stands in the document."""

    before: str
    after: str


class MarkForm(Form):
    """What a reviewer says of a pair."""

    same_event: SameEvent
    relation: Relation
    slots: tuple[Slot, ...]
    apparent: Apparent | None
    reason: str
    confidence: float | None
    comment: str


class DecisionForm(Form):
    """One row of the record; ``mark`` is null in a row after which nothing stands, ``taken_in`` where it was said here.

    ``outdated``: the pair was compared anew since, while it waited for answers, and is asked again. ``overtaken``: a claim of the
    pair was changed since, and the answer counts on what both said then.
    """

    id: int
    key: str
    by: str
    at: str
    supersedes: int | None
    live: bool
    seen: int
    mark: MarkForm | None
    taken_in: TakenInForm | None = None
    outdated: bool = False
    overtaken: bool = False


class HistoryForm(DecisionForm):
    """One row of what was said of a pair, as `DecisionForm`, and what became of it."""

    undoes: int | None
    state: AnswerState


class QueueForm(Form):
    """A pair to look at, and why it is next; ``until`` says how long `claims next` holds it, "" where it is not held."""

    key: str
    version: int
    why: MessageForm
    comparison: ComparisonForm
    left: ContextForm
    right: ContextForm
    mine: DecisionForm | None
    after: str
    until: str = ""


class VerdictForm(Form):
    """The outcome for one claim, with the rules that led there and the decisions it rests on."""

    claim: str
    label: VerdictLabel
    policy: str
    trace: tuple[MessageForm, ...]
    decisions: tuple[int, ...]
    rulings: tuple[RuledByForm, ...] = ()


class ProblemForm(Form):
    """What could not be read or understood."""

    code: str
    message: MessageForm
    document: str
    span: SpanForm | None


class DescribedForm(Form):
    """What the case asks, what belongs to it, and how its people are called: `names`, `initials` or `neither`."""

    question: str
    scope: str
    people: str


class ReportForm(Form):
    """A report that was written."""

    path: str
    language: Literal["ar", "en"]
    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class LeftOutForm(Form):
    """What could not be used: its name, why, and what to do."""

    name: str
    message: str
    next_step: str


class ExportForm(Form):
    """A file of data that was written, and what is not in it."""

    path: str
    format: str
    count: int = Field(ge=0)
    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    faults: tuple[LeftOutForm, ...]


class ChangedForm(Form):
    """One pair on which a table says something new."""

    key: str
    before: MarkForm | None
    after: MarkForm


class AnnotatedForm(Form):
    """A thing on which a table has another note, or other tags; ``after`` is "" where the note stays."""

    thing: str
    id: str
    before: str
    after: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


class ReadBackForm(Form):
    """What a table that was filled in changes, or changed: ``applied`` says which."""

    applied: bool
    changes: tuple[ChangedForm, ...]
    annotations: tuple[AnnotatedForm, ...]
    same: int = Field(ge=0)
    empty: int = Field(ge=0)
    faults: tuple[LeftOutForm, ...]


class FaultForm(Form):
    """A place where the record and the case do not agree: the table or ``audit``, the key there, and what is wrong."""

    where: str
    id: str
    message: MessageForm


class RecordForm(Form):
    """Whether the record of a case holds, and its head."""

    holds: bool
    seq: int = Field(ge=0)
    hash: str
    faults: tuple[FaultForm, ...]


class PackedForm(Form):
    """A package that was made; ``key`` is the public key it can be checked with, ``without`` names reports that are not in it."""

    path: str
    key: str = Field(pattern=r"^[0-9a-f]{64}$")
    members: int = Field(ge=0)
    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    without: tuple[str, ...] = ()


class CheckedForm(Form):
    """Whether a package is as it was made: ``known`` says whether the key is the one that was asked for."""

    holds: bool
    key: str
    known: bool
    members: int = Field(ge=0)
    quotes: int = Field(ge=0)
    faults: tuple[FaultForm, ...]


class LoadedForm(Form):
    """What became of a dump that was loaded."""

    restored: bool
    documents: int = Field(ge=0)
    pairs: int = Field(ge=0)
    decisions: int = Field(ge=0)
    edits: int = Field(ge=0)
    further: int = Field(ge=0)
    answers: dict[str, int] = Field(description="Whose the decisions are: how many of each.")
    words: int = Field(ge=0, description="New parties and places of the case's own list.")


class BackupForm(Form):
    """A copy of the case."""

    path: str


class SettingForm(Form):
    """One setting in force; secrets are masked."""

    name: str
    value: str


class ServeForm(Form):
    """What is started to serve the workbench."""

    case: str
    command: tuple[str, ...]


def head_form(head: DocumentHead) -> HeadForm:
    """A document of the case as JSON."""
    publisher = head.publisher
    return HeadForm(
        id=head.id,
        name=head.name,
        sha256=head.sha256,
        language=head.language,
        publisher=None if publisher is None else _source(publisher),
        published=head.published,
        published_reason=head.published_reason,
        address=head.address,
        title=head.title,
        author=head.author,
        archive=head.archive,
        characters=head.characters,
        claims=head.claims,
        problems=head.problems,
    )


def _source(source: Source) -> SourceForm:
    return SourceForm(name=source.name, lineage=source.lineage)


def mark_form(mark: Mark) -> MarkForm:
    """What a reviewer says of a pair, as JSON."""
    return MarkForm(
        same_event=mark.same_event,
        relation=mark.relation,
        slots=mark.slots,
        apparent=mark.apparent,
        reason=mark.reason,
        confidence=mark.confidence,
        comment=mark.comment,
    )


def decision_form(decision: Decision) -> DecisionForm:
    """A row of the record as JSON."""
    return DecisionForm(
        id=decision.id,
        key=str(decision.key),
        by=decision.by,
        at=decision.at,
        supersedes=decision.supersedes,
        live=decision.live,
        seen=decision.seen,
        mark=None if decision.mark is None else mark_form(decision.mark),
        taken_in=taken_in_form(decision.taken_in),
        outdated=decision.outdated,
        overtaken=decision.overtaken,
    )


def history_form(decision: Decision) -> HistoryForm:
    """A row of the record as JSON, with what became of it."""
    return HistoryForm(
        **dict(decision_form(decision)), undoes=decision.undoes, state=decision.state
    )


def queue_form(item: QueueItem) -> QueueForm:
    """A pair to look at, as JSON."""
    left, right = (claim_form(side.claim, side.document) for side in (item.left, item.right))
    return QueueForm(
        key=str(item.key),
        version=item.version,
        why=message_form(item.why),
        comparison=comparison_form(item.comparison, left, right),
        left=_context(item.left),
        right=_context(item.right),
        mine=None if item.mine is None else decision_form(item.mine),
        after=item.after,
        until=item.until,
    )


def verdict_form(verdict: Verdict) -> VerdictForm:
    """A verdict as JSON."""
    return VerdictForm(
        claim=verdict.claim,
        label=verdict.label,
        policy=verdict.policy,
        trace=tuple(map(message_form, verdict.trace)),
        decisions=verdict.decisions,
        rulings=tuple(map(ruled_by_form, verdict.rulings)),
    )


def problem_form(problem: Problem) -> ProblemForm:
    """A problem as JSON."""
    return ProblemForm(
        code=problem.code,
        message=message_form(problem.message),
        document=problem.document,
        span=None if problem.span is None else span_form(problem.span),
    )


def _context(side: Side) -> ContextForm:
    return ContextForm(before=side.before, after=side.after)
