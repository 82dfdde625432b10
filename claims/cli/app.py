"""The command ``claims``: its verbs, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import functools
import io
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Any

import typer

from claims.cli.accounts import compare, extract
from claims.cli.agreeing import agreement
from claims.cli.cases import add
from claims.cli.concluding import conclude, outcomes, vocabulary
from claims.cli.data import export, package, read_back
from claims.cli.documents import about, documents
from claims.cli.exchange import InFile, backup, dump, load, restore
from claims.cli.incidents import incidents, matrix
from claims.cli.mentions import mentions
from claims.cli.options import WRONG_USE, told_of_findings, words_of_refusal
from claims.cli.outcomes import describe, problems, report, verdicts
from claims.cli.quality import evaluate
from claims.cli.regrouping import groupings, merge, split
from claims.cli.remarks import link, mark, note, remarks, tag, withdraw
from claims.cli.reviewing import close_former, decide, queue, release, take_next, undo
from claims.cli.surroundings import config, schema, serve, verify
from claims.cli.team import disputes, history, people, policy, settle
from claims.cli.terminal import complain, write
from claims.cli.wordlist import checks, party, place, reread
from claims.cli.wrong_use import Verbs
from claims.errors import ClaimsError


def bordered(verb: Callable[..., None]) -> Callable[..., None]:
    """The verb, with what a person can mend turned into a message and exit code 2; nothing else is caught."""

    @functools.wraps(verb)
    def within(*given: Any, **named: Any) -> None:  # noqa: ANN401 - whatever the verb takes
        try:
            verb(*given, **named)
        except ClaimsError as error:
            words = words_of_refusal(named.get("language"))
            file = error.file if isinstance(error, InFile) else ""
            complain(error.message, error.next_step, words, of=file, arabic=error.arabic)
            raise typer.Exit(WRONG_USE) from error

    return within


app = typer.Typer(
    name="claims",
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if not value:
        return
    try:
        write(f"claims {version('claim-workbench')}\n")
    except PackageNotFoundError:
        write("claims (not installed)\n")
    raise typer.Exit


@app.callback(help="Who says what, where accounts agree, where they conflict and on exactly what.")
def _claims(
    _shown: Annotated[
        bool,
        typer.Option(
            "--version", callback=bordered(_version), is_eager=True, help="Show the version."
        ),
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help="Before the verb: exit with 1 when something needs a person; what that is, each verb says.",
        ),
    ] = False,
) -> None:
    """Before the verb it is only noted how its end is told."""
    told_of_findings.set(exit_code)


for _verb in (
    add,
    extract,
    compare,
    incidents,
    merge,
    split,
    groupings,
    matrix,
    queue,
    take_next,
    release,
    decide,
    close_former,
    undo,
    history,
    mark,
    note,
    tag,
    link,
    remarks,
    withdraw,
    disputes,
    settle,
    agreement,
    people,
    policy,
    party,
    place,
    checks,
    reread,
    documents,
    about,
    verdicts,
    outcomes,
    conclude,
    vocabulary,
    describe,
    report,
    export,
    package,
    problems,
    verify,
    dump,
    load,
    backup,
    restore,
    config,
    schema,
    mentions,
    serve,
    evaluate,
):
    app.command("next" if _verb is take_next else None)(bordered(_verb))
app.command("import")(bordered(read_back))


def main() -> None:
    """Entry point of the command ``claims``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    app(prog_name="claims")
