"""``verify``, ``config``, ``schema`` and ``serve``: the record, the settings, the forms, the workbench."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from string import hexdigits
from typing import Annotated, Final, NoReturn

import typer
from rich.table import Table

from claims.cli.cases import opened
from claims.cli.faults import lines_of
from claims.cli.options import (
    FINDINGS,
    FINE,
    CaseFile,
    Json,
    Language,
    Reviewer,
    as_path,
    words_in,
)
from claims.cli.terminal import emit, show, sum_up, tell, visible, write
from claims.errors import ClaimsError, InputError, NotFound
from claims.report.case_forms import CheckedForm, FaultForm, RecordForm, ServeForm, SettingForm
from claims.report.forms import message_form
from claims.report.wording import Wording
from claims.services import Case
from claims.services.packaging import check
from claims.settings import load_settings, mask_address

_HASH: Final = 64
"""Hex digits of a hash; a blinded head has more."""

FACE: Final = "workbench"
"""Module that serves a case to a browser; started as a program of its own, never imported."""

Head = Annotated[
    str | None,
    typer.Option(
        "--head",
        metavar="NUMBER:HASH",
        help="Head of the record noted elsewhere, as a report prints it; tells a cut record.",
    ),
]
Package = Annotated[
    Path | None,
    typer.Argument(
        metavar="[PACKAGE]", help="A package, as `claims package` made it.", parser=as_path
    ),
]
Key = Annotated[
    str,
    typer.Option("--key", metavar="KEY", help="Public key of the package: 64 hex digits or PEM."),
]
FormName = Annotated[
    str | None, typer.Argument(metavar="[FORM]", help="One form; without it, all their names.")
]
Every = Annotated[
    bool,
    typer.Option("--all", help="Print every fault, also those that most likely follow from one."),
]
Host = Annotated[str | None, typer.Option("--host", help="Address to listen on.")]
Port = Annotated[
    int | None, typer.Option("--port", min=0, max=65_535, help="Port; 0 finds a free one.")
]


def verify(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    package: Package = None,
    head: Head = None,
    key: Key = "",
    every: Every = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Check the record of the case, every row of it and every original, against their hashes; or a package.

    A package needs no case: its hashes, its signature, its originals and every quote are checked.
    Exit code 1: something is not as it was written.
    """
    words = words_in(language)
    if package is not None and head is not None:
        raise InputError(
            "A package is not compared with a head of a record.",
            next_step="Leave --head away, or name no package: `claims verify --head NUMBER:HASH` checks the case.",
        )
    if package is None and key:
        raise InputError(
            "A key is compared with that of a package, and none is named.",
            next_step="Name the package, or leave --key away.",
        )
    if package is not None:
        _verify_package(package, key, words, as_json=as_json)
    noted = None if head is None else _noted(head)
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        faults = acting.audit.verify(head=noted)
        seq, digest = _newest(acting, broken=bool(faults))
    if as_json:
        broken = tuple(
            FaultForm(where=fault.where, id=fault.id, message=message_form(fault.message))
            for fault in faults
        )
        emit(RecordForm(holds=not faults, seq=seq, hash=digest, faults=broken))
    for told in lines_of(faults, words, every=every):
        sum_up(told, as_json=as_json)
    rows = str(seq) if seq or not digest else words.text("line_withheld")
    printed = f"{seq}:{digest}" if digest else words.text("line_none")
    told = words.text("line_verified", rows=rows, head=printed, faults=len(faults))
    sum_up(told, as_json=as_json)
    raise typer.Exit(FINDINGS if faults else FINE)


def _newest(case: Case, *, broken: bool) -> tuple[int, str]:
    """Number and hash of the newest row that the actor may see; none where what was tampered with keeps them out."""
    try:
        return case.audit.head()
    except ClaimsError:
        if broken:
            return 0, ""
        raise


def _verify_package(package: Path, key: str, words: Wording, *, as_json: bool) -> NoReturn:
    found = check(package, key)
    if as_json:
        faults = tuple(
            FaultForm(where="package", id=each.member, message=message_form(each.message))
            for each in found.faults
        )
        emit(
            CheckedForm(
                holds=not faults,
                key=found.key,
                known=found.known,
                members=found.members,
                quotes=found.quotes,
                faults=faults,
            )
        )
    for each in found.faults:
        told = f"{visible(each.member)}: {each.message.within(words.language)}"
        sum_up(told, as_json=as_json)
    told = words.text(
        "line_package", files=found.members, quotes=found.quotes, faults=len(found.faults)
    )
    sum_up(told, as_json=as_json)
    line = "line_named_key" if found.faults and found.key else "line_signed"
    sum_up(words.text(line, signer=found.key or words.text("line_nothing")), as_json=as_json)
    if not found.known and not found.faults:
        tell(words.text("line_compare_key"))
    raise typer.Exit(FINDINGS if found.faults else FINE)


def config(as_json: Json = False, case: CaseFile = None, language: Language = None) -> None:
    """Print the settings in force, without secrets."""
    masked = load_settings(case=case, language=language).masked()
    if as_json:
        for name, value in masked.items():
            emit(SettingForm(name=name, value=value))
        return
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, value in masked.items():
        table.add_row(name, visible(value))
    show(table)


def schema(
    form: FormName = None,
    as_json: Json = False,
    language: Language = None,  # noqa: ARG001 - read where a refusal is told
) -> None:
    """Write the JSON Schema (draft 2020-12) of a form, or name the forms; with --json on one line."""
    from claims.report.schemas import FORMS, schema_of

    if form is None:
        for name in FORMS:
            if as_json:
                emit(schema_of(name))
            else:
                write(name + "\n")
        return
    if form not in FORMS:
        raise NotFound(
            f"There is no form {form!r}.", next_step=f"The forms are: {', '.join(FORMS)}."
        )
    if as_json:
        emit(schema_of(form))
    else:
        write(json.dumps(schema_of(form), ensure_ascii=False, indent=2) + "\n")


def serve(
    host: Host = None,
    port: Port = None,
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,  # noqa: ARG001 - read where a refusal is told
) -> None:
    """Serve the workbench for the case to a browser on this machine; the case is made when it is not there."""
    settings = load_settings(case=case, host=host, port=port)
    if importlib.util.find_spec(FACE) is None:
        raise NotFound(
            "The workbench is not installed.",
            next_step="Install the whole package: `pip install claim-workbench`.",
        )
    command = (
        sys.executable, "-m", FACE, "--case", settings.case,
        "--host", settings.host, "--port", str(settings.port),
    )  # fmt: skip
    if as_json:
        shown = mask_address(settings.case)
        emit(
            ServeForm(
                case=shown,
                command=tuple(shown if each == settings.case else each for each in command),
            )
        )
    sys.stderr.flush()
    os.execv(command[0], command)  # noqa: S606 - our own interpreter and module, no shell


def _noted(head: str) -> tuple[int, str]:
    """A head that was noted; a hash alone is one, too, for it is over the number.

    Raises:
        InputError: it is none.
    """
    number, colon, digest = head.rpartition(":")
    named = number.isdecimal() if colon else len(digest) >= _HASH
    if not named or not digest or not set(digest) <= set(hexdigits):
        raise InputError(
            f"{head} is no head of a record.",
            next_step="Write it as it was printed, NUMBER:HASH or the hash alone.",
        )
    return int(number or 0), digest
