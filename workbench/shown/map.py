"""Incidents on a map that asks nobody outside: places with coordinates between coasts, borders and lines of the grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, dist, floor, radians, sqrt
from typing import Final

from claims.model import Place
from claims.services.outlines import Box, outline
from workbench.shown.drawing import Drawing, Label, Line, Mark, drawing, listed_only
from workbench.shown.incidents import Gist
from workbench.shown.told import place_name
from workbench.wording import Words, isolate, mark

MOST: Final = 400
"""Places of one map."""
_NAMED: Final = 40
_LETTER, _LINE = 3.8, 15.0
"""Half the width of a letter, and the height of a line of names."""

_WIDTH, _HIGHEST, _LOWEST = 1060.0, 470.0, 300.0
_EDGE: Final = 34.0
_LEAST: Final = 0.6
"""Degrees that a map shows at least, so that one place does not fill it."""
_STEPS: Final = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 45.0)
_LINES: Final = 7
_KILOMETRES: Final = 111.2
"""Of one degree of latitude, on a sphere of the Earth's mean radius."""
_FINEST: Final = 1.5
"""Units of the plane that a piece of coast is long at least; more where there would be too many pieces."""
_PIECES: Final = 2000
_NORTH: Final = (mark("{degrees}N"), mark("{degrees}S"))
_EAST: Final = (mark("{degrees}E"), mark("{degrees}W"))
"""How many degrees north or south, east or west."""
_BARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)

_At = tuple[float, float]
"""Where something lies in the plane."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its incidents.

    Attributes:
        place: it has coordinates.
        incidents: how many name it as their most exact place.
        alone: in how many of them a source stands alone.
    """

    place: Place
    incidents: int
    alone: int


def place_of(one: Gist) -> Place | None:
    """The most exact place of an incident that has coordinates, None when none has."""
    return next(
        (each for each in one.places if each.lat is not None and each.lon is not None), None
    )


def spots(found: Iterable[Gist]) -> list[Spot]:
    """The places of incidents, those of the most incidents first."""
    kept: dict[str, Spot] = {}
    for one in found:
        place = place_of(one)
        if place is not None:
            before = kept.get(place.id, Spot(place, 0, 0))
            kept[place.id] = Spot(
                before.place, before.incidents + 1, before.alone + bool(one.parted)
            )
    return sorted(kept.values(), key=lambda spot: (-spot.incidents, spot.place.id))


def chart(found: Sequence[Spot], words: Words) -> Drawing | None:
    """The map, None when no place has coordinates."""
    shown = found[:MOST]
    if not shown:
        return None
    plane = _Plane([(spot.place.lat or 0.0, spot.place.lon or 0.0) for spot in shown])
    return drawing(
        words("Incidents by place"),
        (_WIDTH, plane.height),
        [*plane.outlines(), *plane.lines()],
        [*plane.degrees(words), *plane.scale(words), *plane.names(shown, words)],
        [plane.mark(spot, words) for spot in shown],
        (
            ("circle", words("incidents at a place; the larger, the more")),
            ("diamond", words("somebody stands alone")),
        ),
        words,
    )


def left_out(found: Sequence[Gist], spots: Sequence[Spot], words: Words) -> list[str]:
    """Incidents that the map of these spots does not hold and why, a line for each reason."""
    placed = sum(spot.incidents for spot in spots)
    return listed_only(
        {
            words("Without a place of known coordinates, so listed below only:"): len(found)
            - placed,
            words(
                "At places of no more incidents than those drawn, and too many to draw, so listed below only:"
            ): sum(spot.incidents for spot in spots[MOST:]),
        },
        words,
    )


