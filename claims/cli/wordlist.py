"""``party``, ``place``, ``checks`` and ``reread``: how the documents of a case are read."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from claims.cli.cases import opened
from claims.cli.options import FINDINGS, FINE, CaseFile, Json, Language, Reviewer, words_in
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
from claims.report.wording import Wording
from claims.services.rereading import ReadAgain

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
    language: Language = None,
) -> None:
    """Print the parties that the case adds, or add one; documents that name it are read again."""
    words = words_in(language)
    with opened(case) as at_hand, watching(words.text("watch_again")) as watch:
        own = at_hand.acting_as(by).wordlist
        if remove:
            told(own.remove("party", _given(identifier), progress=watch), words)
        elif name:
            entry = CaseParty(
                identifier, name, kind, lineage, tuple(alias or ()), tuple(within or ())
            )
            told(own.put(entry, progress=watch), words)
        forms = tuple(map(own_party_form, own.get().parties))
    for form in forms:
        _print(form, words, as_json=as_json)


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
    language: Language = None,
) -> None:
    """Print the places that the case adds, or add one; documents that name it are read again."""
    words = words_in(language)
    with opened(case) as at_hand, watching(words.text("watch_again")) as watch:
        own = at_hand.acting_as(by).wordlist
        if remove:
            told(own.remove("place", _given(identifier), progress=watch), words)
        elif name:
            entry = CasePlace(identifier, name, tuple(alias or ()), tuple(within or ()), lat, lon)
            told(own.put(entry, progress=watch), words)
        forms = tuple(map(own_place_form, own.get().places))
    for form in forms:
        _print(form, words, as_json=as_json)


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
    if bool(check) != (use is not None):
        raise InputError("A check and --on or --off go together.", next_step="Give both or none.")
    words = words_in(language)
    with opened(case) as at_hand, watching(words.text("watch_again")) as watch:
        own = at_hand.acting_as(by).wordlist
        if use is not None:
            told(own.use_check(check, on=use, progress=watch), words)
        found = own.checks()
    for each in found:
        if as_json:
            emit(CheckForm(id=each.id, describes=message_form(each.describes), on=each.on))
        else:
            used = words.text("line_on" if each.on else "line_off")
            show(Text(f"{used:<3}  {each.id}  {message(each.describes.within(words.language))}"))


def reread(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT...]", help="Names or ids; without them all are read."),
    ] = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Read documents of the case again with the engine at hand; what people edited stays theirs.

    Exit code 1: people who edited are asked something because of it, or a document is damaged and was passed over.
    """
    words = words_in(language)
    with opened(case) as at_hand, watching(words.text("watch_again")) as watch:
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
        show(Text(_counted(report, words)))
    raise typer.Exit(FINDINGS if report.questions or report.unread else FINE)


def told(report: ReadAgain, words: Wording) -> None:
    """Tell what reading again changed."""
    tell(_counted(report, words))
    if report.revised or report.new or report.gone:
        tell(words.text("line_compare_again"))
    if report.questions:
        tell(words.text("line_asked"))


def _counted(report: ReadAgain, words: Wording) -> str:
    counted = words.text(
        "line_reread",
        documents=report.documents,
        changed=len(report.changed),
        revised=report.revised,
        new=report.new,
        gone=report.gone,
        questions=len(report.questions),
    )
    if not report.unread:
        return counted
    damaged = words.text("comma").join(report.unread)
    return words.text("semicolon").join((counted, words.text("line_damaged", names=damaged)))


def _given(identifier: str) -> str:
    """The id that was given.

    Raises:
        InputError: none was.
    """
    if not identifier:
        raise InputError("--remove needs --id.", next_step="The list shows the ids.")
    return identifier


def _print(form: OwnPartyForm | OwnPlaceForm, words: Wording, *, as_json: bool) -> None:
    if as_json:
        emit(form)
        return
    names = words.text("comma").join(map(quoted, form.aliases))
    about = [_kind(form, words)] if isinstance(form, OwnPartyForm) else [*form.within]
    show(Text("  ".join(filter(None, (form.id, quoted(form.name), *about, names)))))


def _kind(form: OwnPartyForm, words: Wording) -> str:
    """What kind of party it is, in the reader's language."""
    from claims.slots.party.entries import kinds

    kind = kinds().get(form.kind)
    if kind is None:
        return form.kind
    return kind.ar if words.language == "ar" else kind.en
