"""A report as a Word document: real headings, tables and links; paragraphs and tables run as their language does."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import BinaryIO, Final

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Length, Pt, RGBColor
from docx.table import Table as Grid
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Lines
from docx.text.run import Run as Stretch

from claims.report.body import Body
from claims.report.painting import painted
from claims.report.runs import Kind, Run, direction_of, plain, runs, visible, words_of
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
    Sentence,
    Table,
)
from claims.report.widths import shares
from claims.report.wording import wording

_FONT: Final = "Arial"
_MONO: Final = "Courier New"
_SOFT: Final = RGBColor(0x4A, 0x56, 0x63)
_TINT: Final = "FFEAA0"
_HEAD: Final = "F3F5F8"
_DEEPEST: Final = 4
_LETTER: Final = Cm(0.2)
"""A letter of a table is as wide, edges of words included."""
_BROAD, _LONG = 7, 10
"""Columns and rows from which on a table lies on its side."""
_COUNTED: Final = 2
"""Levels of sections that are told when they are written."""
_ROWS_HELD: Final = 50
"""Rows of a table that are in memory at most."""
_FACTS: Final = (Cm(4.6), Cm(12.8))
"""Widths of labels and of what they say."""
_LONG_AGO: Final = datetime(1980, 1, 1, tzinfo=UTC)
_HELD: Final = {"ltr": "\u200e", "rtl": "\u200f"}
_LOCALES: Final = {"ar": "ar-SA", "en": "en-GB"}


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
        self._comma = wording(report.language).text("comma")
        names = enumerate(report.anchors(), 1)
        self._bookmarks = {anchor: f"place{number}" for number, anchor in names}
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
        _properties(docx, report)
        _page(docx, report.direction)
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
        self._bookmark(heading, section.anchor)
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
        self._fill(lines, runs(self._report.title))
        lines.add_run(" · ")
        _counted(lines, "PAGE")
        lines.add_run(" / ")
        _counted(lines, "NUMPAGES")
        for stretch in lines.runs:
            stretch.font.size = Pt(8)
            stretch.font.color.rgb = _SOFT

    def _heading(self, pieces: Iterable[Piece], level: int) -> Lines:
        lines = self._lines(f"Heading {level}" if level else "Title")
        self._fill(lines, runs(pieces))
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
                    self._say(lines, sentence, here, before=" " if number else "")
            case Listing():
                for item in block.items:
                    self._say(self._lines("List Bullet"), item, here)
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
        _direct(lines, self._report.direction)

    def _facts(self, facts: Facts) -> None:
        table = self._grid(len(facts.rows), 2)
        for column, width in zip(table.columns, _FACTS, strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width
        for row, (label, value) in zip(table.rows, facts.rows, strict=True):
            _together(row._tr)  # noqa: SLF001 - python-docx has no name for it
            self._fill(row.cells[0].paragraphs[0], words_of(label), bold=True)
            self._fill(row.cells[1].paragraphs[0], runs(value))
        self._docx.add_paragraph()

    def _table(self, of: Table) -> None:
        caption = self._lines("Caption")
        self._fill(caption, words_of(of.caption))
        table = self._grid(1, len(of.columns))
        head = table.rows[0]
        _repeated(head._tr)  # noqa: SLF001 - python-docx has no name for it
        for cell, name in zip(head.cells, of.columns, strict=True):
            self._fill(cell.paragraphs[0], words_of(name), bold=True)
            _shade(cell, _HEAD)
        room = self._room()
        _narrow(table, [Emu(int(part * room)) for part in shares(of, room / _LETTER)])
        self._body.begin(table)
        for number, row in enumerate(of.rows, 1):
            self._row(table, row)
            if number % _ROWS_HELD == 0:
                self._body.rows(table)
                self._steps.still()
        self._body.rows(table)
        self._body.end()
        self._docx.add_paragraph()

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
            self._fill(cell.paragraphs[0], runs(pieces))
        if row.anchor is not None:
            self._bookmark(cells[0].paragraphs[0], row.anchor.anchor)

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
        self._say(self._lines(style), passage.source, ())
        lines = self._lines("Quote")
        direction = direction_of(passage.quote)
        for text, quoted in (
            (passage.before, False),
            (passage.quote, True),
            (passage.after, False),
        ):
            self._quote(lines, visible(text), direction, quoted=quoted)
        _direct(lines, direction)
        for note in passage.notes:
            below = self._lines("List Bullet")
            self._say(below, note, passage.source.rests_on)

    def _quote(self, lines: Lines, text: str, direction: str, *, quoted: bool) -> None:
        """A part of a passage, as it stands in the document."""
        for number, line in enumerate(text.split("\n")):
            stretch = lines.add_run()
            if number:
                stretch.add_break()
            stretch.add_text(line)
            stretch.font.rtl = direction == "rtl" or None
            stretch.bold = stretch.font.cs_bold = quoted or None
            if quoted:
                _shade_run(stretch)
            else:
                stretch.font.color.rgb = _SOFT

    def _say(
        self, lines: Lines, sentence: Sentence, here: Collection[Ref], *, before: str = ""
    ) -> None:
        said = list(runs(sentence.pieces))
        if before:
            said.insert(0, Run(before, Kind.WORDS))
        others = sentence.unnamed(here)
        for number, ref in enumerate(others):
            said.append(Run(self._comma if number else " [", Kind.WORDS))
            said.append(Run(visible(ref.label), Kind.LINK, to=ref))
        if others:
            said.append(Run("]", Kind.WORDS))
        self._fill(lines, said)

    def _fill(self, lines: Lines, said: Iterable[Run], *, bold: bool = False) -> None:
        for run in said:
            self._add(lines, run, bold=bold or run.kind is Kind.MARK)
        _direct(lines, self._report.direction)

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
        name = self._bookmarks.get(to.anchor)
        if name is None:
            return
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), name)
        lines._p.append(link)  # noqa: SLF001 - python-docx has no links inside a file
        for stretch in stretches:
            stretch.font.color.rgb = RGBColor(0x0B, 0x4F, 0x8A)
            link.append(stretch._r)  # noqa: SLF001

    def _bookmark(self, lines: Lines, anchor: str) -> None:
        name = self._bookmarks[anchor]
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), name.removeprefix("place"))
        start.set(qn("w:name"), name)
        first = 1 if lines._p.pPr is not None else 0  # noqa: SLF001
        lines._p.insert(first, start)  # noqa: SLF001
        lines._p.append(end)  # noqa: SLF001


def _broad(block: Block) -> bool:
    """Whether a block is a long table of so many columns that it is read better on pages that lie on their side."""
    return isinstance(block, Table) and len(block.columns) >= _BROAD and len(block.rows) >= _LONG


def _narrow(table: Grid, widths: Sequence[Length]) -> None:
    """Give the columns these widths, whatever stands in them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width


