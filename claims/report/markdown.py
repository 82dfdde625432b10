"""A report as Markdown (CommonMark with tables): every text shown as text, links inside the file only."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator
from typing import BinaryIO, Final
from urllib.parse import quote

from claims.report.runs import Kind, Run, direction_of, isolated, runs, visible, words_of
from claims.report.told import Steps, Told
from claims.report.value import (
    Beside,
    Block,
    Facts,
    Listing,
    Paragraph,
    Passage,
    Picture,
    Piece,
    Ref,
    Report,
    Section,
    Sentence,
    Table,
)
from claims.report.wording import wording

_MEANT: Final = re.compile(r"[\\`*_\[\]<>|~&@]|://|(?<=www)\.", re.IGNORECASE)
_AT_START: Final = re.compile(r"^([ \t]*)([-+#=]|\d+(?=[.)]))")
_EDGE: Final = re.compile(r"^[ \t]+|[ \t]+$|(?<=<br>)[ \t]+|[ \t]+(?=<br>)")
_TICKS: Final = re.compile("`+")
_HIGHEST, _DEEPEST = 2, 6
"""Levels of headings of sections."""


def write(report: Report, told: Told, into: BinaryIO) -> None:
    """Write the report as UTF-8; the same report gives the same bytes. A line at a time is in memory."""
    comma = wording(report.language).text("comma")
    into.writelines(
        f"{line}\n".encode()
        for line in _Writer(comma, Steps.of_report(report, told)).report(report)
    )


def escaped(text: str) -> str:
    """Text that no reader of Markdown takes for mark-up inside of a line; line feeds are character references."""
    shown = _MEANT.sub(lambda match: f"\\{match.group()}", visible(text))
    return shown.replace("\n", "&#10;")


def started(line: str) -> str:
    """A line whose first characters begin no list, heading or rule."""
    return _AT_START.sub(lambda match: f"{match[1]}{_start(match[2])}", line)


def code(text: str) -> str:
    """An id or a hash as a code span, left to right in any surroundings."""
    if not text.strip() or text != text.strip() or "\n" in text or "|" in text:
        return f"\u2066{escaped(text)}\u2069"
    longest = max((len(each) for each in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    inside = f" {text} " if longest else text
    return f"\u2066{fence}{inside}{fence}\u2069"


def _start(found: str) -> str:
    return f"{found}\\" if found[-1].isdigit() else f"\\{found}"


class _Writer:
    """Writes one report."""

    def __init__(self, comma: str, steps: Steps) -> None:
        self._comma = comma
        self._steps = steps

    def report(self, report: Report) -> Iterator[str]:
        yield from (f'<div dir="{report.direction}">', "", f"# {self.inline(report.title)}", "")
        for block in report.front:
            yield from self.block(block, ())
        for section in report.sections:
            yield from self.section(section, _HIGHEST)
        yield "</div>"

    def section(self, section: Section, level: int) -> Iterator[str]:
        heading = "#" * min(level, _DEEPEST)
        yield from (_anchor(section.anchor), "", f"{heading} {self.inline(section.title)}", "")
        for block in section.blocks:
            yield from self.block(block, section.things)
        for part in section.parts:
            yield from self.section(part, level + 1)
        if level <= _HIGHEST + 1:
            self._steps.one_more()

    def block(self, block: Block, here: Collection[Ref]) -> Iterator[str]:
        match block:
            case Paragraph():
                yield " ".join(self.sentence(each, here) for each in block.sentences)
            case Listing():
                yield from (f"- {self.sentence(each, here)}" for each in block.items)
            case Facts():
                yield from (f"- {self.words(label)}: {self.inline(v)}" for label, v in block.rows)
            case Table():
                yield from self.table(block)
            case Beside():
                yield from self.passage(block.left)
                yield ""
                yield from self.passage(block.right)
            case Passage():
                yield from self.passage(block)
            case Picture():
                yield f"*{self.words(block.alt)}*"
        yield ""

    def table(self, table: Table) -> Iterator[str]:
        yield from (f"**{self.words(table.caption)}**", "")
        yield f"| {' | '.join(self.words(each) for each in table.columns)} |"
        yield f"|{' --- |' * len(table.columns)}"
        for row in table.rows:
            self._steps.still()
            cells = [self.inline(cell) for cell in row.cells]
            if row.anchor is not None:
                cells[0] = _anchor(row.anchor.anchor) + cells[0]
            yield f"| {' | '.join(cells)} |"

    def passage(self, passage: Passage) -> Iterator[str]:
        yield from (self.sentence(passage.source, ()), "")
        direction = direction_of(passage.quote)
        yield from (f'<blockquote dir="{direction}">', "", *self.quote(passage), "")
        yield from ("</blockquote>", "")
        for note in passage.notes:
            yield f"- {self.sentence(note, passage.source.rests_on)}"

    def quote(self, passage: Passage) -> Iterator[str]:
        """The marked quote between its surroundings, line ends as line breaks."""
        before, words, after = (
            escaped(each) for each in (passage.before, passage.quote, passage.after)
        )
        line = started(f"{before}<mark>{words}</mark>{after}").replace("&#10;", "<br>")
        yield _EDGE.sub(_kept, line)

    def sentence(self, sentence: Sentence, here: Collection[Ref]) -> str:
        others = sentence.unnamed(here)
        said = self.inline(sentence.pieces)
        if not others:
            return said
        return f"{said} \\[{self._comma.join(self.link(ref) for ref in others)}\\]"

    def inline(self, pieces: Iterable[Piece]) -> str:
        return started("".join(self.run(each) for each in runs(pieces)))

    def words(self, text: str) -> str:
        return "".join(self.run(each) for each in words_of(text))

    def run(self, run: Run) -> str:
        if run.to is not None:
            return self.link(run.to)
        if run.kind is Kind.CODE:
            return code(run.text)
        text = escaped(run.text)
        if run.kind is Kind.MARK:
            return f"**{text}**"
        return isolated(Run(text, run.kind, run.direction))

    def link(self, to: Ref) -> str:
        return f"[{escaped(to.label)}](#{quote(to.anchor, safe='~-._')})"


def _kept(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(each)};" for each in match.group())


def _anchor(name: str) -> str:
    return f'<a id="{html.escape(name)}"></a>'
