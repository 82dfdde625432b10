"""The lines of a text as a page or an app wrote them, before anything is known about them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.text.phrases import core, marks
from claims.text.shadow import fold

_LINE = re.compile("[^\n\r\u0085\u2028\u2029]+")
_ITEM = re.compile(
    r"[(\[]?(?:\d{1,3}\s?(?:[)\]\-–/ـ]+(?!\d)|\.(?!\d))|[A-Za-z][)\]]|[\u0621-\u063a\u0641-\u064a]\s?[-–)](?!\w))\s*"
)
_FULL_STOP = re.compile(r"(?:(?<![.…])[.۔]|[!?؟؛])[\"»”’')\]\u200f\u200e]*[.,،]?$")
_ENDING = 8
SHORT_WORDS = 45
"""A line of more words is prose and nothing else."""
WHOLE_WORDS = 20
_LONG = 600
_BEGINNING = 60
_SIGNS = "\ufe0f\u200f\u200e\u200d \t"


@dataclass(frozen=True, slots=True)
class Line:
    """One line without surrounding space.

    Attributes:
        start: offset of its first character in the document's text.
        end: one past its last character.
        text: its characters.
        words: how many runs of non-space characters it has; counting stops at `SHORT_WORDS` in long lines.
        apart: whether an empty line stands before it.
        mark: length of the list sign it begins with, 0 without one.
        stopped: whether it ends with a full stop, question or exclamation mark (an ellipsis is none).
        folded: the line folded, without punctuation and signs at both ends; of a line of more than
            `WHOLE_WORDS` words only its beginning.
    """

    start: int
    end: int
    text: str
    words: int
    apart: bool
    mark: int
    stopped: bool
    folded: str


def lines(text: str) -> list[Line]:
    """All lines of ``text`` that hold more than space, in order."""
    found: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        row = match.group()
        bare = row.strip()
        if not bare:
            continue
        start = match.start() + row.index(bare[0])
        apart = _breaks(text[before:start]) > 1
        before = start + len(bare)
        found.append(line(text, start, before, apart=apart))
    return found


def line(text: str, start: int, end: int, *, apart: bool) -> Line:
    """The line ``text[start:end]``, which begins and ends with no space."""
    row = text[start:end]
    words = len(row.split(maxsplit=SHORT_WORDS + 1)) if len(row) > _LONG else len(row.split())
    return Line(
        start=start,
        end=end,
        text=row,
        words=words,
        apart=apart,
        mark=_mark(row),
        stopped=_FULL_STOP.search(row, max(0, len(row) - _ENDING)) is not None,
        folded=core(fold(row if words <= WHOLE_WORDS and len(row) <= _LONG else row[:_BEGINNING])),
    )


def _breaks(gap: str) -> int:
    return gap.count("\n") + (gap.count("\r") - gap.count("\r\n")) + gap.count("\u2029")


def _mark(row: str) -> int:
    signs = marks()
    if row[0] in signs.bullets or (row[0] in signs.dashes and len(row) > 1):
        rest = row[1:].lstrip(_SIGNS)
        return len(row) - len(rest) if rest[:1].isalnum() or rest[:1] in '"«“(#[' else 0
    item = _ITEM.match(row)
    return item.end() if item and item.end() < len(row) else 0
