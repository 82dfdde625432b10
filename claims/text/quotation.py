"""Which stretches of a text stand in quotation marks, also when they open in one paragraph and close in a later one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass

_MARKS = re.compile('["“”„‟«»״]')
_OPENING = "“«„‟"
_CLOSING = "”»"
_BEFORE_OPENING = set(" \t\n\r\u00a0([{:،,؛;-–—/|ـ.…\u200f\u200e")
_AFTER_CLOSING = set(" \t\n\r\u00a0)]}:،,؛;.!?؟…-–—/|'\u200f\u200e")
_PREFIXES = set("وفبكل")
_PARAGRAPHS = 3
"""A quotation that is not closed within so many paragraphs was never meant as one."""
_CHARACTERS = 4_000


@dataclass(frozen=True, slots=True)
class Quotations:
    """Outermost quotations of a text: offsets of their opening and closing marks, in order."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]

    def holds(self, position: int) -> bool:
        """Whether ``position`` lies behind an opening mark and not behind its closing one."""
        index = bisect_right(self.opens, position - 1) - 1
        return index >= 0 and self.opens[index] < position <= self.closes[index]


def quotations(text: str, paragraphs: list[tuple[int, int]]) -> Quotations:
    """Match the quotation marks of ``paragraphs`` (start, end in ``text``), which must be in order.

    A mark opens or closes by what stands around it; only where that says nothing, by its shape; a straight mark with
    neither closes what is open. A paragraph of a longer quotation may open anew without a close before.
    """
    pairs: list[tuple[int, int]] = []
    stack: deque[tuple[int, int]] = deque()
    for number, (start, end) in enumerate(paragraphs):
        while stack and number - stack[0][1] > _PARAGRAPHS:
            stack.popleft()
        for match in _MARKS.finditer(text, start, end):
            position = match.start()
            if _opens(text, position, start, end, is_open=bool(stack)):
                if not (position == start and stack and match.group() in _OPENING):
                    stack.append((position, number))
            elif stack:
                opened, _ = stack.pop()
                if position - opened <= _CHARACTERS:
                    pairs.append((opened, position))
    return _outermost(pairs)


def _opens(text: str, position: int, start: int, end: int, *, is_open: bool) -> bool:
    before = (
        position == start
        or text[position - 1] in _BEFORE_OPENING
        or _prefixed(text, position, start)
    )
    after = position + 1 >= end or text[position + 1] in _AFTER_CLOSING
    if before != after:
        return before
    mark = text[position]
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    return not is_open


def _prefixed(text: str, position: int, start: int) -> bool:
    """Whether one letter that is written onto the next word stands alone before the mark (و"الوطن")."""
    alone = position - 1 == start or text[position - 2] in _BEFORE_OPENING
    return text[position - 1] in _PREFIXES and alone


def _outermost(pairs: list[tuple[int, int]]) -> Quotations:
    opens: list[int] = []
    closes: list[int] = []
    for opened, closed in sorted(pairs):
        if not closes or opened > closes[-1]:
            opens.append(opened)
            closes.append(closed)
    return Quotations(tuple(opens), tuple(closes))
