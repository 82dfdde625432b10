"""The formats of a report: what writes which, each from the same value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from claims.report.told import Told
from claims.report.value import Report

Render = Callable[[Report, Told], bytes]


def _html(report: Report, _told: Told) -> bytes:
    from claims.report.html import render

    return render(report)


def _markdown(report: Report, _told: Told) -> bytes:
    from claims.report.markdown import render

    return render(report)


def _word(report: Report, told: Told) -> bytes:
    from claims.report.word import render

    return render(report, told)


def _pdf(report: Report, told: Told) -> bytes:
    from claims.report.pdf import render

    return render(report, told)


FORMATS: Final[Mapping[str, Render]] = {
    "html": _html,
    "pdf": _pdf,
    "docx": _word,
    "md": _markdown,
}
"""By name, which is also the ending of the file."""

ENDINGS: Final[Mapping[str, str]] = {
    **{f".{name}": name for name in FORMATS},
    ".htm": "html",
    ".markdown": "md",
}
"""Which format an ending of a file name asks for."""
