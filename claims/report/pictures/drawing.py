"""Shapes and words of a picture as SVG elements; words of sources cannot become mark-up.

Signs and shapes tell what colours tell too. Lengths are user units, which a page scales to its width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from claims.report.runs import direction_of

INK: Final = "#1c2530"
SOFT: Final = "#4a5663"
LINE: Final = "#c4ccd4"
LAND: Final = "#8a7a5c"
"""Of coasts and borders."""
FONTS: Final = "Libertinus Serif, Amiri, Noto Sans, Noto Sans Arabic, DejaVu Sans Mono, sans-serif"
COLOURS: Final = {
    "conflict": "#9c1c1c",
    "partial": "#7a4a00",
    "agree": "#1b5e2a",
    "unsure": "#4a5663",
    "alone": "#4a5663",
}
"""Of signs, beside the sign itself."""

_UNPRINTABLE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\uffff\ud800-\udfff]"
)


def picture(width: float, height: float, elements: Iterable[str], *, alt: str) -> str:
    """A whole picture; ``alt`` is read aloud in its place. Whatever page it stands in, its words begin where they are put."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" '
        f'width="{_n(width)}" height="{_n(height)}" role="img" aria-label={_attribute(alt)} direction="ltr" '
        f'font-family="{FONTS}" font-size="12">{"".join(elements)}</svg>'
    )


def words(  # noqa: PLR0913 - where, how large, in which colour and from where
    x: float,
    y: float,
    text: str,
    *,
    anchor: str = "middle",
    size: float = 12,
    colour: str = INK,
    bold: bool = False,
) -> str:
    """Words at a point; ``anchor`` says which end of them is there: start, middle or end, from left to right."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" font-size="{_n(size)}" '
        f'fill="{colour}"{weight}>{_directed(shown(text))}</text>'
    )


def box(x: float, y: float, width: float, height: float, *, fill: str = "none") -> str:
    """A box with a thin edge."""
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" '
        f'fill="{fill}" stroke="{LINE}"/>'
    )


def line(
    x: float, y: float, to_x: float, to_y: float, *, colour: str = LINE, wide: float = 1
) -> str:
    """A straight line."""
    return (
        f'<line x1="{_n(x)}" y1="{_n(y)}" x2="{_n(to_x)}" y2="{_n(to_y)}" '
        f'stroke="{colour}" stroke-width="{_n(wide)}"/>'
    )


def path(points: Iterable[tuple[float, float]], *, colour: str, dashed: bool = False) -> str:
    """A thin line through some points."""
    places = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    dashes = ' stroke-dasharray="5 3"' if dashed else ""
    return f'<polyline points="{places}" fill="none" stroke="{colour}"{dashes}/>'


def dot(x: float, y: float, radius: float, *, colour: str, hollow: bool = False) -> str:
    """A filled or hollow circle."""
    fill = "#ffffff" if hollow else colour
    return (
        f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}" '
        f'stroke="{colour}" stroke-width="2"/>'
    )


def shown(text: str) -> str:
    """Text for a picture: escaped, and what would act on its surroundings left out."""
    return escape(_UNPRINTABLE.sub("", text))


def _directed(text: str) -> str:
    """Words that begin from the right run from the right, also for painters that take each line as one from the left."""
    return f"\u2067{text}\u2069" if direction_of(text) == "rtl" else text


def short(text: str, longest: int) -> str:
    """Text cut to a length, an ellipsis in place of the rest."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def wrapped(text: str, longest: int) -> tuple[str, ...]:
    """Text in two lines at most, parted at a space where there is one; an ellipsis in place of what is more."""
    if len(text) <= longest:
        return (text,)
    at = text.rfind(" ", 0, longest + 1)
    if at <= 0:
        return (short(text, longest),)
    return (text[:at].rstrip(), short(text[at:].strip(), longest))


def _attribute(text: str) -> str:
    return quoteattr(_UNPRINTABLE.sub("", text))


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
