"""What a report is made from, gathered in one consistent read; what cannot be read is named and left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from claims.errors import InputError, Refused
from claims.model import Claim, Document, Matter, Message, PairKey, Scale
from claims.report.content import AgreementLine, ReportContent, Unreadable
from claims.report.later import ById
from claims.review.adjudication import names
from claims.services.adjudicating import rulings_of
from claims.services.agreeing import Agreement, agreement_in
from claims.services.agreeing import LeftOut as Uncounted
from claims.services.auditing import head_for
from claims.services.damage import Damage
from claims.services.desk import Desk
from claims.services.happening import each_in_full
from claims.services.laying_out import Judged, Laid
from claims.services.naming import naming_in
from claims.services.numbering import grouped
from claims.services.policy import waiting, words_on_pairs
from claims.services.remarking import evidence_in
from claims.services.results import Watch
from claims.services.seen import EVERYBODY
from claims.services.spilling import laid_out
from claims.services.spoken import spoken_in
from claims.services.standing import edited_in
from claims.services.verdicts import adrift_from
from claims.services.versions import given, version_of
from claims.services.vocabularies import in_force
from claims.services.words_on_incidents import standing_words
from claims.store import claims, descriptions, documents, people
from claims.store.engine import Reader
from claims.store.rows import LeftOut
from claims.store.verify import Fault

QUESTION = "question"
SCOPE = "scope"


@dataclass(slots=True)
class _Missing:
    """What could not be read so far, each thing once."""

    found: dict[str, Unreadable] = field(default_factory=dict)

    def __call__(self, name: str, error: InputError | Refused) -> None:
        self.note(name, "refused" if isinstance(error, Refused) else "unreadable")

    def note(self, name: str, why: str) -> None:
        """Note one thing; what was noted first of it stands."""
        kind, _, of = name.partition(" ")
        self.found.setdefault(name, Unreadable(kind, of, why))

    def on(self, why: str) -> LeftOut:
        """What notes things under another reason than that they cannot be read themselves."""
        return lambda name, _: self.note(name, why)

    def touches(self, key: PairKey) -> bool:
        """Whether a pair, what was said of it, or one of its claims is missing."""
        sides = (f"claim {side}" for side in (key.left, key.right))
        return any(name in self.found for name in (f"pair {key}", *sides))


def content_in(connection: Reader, desk: Desk, watch: Watch | None = None) -> ReportContent:
    """Everything a report is made from, in a transaction that is open.

    What cannot be read stands in ``left_out``, and nothing that rests on it is in the content. ``watch`` is told of what
    takes longest: as in `claims.services.happening.each_happened`, but for the last.
    """
    missing = _Missing()
    said, _ = words_on_pairs(connection, missing.on("answer"))
    texts = laid_out(documents.each_document(connection, missing))
    laid = Laid(_placed(claims.each_live(connection, missing), texts, missing))
    damage = Damage(missing)
    spoken = spoken_in(connection, damage)
    laid.compare(connection, damage)
    full = laid_out(each_in_full(connection, missing, laid.by_id.__contains__, watch))
    grades = laid_out(each.grade for each in full if each.grade is not None)
    judged = Judged(connection, laid, missing)
    outcomes = judged.outcomes()
    marks = tuple(each for each in said if not missing.touches(each.key))
    rulings = rulings_of(connection, missing)
    both = {Matter.INCIDENT: grades, Matter.CLAIM: outcomes}
    head = head_for(connection)
    content = ReportContent(
        title=desk.store.title,
        made_at=desk.now(),
        program=desk.program,
        documents=texts,
        described=tuple(descriptions.standing(connection, missing).values()),
        claims=laid.claims,
        comparisons=laid.compared,
        decisions=marks,
        verdicts=judged.verdicts(marks, rulings),
        problems=laid_out(
            documents.each_problem(connection, document="", code="", left_out=missing)
        ),
        audit_seq=head.seq,
        audit_hash=head.hash,
        adjudications=tuple(each for each in rulings if not missing.touches(each.key)),
        question=people.fact(connection, QUESTION) or "",
        scope=people.fact(connection, SCOPE) or "",
        incidents=laid_out(each.incident for each in full),
        sheets=laid.sheets(full, spoken),
        matrix=laid.matrix(spoken),
        grades=grades,
        outcomes=outcomes,
        adrift=tuple(
            each
            for each in adrift_from(connection, both, missing)
            if not {f"claim {each.of}", f"conclusion {each.of}"} & missing.found.keys()
        ),
        agreement=_agreement(agreed := agreement_in(connection, missing.on("earlier"))),
        beside_agreement=_counted(agreed.left_out) if agreed.items else (),
        vocabularies=tuple(in_force(connection, scale, missing) for scale in Scale),
        waits=waiting(connection),
        evidence=evidence_in(connection, missing),
        edits=edited_in(connection, missing),
        groupings=grouped(connection, standing_words(connection, EVERYBODY, missing)),
    )
    last = given(connection, missing)
    whole = replace(content, left_out=tuple(missing.found.values()))
    if last is not None:
        whole = replace(whole, version=version_of(last, whole))
    return replace(whole, naming=naming_in(connection, desk.who()))


def with_faults(content: ReportContent, faults: tuple[Fault, ...]) -> ReportContent:
    """The content of a report that is made knowingly from a record that does not verify, which it says."""
    told = tuple(f"{fault.where} {fault.id}" for fault in faults)
    return replace(content, record_faults=told)


def _placed(
    found: Iterable[Claim], texts: Sequence[Document], missing: _Missing
) -> Iterator[Claim]:
    """The claims whose words stand where they say, in a document that can be read."""
    by_id = ById(texts, attrgetter("id"))
    for claim in found:
        document = by_id.get(claim.document)
        if document is None:
            missing.note(f"claim {claim.id}", "homeless")
        elif claim.span.of(document.text) != claim.quote:
            missing.note(f"claim {claim.id}", "misplaced")
        else:
            yield claim


def _counted(found: Iterable[Uncounted]) -> tuple[tuple[int, Message], ...]:
    return tuple((each.count, each.why) for each in found)


def _agreement(found: Agreement) -> tuple[AgreementLine, ...]:
    """The figures of agreement; none where no pair was answered by several."""
    if not found.items:
        return ()
    return tuple(
        AgreementLine(
            field=names().fields[each.field],
            people=each.people,
            measure=each.measure,
            items=each.items,
            value=each.figure.value,
            low=each.figure.low,
            high=each.figure.high,
            why=each.why,
            left_out=_counted(each.left_out),
            no_interval=each.no_interval,
        )
        for each in found.figures
    )