class _Plane:
    """Longitude across, latitude up, stretched so that distances are true in the middle of the map."""

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        south, north = min(lat for lat, _ in points), max(lat for lat, _ in points)
        west, east = min(lon for _, lon in points), max(lon for _, lon in points)
        self._narrow = max(0.2, cos(radians((south + north) / 2)))
        tall = max(_LEAST, north - south) * 1.25
        wide = max(_LEAST, (east - west) * self._narrow) * 1.15
        inner = _WIDTH - 2 * _EDGE
        self.height = min(_HIGHEST, max(_LOWEST, inner * tall / wide + 2 * _EDGE))
        self._per_degree = min(inner / wide, (self.height - 2 * _EDGE) / tall)
        self._middle = ((south + north) / 2, (west + east) / 2)

    def _x(self, lon: float) -> float:
        across = (lon - self._middle[1]) * self._narrow * self._per_degree
        return round(_WIDTH / 2 + across, 1)

    def _y(self, lat: float) -> float:
        return round(self.height / 2 - (lat - self._middle[0]) * self._per_degree, 1)

    def _half(self) -> tuple[float, float]:
        """Degrees of latitude and of longitude from the middle to the edge."""
        tall = (self.height - 2 * _EDGE) / self._per_degree / 2
        return tall, (_WIDTH - 2 * _EDGE) / self._per_degree / self._narrow / 2

    def outlines(self) -> list[Line]:
        """Coasts and borders, in pieces that can be seen."""
        (lat, lon), (tall, wide) = self._middle, self._half()
        there = [
            (
                "border" if line.border else "coast",
                [(self._x(p.lon), self._y(p.lat)) for p in line.points],
            )
            for line in outline(Box(lat - tall, lon - wide, lat + tall, lon + wide))
        ]
        return [
            Line(x1=x1, y1=y1, x2=x2, y2=y2, kind=kind)
            for kind, points in _fitting(there)
            for (x1, y1), (x2, y2) in pairwise(points)
        ]

    def _meshes(self) -> tuple[list[float], list[float]]:
        """Latitudes and longitudes to draw lines at."""
        tall, wide = self._half()
        step = next((one for one in _STEPS if 2 * wide / one <= _LINES), _STEPS[-1])
        return _between(self._middle[0], tall, step), _between(self._middle[1], wide, step)

    def lines(self) -> list[Line]:
        """The lines of latitude and longitude, and a strong one for distances."""
        lats, lons = self._meshes()
        low, right = self.height - _EDGE, _WIDTH - _EDGE
        return [
            *(Line(x1=_EDGE, y1=self._y(lat), x2=right, y2=self._y(lat)) for lat in lats),
            *(Line(x1=self._x(lon), y1=_EDGE, x2=self._x(lon), y2=low) for lon in lons),
            Line(
                x1=right - 12 - self._bar()[1], y1=low - 10, x2=right - 12, y2=low - 10, strong=True
            ),
        ]

    def degrees(self, words: Words) -> list[Label]:
        """What each line stands for, in the reader's letters."""
        lats, lons = self._meshes()
        return [
            *(
                Label(x=2.0, y=self._y(lat) - 4, text=_degrees(lat, _NORTH, words), anchor="right")
                for lat in lats
            ),
            *(
                Label(
                    x=self._x(lon),
                    y=self.height - _EDGE + 16,
                    text=_degrees(lon, _EAST, words),
                    anchor="middle",
                )
                for lon in lons
            ),
        ]

    def scale(self, words: Words) -> list[Label]:
        """How far the strong line at the foot of the map reaches."""
        reach, length = self._bar()
        said = words("{number} km", number=reach)
        x = _WIDTH - _EDGE - 12 - length / 2
        return [Label(x=x, y=self.height - _EDGE - 16, text=said, anchor="middle")]

    def _bar(self) -> tuple[int, float]:
        per_km = self._per_degree / _KILOMETRES
        reach = max((one for one in _BARS if one * per_km <= _WIDTH / 6), default=_BARS[0])
        return reach, reach * per_km

    def names(self, found: Sequence[Spot], words: Words) -> list[Label]:
        """The names of places, the larger first, where there is room."""
        labels: list[Label] = []
        for spot in found[:_NAMED]:
            x, y = self._x(spot.place.lon or 0.0), self._y(spot.place.lat or 0.0)
            text = place_name(spot.place, words)
            above = y - _radius(spot) - 6
            room = _LETTER * len(text) + 10
            if all(
                abs(one["x"] - x) > room + _LETTER * len(one["text"])
                or abs(one["y"] - above) > _LINE
                for one in labels
            ):
                labels.append(Label(x=x, y=above, text=text, anchor="middle"))
        return labels

    def mark(self, spot: Spot, words: Words) -> Mark:
        """A place, as large as it has incidents."""
        several = words.many("{count} incident", "{count} incidents", spot.incidents)
        y = self._y(spot.place.lat or 0.0)
        return Mark(
            id=spot.place.id,
            label=f"{place_name(spot.place, words)} · {several}",
            alone=spot.alone > 0,
            x=self._x(spot.place.lon or 0.0),
            y=y,
            y2=y,
            r=_radius(spot),
            open=False,
        )


def _fitting(lines: Sequence[tuple[str, list[_At]]]) -> list[tuple[str, list[_At]]]:
    """Lines with as many points as can be seen, and no more pieces in all than a screen draws at once."""
    least = _FINEST
    thin = [(kind, _thinned(points, least)) for kind, points in lines]
    while sum(len(points) for _, points in thin) > _PIECES and least < _EDGE:
        least *= 2
        thin = [(kind, _thinned(points, least)) for kind, points in lines]
    return thin


def _thinned(points: Sequence[_At], least: float) -> list[_At]:
    """A line without points that lie less than ``least`` from the one before; a line that shrinks to nothing is left out."""
    kept = list(points[:1])
    for each in points[1:]:
        if dist(each, kept[-1]) >= least:
            kept.append(each)
    return kept if len(kept) > 1 else []


def _radius(spot: Spot) -> float:
    return round(min(22.0, 4.0 + 2.2 * sqrt(spot.incidents)), 1)


def _between(middle: float, half: float, step: float) -> list[float]:
    first, last = ceil((middle - half) / step), floor((middle + half) / step)
    return [round(number * step, 4) for number in range(first, last + 1)]


def _degrees(value: float, sides: tuple[str, str], words: Words) -> str:
    """Set apart, so that its figure stands on the same side of its word wherever it is drawn."""
    return isolate(words(sides[value < 0], degrees=f"{abs(value):g}°"))
