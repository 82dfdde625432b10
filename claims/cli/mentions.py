"""``mentions``: dates, quantities, places and parties in lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Any

import typer
from pydantic import BaseModel
from rich.text import Text

import claims
from claims.cli.files import standard_input
from claims.cli.options import FINDINGS, FINE, Json, Language, publication, words_in
from claims.cli.terminal import emit, quoted, show, tell
from claims.report.forms import date_form, party_form, place_form, quantity_form
from claims.report.lines import to_line


class Kind(StrEnum):
    """What to look for."""

    DATE = "date"
    QUANTITY = "quantity"
    PLACE = "place"
    PARTY = "party"


Sought = Annotated[Kind, typer.Option("--kind", help="What to look for.", show_default=False)]
Reference = Annotated[
    str | None,
    typer.Option(
        "--reference",
        metavar="DATE",
        callback=publication,
        help="The day the text was published, from which relative dates are read (2018-04-03).",
    ),
]


def mentions(
    kind: Sought, reference: Reference = None, as_json: Json = False, language: Language = None
) -> None:
    """Find dates, quantities, places or parties in each line of standard input; no case is needed.

    Spans count code points of the line. Exit code 1: some bytes of the input are not UTF-8.
    """
    find = _finder(kind, reference or "")
    unsound = 0
    for number, line in _lines():
        unsound += "\ufffd" in line
        found = find(line)
        if as_json:
            emit(found)
        else:
            _show(number, line, found)
    if unsound:
        told = words_in(language).text("line_unsound", count=unsound)
        tell(told, style="yellow")
    raise typer.Exit(FINDINGS if unsound else FINE)


def _finder(kind: Kind, reference: str) -> Callable[[str], list[BaseModel]]:
    finders: dict[Kind, Callable[[str], Iterable[BaseModel]]] = {
        Kind.DATE: lambda text: map(date_form, claims.find_dates(text, reference=reference)),
        Kind.QUANTITY: lambda text: map(quantity_form, claims.find_quantities(text)),
        Kind.PLACE: lambda text: map(place_form, claims.find_places(text)),
        Kind.PARTY: lambda text: map(party_form, claims.find_parties(text)),
    }
    find = finders[kind]
    return lambda text: list(find(text)) if text.strip() else []


def _lines() -> Iterator[tuple[int, str]]:
    """Number and text of each line, cut at line feeds only, so that other separators stay in their line."""
    for number, raw in enumerate(standard_input(), 1):
        yield number, raw.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")


def _show(number: int, line: str, found: list[Any]) -> None:
    show(Text(f"{number}  {quoted(line)}"))
    for each in found:
        words = quoted(line[each.span.start : each.span.end])
        rest = each.model_dump(exclude={"text", "span"})
        show(Text(f"   {words}  {to_line(rest)}"))