def _direct(lines: Lines, direction: str) -> None:
    """Let a paragraph run from the right where its language does."""
    properties = lines._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no name for it
    if direction == "rtl" and properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )


def _counted(lines: Lines, what: str) -> None:
    """A number that the program which shows the document counts: ``PAGE`` or ``NUMPAGES``."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    stretch = lines.add_run("1")
    stretch.font.size = Pt(8)
    field.append(stretch._r)  # noqa: SLF001 - python-docx has no name for it
    lines._p.append(field)  # noqa: SLF001


def _together(row: BaseOxmlElement) -> None:
    """Let a row stand on one page as long as it fits on one."""
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeated(row: BaseOxmlElement) -> None:
    """Show a row of headings at the top of every page."""
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(_shading(colour))  # noqa: SLF001


def _shade_run(stretch: Stretch) -> None:
    properties = stretch._r.get_or_add_rPr()  # noqa: SLF001
    properties.insert_element_before(_shading(_TINT), "w:fitText", "w:vertAlign", "w:rtl", "w:cs")


def _shading(colour: str) -> BaseOxmlElement:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour)
    return shading


def _properties(docx: Docx, report: Report) -> None:
    core = docx.core_properties
    core.title = plain(report.title)[:255]
    core.author = core.comments = ""
    core.language = _LOCALES[report.language]
    core.created = core.modified = _time(report.made_at)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(microsecond=0) if text else _LONG_AGO


def _page(docx: Docx, direction: str) -> None:
    section = docx.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)
    if direction == "rtl":
        section._sectPr.append(OxmlElement("w:bidi"))  # noqa: SLF001
    for style in docx.styles:
        if style.element.rPr is None and style.name != "Normal":
            continue
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(name), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
    docx.styles["Normal"].font.size = Pt(10)
    docx.styles["Caption"].paragraph_format.keep_with_next = True
