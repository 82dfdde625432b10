"""``dump``, ``load``, ``backup`` and ``restore``: handing a whole case on, and bringing it back."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claims.cli.cases import made, opened
from claims.cli.files import STANDARD_INPUT, printable, spoken, standard_input
from claims.cli.options import (
    CaseFile,
    Json,
    Knowingly,
    Language,
    Reviewer,
    as_path,
    named,
    words_in,
)
from claims.cli.terminal import emit, quoted, sum_up, tell, to_stdout
from claims.errors import InputError, StoreError
from claims.report.case_forms import BackupForm, LoadedForm
from claims.report.review_forms import RestoredForm
from claims.report.wording import Wording
from claims.settings import load_settings

if TYPE_CHECKING:
    from claims.services.leaving_out import LeftOut

DumpTo = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", help="Where to; without it standard output.", parser=as_path
    ),
]
Mine = Annotated[
    bool,
    typer.Option(
        "--mine", help="Only what you may see: the case, your own work, and what all have answered."
    ),
]
Without = Annotated[
    list[str],
    typer.Option(
        "--without",
        metavar="NAME",
        help="With --mine: nothing that was said of this pair, claim or document. May be repeated.",
    ),
]
DumpFrom = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="What `claims dump` wrote; - is standard input.",
        show_default=False,
        callback=named,
    ),
]
SentBy = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="NAME",
        help="Whose file it is; without it whom it says, or else you. Words of others in it are refused.",
    ),
]
OtherCase = Annotated[
    bool,
    typer.Option("--other-case", help="Take it in though no document is in both cases."),
]
CopyTo = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="Where the copy goes.", show_default=False, parser=as_path),
]


CopyFrom = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A backup.", show_default=False, parser=as_path),
]


class InFile(InputError):
    """Something in a file that was handed in cannot be used.

    Args:
        file: what messages call the file.
        error: what is wrong in it.
    """

    def __init__(self, file: str, error: InputError) -> None:
        super().__init__(error.message, next_step=error.next_step, arabic=error.arabic)
        self.file = file


def dump(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    out: DumpTo = None,
    mine: Mine = False,
    without: Without = [],  # noqa: B006 - read, never changed
    by: Reviewer = "",
    knowingly: Knowingly = False,
    as_json: Json = False,  # noqa: ARG001 - a dump is JSON lines always
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Write everything the case holds as JSON lines, the same case always as the same lines."""
    words = words_in(language)
    with opened(case) as whole:
        at_hand = whole.acting_as(by)
        if out is None:
            with to_stdout():
                gone = at_hand.dump(sys.stdout, knowingly=knowingly, mine=mine, without=without)
            _tell_left_out(gone, words)
            return
        at_hand.exports.refuse(out)
        with _whole_or_not(out) as stream:
            gone = at_hand.dump(stream, knowingly=knowingly, mine=mine, without=without)
    tell(words.text("line_written", path=printable(str(out))))
    _tell_left_out(gone, words)


def _tell_left_out(gone: Iterable[LeftOut], words: Wording) -> None:
    for each in gone:
        thing = f"{words.word('thing', each.topic.thing)} {printable(each.topic.id)}"
        tell(words.text("line_left_out_of", thing=thing, count=each.words))


def load(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    file: DumpFrom,
    sender: SentBy = "",
    by: Reviewer = "",
    knowingly: Knowingly = False,
    other_case: OtherCase = False,
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Take in what `claims dump` wrote: into an empty or new case everything, else what it lacks."""
    with _lines_of(file) as stream, made(case) as at_hand:
        try:
            found = at_hand.acting_as(by).load(
                stream, sender=sender, knowingly=knowingly, other_case=other_case
            )
        except InputError as error:
            raise InFile(spoken(file), error) from error
    form = LoadedForm(
        restored=found.restored,
        documents=found.documents,
        pairs=found.pairs,
        decisions=found.decisions,
        edits=found.edits,
        further=found.further,
        answers=dict(found.answers),
        words=found.words,
    )
    if as_json:
        emit(form)
    else:
        words = words_in(language)
        sum_up(
            words.text(
                "line_load_restored" if form.restored else "line_load_new",
                documents=form.documents,
                pairs=form.pairs,
                decisions=form.decisions,
                edits=form.edits,
                further=form.further,
            ),
            as_json=False,
        )
        for name, count in form.answers.items():
            tell(words.text("line_decisions_of", who=quoted(name), count=count))
        if form.words:
            tell(words.text("line_load_words", count=form.words))


def backup(
    to: CopyTo,
    by: Reviewer = "",
    knowingly: Knowingly = False,
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Copy the case file and its originals while others work on it, once the record was verified."""
    with opened(case) as at_hand:
        path = at_hand.acting_as(by).backup(to, knowingly=knowingly)
    if as_json:
        emit(BackupForm(path=str(path)))
    else:
        tell(words_in(language).text("line_written", path=printable(str(path))))


def restore(
    source: CopyFrom,
    knowingly: Knowingly = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Make a case from a backup that verifies; an existing case is never overwritten."""
    settings = load_settings(case=case)
    from claims.services import restore as bring_back

    head = bring_back(source, settings, knowingly=knowingly, by=by)
    if as_json:
        emit(RestoredForm(path=settings.case, seq=head.seq, hash=head.hash))
    else:
        told = words_in(language).text(
            "line_restored", path=printable(settings.case), head=f"{head.seq}:{head.hash}"
        )
        sum_up(told, as_json=False)


@contextmanager
def _whole_or_not(path: Path) -> Iterator[TextIO]:
    """A text file that appears under its name only when it is whole.

    Raises:
        StoreError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise StoreError(
            f"{printable(str(path))} cannot be written: {error.strerror}.",
            next_step="Check folder, rights and space; an older file is as it was.",
        ) from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _lines_of(path: str) -> Iterator[TextIO]:
    """The lines of a file or, for ``-``, of standard input.

    Raises:
        InputError: the file cannot be read.
    """
    if path == STANDARD_INPUT:
        yield io.TextIOWrapper(standard_input(), encoding="utf-8", newline="\n")
        return
    try:
        file = Path(path).open(encoding="utf-8", newline="\n")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError(
            f"{spoken(path)} cannot be read: {error.strerror}.",
            next_step="Check the name and your rights.",
        ) from error
    with file:
        yield file
