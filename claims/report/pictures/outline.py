"""Coasts and borders inside of a stretch of the world, from ``data/outline.json``; that file says where they are from.

They show where places lie and claim nothing: a border is drawn as Natural Earth draws it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, NamedTuple

_STEPS: Final = 100
"""Steps of a degree in the file."""


class Point(NamedTuple):
    """Longitude and latitude in degrees, WGS84."""

    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the world between two meridians and two parallels, in degrees, WGS84."""

    south: float
    west: float
    north: float
    east: float

    def touches(self, other: Box) -> bool:
        """Whether both have a point in common."""
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north


@dataclass(frozen=True, slots=True)
class Line:
    """Points in a row.

    Attributes:
        points: at least two.
        border: whether it parts two countries; else it is a coast.
    """

    points: tuple[Point, ...]
    border: bool


def outline(box: Box) -> Iterator[Line]:
    """The lines inside of a box, cut off at its edge."""
    for around, line in _lines():
        if box.touches(around):
            for points in _inside(line.points, box):
                yield Line(points, line.border)


def _inside(points: tuple[Point, ...], box: Box) -> Iterator[tuple[Point, ...]]:
    """The parts of a line in a box, each as far as it goes without a gap."""
    part: list[Point] = []
    for one, other in pairwise(points):
        cut = _cut(one, other, box)
        if cut is None:
            continue
        begin, end = cut
        if part and part[-1] != begin:
            yield tuple(part)
            part = []
        part = [*(part or [begin]), end]
    if part:
        yield tuple(part)


def _cut(one: Point, other: Point, box: Box) -> tuple[Point, Point] | None:
    """What of a straight line is in a box (Liang and Barsky), None when nothing is."""
    run, rise = other.lon - one.lon, other.lat - one.lat
    low, high = 0.0, 1.0
    for step, room in (
        (-run, one.lon - box.west),
        (run, box.east - one.lon),
        (-rise, one.lat - box.south),
        (rise, box.north - one.lat),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            low = max(low, room / step)
        else:
            high = min(high, room / step)
    if low >= high:
        return None
    return _along(one, other, low), _along(one, other, high)


def _along(one: Point, other: Point, share: float) -> Point:
    if share in {0, 1}:
        return other if share else one
    return Point(one.lon + share * (other.lon - one.lon), one.lat + share * (other.lat - one.lat))


@cache
def _lines() -> tuple[tuple[Box, Line], ...]:
    """All lines of the file, each with the box that it fills."""
    text = (files("claims.report") / "data" / "outline.json").read_text("utf-8")
    data = json.loads(text)
    kinds = ((data["coasts"], False), (data["borders"], True))
    return tuple(_read(line, border=border) for lines, border in kinds for line in lines)


def _read(steps: list[int], *, border: bool) -> tuple[Box, Line]:
    x = y = 0
    points = []
    for across, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + across, y + up
        points.append(Point(x / _STEPS, y / _STEPS))
    lons, lats = [each.lon for each in points], [each.lat for each in points]
    return Box(min(lats), min(lons), max(lats), max(lons)), Line(tuple(points), border)
