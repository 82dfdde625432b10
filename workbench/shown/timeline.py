"""Incidents over time: each at its day, as high as the counts that sources give, from the least to the most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, log10
from typing import Final

from workbench.shown import dates, incidents, told
from workbench.shown.drawing import Drawing, Label, Line, Mark, drawing, listed_only
from workbench.shown.incidents import Gist
from workbench.wording import Words

MOST: Final = 600
"""Marks of one drawing."""

_WIDTH, _HEIGHT = 1060.0, 330.0
_LEFT, _RIGHT, _TOP = 46.0, 24.0, 16.0
_COUNTED, _UNCOUNTED = 212.0, 282.0
"""Where counts begin (one), and where incidents without counts lie."""
_TICKS: Final = 8
_LONGEST: Final = 93
"""Days of a stretch that still has a place on a line of days."""
_LETTER: Final = 6.5
"""About the width of a letter below the axis."""
_STEP: Final = 9.0
_STACKED: Final = 6
_STEPS: Final = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1826, 3652)
_DAYS_OF_MONTHS, _DAYS_OF_YEARS = 28, 360


def timeline(found: Sequence[Gist], words: Words) -> Drawing | None:
    """The drawing, None when no incident has a day; one that may have been at any day of a year is left out. Of more than `MOST`, those of the most sources.

    In a language that is written from the right, time runs from the right.
    """
    dated = [one for one in found if _length(one) <= _LONGEST]
    if not dated:
        return None
    kept = sorted(dated, key=lambda one: -len(one.incident.accounts))[:MOST]
    kept.sort(key=lambda one: (one.incident.first, one.incident.id))
    days = [_middle(one) for one in kept]
    plane = _Plane(min(days), max(days), _highest(kept), words)
    return drawing(
        words("Incidents over time"),
        (_WIDTH, _HEIGHT),
        plane.lines(),
        plane.labels(),
        plane.marks(kept, days),
        (
            ("range", words("from the least to the most that sources count")),
            ("open", words("or more")),
            ("circle", words("an incident")),
            ("diamond", words("somebody stands alone")),
        ),
        words,
    )


def left_out(found: Sequence[Gist], words: Words) -> list[str]:
    """What the drawing does not hold and why, a line for each reason."""
    dated = sum(_length(one) <= _LONGEST for one in found)
    return listed_only(
        {
            words("Without a day, so listed below only:"): len(found) - dated,
            words(
                "Of no more sources than those drawn, and too many to draw, so listed below only:"
            ): max(0, dated - MOST),
        },
        words,
    )


def _length(one: Gist) -> int:
    """Days that an incident may have had; of one without a first or a last day more than any."""
    if not one.incident.first or not one.incident.last:
        return _LONGEST + 1
    first, last = (date.fromisoformat(day) for day in (one.incident.first, one.incident.last))
    return (last - first).days + 1


def _middle(one: Gist) -> int:
    """The day in the middle of those that an incident may have had."""
    first, last = (date.fromisoformat(day) for day in (one.incident.first, one.incident.last))
    return (first.toordinal() + last.toordinal()) // 2


def _highest(found: Sequence[Gist]) -> float:
    return max(10.0, *(incidents.highest(one.incident) for one in found))


class _Plane:
    """Days across, counts up on a scale by powers of ten."""

    def __init__(self, first: int, last: int, highest: float, words: Words) -> None:
        pad = max(1, (last - first) // 40)
        self._first, self._last = first - pad, last + pad
        self._powers = ceil(log10(highest))
        self._words = words

    def _x(self, day: float) -> float:
        share = (day - self._first) / (self._last - self._first)
        if self._words.direction == "rtl":
            share = 1 - share
            return round(_RIGHT + share * (_WIDTH - _LEFT - _RIGHT), 1)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def _y(self, count: float) -> float:
        share = log10(max(1.0, count)) / self._powers
        return round(_COUNTED - share * (_COUNTED - _TOP), 1)

    def _days(self) -> list[int]:
        """Days to be named below the axis: steps of days, firsts of months or years."""
        whole = self._last - self._first
        step = next((one for one in _STEPS if whole / one <= _TICKS), whole // _TICKS)
        if step < _DAYS_OF_MONTHS:
            return list(range(self._first + 1, self._last, step))
        found, day = [], date.fromordinal(self._first).replace(day=1)
        if step >= _DAYS_OF_YEARS:
            day = day.replace(month=1)
        while day.toordinal() < self._last:
            if day.toordinal() > self._first:
                found.append(day.toordinal())
            day = _first_of_month(day + timedelta(days=step + 5))
            if step >= _DAYS_OF_YEARS:
                day = day.replace(month=1)
        return found

    def lines(self) -> list[Line]:
        """One for each power of ten, one below the days."""
        left = _RIGHT if self._words.direction == "rtl" else _LEFT
        right = left + _WIDTH - _LEFT - _RIGHT
        levels = [self._y(10**power) for power in range(self._powers + 1)] + [_UNCOUNTED + 16]
        across = [Line(x1=left, y1=level, x2=right, y2=level) for level in levels]
        return across + [
            Line(x1=x, y1=_UNCOUNTED + 16, x2=x, y2=_UNCOUNTED + 21)
            for x in map(self._x, self._days())
        ]

    def labels(self) -> list[Label]:
        """The counts at the side, the days below."""
        side = _WIDTH - 40 if self._words.direction == "rtl" else 40.0
        anchor = "right" if self._words.direction == "rtl" else "left"
        counts = [
            Label(x=side, y=self._y(10**power) + 4, text=f"{10**power:,}", anchor=anchor)
            for power in range(self._powers + 1)
        ]
        days = self._days()
        exact = len(days) > 1 and days[1] - days[0] < _DAYS_OF_MONTHS
        spoken = [
            (self._x(day), dates.caption(_named(day, exact=exact), self._words)) for day in days
        ]
        return counts + [
            Label(x=_within(x, text), y=_UNCOUNTED + 38, text=text, anchor="middle")
            for x, text in _apart(spoken)
        ]

    def marks(self, found: Sequence[Gist], days: Sequence[int]) -> list[Mark]:
        """One for each incident; those without counts lie below, above each other where they meet."""
        lying = Counter[int]()
        marks = []
        for one, day in zip(found, days, strict=True):
            x, counted = self._x(day), one.incident.tolls
            if counted:
                low = min(toll.low for toll in counted)
                bottom, top = self._y(low), self._y(incidents.highest(one.incident))
            else:
                place = round(x / _STEP)
                bottom = top = _UNCOUNTED - _STEP * (lying[place] % _STACKED)
                lying[place] += 1
            marks.append(
                Mark(
                    id=one.incident.id,
                    label=self._label(one),
                    alone=bool(one.parted),
                    x=x,
                    y=bottom,
                    y2=top,
                    r=min(9.0, 3.5 + len(one.incident.accounts)),
                    open=any(toll.open for toll in counted),
                )
            )
        return marks

    def _label(self, one: Gist) -> str:
        words = self._words
        several = words.many("{count} source", "{count} sources", len(one.incident.accounts))
        parts = (incidents.name(one, words), told.tolls(one.incident, words), several)
        return " · ".join(part for part in parts if part)


def _apart(spoken: Sequence[tuple[float, str]]) -> Sequence[tuple[float, str]]:
    """The labels of an axis, some left out where their words would run into each other."""
    room = min((abs(one - other) for (one, _), (other, _) in pairwise(spoken)), default=_WIDTH)
    wide = max((_LETTER * len(text) for _, text in spoken), default=0.0)
    return spoken[:: max(1, ceil(wide / room))]


def _within(x: float, text: str) -> float:
    """Where the middle of a label stands so that none of it is cut off at an edge."""
    half = _LETTER * len(text) / 2
    return min(max(x, half), _WIDTH - half)


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _named(day: int, *, exact: bool) -> str:
    """The day, or its month, as EDTF."""
    spoken = date.fromordinal(day).isoformat()
    return spoken if exact else spoken[:7]
