"""The texts of a page as they were drawn: stretches of one font and direction, of clusters, of shapes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from pikepdf import Array, Dictionary, Name, Object
from pikepdf import String as Bytes

from claims.report.reading_order.fonts import Font

_UPRIGHT: Final = (1.0, 0.0, 0.0, -1.0)
RIGHT: Final = frozenset({"R", "AL"})

Step: TypeAlias = tuple[Sequence[Any], str]
"""An operator of a page with its operands."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shape at its place, in points."""

    code: int
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Shapes that show some characters together, in the order in which they were drawn.

    Attributes:
        glyphs: the shapes.
        text: the characters, in reading order.
        told: whether the file tells them apart from what the shapes say by themselves.
    """

    glyphs: tuple[Glyph, ...]
    text: str
    told: bool = False

    @property
    def turned(self) -> bool:
        """Whether all of it is letters that run from the right, with their marks."""
        letters = [each for each in self.text if not unicodedata.combining(each)]
        return bool(self.text) and all(unicodedata.bidirectional(one) in RIGHT for one in letters)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one font and direction as it was drawn, from left to right.

    Attributes:
        font: its name on the page.
        size: in points.
        paint: what sets its colour.
        clusters: what it shows.
        turned: whether it is read from the right.
        steps: as it stood in the file.
    """

    font: Name
    size: float
    paint: tuple[Step, ...]
    clusters: tuple[Cluster, ...]
    turned: bool
    steps: tuple[Step, ...] = field(repr=False)

    @property
    def first(self) -> Glyph:
        """The leftmost shape."""
        return self.clusters[0].glyphs[0]

    @property
    def end(self) -> float:
        """Where it ends on the right."""
        return max(each.x + each.width for one in self.clusters for each in one.glyphs)


def parts(steps: Sequence[Step], fonts: dict[str, Font]) -> Iterator[Step | Stretch]:
    """The page with every text that stands in a ``q … Q`` of its own as a stretch."""
    at = 0
    while at < len(steps):
        until = _closing(steps, at) if steps[at][1] == "q" else at
        stretch = _stretch(steps[at : until + 1], fonts) if until > at else None
        if stretch is None:
            yield steps[at]
            at += 1
        else:
            yield stretch
            at = until + 1


def _closing(steps: Sequence[Step], at: int) -> int:
    """Where a ``q`` that holds text and no other one is closed; ``at`` itself when it is none of that kind."""
    text = False
    for until in range(at + 1, len(steps)):
        does = steps[until][1]
        if does == "Q":
            return until if text else at
        if does == "q":
            return at
        text = text or does == "BT"
    return at


def _stretch(steps: Sequence[Step], fonts: dict[str, Font]) -> Stretch | None:
    """Text as it was drawn, None where it was drawn in a manner that is not known here."""
    begins = next(at for at, (_, does) in enumerate(steps) if does == "BT")
    places = [has for has, does in steps[1:begins] if does == "cm"]
    if len(places) != 1 or tuple(map(float, places[0][:4])) != _UPRIGHT:
        return None
    left, y = map(float, places[0][4:])
    paint = tuple(each for each in steps[1:begins] if each[1] != "cm")
    told: list[str | None] = []
    found: list[tuple[str | None, list[Glyph]]] = []
    font, size, x, turned = None, 0.0, left, False
    for has, does in steps[begins:]:
        if does == "BDC":
            actual = has[1].get("/ActualText") if isinstance(has[1], Dictionary) else None
            told.append(None if actual is None else str(actual))
        elif does == "BMC":
            turned = turned or has[0] == Name.ReversedChars
            told.append(None)
        elif does == "EMC":
            told.pop()
        elif does == "Tf":
            font, size = has[0], float(has[1])
        elif does == "Tm":
            x = left + float(has[4])
        elif does in {"Tj", "TJ"} and font is not None:
            glyphs, x = _glyphs(has[0], fonts[str(font)], size, (x, y))
            text = next((each for each in reversed(told) if each is not None), None)
            found.extend([(None, [each]) for each in glyphs] if text is None else [(text, glyphs)])
    if font is None or not found:
        return None
    says = fonts[str(font)].said
    clusters = [
        Cluster(
            tuple(glyphs), says.get(glyphs[0].code, "") if text is None else text, text is not None
        )
        for text, glyphs in found
        if glyphs
    ]
    whole = tuple(clusters)
    return Stretch(
        Name(str(font)), size, paint, whole, turned or any(c.turned for c in whole), tuple(steps)
    )


def _glyphs(
    shown: Object, font: Font, size: float, start: tuple[float, float]
) -> tuple[list[Glyph], float]:
    """The shapes of a ``Tj`` or ``TJ``, and where the next one would stand."""
    x, y = start
    found = []
    for each in shown if isinstance(shown, Array) else [shown]:
        if isinstance(each, Bytes):
            data = bytes(each)
            for at in range(0, len(data), 2):
                code = int.from_bytes(data[at : at + 2], "big")
                width = font.widths.get(code, 0) * size / 1000
                found.append(Glyph(code, x, y, width))
                x += width
        else:
            x -= float(each) * size / 1000
    return found, x
