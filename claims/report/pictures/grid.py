"""Source by date as a picture: a sign in each cell says how a source's words stand to those of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claims.model import CellState, MatrixRow
from claims.report.pictures.drawing import COLOURS, box, picture, words, wrapped

SIGNS: Final[Mapping[CellState, str]] = {
    CellState.CONFLICT: "≠",
    CellState.PARTIAL: "≈",
    CellState.AGREE: "=",
    CellState.UNSURE: "?",
    CellState.ALONE: "•",
}
MOST_ROWS: Final = 60
MOST_SOURCES: Final = 8
_CELL: Final = (84, 26)
_HEAD: Final = (190, 34)
_LONGEST, _LONGEST_DAY = 11, 27
"""Letters of a line of what a column and a row are called; there are two lines at most."""
_SIZES: Final = (11, 10)
"""Of letters, of one line and of two."""
_LEADING: Final = 11.5
_TINT: Final = "#f3f5f8"


def grid(
    sources: Sequence[str],
    rows: Sequence[MatrixRow],
    names: tuple[Mapping[str, str], Mapping[str, str]],
    *,
    alt: str,
    rtl: bool,
) -> str:
    """The picture of some rows and some sources.

    Args:
        sources: one column each.
        rows: one line each.
        names: what each source and each date is called in the language of the report.
        alt: what is read aloud in its place.
        rtl: whether the first source stands on the right.
    """
    called, days = names
    width = _HEAD[0] + len(sources) * _CELL[0]
    height = _HEAD[1] + len(rows) * _CELL[1]

    def left(x: float, wide: float) -> float:
        return width - x - wide if rtl else x

    elements = []
    for number, source in enumerate(sources):
        x = left(_HEAD[0] + number * _CELL[0], _CELL[0])
        elements.append(box(x, 0, _CELL[0], _HEAD[1], fill=_TINT))
        middle = (x + _CELL[0] / 2, _HEAD[1] / 2)
        elements.extend(_called(*middle, wrapped(called[source], _LONGEST), bold=True))
    for number, row in enumerate(rows):
        y = _HEAD[1] + number * _CELL[1]
        x = left(0, _HEAD[0])
        elements.append(box(x, y, _HEAD[0], _CELL[1], fill=_TINT))
        middle = (x + _HEAD[0] / 2, y + _CELL[1] / 2)
        elements.extend(_called(*middle, wrapped(days[row.date], _LONGEST_DAY)))
        states = {cell.source: cell.state for cell in row.cells}
        for column, source in enumerate(sources):
            x = left(_HEAD[0] + column * _CELL[0], _CELL[0])
            elements.append(box(x, y, _CELL[0], _CELL[1]))
            if source in states:
                colour = COLOURS[states[source].value]
                sign = SIGNS[states[source]]
                at = (x + _CELL[0] / 2, y + 18)
                elements.append(words(*at, sign, size=15, colour=colour, bold=True))
    return picture(width, height, elements, alt=alt)


def _called(x: float, y: float, lines: Sequence[str], *, bold: bool = False) -> list[str]:
    """The lines of what a column or a row is called, around a point."""
    size = _SIZES[len(lines) > 1]
    first = y + size / 3 - (len(lines) - 1) * _LEADING / 2
    return [
        words(x, first + number * _LEADING, each, size=size, bold=bold)
        for number, each in enumerate(lines)
    ]
