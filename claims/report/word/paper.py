"""What holds for a whole Word document: its page, its fonts, what the file says of itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from claims.report.runs import plain
from claims.report.value import Report

_FONT: Final = "Arial"
_LONG_AGO: Final = datetime(1980, 1, 1, tzinfo=UTC)
_LOCALES: Final = {"ar": "ar-SA", "en": "en-GB"}


def laid(docx: Docx, report: Report) -> None:
    """Lay out the pages of a new document for a report, and let the file say what it is."""
    _properties(docx, report)
    _page(docx, report.direction)


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
