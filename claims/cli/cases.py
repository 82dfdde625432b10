"""Opening a case, and ``add``: taking files into it."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.text import Text

from claims.cli.dating import beside, left, undated
from claims.cli.extractor import stages
from claims.cli.options import (
    FINDINGS,
    WRONG_USE,
    CaseFile,
    Extractor,
    Json,
    Language,
    Published,
    Reviewer,
    end,
    named,
    words_in,
)
from claims.cli.terminal import complain, emit, quoted, show, sum_up, tell, watching
from claims.errors import InputError, NotFound
from claims.model import DocumentHead, Lineage, Source
from claims.report.case_forms import AddedForm, head_form
from claims.report.wording import Wording
from claims.settings import Settings, load_settings, mask_address

if TYPE_CHECKING:
    from claims.services import AddReport, Case

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Text files, and folders of them (every *.txt below).",
        show_default=False,
        callback=named,
    ),
]
Publisher = Annotated[
    str, typer.Option("--publisher", metavar="NAME", help="Who published every file.")
]
Kind = Annotated[Lineage, typer.Option("--lineage", help="What kind of source the publisher is.")]
Table = Annotated[
    Path | None,
    typer.Option(
        "--about",
        metavar="FILE",
        help="A table (CSV) that says of single files when and by whom they were published.",
    ),
]
Pattern = Annotated[
    str,
    typer.Option(
        "--names",
        metavar="PATTERN",
        help="Where names of files hold day and publisher: '{published}_{publisher}_{}.txt'.",
    ),
]
Address = Annotated[str, typer.Option("--address", metavar="URL", help="Where it was published.")]


def opened(case: str | None) -> Case:
    """The case a command works on: its file or address; None for the one in the settings.

    Raises:
        NotFound: there is no such case.
    """
    settings = load_settings(case=case)
    require(settings)
    from claims.services import configure_log, open_case

    configure_log(settings)
    return open_case(settings)


def made(case: str | None, extractor: str | None = None) -> AbstractContextManager[Case]:
    """The case a command works on, as `opened`; made when it is not there, and gone again when nothing came of it."""
    settings = load_settings(case=case, extractor=extractor)
    from claims.services import configure_log, used_or_gone

    configure_log(settings)
    return used_or_gone(settings, stages(settings))


def require(settings: Settings) -> None:
    """Refuse to work on a case file that is not there.

    Raises:
        NotFound: there is no such file.
    """
    if "://" not in settings.case and not os.path.isfile(settings.case):  # noqa: PTH113 - raises never
        raise NotFound(
            f"There is no case file {mask_address(settings.case)!r}.",
            next_step="Make one with `claims add FILE...`, or name another with --case or CLAIMS_CASE.",
        )


def add(  # noqa: PLR0913 - a command line has as many parameters as options
    paths: Paths,
    *,
    as_json: Json = False,
    published: Published = None,
    publisher: Publisher = "",
    lineage: Kind = Lineage.UNKNOWN,
    address: Address = "",
    about: Table = None,
    names: Pattern = "",
    by: Reviewer = "",
    case: CaseFile = None,
    extractor: Extractor = None,
    language: Language = None,
) -> None:
    """Take files into the case, with their claims and problems; the case is made when it is not there.

    Which of them have no day of publication is told, with what they say of it themselves. Exit code 1: something was said beside the
    files that is of none of them. With --exit-code, 1: something in a new document was not understood, or a check noticed something. Exit code 2: a file was refused; the others are in.
    """
    if lineage is not Lineage.UNKNOWN and not publisher:
        raise InputError("--lineage says what the publisher is.", next_step="Add --publisher NAME.")
    words = words_in(language)
    with made(case, extractor) as opened_case, watching(words.text("watch_files")) as watch:
        at_hand = opened_case.acting_as(by)
        report = at_hand.documents.add(
            paths,
            published=published or "",
            publisher=Source(publisher, lineage) if publisher else None,
            address=address,
            beside=beside(about, names),
            progress=watch,
        )
        faults = sum(_faults(at_hand, head) for head in report.added)
        told = (*left(report, words), *undated(at_hand, report.added, words))
    _print(report, words, as_json=as_json)
    for line in told:
        tell(line)
    if report.refused or report.left:
        raise typer.Exit(WRONG_USE if report.refused else FINDINGS)
    end(needs_person=faults > 0)


def _faults(case: Case, head: DocumentHead) -> int:
    """How many problems a document has, and findings its claims; one about two claims counts once."""
    claims = case.documents.extraction(head.id).claims
    return head.problems + len({one for claim in claims for one in claim.findings})


def _print(report: AddReport, words: Wording, *, as_json: bool) -> None:
    for refusal in report.refused:
        complain(refusal.message, refusal.next_step, words)
    told = words.text(
        "line_added",
        added=len(report.added),
        present=len(report.present),
        refused=len(report.refused),
    )
    sum_up(told, as_json=as_json or not report.added + report.present)
    if as_json:
        for form in _forms(report):
            emit(form)
        return
    for head in report.added:
        name = quoted(head.name)
        told = words.text("line_read", claims=head.claims, problems=head.problems)
        show(Text(f"{head.id}  {name}  {told}"))


def _forms(report: AddReport) -> list[AddedForm]:
    return [
        *(_taken("added", head) for head in report.added),
        *(_taken("present", head) for head in report.present),
        *(
            AddedForm(
                status="refused",
                name=refusal.name,
                document=None,
                message=refusal.message,
                next_step=refusal.next_step,
            )
            for refusal in report.refused
        ),
    ]


def _taken(status: Literal["added", "present"], head: DocumentHead) -> AddedForm:
    return AddedForm(
        status=status, name=head.name, document=head_form(head), message="", next_step=""
    )
