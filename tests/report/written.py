"""Reports as bytes, for tests that look at all of one."""

from __future__ import annotations

import io

from claims.report.formats import FORMATS
from claims.report.pdf import write as write_pdf
from claims.report.pieces import MOST
from claims.report.told import Told, nobody
from claims.report.value import Report


def written(name: str, report: Report, told: Told = nobody) -> bytes:
    """The report in that format."""
    made = io.BytesIO()
    FORMATS[name](report, told, made)
    return made.getvalue()


def html(report: Report) -> bytes:
    """The report as a page."""
    return written("html", report)


def markdown(report: Report) -> bytes:
    """The report as Markdown."""
    return written("md", report)


def word(report: Report) -> bytes:
    """The report as DOCX."""
    return written("docx", report)


def pdf(report: Report, told: Told = nobody, most: int = MOST) -> bytes:
    """The report as PDF, in pieces of at most so many characters."""
    made = io.BytesIO()
    write_pdf(report, told, made, most=most)
    return made.getvalue()
