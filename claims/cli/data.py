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
    words_in,
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
from claims.report.wording import Wording, wording
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
    words = wording(settings.language)
    with opened(case) as at_hand, watching(words.text("watch_writing")) as watch:
        found = at_hand.acting_as(by).exports.write(
            form, out or "", language=settings.language, watch=watch
        )
    data = found.path.read_bytes()
    _complain(found.faults, words)
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
        name, size = printable(str(found.path)), f"{len(data):,}"
        tell(words.text("line_exported", path=name, count=f"{found.count:,}", size=size))
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
    words = wording(settings.language)
    with opened(case) as at_hand, watching(words.text("watch_packing")) as watch:
        made = at_hand.acting_as(by).package.write(
            to,
            language=settings.language,
            originals=not hashes_only,
            knowingly=knowingly,
            watch=watch,
        )
    size = made.path.stat().st_size
    if as_json:
        with made.path.open("rb") as packed:
            digest = hashlib.file_digest(packed, "sha256").hexdigest()
        emit(
            PackedForm(
                path=str(made.path),
                key=made.key,
                members=made.members,
                size=size,
                sha256=digest,
                without=made.without,
            )
        )
    else:
        name, length = printable(str(made.path)), f"{size:,}"
        tell(words.text("line_packed", path=name, count=made.members, size=length))
        for report in made.without:
            tell(words.text("line_packed_without", report=report))
        tell(words.text("line_packed_key", signer=made.key))


def read_back(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    file: Filled,
    apply: Apply = False,
    by: Reviewer = "",
    knowingly: Knowingly = False,
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Show what the columns my_… of a table would change: decisions, notes, tags; with --apply record it.

    Exit code 1: a row could not be used.
    """
    with opened(case) as at_hand:
        exports = at_hand.acting_as(by).exports
        plan = exports.preview(file, knowingly=knowingly)
        if apply:
            plan = exports.apply(plan)
    words = words_in(language)
    _complain(plan.faults, words)
    if as_json:
        emit(_form(plan, applied=apply))
    else:
        for change in plan.changes:
            before, after = _said(change.before, words), _said(change.after, words)
            show(Text(f"{change.key}  {before} {words.text('line_becomes')} {after}"))
        for each in plan.annotations:
            show(Text(_annotated(each, words)))
        told = words.text(
            "line_recorded" if apply else "line_to_record",
            count=len(plan.changes) + len(plan.annotations),
            same=plan.same,
            empty=plan.empty,
        )
        sum_up(told, as_json=False)
    raise typer.Exit(FINDINGS if plan.faults else FINE)


def _annotated(change: Annotation, words: Wording) -> str:
    before = quoted(change.before) if change.before else "–"
    named = words.word("remark", "note")
    note = f"{named}: {before} {words.text('line_becomes')} {quoted(change.after)}"
    parts = [note] if change.after else []
    parts += [f"+{quoted(each)}" for each in change.added]
    parts += [f"-{quoted(each)}" for each in change.removed]
    thing = words.word("thing", change.topic.thing)
    return f"{thing} {change.topic.id}  {'  '.join(parts)}"


def _said(mark: Mark | None, words: Wording) -> str:
    if mark is None:
        return "–"
    slots = words.text("comma").join(words.word("slot", slot) for slot in mark.slots)
    relation = words.word("relation", mark.relation)
    typed = (quoted(each) if each else "" for each in (mark.reason, mark.comment))
    return " ".join(part for part in (relation, slots, *typed) if part)


def _complain(faults: tuple[Refusal, ...], words: Wording) -> None:
    for fault in faults:
        complain(fault.message, fault.next_step, words, of=fault.name)


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
