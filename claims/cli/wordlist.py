"""``party``, ``place``, ``checks`` and ``reread``: how the documents of a case are read."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from claims.cli.cases import opened
from claims.cli.options import FINDINGS, FINE, CaseFile, Json, Language, Reviewer
from claims.cli.terminal import emit, message, quoted, show, tell, watching
from claims.errors import InputError
from claims.model import CaseParty, CasePlace, Lineage
from claims.report.forms import message_form
from claims.report.reading_forms import (
    CheckForm,
    OwnPartyForm,
    OwnPlaceForm,
    RereadForm,
    own_party_form,
    own_place_form,
)
from claims.services.rereading import ReadAgain
from claims.settings import load_settings

Name = Annotated[str, typer.Argument(metavar="[NAME]", help="Its name; without it all are listed.")]
Aliases = Annotated[
    list[str] | None,
    typer.Option("--alias", metavar="NAME", help="Another name, in any language; once for each."),
]
Identifier = Annotated[
    str, typer.Option("--id", metavar="ID", help="Its id; without it one is made of the name.")
]
Within = Annotated[
    list[str] | None,
    typer.Option("--within", metavar="ID", help="What it belongs to or lies in, nearest first."),
]
Remove = Annotated[bool, typer.Option("--remove", help="Take the entry with this --id out again.")]


def party(  # noqa: PLR0913 - a command line has as many parameters as options
    name: Name = "",
    *,
    kind: Annotated[str, typer.Option("--kind", help="What kind of party it is.")] = "armed group",
    lineage: Annotated[
        Lineage, typer.Option("--lineage", help="What kind of source it is when it speaks.")
    ] = Lineage.UNKNOWN,
    alias: Aliases = None,
    identifier: Identifier = "",
    within: Within = None,
    remove: Remove = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
) -> None:
    """Print the parties that the case adds, or add one; documents that name it are read again."""
    with opened(case) as at_hand, watching("Reading again") as watch:
        own = at_hand.acting_as(by).wordlist
        if remove:
            told(own.remove("party", _given(identifier), progress=watch))
        elif name:
            entry = CaseParty(
                identifier, name, kind, lineage, tuple(alias or ()), tuple(within or ())
            )
            told(own.put(entry, progress=watch))
        forms = tuple(map(own_party_form, own.get().parties))
    for form in forms:
        _print(form, as_json=as_json)


def place(  # noqa: PLR0913 - a command line has as many parameters as options
    name: Name = "",
    *,
    alias: Aliases = None,
    identifier: Identifier = "",
    within: Within = None,
    lat: Annotated[float | None, typer.Option("--lat", help="Latitude in degrees.")] = None,
    lon: Annotated[float | None, typer.Option("--lon", help="Longitude in degrees.")] = None,
    remove: Remove = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
) -> None:
    """Print the places that the case adds, or add one; documents that name it are read again."""
    with opened(case) as at_hand, watching("Reading again") as watch:
        own = at_hand.acting_as(by).wordlist
        if remove:
            told(own.remove("place", _given(identifier), progress=watch))
        elif name:
            entry = CasePlace(identifier, name, tuple(alias or ()), tuple(within or ()), lat, lon)
            told(own.put(entry, progress=watch))
        forms = tuple(map(own_place_form, own.get().places))
    for form in forms:
        _print(form, as_json=as_json)


def checks(
    check: Annotated[
        str, typer.Argument(metavar="[CHECK]", help="Which; without it all are listed.")
    ] = "",
    use: Annotated[
        bool | None, typer.Option("--on/--off", help="Use it, or do without it.")
    ] = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the automatic checks, or do with or without one; all documents are then read again."""
    chosen = load_settings(language=language).language
    if bool(check) != (use is not None):
        raise InputError("A check and --on or --off go together.", next_step="Give both or none.")
    with opened(case) as at_hand, watching("Reading again") as watch:
        own = at_hand.acting_as(by).wordlist
        if use is not None:
            told(own.use_check(check, on=use, progress=watch))
        found = own.checks()
    for each in found:
        if as_json:
            emit(CheckForm(id=each.id, describes=message_form(each.describes), on=each.on))
        else:
            words = message(each.describes.within(chosen))
            show(Text(f"{'on ' if each.on else 'off'}  {each.id}  {words}"))


def reread(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT...]", help="Names or ids; without them all are read."),
    ] = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
) -> None:
    """Read documents of the case again with the engine at hand; what people edited stays theirs.

    Exit code 1: people who edited are asked something because of it, or a document is damaged and was passed over.
    """
    with opened(case) as at_hand, watching("Reading again") as watch:
        acting = at_hand.acting_as(by)
        wanted = [acting.documents.find(name).id for name in documents or ()]
        report = acting.documents.extract_again(wanted, progress=watch)
    if as_json:
        emit(
            RereadForm(
                documents=report.documents,
                changed=report.changed,
                revised=report.revised,
                new=report.new,
                gone=report.gone,
                questions=len(report.questions),
                unread=report.unread,
            )
        )
    else:
        show(Text(_words(report)))
    raise typer.Exit(FINDINGS if report.questions or report.unread else FINE)


def told(report: ReadAgain) -> None:
    """Tell what reading again changed."""
    tell(_words(report))
    if report.revised or report.new or report.gone:
        tell("Run `claims compare` to hold the changed claims against the others.")


def _words(report: ReadAgain) -> str:
    unread = f"; damaged, passed over: {', '.join(report.unread)}" if report.unread else ""
    return (
        f"documents read again: {report.documents}, changed: {len(report.changed)}; claims revised: "
        f"{report.revised}, new: {report.new}, gone: {report.gone}; questions: {len(report.questions)}"
        f"{unread}"
    )


def _given(identifier: str) -> str:
    """The id that was given.

    Raises:
        InputError: none was.
    """
    if not identifier:
        raise InputError("--remove needs --id.", next_step="The list shows the ids.")
    return identifier


def _print(form: OwnPartyForm | OwnPlaceForm, *, as_json: bool) -> None:
    if as_json:
        emit(form)
        return
    names = ", ".join(map(quoted, form.aliases))
    about = [form.kind] if isinstance(form, OwnPartyForm) else [*form.within]
    show(Text("  ".join(filter(None, (form.id, quoted(form.name), *about, names)))))
