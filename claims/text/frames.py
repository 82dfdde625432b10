"""The frame that an app writes around a saved post, glued to its text without line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.model.document import Role
from claims.text.lines import Line, line
from claims.text.phrases import Frame, frames

_ROLES = {"chrome": Role.CHROME, "dateline": Role.DATELINE, "rest": Role.CHROME}
_NAME = 80
"""Characters before a head in which counters and the name above it are looked for."""
_COUNTERS = re.compile(r"\d[\d.,]*+[KM]?+")


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
                return [*found, *_rest(text, start, frame)]
            if end > start:
                found.append(_Mark(start, end, role))
    return found


def _rest(text: str, start: int, frame: Frame) -> Iterator[_Mark]:
    """What follows a frame, without the further posts of its author (a thread: the same account, its day right behind)."""
    author = frame.author.search(text, 0, start) if frame.author else None
    heads = list(frame.again.finditer(text, start)) if author and frame.again else []
    position = start
    for number, head in enumerate(heads):
        if author is None or not _same(author, head):
            continue
        after = heads[number + 1] if number + 1 < len(heads) else None
        yield _Mark(position, head.start("dateline"), Role.CHROME)
        yield _Mark(*head.span("dateline"), Role.DATELINE)
        position = _ends(text, head.end(), after, own=after is not None and _same(author, after))
    yield _Mark(position, len(text), Role.CHROME)


def _same(author: re.Match[str], head: re.Match[str]) -> bool:
    """Whether a post is of the author; the day of a head may be glued to the account above, so that it begins alike."""
    return author["handle"].startswith(head["handle"])


def _ends(text: str, start: int, after: re.Match[str] | None, *, own: bool) -> int:
    """Where a post ends before the counters below it and the name that the next one stands under.

    Args:
        text: of the document.
        start: where the post begins.
        after: the head of the next post, None behind the last one.
        own: whether the next post is of the same author, whose name holds no counter.
    """
    end = after.start() if after else len(text)
    line_break = text.rfind("\n", max(start, end - _NAME), end)
    if after and not own and line_break >= 0:
        end = line_break
    counted = list(_COUNTERS.finditer(text, max(start, end - _NAME), end))
    last = counted[-1] if counted else None
    return last.start() if last and (after is not None or last.end() == len(text.rstrip())) else end


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
