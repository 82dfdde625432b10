"""A text cut into sentences: what is the text's own, what is furniture, and what each stretch is there for.

Works on running news text as it comes: pages with their menus, posts with their frames, lines without full stops,
quotations over several paragraphs. Every character that is no space belongs to exactly one sentence; nothing is
altered, so ``text[start:end]`` is the sentence. Time is linear in the length of the text, whatever its lines are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.model.document import Document, Role, Sentence
from claims.model.span import Span
from claims.text.boundaries import Inline, ends, inline_signs
from claims.text.chrome import is_tags, set_aside
from claims.text.frames import unframed
from claims.text.glued import Piece, unglued
from claims.text.language import language_of
from claims.text.lines import Line, line, lines
from claims.text.paragraphs import joined
from claims.text.quotation import quotations
from claims.text.roles import opening_dateline, roles
from claims.text.stamps import stamp_in

_WORD = re.compile(r"[^\W_]")
_LAST = re.compile(r".*[^\W_]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    line: Line
    role: Role


def sentences(source: Document | str) -> tuple[Sentence, ...]:
    """Cut a document, or a bare text, into sentences, in order and without gaps but space.

    `Role.CHROME` marks what is set aside. Paragraphs are numbered by lines that hold text; a sentence that runs
    across a line break belongs to the paragraph it begins in.
    """
    text = source.text if isinstance(source, Document) else source
    paragraphs = _paragraphs(text)
    own = [(row.line.start, row.line.end) for row in paragraphs if row.role is not Role.CHROME]
    quoted = quotations(text, own)
    signs = inline_signs(text)
    pieces: list[Piece] = []
    numbers: list[tuple[int, int]] = []
    for number, paragraph in enumerate(paragraphs):
        found = list(_pieces(paragraph, signs))
        pieces += found
        numbers += [(end, number) for _, end, _ in found]
    behind = iter(numbers)
    upto, number = 0, 0
    told: list[Sentence] = []
    for start, end, role in unglued(text, pieces):
        while end > upto:
            upto, number = next(behind)
        language = language_of(text[start:end])
        told.append(Sentence(Span(start, end), role, number, language, quoted.holds(start)))
    return tuple(told)


def _paragraphs(text: str) -> list[_Paragraph]:
    pieces = unframed(text, lines(text))
    told = set_aside(pieces)
    rows = [piece.line for piece in pieces]
    groups = joined(rows, told)
    whole = [
        rows[group[0]]
        if len(group) == 1
        else line(text, rows[group[0]].start, rows[group[-1]].end, apart=rows[group[0]].apart)
        for group in groups
    ]
    known = roles(whole, [told[group[0]] for group in groups])
    return [_Paragraph(row, role) for row, role in zip(whole, known, strict=True)]


def _pieces(paragraph: _Paragraph, signs: Inline) -> Iterator[tuple[int, int, Role]]:
    row, role = paragraph.line, paragraph.role
    if role is Role.CHROME:
        yield row.start, row.end, role
        return
    skip = row.mark
    if role is Role.BODY and (head := opening_dateline(row)):
        skip = head
        yield from _trimmed(row, 0, head, Role.DATELINE)
    elif role is Role.BODY and (stamp := stamp_in(row.text))[1]:
        skip = stamp[1]
        yield from _trimmed(row, 0, stamp[0], Role.HEADLINE)
        yield from _trimmed(row, *stamp, Role.DATELINE)
    cuts = [
        skip if role is Role.BODY else 0,
        *_worded(row.text, ends(row.text, signs, skip)),
        len(row.text),
    ]
    for first, last in pairwise(cuts):
        tags = first > skip and is_tags(row.text[first:last].strip())
        yield from _trimmed(row, first, last, Role.CHROME if tags else role)


def _worded(row: str, cuts: list[int]) -> list[int]:
    """Cuts with a letter or digit on both sides; signs alone belong to the sentence before."""
    last = _LAST.match(row)
    kept: list[int] = []
    word = _WORD.search(row)
    for cut in cuts:
        if word is None or not last or cut >= last.end():
            break
        if word.start() < cut:
            kept.append(cut)
            word = _WORD.search(row, cut)
    return kept


def _trimmed(row: Line, first: int, last: int, role: Role) -> Iterator[tuple[int, int, Role]]:
    stretch = row.text[first:last]
    bare = stretch.strip()
    if bare:
        start = row.start + first + len(stretch) - len(stretch.lstrip())
        yield start, start + len(bare), role
