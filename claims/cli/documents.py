"""``documents`` and ``about``: find documents of a case, and say what they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from claims.cli.came import came_from_file
from claims.cli.cases import opened
from claims.cli.dating import hint_lines, say_from
from claims.cli.options import FINDINGS, FINE, CaseFile, Json, Language, Reviewer, words_in
from claims.cli.terminal import emit, quoted, show, sum_up
from claims.cli.wordlist import told as tell_read
from claims.errors import InputError
from claims.model import (
    DOCUMENT_ORDERS,
    DOCUMENT_STATES,
    Described,
    DocumentsWanted,
    Found,
    Lineage,
)
from claims.report.document_forms import found_form, said_form
from claims.report.wording import Wording
from claims.services.rereading import ReadAgain

_TABLE_ALONE = "A table names its documents and what is said of each; leave the rest out."
_NAME_ONE = "Name a document, or a table of many with --from FILE."
_WRONG_USE_OF_BOTH = "Take a word back, or say a new one; not both at once."

Words = Annotated[
    str,
    typer.Argument(
        metavar="[WORDS]", help="Words that all stand in it; a phrase in quotation marks."
    ),
]
Which = Annotated[
    str, typer.Argument(metavar="[DOCUMENT]", help="Name or id of a document.", show_default=False)
]
Table = Annotated[
    Path | None,
    typer.Option(
        "--from", metavar="FILE", help="A table (CSV) that says it of many; their words are yours."
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What it is called.")]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")
]
Kind = Annotated[
    Lineage | None, typer.Option("--lineage", help="What kind of source the publisher is.")
]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who wrote it.")]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="EDTF", help="When it was published; '' for what the text says."
    ),
]
Address = Annotated[str | None, typer.Option("--address", metavar="URL", help="Where it stands.")]
TextLanguage = Annotated[
    str | None, typer.Option("--text-language", metavar="CODE", help="Its language: ar, en or und.")
]
Archive = Annotated[
    str | None, typer.Option("--archive", metavar="URL", help="Where a copy is archived.")
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, in your words.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take your newest word on it back.")]


def documents(  # noqa: PLR0913 - a command line has as many parameters as options
    words: Words = "",
    *,
    near: Annotated[bool, typer.Option("--near", help="Also words nearly written so.")] = False,
    text_language: Annotated[
        str, typer.Option("--text-language", metavar="CODE", help="Only in this language.")
    ] = "",
    publisher: Annotated[
        str, typer.Option("--publisher", metavar="NAME", help="Only of this publisher.")
    ] = "",
    lineage: Annotated[
        Lineage | None, typer.Option("--lineage", help="Only of this kind of source.")
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar="DAY", help="Published then or later.")
    ] = "",
    until: Annotated[
        str, typer.Option("--until", metavar="DAY", help="Published then or before.")
    ] = "",
    state: Annotated[
        str, typer.Option("--state", metavar="STATE", help=f"One of: {', '.join(DOCUMENT_STATES)}.")
    ] = "",
    order: Annotated[
        str, typer.Option("--order", metavar="ORDER", help=f"One of: {', '.join(DOCUMENT_ORDERS)}.")
    ] = "added",
    page: Annotated[int, typer.Option("--page", min=1, help="Which page, from 1.")] = 1,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Documents of a page.")] = 50,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the documents of the case, or those that fit, with the places where the words stand.

    Letters of Arabic that are written for each other are one letter, and so are words with and without marks.
    """
    kind = "" if lineage is None else lineage.value
    wanted = DocumentsWanted(
        words, near, text_language, publisher, kind, since, until, state, order
    )
    with opened(case) as at_hand:
        own = at_hand.acting_as(by).documents
        found, total = own.search(wanted, page=page, size=limit)
        lacking = [one.head.id for one in found if not one.head.published]
        hints = own.day_hints(lacking) if as_json or state == "undated" else {}
    speaks = words_in(language)
    sum_up(speaks.text("line_documents", total=total, shown=len(found)), as_json=as_json)
    for one in found:
        if as_json:
            emit(found_form(one, hints.get(one.head.id, ())))
        else:
            told = hint_lines(hints[one.head.id], speaks) if one.head.id in hints else ()
            _show(one, told, speaks)


