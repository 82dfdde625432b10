"""The matrix of a case as the screen shows it: dates down, sources across, a sign and a word in each cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

from claims.model import Cell, CellState, Matrix, MatrixRow
from workbench.shown import dates, names
from workbench.shown.keys import Key, labelled
from workbench.shown.passage import visible
from workbench.shown.voices import Called, Voices
from workbench.wording import Words, mark

KEYS: Final[tuple[Key, ...]] = (
    Key("up", "ArrowUp", "↑", "", mark("The date before")),
    Key("down", "ArrowDown", "↓", "", mark("The date after")),
    Key("left", "ArrowLeft", "←", "", mark("The source to the left")),
    Key("right", "ArrowRight", "→", "", mark("The source to the right")),
    Key("conflict", "KeyN", "N", "ى", mark("The next conflict")),
    Key("open", "Enter", "⏎", "", mark("Open the claims and pairs of the cell")),
    Key("help", "Slash", "?", "؟", mark("This list")),
)
STATES: Final[dict[CellState, tuple[str, str]]] = {
    CellState.CONFLICT: ("✗", mark("conflict")),
    CellState.PARTIAL: ("◐", mark("agree in part")),
    CellState.AGREE: ("✓", mark("agree")),
    CellState.UNSURE: ("?", mark("unsure")),
    CellState.ALONE: ("·", mark("nobody else")),
}
"""A sign and a word for each state, so that colour is never alone."""
KINDS: Final[dict[str, str]] = {
    "all": mark("All dates"),
    "several": mark("Several sources"),
    "conflict": mark("Conflicts only"),
}
_LABELS: Final = {
    "date": mark("Date"),
    "keyMap": mark("Keys"),
    "byPlace": mark("Keys go by their place on the keyboard, so they work on an Arabic layout."),
    "singleKeys": mark("Single keys act"),
    "close": mark("Close"),
}
_PART: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_LAST_MONTH: Final = 12


class Shown(TypedDict):
    """One cell; no word: the source does not speak of that date."""

    state: str
    sign: str
    word: str
    count: str
    slots: str
    source: str


class Head(TypedDict):
    """One source; where nobody has said who it is, the ``file`` it speaks in, and what can be said of it (``ask``), else ""."""

    name: str
    dir: str
    source: str
    file: str
    ask: str


class Row(TypedDict):
    """One date."""

    date: str
    spoken: str
    cells: list[Shown | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which dates are asked for; "" for any.

    Attributes:
        since: not before this day, ISO 8601.
        until: not after this day.
        kind: one of `KINDS`.
    """

    since: str = ""
    until: str = ""
    kind: str = "all"


def asked_for(matrix: Matrix, asked: Asked) -> list[MatrixRow]:
    """The rows that are asked for."""
    return [row for row in matrix.rows if _fits(row, asked)]


def _fits(row: MatrixRow, asked: Asked) -> bool:
    low, high = bounds(row.date)
    if (asked.since and high < asked.since) or (asked.until and low > asked.until):
        return False
    if asked.kind == "conflict":
        return any(cell.state is CellState.CONFLICT for cell in row.cells)
    return asked.kind == "all" or len(row.cells) > 1


def bounds(edtf: str) -> tuple[str, str]:
    """The first and the last day that an EDTF date may mean, ISO 8601; an open end is the end of all days."""
    first, _, last = edtf.partition("/")
    return _day(first, "0000", "01", "01"), _day(last or first, "9999", "12", "31")


def _day(part: str, year: str, month: str, day: str) -> str:
    found = _PART.match(part)
    if found is None:
        return f"{year}-{month}-{day}"
    known = found[2] if found[2] and int(found[2]) <= _LAST_MONTH else month
    return f"{found[1]}-{known}-{found[3] or day}"


def sources(rows: Iterable[MatrixRow]) -> list[str]:
    """The sources that speak of these dates, whoever says most first."""
    counted = Counter[str]()
    for row in rows:
        for cell in row.cells:
            counted[cell.source] += len(cell.claims)
    return sorted(counted, key=lambda name: (-counted[name], name))


def grid(
    rows: Sequence[MatrixRow], across: Sequence[str], voices: Voices, words: Words
) -> dict[str, object]:
    """What the component shows.

    Args:
        rows: of this page.
        across: the sources of this page.
        voices: what those are called of which nobody has said who they are.
        words: of the reader's language.
    """
    return {
        "caption": words("Source by date"),
        "sources": [_head(source, voices, words) for source in across],
        "rows": [_row(row, across, words) for row in rows],
        "legend": [
            {"state": state.value, "sign": sign, "word": words(word)}
            for state, (sign, word) in STATES.items()
        ],
        "labels": {
            **{name: words(text) for name, text in _LABELS.items()},
            "keys": labelled(KEYS, words),
        },
    }


def _head(source: str, voices: Voices, words: Words) -> Head:
    voice = Called(voices, words).voice(source)
    file = visible(source) if source in voices else ""
    if file and file in voice["name"]:
        voice["name"] = words("no publisher given")
    return Head(
        **voice,
        source=source,
        file=file,
        ask=words("Say who published it") if source in voices else "",
    )


def _row(row: MatrixRow, across: Sequence[str], words: Words) -> Row:
    found = {cell.source: cell for cell in row.cells}
    return Row(
        date=row.date,
        spoken=dates.caption(row.date, words),
        cells=[_cell(found.get(source), words) for source in across],
    )


def _cell(cell: Cell | None, words: Words) -> Shown | None:
    if cell is None:
        return None
    sign, word = STATES[cell.state]
    return Shown(
        state=cell.state.value,
        sign=sign,
        word=words(word),
        count=words.many("{count} claim", "{count} claims", len(cell.claims)),
        slots=words(", ").join(words(names.SLOTS[slot]) for slot in cell.conflicting),
        source=cell.source,
    )


def named(matrix: Matrix, date: str, source: str) -> Cell | None:
    """The cell of a date and a source, None when there is none."""
    return next(
        (
            cell
            for row in matrix.rows
            if row.date == date
            for cell in row.cells
            if cell.source == source
        ),
        None,
    )


def a_claim_of(rows: Iterable[MatrixRow], source: str) -> str:
    """The id of a claim of a source, "" when there is none."""
    return next((each.claims[0] for row in rows for each in row.cells if each.source == source), "")


def heading(date: str, source: str, voices: Voices, words: Words) -> str:
    """Date and source in a line."""
    return f"{dates.caption(date, words)} · {Called(voices, words)(source)}"


def standing(cell: Cell, words: Words) -> str:
    """How the claims of a cell stand to those of others."""
    sign, word = STATES[cell.state]
    slots = words(", ").join(words(names.SLOTS[slot]) for slot in cell.conflicting)
    return f"{sign} {words(word)}" + (f" ({slots})" if slots else "")
