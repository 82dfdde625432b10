"""Build the report of a case and write it to a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from claims.errors import InputError, UnknownFormat
from claims.model import Matter
from claims.report.content import AgreementLine, ReportContent, Version
from claims.report.value import Report
from claims.review.adjudication import names, ruled
from claims.review.roles import Action
from claims.services.adjudicating import rulings_of
from claims.services.agreeing import agreement_in
from claims.services.auditing import head_for
from claims.services.desk import Desk
from claims.services.files import put
from claims.services.incidents import material
from claims.services.policy import reviewers_of, settled
from claims.services.verdicts import adrift_in, outcomes_in
from claims.services.versions import give_out, given, version_of
from claims.services.vouching import vouch
from claims.store import claims, descriptions, documents, pairs, people
from claims.store.engine import Reader
from claims.store.rows import storable
from claims.store.verify import Fault
from claims.verdict import verdicts

LANGUAGES: Final = ("ar", "en")
QUESTION: Final = "question"
SCOPE: Final = "scope"


class Reports:
    """The report of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self) -> ReportContent:
        """Everything a report is made from, in one consistent read."""
        with self._desk.reading() as connection:
            return content_in(connection, self._desk)

    def build(self, language: str = "") -> Report:
        """The report as a value; ``language`` is ``ar`` or ``en``, "" for that of the settings.

        Raises:
            InputError: a report cannot be had in this language.
        """
        wanted = self._language(language)
        return _built(self.content(), wanted)

    def _language(self, language: str) -> str:
        """The language that is meant.

        Raises:
            InputError: a report cannot be had in it.
        """
        wanted = language or self._desk.settings.language
        if wanted not in LANGUAGES:
            raise InputError(
                f"No report can be written in {wanted!r}.", next_step="Choose ar or en."
            )
        return wanted

    def write(
        self,
        path: str | Path,
        language: str = "",
        *,
        format: str = "",  # noqa: A002 - the word people use
        knowingly: bool = False,
    ) -> Path:
        """Write the report; an older file of that name stays whole until the new one is.

        The record is verified first.

        Args:
            path: where to; without ``format`` its ending decides the format.
            language: ``ar`` or ``en``, "" for that of the settings.
            format: one of `FORMATS`.
            knowingly: write it though the record does not verify; the report says so, and what is wrong.

        Raises:
            Corrupt: the record does not verify.
            InputError: a report cannot be had in this language, would take the place of the case, or is to be a folder.
            UnknownFormat: no writer knows this format or ending.
            StoreError: the file cannot be written.
        """
        target = Path(path)
        if target.is_dir():
            raise InputError(
                f"{target} is a folder.",
                next_step=f"Name a file in it, such as {target / 'verdicts.html'}.",
            )
        render = _render(target, format)
        self.refuse_case(target)
        wanted = self._language(language)
        with self._desk.reading() as connection:
            faults = vouch(
                connection, self._desk.store.originals, "the report", knowingly=knowingly
            )
            content = with_faults(content_in(connection, self._desk), faults)
        put(render(_built(content, wanted)), target)
        return target

    def describe(self, *, question: str | None = None, scope: str | None = None) -> tuple[str, str]:
        """What is asked and what belongs to it, as the report says it; what is given is laid down first.

        Args:
            question: in your words; None leaves it as it is.
            scope: in your words; None leaves it as it is.

        Raises:
            NotAllowed: the actor's role does not cover it.
        """
        given_words = {QUESTION: question, SCOPE: scope}
        changed = {name: storable(text) for name, text in given_words.items() if text is not None}
        if changed:
            with self._desk.writing(Action.EDIT, "describe case", self._desk.store.title) as writer:
                writer.detail = dict(changed)
                for name, text in changed.items():
                    people.put_fact(writer, name, text)
        with self._desk.reading() as connection:
            return people.fact(connection, QUESTION) or "", people.fact(connection, SCOPE) or ""

    def give_out(self, note: str = "") -> Version:
        """Lay down that the report as it is now is given out: the next one tells what has changed since.

        Raises:
            NotAllowed: the actor's role does not cover it.
        """
        who, at = self._desk.who(), self._desk.now()
        with self._desk.writing(Action.ADJUDICATE, "give out report", who) as writer:
            content = content_in(writer.connection, self._desk)
            made = give_out(writer, content, by=who, at=at, note=storable(note))
            return version_of(made, content)

    def refuse_case(self, target: Path) -> None:
        """Pass when ``target`` is not the case itself.

        Raises:
            InputError: it is.
        """
        if target.absolute() == Path(self._desk.store.name):
            raise InputError(
                f"{target} is the case itself.", next_step="Name another file for the report."
            )


def _built(content: ReportContent, language: str) -> Report:
    from claims.report.build import build

    return build(content, language)


def with_faults(content: ReportContent, faults: tuple[Fault, ...]) -> ReportContent:
    """The content of a report that is made knowingly from a record that does not verify, which it says."""
    told = tuple(f"{fault.where} {fault.id}" for fault in faults)
    return replace(content, record_faults=told)


def content_in(connection: Reader, desk: Desk) -> ReportContent:
    """Everything a report is made from, in a transaction that is open."""
    found = claims.all_live(connection)
    gathered = material(connection, "")
    events = gathered.incidents()
    compared = pairs.for_report(connection, reviewers_of(connection))
    marks = settled(connection)
    rulings = rulings_of(connection)
    head = head_for(connection, desk.who())
    content = ReportContent(
        title=desk.store.title,
        made_at=desk.now(),
        program=desk.program,
        documents=documents.all_documents(connection),
        described=tuple(descriptions.standing(connection).values()),
        claims=found,
        comparisons=compared,
        decisions=marks,
        verdicts=verdicts(found, compared, ruled(marks, rulings)),
        problems=documents.all_problems(connection, document="", code=""),
        audit_seq=head.seq,
        audit_hash=head.hash,
        adjudications=rulings,
        question=people.fact(connection, QUESTION) or "",
        scope=people.fact(connection, SCOPE) or "",
        incidents=events,
        sheets=tuple(gathered.sheets(events)),
        matrix=gathered.matrix(),
        grades=outcomes_in(connection, Matter.INCIDENT, events),
        outcomes=outcomes_in(connection, Matter.CLAIM),
        adrift=adrift_in(connection),
        agreement=_agreement(connection),
    )
    last = given(connection)
    return content if last is None else replace(content, version=version_of(last, content))


def _agreement(connection: Reader) -> tuple[AgreementLine, ...]:
    """The figures of agreement; none where no pair was answered by several."""
    found = agreement_in(connection)
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


def _render(path: Path, name: str) -> Callable[[Report], bytes]:
    from claims.report.formats import ENDINGS, FORMATS

    wanted = name.lower() or ENDINGS.get(path.suffix.lower(), "")
    if wanted not in FORMATS:
        raise UnknownFormat(
            f"No report can be written as {name or path.suffix or path.name!r}.",
            next_step=f"Use one of: {', '.join(FORMATS)}.",
        )
    return FORMATS[wanted]
