"""Incidents along the days: a bar from the first to the last day of each, filled where more than one source tells of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from claims.report.pictures.drawing import INK, LINE, SOFT, box, dot, line, picture, words

MOST: Final = 80
_WIDTH: Final = 760
_EDGE: Final = 40
_LANE: Final = 22
_HEAD: Final = 30
_TICKS: Final = 6
_CLOSE: Final = 46
"""Two marks in one lane stand at least so far apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One incident on the line.

    Attributes:
        label: what it is called in the report.
        first: its first day.
        last: its last day.
        several: whether more than one source tells of it.
    """

    label: str
    first: date
    last: date
    several: bool


def timeline(marks: Sequence[Mark], *, alt: str, rtl: bool) -> str:
    """The picture; time runs as the language does.

    Args:
        marks: at least one.
        alt: what is read aloud in its place.
        rtl: whether time runs from right to left.
    """
    begin = min(mark.first for mark in marks).toordinal()
    days = max(1, max(mark.last for mark in marks).toordinal() - begin)

    def at(day: int) -> float:
        x = _EDGE + (day - begin) * (_WIDTH - 2 * _EDGE) / days
        return _WIDTH - x if rtl else x

    lanes = _lanes(marks, at)
    height = _HEAD + (max(lanes) + 1) * _LANE + 14
    elements = [box(0, 0, _WIDTH, height, fill="#ffffff")]
    for number in range(_TICKS + 1):
        day = begin + round(days * number / _TICKS)
        elements.append(line(at(day), _HEAD - 6, at(day), height - 6))
        name = date.fromordinal(day).isoformat()
        elements.append(words(at(day), 16, name, size=10, colour=SOFT))
    elements.append(line(_EDGE, _HEAD - 6, _WIDTH - _EDGE, _HEAD - 6, colour=LINE))
    for mark, lane in zip(marks, lanes, strict=True):
        y = _HEAD + lane * _LANE + 8
        one, other = sorted((at(mark.first.toordinal()), at(mark.last.toordinal())))
        elements.append(line(one, y, other, y, colour=INK, wide=3))
        elements.append(dot((one + other) / 2, y, 5, colour=INK, hollow=not mark.several))
        elements.append(words(other + 8, y + 4, mark.label, anchor="start", size=10))
    return picture(_WIDTH, height, elements, alt=alt)


def _lanes(marks: Sequence[Mark], at: Callable[[int], float]) -> list[int]:
    """A lane for each mark, the first in which it does not touch another."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for mark in marks:
        ends = sorted((at(mark.first.toordinal()), at(mark.last.toordinal())))
        stretch = (ends[0] - 8, ends[1] + _CLOSE)
        lane = next(
            (
                number
                for number, others in enumerate(taken)
                if all(stretch[1] < low or high < stretch[0] for low, high in others)
            ),
            len(taken),
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append(stretch)
        found.append(lane)
    return found
