"""A report as a Word document: real headings, tables and links; paragraphs and tables run as their language does."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable
from itertools import islice
from typing import BinaryIO, Final

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Emu, Pt
from docx.table import Table as Grid
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Lines

from claims.report.painting import painted
from claims.report.runs import direction_of, runs, visible, words_of
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
    Row,
    Section,
    Table,
)
from claims.report.widths import crowded, shares
from claims.report.word.body import Body
from claims.report.word.lines import SOFT, Filler
from claims.report.word.marks import counted, direct, narrow, repeated, shade, together
from claims.report.word.paper import laid

_HEAD: Final = "F3F5F8"
_DEEPEST: Final = 4
_LETTER: Final = Cm(0.2)
"""A letter of a table is as wide, edges of words included."""
_BROAD, _LONG = 7, 10
"""Columns and rows from which on a table lies on its side; of as many columns and fewer rows it is stacked."""
_COUNTED: Final = 2
"""Levels of sections that are told when they are written."""
_STANDING: Final = Cm(17)
"""What a line of a page that stands holds."""
_BESIDE: Final = 3
"""Rows that stand side by side where columns have no room for their words."""
_ROWS_HELD: Final = 50
"""Rows of a table that are in memory at most."""
_TOGETHER: Final = 4
"""Facts that stand below a heading on one page."""
_FACTS: Final = (Cm(4.6), Cm(12.8))
"""Widths of labels and of what they say."""


def write(report: Report, told: Told, into: BinaryIO) -> None:
    """Write the report as a DOCX file; the same report gives the same bytes. Some paragraphs and rows are in memory."""
    docx = Document()
    with Body(docx) as body:
        _Writer(report, Steps.of_report(report, told), docx, body).write()
        body.save(into)


class _Writer:
    """Writes one report."""

    def __init__(self, report: Report, steps: Steps, docx: Docx, body: Body) -> None:
        self._report = report
        self._body = body
        self._steps = steps
        self._filler = Filler(report)
        self._docx = docx
        self._styles = {style.name: style.style_id for style in self._docx.styles}
        self._level = 1
        self._turned = False
        """Whether the pages lie on their side."""
        self._pictures = 0
        """So many so far; the library would count those that are not on the disk yet."""

    def write(self) -> None:
        """The whole document."""
        report, docx = self._report, self._docx
        laid(docx, report)
        self._foot()
        self._heading(report.title, 0)
        for block in report.front:
            self._block(block, ())
        for section in report.sections:
            self._section(section, 1)

    def _section(self, section: Section, level: int) -> None:
        if level == 1:
            self._turn(turned=any(map(_broad, section.blocks)))
        heading = self._heading(section.title, min(level, _DEEPEST))
        self._filler.bookmark(heading, section.anchor)
        self._level = level
        for block in section.blocks:
            self._block(block, section.things)
        for part in section.parts:
            self._section(part, level + 1)
        if level <= _COUNTED:
            self._steps.one_more()

    def _turn(self, *, turned: bool) -> None:
        """Let the pages that follow lie on their side, or stand again; both begin on a new page."""
        if turned == self._turned:
            return
        self._turned = turned
        page = self._docx.add_section()
        page.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
        page.page_width, page.page_height = page.page_height, page.page_width

    def _foot(self) -> None:
        """Under every page: what the report is called, its number and how many there are."""
        lines = self._docx.sections[0].footer.paragraphs[0]
        self._filler.fill(lines, runs(self._report.title))
        lines.add_run(" · ")
        counted(lines, "PAGE")
        lines.add_run(" / ")
        counted(lines, "NUMPAGES")
        for stretch in lines.runs:
            stretch.font.size = Pt(8)
            stretch.font.color.rgb = SOFT

    def _heading(self, pieces: Iterable[Piece], level: int) -> Lines:
        lines = self._lines(f"Heading {level}" if level else "Title")
        self._filler.fill(lines, runs(pieces))
        return lines

    def _lines(self, style: str) -> Lines:
        """A paragraph in a style; python-docx looks through all of them each time it is told one."""
        lines: Lines = self._docx.add_paragraph()
        lines._p.style = self._styles[style]  # noqa: SLF001
        return lines

    def _block(self, block: Block, here: Collection[Ref]) -> None:
        self._written(block, here)
        self._body.relieve()
        self._steps.still()

    def _written(self, block: Block, here: Collection[Ref]) -> None:
        match block:
            case Paragraph():
                lines = self._docx.add_paragraph()
                for number, sentence in enumerate(block.sentences):
                    self._filler.say(lines, sentence, here, before=" " if number else "")
            case Listing():
                for item in block.items:
                    self._filler.say(self._lines("List Bullet"), item, here)
            case Facts():
                self._facts(block)
            case Table():
                self._table(block)
            case Beside():
                self._passage(block.left)
                self._passage(block.right)
            case Passage():
                self._passage(block)
            case Picture():
                self._picture(block)

    def _picture(self, picture: Picture) -> None:
        """A picture as dots, for Word shows no SVG of its own; with what is read aloud in its place."""
        lines = self._docx.add_paragraph()
        shape = lines.add_run().add_picture(io.BytesIO(painted(picture.svg)), width=Cm(17))
        self._pictures += 1
        about = shape._inline.docPr  # noqa: SLF001 - python-docx has no name for it
        about.set("id", str(self._pictures))
        about.set("name", f"Picture {self._pictures}")
        about.set("descr", picture.alt)
        direct(lines, self._report.direction)

    def _facts(self, facts: Facts) -> None:
        table = self._grid(len(facts.rows), 2)
        narrow(table, _FACTS)
        rows = zip(table.rows, facts.rows, strict=True)
        for number, (row, (label, value)) in enumerate(rows, 1):
            together(row._tr)  # noqa: SLF001 - python-docx has no name for it
            if number < min(_TOGETHER, len(facts.rows)):
                row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
            self._filler.fill(row.cells[0].paragraphs[0], words_of(label), bold=True)
            self._filler.fill(row.cells[1].paragraphs[0], runs(value))
        self._docx.add_paragraph()

    def _table(self, of: Table) -> None:
        caption = self._lines("Caption")
        self._filler.fill(caption, words_of(of.caption))
        room = self._room()
        if len(of.columns) >= _BROAD and not self._turned:
            self._stacked(of, room)
        else:
            self._flat(of, room)

    def _flat(self, of: Table, room: int) -> None:
        table = self._grid(1, len(of.columns))
        head = table.rows[0]
        repeated(head._tr)  # noqa: SLF001 - python-docx has no name for it
        for cell, name in zip(head.cells, of.columns, strict=True):
            self._filler.fill(cell.paragraphs[0], words_of(name), bold=True)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            shade(cell, _HEAD)
        narrow(table, [Emu(int(part * room)) for part in shares(of, room / _LETTER)])
        self._body.begin(table)
        for number, row in enumerate(of.rows, 1):
            self._row(table, row)
            if number % _ROWS_HELD == 0:
                self._body.rows(table)
                self._steps.still()
        self._body.rows(table)
        self._body.end()
        self._docx.add_paragraph()

    def _stacked(self, of: Table, room: int) -> None:
        """Its rows side by side, a few at a time, each below what names it: columns without room would part their words."""
        rows = iter(of.rows)
        while some := tuple(islice(rows, _BESIDE)):
            table = self._grid(len(of.columns), 1 + len(some))
            each = (room - _FACTS[0]) // len(some)
            narrow(table, [_FACTS[0], *(Emu(each) for _ in some)])
            repeated(table.rows[0]._tr)  # noqa: SLF001 - python-docx has no name for it
            for number, (line, name) in enumerate(zip(table.rows, of.columns, strict=True)):
                together(line._tr)  # noqa: SLF001
                first, *others = line.cells
                shade(first, _HEAD)
                first.paragraphs[0].paragraph_format.keep_with_next = number < _TOGETHER
                self._filler.fill(first.paragraphs[0], words_of(name), bold=True)
                for cell, row in zip(others, some, strict=True):
                    self._filler.fill(cell.paragraphs[0], runs(row.cells[number]))
                    if number == 0:
                        shade(cell, _HEAD)
                        self._named(cell, row)
            self._docx.add_paragraph()
            self._body.relieve()
            self._steps.still()

    def _named(self, cell: _Cell, row: Row) -> None:
        if row.anchor is not None:
            self._filler.bookmark(cell.paragraphs[0], row.anchor.anchor)

    def _room(self) -> int:
        """Between the margins of the page at hand, in EMU."""
        page = self._docx.sections[-1]
        return sum(
            int(sign * (width or 0))
            for sign, width in (
                (1, page.page_width),
                (-1, page.left_margin),
                (-1, page.right_margin),
            )
        )

    def _row(self, table: Grid, row: Row) -> None:
        cells = table.add_row().cells  # type: ignore[no-untyped-call]
        for cell, pieces in zip(cells, row.cells, strict=True):
            self._filler.fill(cell.paragraphs[0], runs(pieces))
        self._named(cells[0], row)

    def _grid(self, rows: int, columns: int) -> Grid:
        table: Grid = self._docx.add_table(rows, columns)
        table._tbl.tblStyle_val = self._styles["Table Grid"]  # noqa: SLF001
        if self._report.direction == "rtl":
            table._tblPr.insert_element_before(  # noqa: SLF001 - python-docx has no name for it
                OxmlElement("w:bidiVisual"), "w:tblStyleRowBandSize", "w:tblW", "w:jc", "w:tblLook"
            )
        return table

    def _passage(self, passage: Passage) -> None:
        style = f"Heading {min(self._level + 1, _DEEPEST)}"
        self._filler.say(self._lines(style), passage.source, ())
        lines = self._lines("Quote")
        direction = direction_of(passage.quote)
        for text, quoted in (
            (passage.before, False),
            (passage.quote, True),
            (passage.after, False),
        ):
            self._filler.quote(lines, visible(text), direction, quoted=quoted)
        direct(lines, direction)
        for note in passage.notes:
            below = self._lines("List Bullet")
            self._filler.say(below, note, passage.source.rests_on)


def _broad(block: Block) -> bool:
    """Whether a block is a long table that is read better on pages that lie on their side: of many columns, or of long words."""
    if not isinstance(block, Table) or len(block.rows) < _LONG:
        return False
    return len(block.columns) >= _BROAD or crowded(block, _STANDING / _LETTER)
