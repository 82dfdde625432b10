"""The frame that an app writes around a saved post, glued to its text without line breaks."""

from __future__ import annotations

from typing import NamedTuple

from claims.model.document import Role
from claims.text.lines import Line, line
from claims.text.phrases import Frame, frames

_ROLES = {"chrome": Role.CHROME, "dateline": Role.DATELINE, "rest": Role.CHROME}


class Piece(NamedTuple):
    """A line or a part of one, and its role where the frame tells it."""

    line: Line
    role: Role | None


class _Mark(NamedTuple):
    start: int
    end: int
    role: Role


def unframed(text: str, rows: list[Line]) -> list[Piece]:
    """The lines of ``text`` with the frames of apps cut off; a line without any comes back as it is."""
    marks = sorted(mark for frame in frames() for mark in _marks(text, frame))
    if not marks:
        return [Piece(row, None) for row in rows]
    return [piece for row in rows for piece in _cut(text, row, marks)]


def _marks(text: str, frame: Frame) -> list[_Mark]:
    if frame.trigger not in text or (frame.needs and not frame.needs.search(text)):
        return []
    found: list[_Mark] = []
    for match in frame.pattern.finditer(text):
        for group, role in _ROLES.items():
            start, end = match.span(group) if group in frame.pattern.groupindex else (-1, -1)
            if group == "rest" and start >= 0:
                found.append(_Mark(start, len(text), role))
                return found
            if end > start:
                found.append(_Mark(start, end, role))
    return found


def _cut(text: str, row: Line, marks: list[_Mark]) -> list[Piece]:
    pieces: list[Piece] = []
    position = row.start
    for mark in marks:
        if mark.start >= row.end:
            break
        start, end = max(mark.start, position), min(mark.end, row.end)
        if end <= start:
            continue
        pieces += _piece(text, row, position, start, None)
        pieces += _piece(text, row, start, end, mark.role)
        position = end
    if position == row.start:
        return [Piece(row, None)]
    return pieces + _piece(text, row, position, row.end, None)


def _piece(text: str, row: Line, start: int, end: int, role: Role | None) -> list[Piece]:
    stretch = text[start:end]
    bare = stretch.strip()
    if not bare:
        return []
    first = start + len(stretch) - len(stretch.lstrip())
    apart = row.apart if first == row.start else True
    return [Piece(line(text, first, first + len(bare), apart=apart), role)]
