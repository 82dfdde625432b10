"""``export`` and ``import``: the data of a case for other programs, and what people filled in in a table."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from claims.cli.cases import opened
from claims.cli.files import printable
from claims.cli.options import (
    FINDINGS,
    FINE,
    CaseFile,
    Json,
    Knowingly,
    Language,
    Reviewer,
    as_path,
)
from claims.cli.terminal import complain, emit, quoted, show, sum_up, tell, watching
from claims.model import Mark
from claims.report.case_forms import (
    AnnotatedForm,
    ChangedForm,
    ExportForm,
    LeftOutForm,
    PackedForm,
    ReadBackForm,
    mark_form,
)
from claims.report.exports.formats import DATA_FORMATS
from claims.services.annotating import Annotation
from claims.services.filled_in import Plan
from claims.services.results import Refusal
from claims.settings import load_settings

Data = Annotated[
    str,
    typer.Argument(
        metavar="FORMAT", help=f"One of: {', '.join(DATA_FORMATS)}.", show_default=False
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Where to; without it the name of the case in this folder.",
        parser=as_path,
    ),
]
Filled = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A table that was exported, CSV or XLSX.",
        show_default=False,
        parser=as_path,
    ),
]
PackageTo = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="Where the package goes.", show_default=False, parser=as_path
    ),
]
HashesOnly = Annotated[
    bool, typer.Option("--hashes-only", help="Leave the originals out; their hashes stay.")
]
Apply = Annotated[bool, typer.Option("--apply", help="Record the changes instead of showing them.")]


def export(
    form: Data,
    out: Out = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Write the case as data for other programs; an older file stays whole until the new one is.

    Exit code 1: something could not be read and is not in the file.
    """
    settings = load_settings(case=case, language=language)
    with opened(case) as at_hand, watching("Writing") as watch:
        found = at_hand.acting_as(by).exports.write(
            form, out or "", language=settings.language, watch=watch
        )
    data = found.path.read_bytes()
    _complain(found.faults)
    if as_json:
        emit(
            ExportForm(
                path=str(found.path),
                format=form,
                count=found.count,
                size=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
                faults=_left_out(found.faults),
            )
        )
    else:
        tell(f"{printable(str(found.path))} written, {found.count:,} items, {len(data):,} bytes")
    raise typer.Exit(FINDINGS if found.faults else FINE)


def package(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    to: PackageTo,
    hashes_only: HashesOnly = False,
    by: Reviewer = "",
    knowingly: Knowingly = False,
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Make a signed package of the case: report, data and originals; the same case gives the same bytes."""
    settings = load_settings(case=case, language=language)
    with opened(case) as at_hand, watching("Packing") as watch:
        made = at_hand.acting_as(by).package.write(
            to,
            language=settings.language,
            originals=not hashes_only,
            knowingly=knowingly,
            watch=watch,
        )
    data = made.path.read_bytes()
    if as_json:
        digest = hashlib.sha256(data).hexdigest()
        path = str(made.path)
        emit(
            PackedForm(path=path, key=made.key, members=made.members, size=len(data), sha256=digest)
        )
    else:
        tell(f"{printable(str(made.path))} written, {made.members} files, {len(data):,} bytes")
        tell(f"signed; public key: {made.key}")


def read_back(
    file: Filled,
    apply: Apply = False,
    by: Reviewer = "",
    knowingly: Knowingly = False,
    as_json: Json = False,
    case: CaseFile = None,
) -> None:
    """Show what the columns my_… of a table would change: decisions, notes, tags; with --apply record it.

    Exit code 1: a row could not be used.
    """
    with opened(case) as at_hand:
        exports = at_hand.acting_as(by).exports
        plan = exports.preview(file, knowingly=knowingly)
        if apply:
            plan = exports.apply(plan)
    _complain(plan.faults)
    if as_json:
        emit(_form(plan, applied=apply))
    else:
        for change in plan.changes:
            show(Text(f"{change.key}  {_said(change.before)} → {_said(change.after)}"))
        for each in plan.annotations:
            show(Text(_annotated(each)))
        verb = "recorded" if apply else "to record"
        number = len(plan.changes) + len(plan.annotations)
        told = f"{verb}: {number}, as it is: {plan.same}, empty: {plan.empty}"
        sum_up(told, as_json=False)
    raise typer.Exit(FINDINGS if plan.faults else FINE)


def _annotated(change: Annotation) -> str:
    before = quoted(change.before) if change.before else "–"
    note = f"note: {before} → {quoted(change.after)}"
    parts = [note] if change.after else []
    parts += [f"+{quoted(each)}" for each in change.added]
    parts += [f"-{quoted(each)}" for each in change.removed]
    return f"{change.topic.thing.value} {change.topic.id}  {'  '.join(parts)}"


def _said(mark: Mark | None) -> str:
    if mark is None:
        return "–"
    slots = ", ".join(slot.value for slot in mark.slots)
    typed = (quoted(each) if each else "" for each in (mark.reason, mark.comment))
    return " ".join(part for part in (mark.relation.value, slots, *typed) if part)


def _complain(faults: tuple[Refusal, ...]) -> None:
    for fault in faults:
        complain(f"{fault.name}: {fault.message}", fault.next_step)


def _left_out(faults: tuple[Refusal, ...]) -> tuple[LeftOutForm, ...]:
    return tuple(
        LeftOutForm(name=each.name, message=each.message, next_step=each.next_step)
        for each in faults
    )


def _form(plan: Plan, *, applied: bool) -> ReadBackForm:
    return ReadBackForm(
        applied=applied,
        changes=tuple(
            ChangedForm(
                key=str(each.key),
                before=None if each.before is None else mark_form(each.before),
                after=mark_form(each.after),
            )
            for each in plan.changes
        ),
        annotations=tuple(
            AnnotatedForm(
                thing=each.topic.thing.value,
                id=each.topic.id,
                before=each.before,
                after=each.after,
                added=each.added,
                removed=each.removed,
            )
            for each in plan.annotations
        ),
        same=plan.same,
        empty=plan.empty,
        faults=_left_out(plan.faults),
    )
