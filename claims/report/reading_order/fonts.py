"""What the codes of a font say, and further codes that say something else with the same shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pikepdf import Array, Name, Object, Pdf

from claims.report.breaking import without_places

_BF: Final = re.compile("beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR: Final = re.compile("<([0-9A-F]{4})> <([0-9A-F]*)>")
_AT_ONCE: Final = 100
_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_FOOT: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class Font:
    """A font of the file: what its codes say, and codes that say something else with the same shape."""

    def __init__(self, font: Object) -> None:
        self._font = font
        self._inner = font.DescendantFonts[0]
        self.widths = dict(_widths(Array(self._inner.W)))
        told = dict(_said(bytes(font.ToUnicode.read_bytes()).decode("latin-1")))
        self.said = {code: without_places(text) or text for code, text in told.items()}
        self._says_otherwise = self.said != told
        self.open = self._inner.Subtype == Name.CIDFontType2
        self._further: dict[tuple[int, str], int] = {}

    def code(self, shape: int, text: str) -> int:
        """The code that shows a shape and says a text."""
        if self.said.get(shape) == text:
            return shape
        return self._further.setdefault((shape, text), max(self.said) + 1 + len(self._further))

    def close(self, pdf: Pdf) -> None:
        """Write into the file what the codes say now."""
        if not self._further:
            if self._says_otherwise:
                self._font.ToUnicode = pdf.make_stream(_told(self.said))
            return
        says = self.said | {new: text for (_, text), new in self._further.items()}
        self._font.ToUnicode = pdf.make_stream(_told(says))
        shape = {new: old for (old, _), new in self._further.items()}
        shapes = (shape.get(code, code).to_bytes(2, "big") for code in range(max(shape) + 1))
        self._inner.CIDToGIDMap = pdf.make_stream(b"".join(shapes))
        for new, old in shape.items():
            self._inner.W.append(new)
            self._inner.W.append(Array([self.widths.get(old, 0)]))
        if "/CIDSet" in self._inner.FontDescriptor:
            del self._inner.FontDescriptor["/CIDSet"]


def _widths(widths: Array) -> Iterator[tuple[int, float]]:
    """The width of each code, in thousandths of the size."""
    at = 0
    while at < len(widths):
        first, second = int(widths[at]), widths[at + 1]
        if isinstance(second, Array):
            yield from ((first + number, float(each)) for number, each in enumerate(second))
            at += 2
        else:
            yield from ((code, float(widths[at + 2])) for code in range(first, int(second) + 1))
            at += 3


def _said(table: str) -> Iterator[tuple[int, str]]:
    """What each code says."""
    for some in _BF.findall(table):
        for code, text in _PAIR.findall(some):
            yield int(code, 16), bytes.fromhex(text).decode("utf-16-be")


def _told(says: dict[int, str]) -> bytes:
    """The table that says it."""
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(says.items())
    ]
    some = (lines[at : at + _AT_ONCE] for at in range(0, len(lines), _AT_ONCE))
    body = "".join(
        f"{len(each)} beginbfchar\n" + "\n".join(each) + "\nendbfchar\n" for each in some
    )
    return (_HEAD + body + _FOOT).encode("ascii")
