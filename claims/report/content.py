"""What a report is made from: everything a case holds that a reader may want to check.

The value is gathered by `claims.services.gathering` in one consistent read of the case; `claims.report.build` turns
it into a report and asks for nothing else. What may be many is a sequence that may read or make each thing when it is
come to, and again when it is come to again; what people did is there at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from claims.model import (
    Adjudication,
    Claim,
    Comparison,
    Conclusion,
    Decision,
    Described,
    Document,
    Edit,
    Grouping,
    Incident,
    IncidentSheet,
    Matrix,
    Message,
    Outcome,
    Problem,
    Remark,
    Verdict,
    Vocabulary,
)
from claims.report.naming import Naming

_OF_HASH: Final = 16


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One figure of agreement.

    Attributes:
        field: what it is of, in words.
        people: the two people it is of; empty: all.
        measure: ``percent``, ``cohen``, ``fleiss`` or ``krippendorff``.
        items: pairs that it rests on.
        value: the figure, None where it is undefined.
        low: lower end of the 95 % interval, None without one.
        high: its upper end.
        why: why it is undefined, None when it is not.
        left_out: how many of the pairs that all answered it does not rest on, each time with why.
        no_interval: why it has no interval though it is there, None when it has one or is undefined.
    """

    field: Message
    people: tuple[str, ...]
    measure: str
    items: int
    value: float | None
    low: float | None
    high: float | None
    why: Message | None
    left_out: tuple[tuple[int, Message], ...] = ()
    no_interval: Message | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing of which a report says something else now than the version before.

    Attributes:
        kind: ``document``, ``pair``, ``ruling``, ``claim``, ``incident``, ``edit`` or ``grouping``.
        id: of the thing; of a ruling the key of its pair; of a merge or split what `regrouped` calls it.
        how: ``new``, ``gone``, or "" for another word; ``card`` for what is known of a document; of a ruling also ``over``
            (it is new, and stands over answers that were told before) and ``lapsed`` (it is gone, and the answers hold).
            Under the same word ``parts`` (of answers to a pair: other slots, or another kind), ``ground`` and ``reason`` (why).
            Of what a person concluded ``concluded`` (since), ``withdrawn``, ``overtaken`` (the case has gone on) and ``renewed``.
        before: the word that was said of it.
        after: the word that is said of it now; the same where it is new or gone.
        entry: which entry of the card it is, by its key in the wording of reports.
    """

    kind: str
    id: str
    how: str
    before: Message
    after: Message
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the report that was given out, and what has changed since.

    Attributes:
        number: counts from 1.
        at: when it was given out, ISO 8601 in UTC.
        by: who did it.
        note: in their words.
        seq: number of the newest row of the audit chain then.
        changes: what has changed since.
        less: whether it was given out by a program that laid down neither rulings nor what is known of documents.
    """

    number: int
    at: str
    by: str
    note: str
    seq: int
    changes: Sequence[Changed] = ()
    less: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One thing of the case that could not be read, and what stands on it is not in the report either.

    Attributes:
        kind: ``document``, ``claim``, ``pair`` or ``problem``; ``conclusion`` or ``description``, by the id of what it
            is about; ``grouping`` or ``edit``, by its number; ``version`` or ``vocabulary``.
        id: of the thing, "" for a version.
        why: a code of the reasons that `claims.report.wording` has words for: ``unreadable``, ``refused`` (it breaks a
            rule of the model), ``misplaced`` or ``homeless`` claims, ``answer`` or ``earlier`` for pairs of which an
            answer or ruling, or only an earlier answer, cannot be read.
    """

    kind: str
    id: str
    why: str


def regrouped(row: Grouping) -> str:
    """What a merge or split is called from one version to the next: by when it was said and of which claims.

    Its number is another where a case begins to ask several people, and its person is called otherwise in what leaves the case.
    """
    said = "" if row.said is None else f"{row.said.kind} {row.said.parts}"
    return sha256(f"{row.at} {said}".encode()).hexdigest()[:_OF_HASH]


@dataclass(frozen=True, slots=True)
class ReportContent:
    """The findings of a case at one moment.

    Attributes:
        title: what the case is called: the name of its file without the ending, or of its database.
        made_at: when this was gathered, ISO 8601 in UTC with microseconds.
        program: version of the program that gathered it, ``0.1.0``.
        documents: every document with its text, in the order they were added.
        described: what people said of documents and stands, under the name of whoever said it.
        claims: every claim read in them, in the order of the documents and of their spans.
        comparisons: the newest comparison of every suggested pair, and of every pair with a live decision, in the
            order of the review queue (conflicts first).
        decisions: the live marks of all reviewers that may be shown, in the order they were taken; rows that undo
            an earlier one are not among them.
        verdicts: one for each checkable claim that has one, in the order of ``claims``.
        problems: what could not be read or understood, in the order of the documents.
        audit_seq: number of the newest row of the audit chain, 0 while it is empty or the number is withheld.
        audit_hash: hash of that row, 64 hex digits; "" while the chain is empty.
        record_faults: rows of the record, and originals, that do not verify; the report says that it was made knowingly.
        left_out: what could not be read; the report names it and goes on without it.
        adjudications: the rulings in force; ``verdicts`` rest on them where there is one, ``decisions`` are as they
            were given.
        question: what is asked, in the words of the people who work on it; "" when they have not said.
        scope: what belongs to it and what does not.
        incidents: claims by event, from the earliest on.
        sheets: the same in full: source by slot; one for each, in their order.
        matrix: source by date, None when there is none.
        grades: what is proposed for each incident, with what people said of it.
        outcomes: what is proposed for each checkable claim, with what people said of it.
        adrift: conclusions that stand on nothing any more.
        agreement: how far reviewers agree.
        beside_agreement: how many pairs, or answers, none of these figures rests on, each time with why.
        version: the newest version that was given out, None before the first.
        vocabularies: the words that grades, verdicts and resolutions are chosen from in this case.
        evidence: links to evidence outside of the case that stand and that everybody may see, in the order they were stored.
        naming: how the people of the case are called in what leaves it; `claims.report.build` sees to it.
        edits: what people changed about claims and stands, in the order it was stored.
        groupings: the merges and splits of incidents that stand and that everybody may see, in the order they were stored.
        waits: whether pairs of a case for several wait for answers, so that conclusions may be withheld.
    """

    title: str
    made_at: str
    program: str
    documents: Sequence[Document] = ()
    described: tuple[Described, ...] = ()
    claims: Sequence[Claim] = ()
    comparisons: Sequence[Comparison] = ()
    decisions: tuple[Decision, ...] = ()
    verdicts: Sequence[Verdict] = ()
    problems: Sequence[Problem] = ()
    audit_seq: int = 0
    audit_hash: str = ""
    record_faults: tuple[str, ...] = ()
    left_out: tuple[Unreadable, ...] = ()
    adjudications: tuple[Adjudication, ...] = ()
    question: str = ""
    scope: str = ""
    incidents: Sequence[Incident] = ()
    sheets: Sequence[IncidentSheet] = ()
    matrix: Matrix | None = None
    grades: Sequence[Outcome] = ()
    outcomes: Sequence[Outcome] = ()
    adrift: tuple[Conclusion, ...] = ()
    agreement: tuple[AgreementLine, ...] = ()
    beside_agreement: tuple[tuple[int, Message], ...] = ()
    version: Version | None = None
    vocabularies: tuple[Vocabulary, ...] = ()
    evidence: tuple[Remark, ...] = ()
    edits: tuple[Edit, ...] = ()
    groupings: tuple[Grouping, ...] = ()
    naming: Naming = field(default_factory=Naming)
    waits: bool = False
