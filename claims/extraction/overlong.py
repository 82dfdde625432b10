"""Sentences without an end: what runs on for pages is read in stretches, so that a text of any shape takes time in proportion to its length.

Nobody writes a sentence of ten thousand characters. A table without full stops, a log or a broken export does, and in it nothing
hangs together over such distances: who is said to speak at its head says nothing about its hundredth page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.model import Document, Message, Problem, Role, Sentence, Span

OVERLONG = "sentence-overlong"
LONGEST = 10_000
"""Characters that a sentence is read whole up to; the longest sentence of the news texts looked at has 1,100."""
_REACH = 1_000
"""So far before its end a stretch may close at a pause."""
_PAUSE = re.compile(r"[،,؛;:\n]\s")
_SPACE = re.compile(r"\s")


def shortened(
    document: Document, parts: tuple[Sentence, ...]
) -> tuple[tuple[Sentence, ...], tuple[Problem, ...]]:
    """The sentences of a document with each longer than `LONGEST` characters in stretches, and a problem for each of those.

    A stretch closes behind the last comma or line near its end, else at a space; no word is cut.
    """
    found: list[Sentence] = []
    problems: list[Problem] = []
    for part in parts:
        if part.role is Role.CHROME or part.span.end - part.span.start <= LONGEST:
            found.append(part)
            continue
        found.extend(replace(part, span=span) for span in _stretches(document.text, part.span))
        problems.append(Problem(OVERLONG, _message(), document.id, part.span))
    return tuple(found), tuple(problems)


def _stretches(text: str, whole: Span) -> Iterator[Span]:
    start = whole.start
    while whole.end - start > LONGEST:
        end = _end(text, start, whole.end)
        stretch = text[start:end]
        bare = stretch.strip()
        first = end - len(stretch.lstrip())
        if bare:
            yield Span(first, first + len(bare))
        start = end
    if start < whole.end:
        yield Span(whole.end - len(text[start : whole.end].lstrip()), whole.end)


def _end(text: str, start: int, end: int) -> int:
    """Where the stretch that begins at ``start`` closes: where the next one begins."""
    most = start + LONGEST
    pauses = (_PAUSE, _SPACE)
    for sign in pauses:
        last = max((found.end() for found in sign.finditer(text, most - _REACH, most)), default=0)
        if last:
            return last
    further = _SPACE.search(text, most, end)
    return further.end() if further else end


def _message() -> Message:
    return Message(
        "جملة بلا نهاية لصفحات؛ قُرئت مقطعا مقطعا، وقد يفوت القارئَ ما يتعلق بعضه ببعض عبر حدودها. راجع نصها.",
        "A sentence that runs on for pages was read in stretches, and what belongs together across their edges may be missed. Look at its text.",
    )
