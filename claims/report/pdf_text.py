"""The text of a PDF in the order in which it is read, for programs that take it out of the file.

What sets Arabic draws each line from left to right, and tells the letters of a cluster (a letter with its vowel marks)
together. Programs that read the file put the letters of one word in order by themselves, but most keep the words as they
were drawn, and tell marks and figures at the wrong place or twice. Nothing visible changes here: the same shapes stand at
the same places, but words are drawn in the order in which they are read, each shape says its own characters, and a
sign behind a figure says by U+061C that it belongs to the line and not to the figure.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeAlias

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Object, Operator, Page, Pdf
from pikepdf import String as Bytes

_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_RIGHT: Final = frozenset({"R", "AL"})
_STRONG: Final = _RIGHT | {"L", "EN"}
_FROM_THE_RIGHT: Final = "\u061c"
_NEAR: Final = 0.05
_UPRIGHT: Final = (1.0, 0.0, 0.0, -1.0)
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

Step: TypeAlias = tuple[Sequence[Any], str]
"""An operator of a page with its operands."""


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A shape at its place, in points."""

    code: int
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Shapes that show some characters together, in the order in which they were drawn.

    Attributes:
        glyphs: the shapes.
        text: the characters, in reading order.
        told: whether the file tells them apart from what the shapes say by themselves.
    """

    glyphs: tuple[_Glyph, ...]
    text: str
    told: bool = False

    @property
    def turned(self) -> bool:
        """Whether all of it is letters that run from the right, with their marks."""
        letters = [each for each in self.text if not unicodedata.combining(each)]
        return bool(self.text) and all(unicodedata.bidirectional(one) in _RIGHT for one in letters)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text of one font and direction as it was drawn, from left to right.

    Attributes:
        font: its name on the page.
        size: in points.
        paint: what sets its colour.
        clusters: what it shows.
        turned: whether it is read from the right.
        steps: as it stood in the file.
    """

    font: Name
    size: float
    paint: tuple[Step, ...]
    clusters: tuple[_Cluster, ...]
    turned: bool
    steps: tuple[Step, ...] = field(repr=False)

    @property
    def first(self) -> _Glyph:
        """The leftmost shape."""
        return self.clusters[0].glyphs[0]

    @property
    def end(self) -> float:
        """Where it ends on the right."""
        return max(each.x + each.width for one in self.clusters for each in one.glyphs)


class _Font:
    """A font of the file: what its codes say, and codes that say something else with the same shape."""

    def __init__(self, font: Object) -> None:
        self._font = font
        self._inner = font.DescendantFonts[0]
        self.widths = dict(_widths(Array(self._inner.W)))
        self.said = dict(_said(bytes(font.ToUnicode.read_bytes()).decode("latin-1")))
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


