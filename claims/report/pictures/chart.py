"""Places on a plain chart: coasts and borders as lines, meridians, parallels and a scale, north above; no tiles.

An equirectangular projection around the middle of the places: east and west shrink by the cosine of its latitude.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from claims.report.pictures.drawing import (
    COLOURS,
    INK,
    LAND,
    SOFT,
    box,
    dot,
    line,
    path,
    picture,
    words,
)
from claims.report.pictures.outline import Box, outline

_WIDTH: Final = 760
_HEIGHT: Final = 480
_EDGE: Final = 48
_KM_A_DEGREE: Final = 111.32
"""Length of a degree of latitude in kilometres, mean over the globe."""
_STEPS: Final = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30)
_LINES: Final = 6
_LETTER, _ROW = 6, 13
"""Width of a letter and height of a name, roughly."""
_SEEN: Final = 1.5
"""Two points of a line stand at least so far apart."""
_MOSTLY, _BEYOND = 0.9, 3
_LEAST: Final = 0.2
"""Degrees that are shown at least, so that one place does not fill the page."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place.

    Attributes:
        label: what it is called.
        lat: latitude in degrees, WGS84.
        lon: longitude in degrees, WGS84.
        conflict: whether accounts conflict there.
    """

    label: str
    lat: float
    lon: float
    conflict: bool


@dataclass(frozen=True, slots=True)
class Units:
    """What is written beside figures on the chart, in the reader's language."""

    km: str
    north: str
    south: str
    east: str
    west: str


LATIN: Final = Units("km", "N", "S", "E", "W")


@dataclass(frozen=True, slots=True)
class _View:
    south: float
    west: float
    across: float
    scale: float
    shrink: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        x = _EDGE + (lon - self.west) * self.shrink * self.scale
        return x, _HEIGHT - _EDGE - (lat - self.south) * self.scale


def near(spots: Sequence[tuple[Spot, int]]) -> list[Spot]:
    """The places that can be told apart on one map: one far away, named in passing, would shrink all others to a dot.

    Kept are those within three times the distance in which nine of ten claims lie, around the place of most claims.

    Args:
        spots: each with how many claims name it, the most named first.
    """
    middle = spots[0][0]
    ordered = sorted((_degrees_apart(middle, spot), count) for spot, count in spots)
    enough, reach = _MOSTLY * sum(count for _, count in ordered), 0.0
    for reach, count in ordered:  # noqa: B007 - the last distance is what is wanted
        enough -= count
        if enough <= 0:
            break
    widest = max(reach, _LEAST) * _BEYOND
    return [spot for spot, _ in spots if _degrees_apart(middle, spot) <= widest]


def _degrees_apart(one: Spot, other: Spot) -> float:
    narrow = math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(one.lat - other.lat, (one.lon - other.lon) * narrow)


def chart(spots: Sequence[Spot], *, alt: str, units: Units = LATIN) -> str:
    """The picture; a name that would cover another is left to the table.

    Args:
        spots: at least one, those first whose names matter most.
        alt: what is read aloud in its place.
        units: what kilometres and the quarters of the world are called.
    """
    view = _view(spots)
    elements = [box(0, 0, _WIDTH, _HEIGHT, fill="#ffffff"), *_net(view, units), *_lines(view)]
    for spot in sorted(spots, key=lambda each: each.conflict):
        colour = COLOURS["conflict"] if spot.conflict else INK
        place = view.at(spot.lat, spot.lon)
        elements.append(dot(*place, 5, colour=colour, hollow=not spot.conflict))
    elements.extend(_names(spots, view))
    elements.extend(_measure(view, units.km))
    return picture(_WIDTH, _HEIGHT, elements, alt=alt)


def _names(spots: Sequence[Spot], view: _View) -> Iterator[str]:
    taken: list[tuple[float, float, float]] = []
    for spot in spots:
        x, y = view.at(spot.lat, spot.lon)
        half = len(spot.label) * _LETTER / 2
        if all(abs(x - at) > half + wide or abs(y - up) > _ROW for at, up, wide in taken):
            taken.append((x, y, half))
            yield words(x, y - 9, spot.label, size=11)


def _lines(view: _View) -> Iterator[str]:
    """Coasts, and borders in dashes."""
    north = view.south + (_HEIGHT - 2 * _EDGE) / view.scale
    around = Box(view.south, view.west, north, view.west + view.across)
    for each in outline(around):
        points = _apart([view.at(point.lat, point.lon) for point in each.points])
        yield path(points, colour=LAND, dashed=each.border)


def _apart(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points that can be told from the one before; first and last stay."""
    kept = [points[0]]
    for x, y in points[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _SEEN:
            kept.append((x, y))
    return [*kept, points[-1]]


def _view(spots: Sequence[Spot]) -> _View:
    south, north = min(s.lat for s in spots), max(s.lat for s in spots)
    west, east = min(s.lon for s in spots), max(s.lon for s in spots)
    high, wide = max(north - south, _LEAST) * 1.3, max(east - west, _LEAST) * 1.3
    middle = (south + north) / 2
    shrink = max(0.1, math.cos(math.radians(middle)))
    inner = _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE
    scale = min(inner[0] / (wide * shrink), inner[1] / high)
    across, up = inner[0] / (scale * shrink), inner[1] / scale
    return _View(middle - up / 2, (west + east) / 2 - across / 2, across, scale, shrink)


def _net(view: _View, units: Units) -> Iterator[str]:
    """Meridians and parallels with their degrees."""
    step = next((each for each in _STEPS if view.across / each <= _LINES), _STEPS[-1])
    up = (_HEIGHT - 2 * _EDGE) / view.scale
    for lon in _multiples(view.west, view.west + view.across, step):
        x, _ = view.at(view.south, lon)
        yield line(x, _EDGE, x, _HEIGHT - _EDGE)
        yield words(
            x, _HEIGHT - _EDGE + 16, _degrees(lon, units.east, units.west), size=10, colour=SOFT
        )
    for lat in _multiples(view.south, view.south + up, step):
        _, y = view.at(lat, view.west)
        yield line(_EDGE, y, _WIDTH - _EDGE, y)
        yield words(
            _EDGE - 4,
            y + 4,
            _degrees(lat, units.north, units.south),
            anchor="end",
            size=10,
            colour=SOFT,
        )


def _multiples(low: float, high: float, step: float) -> Iterator[float]:
    number = math.ceil(low / step)
    while number * step <= high:
        yield number * step
        number += 1


def _degrees(value: float, positive: str, negative: str) -> str:
    shown = f"{abs(value):.2f}".rstrip("0").rstrip(".")
    return f"{shown}°{positive if value >= 0 else negative}"


def _measure(view: _View, unit: str) -> Iterator[str]:
    """A bar of a round number of kilometres, a sixth of the width at most."""
    most = (_WIDTH / 6) / view.scale * _KM_A_DEGREE
    power = 10 ** math.floor(math.log10(most))
    km = max(each * power for each in (1, 2, 5) if each * power <= most)
    length = km / _KM_A_DEGREE * view.scale
    x, y = _WIDTH - _EDGE - length, _EDGE - 16
    yield line(x, y, x + length, y, colour=INK, wide=3)
    yield words(x + length / 2, y - 6, f"{km:g} {unit}", size=10)
