"""A drawing as the browser gets it: lines, words and marks in one plane, worked out here so that it can be tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from workbench.shown.keys import Key, labelled
from workbench.wording import Words, mark

KEYS: Final[tuple[Key, ...]] = (
    Key("forward", "KeyJ", "J", "ت", mark("The next mark of the drawing")),
    Key("backward", "KeyK", "K", "ن", mark("The mark before")),
    Key("open", "Enter", "⏎", "", mark("Open what the mark stands for")),
    Key("help", "Slash", "?", "؟", mark("This list")),
)
_LABELS: Final = {
    "hint": mark("Point at a mark, or walk over the marks with J and K; Enter opens one."),
    "keyMap": mark("Keys"),
    "byPlace": mark("Keys go by their place on the keyboard, so they work on an Arabic layout."),
    "singleKeys": mark("Single keys act"),
    "close": mark("Close"),
}


class Line(TypedDict, total=False):
    """A line of an axis or a grid; a strong one is there to be seen, ``kind`` says if it is a *coast* or a *border*."""

    strong: bool
    kind: str

    x1: float
    y1: float
    x2: float
    y2: float


class Label(TypedDict):
    """Words in the plane; ``anchor`` says which side of them lies at x: left, middle or right."""

    x: float
    y: float
    text: str
    anchor: str


class Mark(TypedDict):
    """Something that can be opened.

    Keys:
        id: handed back when it is opened.
        label: what it stands for, in words.
        alone: whether a source stands alone in it: drawn as a diamond, else as a circle.
        x: where.
        y: where.
        y2: the other end of a range, the same as ``y`` when there is none.
        r: its radius.
        open: whether the range has no upper end.
    """

    id: str
    label: str
    alone: bool
    x: float
    y: float
    y2: float
    r: float
    open: bool


class Drawing(TypedDict):
    """A whole drawing; ``legend`` says what each kind of mark means."""

    title: str
    width: float
    height: float
    lines: list[Line]
    words: list[Label]
    marks: list[Mark]
    legend: list[dict[str, object]]
    labels: dict[str, object]


def listed_only(reasons: Mapping[str, int], words: Words) -> list[str]:
    """Incidents that a drawing does not hold, a line for each reason that has some."""
    found = list[str]()
    for reason, count in reasons.items():
        several = words.many("{count} incident", "{count} incidents", count)
        if count:
            found.append(f"{reason} {several}")
    return found


def drawing(  # noqa: PLR0913, PLR0917 - a plane, what lies in it, what it means
    title: str,
    size: tuple[float, float],
    lines: Sequence[Line],
    labels: Sequence[Label],
    marks: Sequence[Mark],
    legend: Sequence[tuple[str, str]],
    words: Words,
) -> Drawing:
    """The drawing with its keys.

    Args:
        title: what it shows, for those who do not see it.
        size: width and height of the plane.
        lines: of axes and grids.
        labels: words in the plane.
        marks: in the order in which one walks over them.
        legend: shape (``circle``, ``diamond``, ``range``, ``open``) and what it means.
        words: of the reader's language.
    """
    return Drawing(
        title=title,
        width=size[0],
        height=size[1],
        lines=list(lines),
        words=list(labels),
        marks=list(marks),
        legend=[{"shape": shape, "means": means} for shape, means in legend],
        labels={
            **{name: words(text) for name, text in _LABELS.items()},
            "keys": labelled(KEYS, words),
        },
    )
