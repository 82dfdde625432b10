"""``verdicts``, ``describe``, ``report`` and ``problems``: what comes out of a case."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from claims.cli.cases import opened
from claims.cli.display import verdict_block
from claims.cli.files import printable
from claims.cli.options import (
    CaseFile,
    Json,
    Knowingly,
    Language,
    Reviewer,
    as_path,
    end,
    words_in,
)
from claims.cli.terminal import emit, message, quoted, show, sum_up, tell, watching
from claims.report.case_forms import DescribedForm, ReportForm, problem_form, verdict_form
from claims.report.formats import FORMATS
from claims.report.naming import NamedBy
from claims.report.wording import wording
from claims.settings import load_settings

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Where to; without --format the ending says the format. [default: verdicts.html]",
        parser=as_path,
    ),
]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")
]
Question = Annotated[str | None, typer.Option("--question", metavar="TEXT", help="What is asked.")]
Scope = Annotated[
    str | None,
    typer.Option("--scope", metavar="TEXT", help="What belongs to it and what does not."),
]
Called = Annotated[
    NamedBy | None,
    typer.Option("--people", help="How people are called in everything that leaves the case."),
]
GiveOut = Annotated[
    bool,
    typer.Option("--give-out", help="Lay down that it is given out; the next tells what changed."),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="What to know of this version.")]
OfDocument = Annotated[
    str,
    typer.Option(
        "--document", metavar="ID", help="Only those of one document, by its id or its name."
    ),
]
Code = Annotated[str, typer.Option("--code", metavar="CODE", help="Only those of one kind.")]


def verdicts(
    by: Reviewer = "", as_json: Json = False, case: CaseFile = None, language: Language = None
) -> None:
    """Print the verdict on each claim, by the policy of the case, with the rules that led there.

    With --exit-code, 1: pairs lack answers that the case asks for, so verdicts may change.
    """
    words = wording(load_settings(language=language).language)
    with opened(case) as whole:
        at_hand = whole.acting_as(by)
        for verdict in at_hand.verdicts.compute():
            if as_json:
                emit(verdict_form(verdict))
            else:
                show(verdict_block(verdict, at_hand.claims.get(verdict.claim), words))
        lacking, asked = at_hand.review.lacking, at_hand.review.reviewers
    sentence = "line_lacking_one" if asked == 1 else "line_lacking"
    sum_up(words.text(sentence, asked=asked, count=lacking), as_json=as_json)
    end(needs_person=lacking > 0)


def describe(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    question: Question = None,
    scope: Scope = None,
    people: Called = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print what the case asks, what belongs to it and how its people are called, as its report says it, or lay it down."""
    with opened(case) as at_hand:
        reports = at_hand.acting_as(by).report
        called = reports.people(people or "")
        asked, covers = reports.describe(question=question, scope=scope)
    if as_json:
        emit(DescribedForm(question=asked, scope=covers, people=called.value))
    else:
        words = words_in(language)
        told = words.text(
            "line_asks",
            question=quoted(asked) if asked else "–",
            scope=quoted(covers) if covers else "–",
            people=words.text(f"people_{called.value}"),
        )
        show(Text(told))


def report(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    out: Out = None,
    format: Format = "",  # noqa: A002 - the word people use
    give_out: GiveOut = False,
    note: Note = "",
    by: Reviewer = "",
    knowingly: Knowingly = False,
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Write the report of the case to a file, once its record was verified; an older file stays whole until then."""
    settings = load_settings(case=case, language=language)
    words = wording(settings.language)
    with opened(case) as at_hand, watching(words.text("watch_writing")) as watch:
        target = out or Path(f"verdicts.{format.lower() or 'html'}")
        reports = at_hand.acting_as(by).report
        if give_out:
            version = reports.publish(
                target,
                settings.language,
                format=format,
                note=note,
                knowingly=knowingly,
                watch=watch,
            )
            tell(words.text("line_given_out", number=version.number))
        else:
            reports.write(
                target, settings.language, format=format, knowingly=knowingly, watch=watch
            )
    path, data = target, target.read_bytes()
    if as_json:
        digest = hashlib.sha256(data).hexdigest()
        emit(ReportForm(path=str(path), language=settings.language, size=len(data), sha256=digest))
    else:
        name = printable(str(path))
        tell(words.text("line_report_written", path=name, size=f"{len(data):,}"))


def problems(
    document: OfDocument = "",
    code: Code = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print what could not be read or understood in the documents of the case.

    With --exit-code, 1: there is something.
    """
    tongue = words_in(language)
    with opened(case) as whole:
        at_hand = whole.acting_as(by)
        only = at_hand.documents.find(document).id if document else ""
        found = at_hand.problems.list(document=only, code=code)
        for problem in found:
            if as_json:
                emit(problem_form(problem))
                continue
            words = ""
            if problem.document and problem.span is not None:
                words = quoted(problem.span.of(at_hand.documents.get(problem.document).text))
            told = message(problem.message.within(tongue.language))
            show(Text(f"{problem.document}  {problem.code}  {told} {words}".rstrip()))
    sum_up(tongue.text("line_problems", count=len(found)), as_json=as_json)
    end(needs_person=bool(found))