def in_reading_order(data: bytes) -> bytes:
    """The same pages, with their text in reading order; the same bytes give the same bytes."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts: dict[tuple[int, int], _Font] = {}
        for page in pdf.pages:
            _rewrite(pdf, page, fonts)
        for font in fonts.values():
            font.close(pdf)
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _rewrite(pdf: Pdf, page: Page, known: dict[tuple[int, int], _Font]) -> None:
    here: dict[str, _Font] = {}
    for name, font in page.Resources.get("/Font", Dictionary()).items():
        if font.objgen not in known:
            known[font.objgen] = _Font(font)
        here[name] = known[font.objgen]
    steps = [(tuple(one.operands), str(one.operator)) for one in _instructions(page)]
    parts = _behind_figures(_joined(_parts(steps, here)))
    drawn: list[tuple[Sequence[Any], Operator]] = []
    for part in parts:
        new = [part] if not isinstance(part, _Stretch) else _drawn(part, here[str(part.font)])
        drawn.extend((has, _operator(does)) for has, does in new)
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(drawn))


@cache
def _operator(name: str) -> Operator:
    return Operator(name)


def _instructions(page: Page) -> Iterator[ContentStreamInstruction]:
    for each in pikepdf.parse_content_stream(page):
        if isinstance(each, ContentStreamInstruction):
            yield each
        else:
            raise TypeError("the pages of a report hold no inline pictures")


def _parts(steps: Sequence[Step], fonts: dict[str, _Font]) -> Iterator[Step | _Stretch]:
    """The page with every text that stands in a ``q … Q`` of its own as a stretch."""
    at = 0
    while at < len(steps):
        until = _closing(steps, at) if steps[at][1] == "q" else at
        stretch = _stretch(steps[at : until + 1], fonts) if until > at else None
        if stretch is None:
            yield steps[at]
            at += 1
        else:
            yield stretch
            at = until + 1


def _closing(steps: Sequence[Step], at: int) -> int:
    """Where a ``q`` that holds text and no other one is closed; ``at`` itself when it is none of that kind."""
    text = False
    for until in range(at + 1, len(steps)):
        does = steps[until][1]
        if does == "Q":
            return until if text else at
        if does == "q":
            return at
        text = text or does == "BT"
    return at


def _stretch(steps: Sequence[Step], fonts: dict[str, _Font]) -> _Stretch | None:
    """Text as it was drawn, None where it was drawn in a manner that is not known here."""
    begins = next(at for at, (_, does) in enumerate(steps) if does == "BT")
    places = [has for has, does in steps[1:begins] if does == "cm"]
    if len(places) != 1 or tuple(map(float, places[0][:4])) != _UPRIGHT:
        return None
    left, y = map(float, places[0][4:])
    paint = tuple(each for each in steps[1:begins] if each[1] != "cm")
    told: list[str | None] = []
    found: list[tuple[str | None, list[_Glyph]]] = []
    font, size, x, turned = None, 0.0, left, False
    for has, does in steps[begins:]:
        if does == "BDC":
            actual = has[1].get("/ActualText") if isinstance(has[1], Dictionary) else None
            told.append(None if actual is None else str(actual))
        elif does == "BMC":
            turned = turned or has[0] == Name.ReversedChars
            told.append(None)
        elif does == "EMC":
            told.pop()
        elif does == "Tf":
            font, size = has[0], float(has[1])
        elif does == "Tm":
            x = left + float(has[4])
        elif does in {"Tj", "TJ"} and font is not None:
            glyphs, x = _glyphs(has[0], fonts[str(font)], size, (x, y))
            text = next((each for each in reversed(told) if each is not None), None)
            found.extend([(None, [each]) for each in glyphs] if text is None else [(text, glyphs)])
    if font is None or not found:
        return None
    says = fonts[str(font)].said
    clusters = [
        _Cluster(
            tuple(glyphs), says.get(glyphs[0].code, "") if text is None else text, text is not None
        )
        for text, glyphs in found
        if glyphs
    ]
    whole = tuple(clusters)
    return _Stretch(
        Name(str(font)), size, paint, whole, turned or any(c.turned for c in whole), tuple(steps)
    )


def _glyphs(
    shown: Object, font: _Font, size: float, start: tuple[float, float]
) -> tuple[list[_Glyph], float]:
    """The shapes of a ``Tj`` or ``TJ``, and where the next one would stand."""
    x, y = start
    found = []
    for each in shown if isinstance(shown, Array) else [shown]:
        if isinstance(each, Bytes):
            data = bytes(each)
            for at in range(0, len(data), 2):
                code = int.from_bytes(data[at : at + 2], "big")
                width = font.widths.get(code, 0) * size / 1000
                found.append(_Glyph(code, x, y, width))
                x += width
        else:
            x -= float(each) * size / 1000
    return found, x


def _joined(parts: Iterable[Step | _Stretch]) -> list[Step | _Stretch]:
    """Stretches that were drawn apart only because a letter stands higher or lower than its neighbours, as one."""
    done: list[Step | _Stretch] = []
    last: int | None = None
    for part in parts:
        if isinstance(part, _Stretch):
            before = None if last is None else done[last]
            if last is not None and isinstance(before, _Stretch) and _goes_on(before, part):
                done[last] = replace(before, clusters=before.clusters + part.clusters, turned=True)
                continue
            last = len(done)
        done.append(part)
    return [_told_apart(each) if isinstance(each, _Stretch) else each for each in done]


def _goes_on(one: _Stretch, other: _Stretch) -> bool:
    last = one.clusters[-1].glyphs[-1]
    here = _NEAR if last.width and other.first.width else one.size
    return (
        (one.font, one.size) == (other.font, other.size)
        and (one.turned or other.turned)
        and 0 < abs(last.y - other.first.y) < one.size / 2
        and abs(one.end - other.first.x) < here
    )


def _told_apart(stretch: _Stretch) -> _Stretch:
    """Every shape with characters of its own, as far as a cluster can be taken apart."""
    whole: list[_Cluster] = []
    for each in stretch.clusters:
        text = _INVISIBLE.sub("", each.text)
        last = whole[-1] if whole else None
        if last is not None and _one_letter(last, text):
            whole[-1] = replace(last, glyphs=last.glyphs + each.glyphs)
        else:
            whole.append(replace(each, text=text))
    return replace(stretch, clusters=tuple(whole))


def _one_letter(before: _Cluster, text: str) -> bool:
    """Whether marks that were drawn before belong to the letter that is drawn now."""
    return len(text) > 1 and before.text == text and not any(one.width for one in before.glyphs)


def _says(cluster: _Cluster) -> Iterator[tuple[_Glyph, str]]:
    """What each shape of a cluster says: the last one the letter, those drawn before it its marks."""
    *others, last = cluster.glyphs
    if not others:
        yield last, cluster.text
        return
    marks = [each for each in cluster.text if unicodedata.combining(each)]
    for number, glyph in enumerate(others):
        more = len(others) - number > 1
        yield glyph, "".join(marks[number : number + 1] if more else marks[number:])
    yield last, "".join(each for each in cluster.text if not unicodedata.combining(each))


def _behind_figures(parts: Sequence[Step | _Stretch]) -> list[Step | _Stretch]:
    """A sign that follows a figure on its left, as in «70%», with a mark that it goes on from the right."""
    done: list[Step | _Stretch] = []
    before: _Stretch | None = None
    for part in parts:
        if isinstance(part, _Stretch):
            marked = part if before is None else _marked(before, part)
            done.append(marked)
            before = marked if _shows(marked) else before
        else:
            done.append(part)
    return done


def _shows(stretch: _Stretch) -> bool:
    return any(each.text.strip() for each in stretch.clusters)


def _marked(before: _Stretch, part: _Stretch) -> _Stretch:
    sign = part.clusters[-1]
    strong = any(unicodedata.bidirectional(each) in _STRONG for each in sign.text)
    left = (
        abs(before.first.x - part.end) < _NEAR and abs(before.first.y - part.first.y) < before.size
    )
    if before.turned or strong or not left or not sign.text.strip():
        return part
    return replace(
        part, clusters=(*part.clusters[:-1], replace(sign, text=sign.text + _FROM_THE_RIGHT))
    )


def _drawn(stretch: _Stretch, font: _Font) -> Iterator[Step]:
    """The stretch, piece by piece as it is read; as it stood where nothing is to be done or the font allows nothing."""
    told = any(each.told for each in stretch.clusters)
    pieces = list(_pieces(stretch))
    if not font.open or (len(pieces) == 1 and not told and not stretch.turned):
        yield from stretch.steps
        return
    for piece in pieces:
        said = [each for cluster in piece for each in _says(cluster)]
        yield from _piece(stretch, said, font)


def _pieces(stretch: _Stretch) -> Iterator[list[_Cluster]]:
    """Words as they are read, and each sign by itself that a reader could turn with the letters beside it."""
    piece: list[_Cluster] = []
    for each in reversed(stretch.clusters) if stretch.turned else stretch.clusters:
        kinds = {unicodedata.bidirectional(one) for one in each.text}
        onward = bool(piece) and "AN" not in kinds
        joins = each.turned if stretch.turned else onward or not kinds.isdisjoint(_STRONG - _RIGHT)
        if joins:
            piece = [each, *piece] if stretch.turned else [*piece, each]
            continue
        if piece:
            yield piece
            piece = []
        yield [each]
    if piece:
        yield piece


def _piece(stretch: _Stretch, said: Sequence[tuple[_Glyph, str]], font: _Font) -> Iterator[Step]:
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


def _levels(said: Sequence[tuple[_Glyph, str]]) -> Iterator[Sequence[tuple[_Glyph, str]]]:
    """Neighbours that stand on one height."""
    begin = 0
    for at in range(1, len(said) + 1):
        if at == len(said) or said[at][0].y != said[begin][0].y:
            yield said[begin:at]
            begin = at


def _line(said: Sequence[tuple[_Glyph, str]], font: _Font, size: float) -> Array:
    """Codes with what moves each to its place."""
    shown = Array()
    codes, x = b"", said[0][0].x
    for glyph, text in said:
        if abs(glyph.x - x) > _NEAR / 10:
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
