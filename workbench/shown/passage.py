"""Document text cut into pieces that a browser can show without counting characters.

Spans are counted in code points here and in UTF-16 units there; so the cutting is done here, and a component only
joins the pieces again. Text is evidence: control characters and directional overrides are shown, not obeyed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypedDict

from claims.model import Span

_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_HOSTILE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SPACE: Final = 0x20


class Piece(TypedDict):
    """A stretch of text under the same marks.

    Keys:
        text: the words.
        marks: the marks that lie over them, outermost first.
    """

    text: str
    marks: list[str]


class Placed(Piece):
    """A piece that says where it stands, so that words marked on the screen lead back to the text.

    Keys:
        start: where it begins, in code points of the whole text.
        size: how many code points of the text it stands for; a picture of a control character stands for one.
    """

    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A span and the name of the mark that lies over it."""

    span: Span
    mark: str


def pieces(text: str, marked: Iterable[Marked], within: Span) -> list[Piece]:
    """Cut ``text[within]`` wherever a mark begins or ends.

    Args:
        text: the whole text that the spans count in.
        marked: marks; what lies outside of ``within`` is left out.
        within: the stretch to show.

    Returns:
        Pieces in order; their texts joined are the stretch, but for what `visible` replaces.
    """
    return [
        Piece(text=visible(text[start:end]), marks=marks)
        for start, end, marks in _cuts(marked, within)
    ]


def placed(text: str, marked: Iterable[Marked]) -> list[Placed]:
    """All of ``text`` as `pieces` cuts it, each with its place; what is replaced by a picture is a piece of its own."""
    replaced = [Marked(Span(*match.span()), "") for match in _HOSTILE.finditer(text)]
    return [
        Placed(
            text=visible(text[start:end]),
            marks=[mark for mark in marks if mark],
            start=start,
            size=end - start,
        )
        for start, end, marks in _cuts([*marked, *replaced], Span(0, len(text)))
    ]


def _cuts(marked: Iterable[Marked], within: Span) -> Iterator[tuple[int, int, list[str]]]:
    """Start, end and marks of each stretch of ``within`` that lies under the same marks, outermost first."""
    lying = sorted(
        (one for one in marked if len(one.span) and one.span.overlaps(within)),
        key=lambda one: (one.span.start, -one.span.end),
    )
    edges = {within.start, within.end}
    for one in lying:
        edges |= {max(one.span.start, within.start), min(one.span.end, within.end)}
    active: list[Marked] = []
    waiting = iter([*lying, None])
    upcoming = next(waiting)
    for start, end in pairwise(sorted(edges)):
        active = [one for one in active if one.span.end > start]
        while upcoming is not None and upcoming.span.start <= start:
            active.append(upcoming)
            upcoming = next(waiting)
        yield start, end, [one.mark for one in active]


def visible(text: str) -> str:
    """The text with control characters and directional overrides shown as pictures or code points."""
    return _HOSTILE.sub(_picture, text)


def direction(text: str) -> str:
    """``rtl`` or ``ltr``: by which letters there are more of; ``auto`` where there are none."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if not arabic and not latin:
        return "auto"
    return "rtl" if arabic >= latin else "ltr"


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < _SPACE else f"‹U+{code:04X}›"
