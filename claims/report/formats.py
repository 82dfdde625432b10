"""The formats of a report: what writes which, each from the same value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO, Final

from claims.report.told import Told
from claims.report.value import Report

Write = Callable[[Report, Told, BinaryIO], None]
"""Writes a report into a file, as it goes on."""


def _html(report: Report, told: Told, into: BinaryIO) -> None:
    from claims.report.html import write

    write(report, told, into)


def _markdown(report: Report, told: Told, into: BinaryIO) -> None:
    from claims.report.markdown import write

    write(report, told, into)


def _word(report: Report, told: Told, into: BinaryIO) -> None:
    from claims.report.word.write import write

    write(report, told, into)


def _pdf(report: Report, told: Told, into: BinaryIO) -> None:
    from claims.report.pdf import write

    write(report, told, into)


FORMATS: Final[Mapping[str, Write]] = {
    "html": _html,
    "pdf": _pdf,
    "docx": _word,
    "md": _markdown,
}
"""By name, which is also the ending of the file."""

MOST_CLAIMS: Final[Mapping[str, int]] = {"pdf": 50_000, "docx": 50_000}
"""Claims that a report may have at most in formats of which no longer one was ever written, as measured (docs/formats.md)."""

PAPER_IN_PACKAGE: Final = 10_000
"""Claims of which a package still holds a PDF: that of 50,000 takes half an hour of a processor, and every package would."""


def holds(name: str, claims: int) -> bool:
    """Whether a report on so many claims can be written in that format."""
    return claims <= MOST_CLAIMS.get(name, claims)


ENDINGS: Final[Mapping[str, str]] = {
    **{f".{name}": name for name in FORMATS},
    ".htm": "html",
    ".markdown": "md",
}
"""Which format an ending of a file name asks for."""
