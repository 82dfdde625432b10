"""Parts of a Word document that python-docx has no name for: directions, shading, rows that stay together, numbers that are counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Pt
from docx.table import Table as Grid
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Lines
from docx.text.run import Run as Stretch

_TINT: Final = "FFEAA0"


def narrow(table: Grid, widths: Sequence[Length]) -> None:
    """Give the columns these widths, whatever stands in them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def direct(lines: Lines, direction: str) -> None:
    """Let a paragraph run from the right where its language does."""
    properties = lines._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no name for it
    if direction == "rtl" and properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )


def counted(lines: Lines, what: str) -> None:
    """A number that the program which shows the document counts: ``PAGE`` or ``NUMPAGES``."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    stretch = lines.add_run("1")
    stretch.font.size = Pt(8)
    field.append(stretch._r)  # noqa: SLF001 - python-docx has no name for it
    lines._p.append(field)  # noqa: SLF001


def together(row: BaseOxmlElement) -> None:
    """Let a row stand on one page as long as it fits on one."""
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeated(row: BaseOxmlElement) -> None:
    """Show a row of headings at the top of every page."""
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground of this colour, six hex digits."""
    cell._tc.get_or_add_tcPr().append(_shading(colour))  # noqa: SLF001


def shade_run(stretch: Stretch) -> None:
    """Mark a stretch as with a pen."""
    properties = stretch._r.get_or_add_rPr()  # noqa: SLF001
    properties.insert_element_before(_shading(_TINT), "w:fitText", "w:vertAlign", "w:rtl", "w:cs")


def _shading(colour: str) -> BaseOxmlElement:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour)
    return shading
