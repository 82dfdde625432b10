"""What a report is made from, gathered in one consistent read; what cannot be read is named and left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from claims.errors import InputError, Refused
from claims.model import Claim, Document, Matter, PairKey, Scale
from claims.report.content import AgreementLine, ReportContent, Unreadable
from claims.report.later import Each
from claims.review.adjudication import names, ruled
from claims.services.adjudicating import rulings_of
from claims.services.agreeing import agreement_in
from claims.services.auditing import head_for
from claims.services.desk import Desk
from claims.services.incidents import incidents_for
from claims.services.material import material_of
from claims.services.naming import naming_in
from claims.services.policy import words_on_pairs
from claims.services.verdicts import adrift_from, outcomes_of
from claims.services.versions import given, version_of
from claims.services.vocabularies import in_force
from claims.store import claims, descriptions, documents, people
from claims.store.engine import Reader
from claims.store.rows import LeftOut
from claims.store.verify import Fault
from claims.verdict import verdicts

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


def content_in(connection: Reader, desk: Desk) -> ReportContent:
    """Everything a report is made from, in a transaction that is open.

    What cannot be read stands in ``left_out``, and nothing that rests on it is in the content.
    """
    missing = _Missing()
    said, _ = words_on_pairs(connection, missing.on("answer"))
    texts = documents.all_documents(connection, missing)
    found = tuple(_placed(claims.all_live(connection, missing), texts, missing))
    gathered = material_of(connection, found, missing)
    events = incidents_for(connection, "", gathered, missing)
    grades = outcomes_of(connection, Matter.INCIDENT, found, events, missing)
    outcomes = outcomes_of(connection, Matter.CLAIM, found, events, missing)
    marks = tuple(each for each in said if not missing.touches(each.key))
    rulings = rulings_of(connection, missing)
    head = head_for(connection)
    content = ReportContent(
        title=desk.store.title,
        made_at=desk.now(),
        program=desk.program,
        documents=texts,
        described=tuple(descriptions.standing(connection, missing).values()),
        claims=found,
        comparisons=gathered.suggested,
        decisions=marks,
        verdicts=verdicts(found, gathered.suggested, ruled(marks, rulings)),
        problems=documents.all_problems(connection, document="", code="", left_out=missing),
        audit_seq=head.seq,
        audit_hash=head.hash,
        adjudications=tuple(each for each in rulings if not missing.touches(each.key)),
        question=people.fact(connection, QUESTION) or "",
        scope=people.fact(connection, SCOPE) or "",
        incidents=events,
        sheets=Each(gathered.in_full(events, {}), events),
        matrix=gathered.matrix(),
        grades=grades,
        outcomes=outcomes,
        adrift=tuple(
            each
            for each in adrift_from(connection, (*grades, *outcomes), missing)
            if not {f"claim {each.of}", f"conclusion {each.of}"} & missing.found.keys()
        ),
        agreement=_agreement(connection, missing),
        vocabularies=tuple(in_force(connection, scale, missing) for scale in Scale),
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
    found: Iterable[Claim], texts: Iterable[Document], missing: _Missing
) -> Iterable[Claim]:
    """The claims whose words stand where they say, in a document that can be read."""
    by_id = {document.id: document for document in texts}
    for claim in found:
        document = by_id.get(claim.document)
        if document is None:
            missing.note(f"claim {claim.id}", "homeless")
        elif claim.span.of(document.text) != claim.quote:
            missing.note(f"claim {claim.id}", "misplaced")
        else:
            yield claim


def _agreement(connection: Reader, missing: _Missing) -> tuple[AgreementLine, ...]:
    """The figures of agreement; none where no pair was answered by several."""
    found = agreement_in(connection, missing.on("earlier"))
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
        )
        for each in found.figures
    )
