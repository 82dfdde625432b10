"""The text of a PDF in the order in which it is read: the way from the bytes and back."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Operator, Page, Pdf

from claims.report.breaking import without_places
from claims.report.reading_order.fonts import Font
from claims.report.reading_order.order import behind_figures, joined
from claims.report.reading_order.page import Stretch, parts
from claims.report.reading_order.write import drawn
from claims.report.told import Told, nobody


def in_reading_order(data: bytes, told: Told = nobody) -> bytes:
    """The same pages, with their text in reading order; the same bytes give the same bytes. ``told`` hears of each page."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts: dict[tuple[int, int], Font] = {}
        for number, page in enumerate(pdf.pages, 1):
            _rewrite(pdf, page, fonts)
            told(number, len(pdf.pages))
        for font in fonts.values():
            font.close(pdf)
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _rewrite(pdf: Pdf, page: Page, known: dict[tuple[int, int], Font]) -> None:
    here: dict[str, Font] = {}
    for name, font in page.Resources.get("/Font", Dictionary()).items():
        if font.objgen not in known:
            known[font.objgen] = Font(font)
        here[name] = known[font.objgen]
    steps = [(tuple(map(_said, one.operands)), str(one.operator)) for one in _instructions(page)]
    anew: list[tuple[Sequence[Any], Operator]] = []
    for part in behind_figures(joined(parts(steps, here))):
        new = [part] if not isinstance(part, Stretch) else drawn(part, here[str(part.font)])
        anew.extend((has, _operator(does)) for has, does in new)
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(anew))


def _said(operand: object) -> object:
    """An operand; one that tells what shapes say, without places to break a line."""
    if not isinstance(operand, Dictionary) or "/ActualText" not in operand:
        return operand
    found = str(operand.ActualText)
    said = without_places(found)
    return operand if said == found else Dictionary({**dict(operand.items()), "/ActualText": said})


@cache
def _operator(name: str) -> Operator:
    return Operator(name)


def _instructions(page: Page) -> Iterator[ContentStreamInstruction]:
    for each in pikepdf.parse_content_stream(page):
        if isinstance(each, ContentStreamInstruction):
            yield each
        else:
            raise TypeError("the pages of a report hold no inline pictures")
