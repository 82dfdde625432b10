"""Texts of a page drawn anew, piece by piece as they are read: the same shapes at the same places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pikepdf import Array, Name
from pikepdf import String as Bytes

from claims.report.reading_order.fonts import Font
from claims.report.reading_order.order import NEAR, pieces, says
from claims.report.reading_order.page import Glyph, Step, Stretch


def drawn(stretch: Stretch, font: Font) -> Iterator[Step]:
    """The stretch, piece by piece as it is read; as it stood where nothing is to be done or the font allows nothing."""
    told = any(each.told for each in stretch.clusters)
    found = list(pieces(stretch))
    if not font.open or (len(found) == 1 and not told and not stretch.turned):
        yield from stretch.steps
        return
    for piece in found:
        said = [each for cluster in piece for each in says(cluster)]
        yield from _piece(stretch, said, font)


def _piece(stretch: Stretch, said: Sequence[tuple[Glyph, str]], font: Font) -> Iterator[Step]:
    """A text of its own: ``q … BT … ET Q`` with a line for each height on which shapes stand."""
    backwards = stretch.turned and len(said) > 1
    first = said[0][0]
    yield (), "q"
    yield (1, 0, 0, -1, _short(first.x), _short(first.y)), "cm"
    yield from stretch.paint
    yield (), "BT"
    if backwards:
        yield (Name.ReversedChars,), "BMC"
    yield (0,), "Tr"
    yield (stretch.font, stretch.size), "Tf"
    for level in _levels(said):
        start = level[0][0]
        # The page runs downwards inside of the text, as the first line says.
        yield (1, 0, 0, -1, _short(start.x - first.x), _short(first.y - start.y)), "Tm"
        yield (_line(level, font, stretch.size),), "TJ"
    if backwards:
        yield (), "EMC"
    yield (), "ET"
    yield (), "Q"


def _levels(said: Sequence[tuple[Glyph, str]]) -> Iterator[Sequence[tuple[Glyph, str]]]:
    """Neighbours that stand on one height."""
    begin = 0
    for at in range(1, len(said) + 1):
        if at == len(said) or said[at][0].y != said[begin][0].y:
            yield said[begin:at]
            begin = at


def _line(said: Sequence[tuple[Glyph, str]], font: Font, size: float) -> Array:
    """Codes with what moves each to its place."""
    shown = Array()
    codes, x = b"", said[0][0].x
    for glyph, text in said:
        if abs(glyph.x - x) > NEAR / 10:
            if codes:
                shown.append(Bytes(codes))
            shown.append(_short((x - glyph.x) * 1000 / size))
            codes = b""
        codes += font.code(glyph.code, text).to_bytes(2, "big")
        x = glyph.x + glyph.width
    shown.append(Bytes(codes))
    return shown


def _short(number: float) -> Decimal:
    """A number as a page holds it, to a thousandth of a point."""
    return round(Decimal(number), 3)