def _show(one: Found, hints: Iterable[str], words: Wording) -> None:
    """One document with what hints at its day, and the places where what was looked for stands."""
    head = one.head
    name = quoted(head.title or head.name)
    who = f"  {quoted(head.publisher.name)}" if head.publisher else ""
    told = words.text("line_claims", count=head.claims)
    show(Text(f"{head.id}  {name}{who}  {head.published}  {told}"))
    for line in hints:
        show(Text(line))
    for hit in one.hits:
        part = words.text(f"part_{hit.part}")
        show(Text(f"  {part} {hit.start}: {quoted(hit.before + hit.words + hit.after)}"))


def about(  # noqa: PLR0913 - a command line has as many parameters as options
    document: Which = "",
    *,
    table: Table = None,
    title: Title = None,
    publisher: Publisher = None,
    lineage: Kind = None,
    author: Author = None,
    published: Published = None,
    address: Address = None,
    text_language: TextLanguage = None,
    archive: Archive = None,
    reason: Reason = "",
    undo: Undo = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print what people said of a document, or say something else, of many by a table; what rests on it is read again.

    Exit code 1: people who edited are asked something because of it, or a row of the table could not be used.
    """
    given = {
        "title": title,
        "author": author,
        "published": published,
        "address": address,
        "language": text_language,
        "archive": archive,
    }
    from claims.services.dating import publisher_over

    said = {name: value for name, value in given.items() if value is not None}
    changes = bool(said) or publisher is not None or lineage is not None
    if table is not None:
        if document or changes or undo:
            raise InputError("--from stands beside something else.", next_step=_TABLE_ALONE)
        with opened(case) as at_hand:
            done = say_from(
                at_hand.acting_as(by), table, reason, words_in(language), as_json=as_json
            )
        raise typer.Exit(FINDINGS if done.refused or done.read.questions else FINE)
    if not document:
        raise InputError("No document was named.", next_step=_NAME_ONE)
    if undo and changes:
        raise InputError("--undo stands beside something new.", next_step=_WRONG_USE_OF_BOTH)
    read: ReadAgain | None = None
    with opened(case) as at_hand:
        own = at_hand.acting_as(by).documents
        name = own.find(document).id
        if undo:
            undone = own.undo_description(name)
            read = None if undone is None else undone.read
        elif changes:
            card = own.particulars(name)
            told = replace(
                card, publisher=publisher_over(card.publisher, publisher, lineage), **said
            )
            read = own.describe(name, told, reason=reason).read
        rows = own.descriptions(name)
    _show_said(rows, words_in(language), as_json=as_json)
    if read is not None and read.documents:
        tell_read(read, words_in(language))
    raise typer.Exit(FINDINGS if read is not None and read.questions else FINE)


def _show_said(rows: Sequence[Described], words: Wording, *, as_json: bool) -> None:
    """Every word on a document with who said it."""
    sum_up(words.text("line_described", count=len(rows)), as_json=as_json)
    for row in rows:
        if as_json:
            emit(said_form(row))
        else:
            _show_row(row, words)


def _show_row(row: Described, words: Wording) -> None:
    """What somebody said of a document, entry by entry; nothing where they took their word back."""
    form = said_form(row)
    stands = words.text("line_stands") if row.live else ""
    who = f"{quoted(row.by)}  {row.at}{came_from_file(row.taken_in, words)}"
    why = quoted(row.reason) if row.reason else ""
    show(Text(f"{row.id}  {who}  {stands}  {why}".rstrip()))
    for entry, value in ({} if form.said is None else form.said.model_dump()).items():
        if value:
            shown = value["name"] if isinstance(value, dict) else str(value)
            if entry == "published_reason":
                shown = words.text(f"dated_{value}")
            called = words.text(f"entry_{entry}")
            show(Text(f"  {called:<17} {quoted(shown)}"))
