"""Paragraphs of a Word document, filled with stretches of text of one direction each, links and bookmarks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as Lines
from docx.text.run import Run as Stretch

from claims.report.later import Numbers
from claims.report.runs import Kind, Run, runs, visible
from claims.report.value import Ref, Report, Sentence
from claims.report.word.marks import direct, shade_run
from claims.report.wording import wording

SOFT: Final = RGBColor(0x4A, 0x56, 0x63)
_LINKED: Final = RGBColor(0x0B, 0x4F, 0x8A)
_MONO: Final = "Courier New"
_HELD: Final = {"ltr": "\u200e", "rtl": "\u200f"}


class Filler:
    """Fills the paragraphs of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._comma = wording(report.language).text("comma")
        self._places = Numbers(report.anchors())

    def fill(self, lines: Lines, said: Iterable[Run], *, bold: bool = False) -> None:
        """Stretches one behind the other, in a paragraph that runs as its language does."""
        for run in said:
            self._add(lines, run, bold=bold or run.kind is Kind.MARK)
        direct(lines, self._report.direction)

    def say(
        self, lines: Lines, sentence: Sentence, here: Collection[Ref], *, before: str = ""
    ) -> None:
        """A sentence, with what it rests on and does not name in brackets behind it; `here` stands above it already."""
        said = list(runs(sentence.pieces))
        if before:
            said.insert(0, Run(before, Kind.WORDS))
        others = sentence.unnamed(here)
        for number, ref in enumerate(others):
            said.append(Run(self._comma if number else " [", Kind.WORDS))
            said.append(Run(visible(ref.label), Kind.LINK, to=ref))
        if others:
            said.append(Run("]", Kind.WORDS))
        self.fill(lines, said)

    def quote(self, lines: Lines, text: str, direction: str, *, quoted: bool) -> None:
        """A part of a passage, as it stands in the document."""
        for number, line in enumerate(text.split("\n")):
            stretch = lines.add_run()
            if number:
                stretch.add_break()
            stretch.add_text(line)
            stretch.font.rtl = direction == "rtl" or None
            stretch.bold = stretch.font.cs_bold = quoted or None
            if quoted:
                shade_run(stretch)
            else:
                stretch.font.color.rgb = SOFT

    def bookmark(self, lines: Lines, anchor: str) -> None:
        """A place that links lead to, over the whole paragraph."""
        number = self._places[anchor] + 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), str(number))
        start.set(qn("w:name"), f"place{number}")
        first = 1 if lines._p.pPr is not None else 0  # noqa: SLF001
        lines._p.insert(first, start)  # noqa: SLF001
        lines._p.append(end)  # noqa: SLF001

    def _add(self, lines: Lines, run: Run, *, bold: bool = False) -> None:
        """One stretch, its line feeds as line breaks."""
        made = []
        direction = run.direction or self._report.direction
        for number, line in enumerate(self._held(run).split("\n")):
            stretch = lines.add_run()
            if number:
                stretch.add_break()
            stretch.add_text(line)
            if bold:
                stretch.bold = True
                stretch.font.cs_bold = True
            if run.kind is Kind.CODE:
                stretch.font.name = _MONO
                stretch.font.size = Pt(8.5)
            if direction == "rtl":
                stretch.font.rtl = True
            made.append(stretch)
        if run.to is not None:
            self._link(lines, run.to, made)

    def _held(self, run: Run) -> str:
        """The text of a stretch; one of the other direction between marks that keep its quotation marks with it.

        A mark of the report's own direction follows, or a figure behind it (a name, then a date) would be drawn into it.
        """
        if not run.direction or run.direction == self._report.direction:
            return run.text
        held, own = _HELD[run.direction], _HELD[self._report.direction]
        return f"{held}{run.text}{held}{own}"

    def _link(self, lines: Lines, to: Ref, stretches: list[Stretch]) -> None:
        if to.anchor not in self._places:
            return
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"place{self._places[to.anchor] + 1}")
        lines._p.append(link)  # noqa: SLF001 - python-docx has no links inside a file
        for stretch in stretches:
            stretch.font.color.rgb = _LINKED
            link.append(stretch._r)  # noqa: SLF001
