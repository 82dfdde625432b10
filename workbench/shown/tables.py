"""Rows and columns of the plain tables; see ``components/listing``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NotRequired, TypedDict

from workbench.shown.passage import direction, visible


class Cell(TypedDict, total=False):
    """One cell: its words, their direction, and a sign before them."""

    text: str
    dir: str
    sign: str


class Row(TypedDict):
    """One row; ``id`` is handed back when it is opened, "" when it cannot be. With ``address`` it is a link to a page."""

    id: str
    address: NotRequired[str]
    cells: list[Cell]


class Column(TypedDict, total=False):
    """One column: its name, whether it holds numbers, opens the row, takes much room or little."""

    name: str
    number: bool
    opens: bool
    wide: bool
    narrow: bool


class Table(TypedDict):
    """What the listing component shows."""

    caption: str
    captionHidden: bool
    columns: list[Column]
    rows: list[Row]
    chosen: str


def evidence(text: str) -> Cell:
    """Words of a document, in their own direction."""
    return Cell(text=visible(text), dir=direction(text))


def plain(text: object, sign: str = "") -> Cell:
    """Words of the interface, or a number."""
    return Cell(text=str(text), sign=sign)


def table(
    caption: str, columns: Sequence[Column], rows: Iterable[Row], *, chosen: str = ""
) -> Table:
    """A table whose caption is for those who cannot see what stands above it."""
    return Table(
        caption=caption,
        captionHidden=True,
        columns=list(columns),
        rows=list(rows),
        chosen=chosen,
    )
