"""The cases of this server as a table: each a link, with what the reader may know of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from claims.services import Kept
from workbench import shelved
from workbench.shown import dates
from workbench.shown.passage import direction
from workbench.shown.tables import Cell, Column, Row, Table, plain, table
from workbench.wording import Words, isolate, mark

_NOT_NAMED: Final = mark("You are not named in it")
_UNTOUCHED: Final = mark("Nothing yet")


def ordered(cases: Iterable[Kept], recent: Sequence[str]) -> list[Kept]:
    """Those last opened in this browser first, then by their last change, the newest first."""
    places = {name: place for place, name in enumerate(recent)}
    newest = sorted(cases, key=lambda one: one.changed, reverse=True)
    return sorted(newest, key=lambda one: places.get(one.name, len(places)))


def listing(cases: Iterable[Kept], at_hand: str, words: Words) -> Table:
    """The table; the case at hand is marked."""
    columns = [
        Column(name=words("Case"), opens=True, wide=True),
        Column(name=words("Documents"), number=True),
        Column(name=words("Last change")),
    ]
    rows = (_row(one, at_hand, words) for one in cases)
    return table(words("Cases"), columns, rows, chosen=at_hand)


def _row(one: Kept, at_hand: str, words: Words) -> Row:
    open_here = one.name == at_hand
    name = words("{name} (open)", name=isolate(one.name)) if open_here else one.name
    return Row(
        id=one.name,
        address=shelved.address(one.name),
        cells=[
            plain(name) if open_here else Cell(text=name, dir=direction(one.name)),
            plain("–" if one.documents is None else words.number(one.documents)),
            plain(_changed(one, words)),
        ],
    )


def _changed(one: Kept, words: Words) -> str:
    if one.closed:
        return words(_NOT_NAMED)
    if one.documents is None:
        return "–"
    return dates.moment(one.changed, words) if one.changed else words(_UNTOUCHED)
