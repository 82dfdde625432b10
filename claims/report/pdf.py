"""A report on paper: PDF with tags and searchable text, set by Typst in fonts that packages bring along.

The template shows strings of a JSON file and nothing else, so that no word of a source can be mark-up. Arabic is set
in Amiri, whose letters, unlike those of fonts that put dots on separately, come out of the file in reading order.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import BinaryIO, Final

import pikepdf

from claims.errors import NotPrinted
from claims.report.breaking import breakable
from claims.report.joining import join
from claims.report.outlining import Heading
from claims.report.pictures.drawing import FONTS
from claims.report.pieces import MOST, Cutter, Node, Stretch
from claims.report.reading_order.text import in_reading_order
from claims.report.runs import Kind, Run, direction_of, isolated, plain, runs, visible, words_of
from claims.report.told import Told
from claims.report.typesetting import NotSet, Places, places_in, set_pages
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
from claims.report.widths import SHORT, widths
from claims.report.wording import wording

_FONTS: Final = "fontpkg_amiri"
_LACKING: Final = re.compile('the text `?"(.+?)"`? could not be displayed', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_MARKS: Final = (
    "[\u0300-\u036f\u08ca-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
"""Marks that stand on or around the letter before them; not those of common Arabic, which the fonts have."""
_OWN: Final = frozenset("✂✓✗")
"""Signs of our own words among such pictures; the fonts have them."""
_UNUSUAL: Final = re.compile(
    "[\u20d0-\u20ff\u2600-\u27bf\u2b00-\u2bff\u3000-\u9fff\uac00-\ud7af\ufe0f\U0001f000-\U0010ffff]"
)
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LOST: Final = "missing codepoints"
"""Says the typesetter of letters that it can set and not tell any more."""
_WITHOUT_JOINTS: Final = "DejaVu Sans Mono"
_INSTEAD: Final = "Write html or docx instead: each holds the whole report."
_LONG_AGO: Final = datetime(1980, 1, 1, tzinfo=UTC)
_LINE: Final = 105
"""Characters of a line of a table that is as wide as the page."""
_ROW: Final = 112
"""The same counted with the edges of its columns, as the widths of these are."""
_WHOLE_CELL, _WHOLE_QUOTE = 14, 2000
"""Lines of a cell and characters of a quote that stay on one page: what is parted by the foot of a page reads badly aloud."""


def write(report: Report, told: Told, into: BinaryIO, most: int = MOST) -> None:
    """Write the report as PDF/UA-1; the same report gives the same bytes.

    ``told`` hears of seconds first, then of pages. A report of more than ``most`` characters is set in pieces, for which
    the typesetter needs no more memory however long it is; ``told`` hears of each piece then.

    A character that the fonts do not have (an emoji, a script of another part of the world) is written as its code
    point, ``[U+1F600]``: PDF/UA refuses what would be an empty box.

    Raises:
        NotPrinted: the typesetter failed, or its work was ended from outside.
    """
    with tempfile.TemporaryDirectory() as folder, as_file(files(_FONTS) / "files") as fonts:
        room = Path(folder)
        template = files("claims.report") / "templates" / "report.typ"
        (room / "report.typ").write_bytes(template.read_bytes())
        press = _Press(room, fonts, _time(report.made_at), told)
        nodes = _Nodes(report)
        pieces = _cut(nodes, room, most, told)
        if len(pieces) == 1:
            try:
                pages = press.set(json.dumps(nodes.report(), ensure_ascii=False, default=list))
            except NotSet as error:
                raise _not_printed(_failing(nodes, press)) from error
            into.write(in_reading_order(pages, told))
        else:
            _joined(nodes, pieces, press, into)


@dataclass(slots=True)
class _Press:
    """Sets data into pages.

    Attributes:
        room: the folder it works in.
        fonts: folder of the fonts.
        at: when the report was made.
        told: told of progress.
        lacking: characters that the fonts were found not to have.
    """

    room: Path
    fonts: Path
    at: datetime
    told: Told
    lacking: frozenset[str] = frozenset()

    def set(self, data: str) -> bytes:
        """The pages.

        Of joined letters in a picture, such as the «لكي» of «المالكية» in Amiri, the typesetter loses what they stand for; the
        words of pictures are set in a font without such joints then.
        """
        while True:
            (self.room / "data.json").write_text(_coded(data, self.lacking), "utf-8")
            try:
                return set_pages(self.room, self.fonts, self.at, self.told)
            except NotSet as error:
                if _LOST in str(error) and FONTS in data:
                    data = data.replace(FONTS, _WITHOUT_JOINTS)
                    continue
                found = _not_shown(str(error), data, self.lacking)
                if not found:
                    raise
                self.lacking |= found


def _failing(nodes: _Nodes, press: _Press) -> str:
    """The title of the first section that cannot be set by itself, "" when each one can."""
    for section in nodes.sections():
        alone = nodes.head() | {"sections": [section], "anchors": [], "begins": 1}
        try:
            press.set(json.dumps(alone, ensure_ascii=False, default=list))
        except NotSet:
            return "".join(run["text"] for run in section["title"])
    return ""


def _not_printed(part: str) -> NotPrinted:
    if not part:
        return NotPrinted(
            "The pages of the PDF could not be set: the typesetter failed.", next_step=_INSTEAD
        )
    return NotPrinted(
        f"The pages of the PDF could not be set: the typesetter failed in the part {part!r}.",
        next_step=_INSTEAD,
    )


def _cut(nodes: _Nodes, room: Path, most: int, told: Told) -> list[Path]:
    """The report in pieces that the press can hold, on the disk."""
    kept: list[Path] = []
    begun = time.monotonic()
    for piece in Cutter(nodes.continued, most).pieces(nodes.sections()):
        kept.append(_keep(room / f"piece-{len(kept)}.json", piece))
        told(int(time.monotonic() - begun), 0)
    return kept


def _keep(path: Path, piece: Sequence[Stretch]) -> Path:
    """Lay down what a piece says, the places in it, and its headings of the outline."""
    headings = [
        Heading(each.level, each.anchor, "".join(run["text"] for run in each.title))
        for each in piece
        if each.anchor
    ]
    kept = {
        "sections": [each.node() for each in piece],
        "anchors": [at for each in piece for at in each.anchors()],
        "headings": headings,
    }
    path.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
    return path


def _kept(path: Path) -> Node:
    """What was laid down of a piece."""
    found: Node = json.loads(path.read_text("utf-8"))
    return found


def _joined(nodes: _Nodes, pieces: Sequence[Path], press: _Press, into: BinaryIO) -> None:
    """Write the pages of all pieces behind those of the front, which is set twice: it says on which page what begins."""
    head = nodes.head() | {"front": nodes.front(), "sections": [], "anchors": [], "begins": 1}
    lines: list[Node] = [
        {"anchor": each, "title": title, "page": "0000"} for each, title in nodes.titles().items()
    ]
    parts = [press.room / "front.pdf"]
    begins = 1 + _pages(press.set(json.dumps(head | {"lines": lines}, ensure_ascii=False)))
    places = nodes.places
    told = press.told
    for number, piece in enumerate(pieces):
        told(number, len(pieces))
        press.told = partial(_piece_by_piece, told, number, len(pieces))
        whole = nodes.head() | _kept(piece) | {"begins": begins}
        try:
            pages = press.set(json.dumps(whole, ensure_ascii=False))
        except NotSet as error:
            first = next((each["title"] for each in whole["sections"]), ())
            raise _not_printed("".join(run["text"] for run in first)) from error
        for anchor, place in places_in(press.room).items():
            places.put(anchor, place._replace(page=place.page + begins - 1))
        begins += _pages(pages)
        parts.append(piece.with_suffix(".pdf"))
        parts[-1].write_bytes(in_reading_order(pages, press.told))
    for line in lines:
        line["page"] = str(places[str(line["anchor"])].page + 1)
    told(len(pieces), len(pieces))
    press.told = partial(_piece_by_piece, told, len(pieces), len(pieces))
    front = press.set(json.dumps(head | {"lines": lines}, ensure_ascii=False))
    parts[0].write_bytes(in_reading_order(front))
    headings = (Heading(*each) for piece in pieces for each in _kept(piece)["headings"])
    join(_gone_on(parts, press.told), places, headings, nodes.page, into)


def _gone_on(parts: Iterable[Path], told: Told) -> Iterator[Path]:
    """Tell at each part that the work goes on."""
    for each in parts:
        yield each
        told(0, 0)


def _piece_by_piece(told: Told, number: int, of: int, _done: int, _of: int) -> None:
    """Tell of pieces whatever is told within one."""
    told(number, of)


def _pages(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def _not_shown(told: str, data: str, known: frozenset[str]) -> frozenset[str]:
    """The characters that a font lacks, by what Typst says, and with them all pictures and unusual scripts at once.

    Typst names a mark that no font has by its escape, or names the letter that it stands on: then the marks behind that
    letter are meant, and the letter itself only where it is named again without them (``known`` are those of before).
    """
    named: set[str] = set()
    for text in map(_unescaped, _LACKING.findall(told)):
        marks = set("".join(re.findall(f"{re.escape(text)}({_MARKS}+)", data))) - known
        named |= marks or {letter for letter in text if not letter.isascii()}
    unusual = set(_UNUSUAL.findall(data)) - _OWN
    return frozenset(named | unusual) - known if named else frozenset()


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _coded(data: str, missing: frozenset[str]) -> str:
    """The data with code points, which read from the left, in place of what is missing."""
    return "".join(
        f"\u2066[U+{ord(letter):04X}]\u2069" if letter in missing else letter for letter in data
    )


def _made(block: Node) -> Node:
    """A block with all that is in it, to be read more than once."""
    parts: Node = {name: list(block[name]) for name in ("rows", "items") if name in block}
    return {**block, **parts}


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(microsecond=0) if text else _LONG_AGO


class _Nodes:
    """The tree of a report as the template reads it; blocks, rows and parts of sections are made when they are read.

    Attributes:
        places: what a link can lead to.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self.places = Places(report.anchors)
        self._words = wording(report.language)

    def report(self) -> Node:
        return self.head() | {"front": self.front(), "sections": list(self.sections())}

    def head(self) -> Node:
        report = self._report
        return {
            "language": report.language,
            "direction": report.direction,
            "title": plain(report.title),
            "heading": self.line(runs(report.title)),
            "contents": self._words.text("contents"),
        }

    def front(self) -> list[Node]:
        """What stands before the first section; it is short."""
        return [_made(self.block(each, ())) for each in self._report.front]

    def sections(self) -> Iterator[Node]:
        return (self.section(each) for each in self._report.sections)

    def titles(self) -> dict[str, list[Node]]:
        """The titles of the sections, by their anchors."""
        return {each.anchor: self.line(runs(each.title)) for each in self._report.sections}

    def page(self, number: int) -> str:
        """What a page is called."""
        return self._words.text("on_page", number=number)

    def continued(self, title: list[Node]) -> list[Node]:
        """The title of a section that goes on."""
        return [*title, *self.line(words_of(" " + self._words.text("continued")))]

    def section(self, section: Section) -> Node:
        return {
            "anchor": section.anchor,
            "title": self.line(runs(section.title)),
            "blocks": (self.block(each, section.things) for each in section.blocks),
            "parts": map(self.section, section.parts),
        }

    def block(self, block: Block, here: Collection[Ref]) -> Node:
        match block:
            case Paragraph():
                return {"kind": "paragraph", "runs": self.paragraph(block.sentences, here)}
            case Listing():
                items = (self.sentence(each, here) for each in block.items)
                return {"kind": "listing", "items": items}
            case Facts():
                return {"kind": "facts", "rows": [self.fact(*each) for each in block.rows]}
            case Table():
                return self.table(block)
            case Beside() | Passage():
                both = (block.left, block.right) if isinstance(block, Beside) else (block,)
                return {"kind": "passages", "passages": [self.passage(each) for each in both]}
            case Picture():
                return {"kind": "picture", "svg": block.svg, "alt": block.alt}

    def fact(self, label: str, value: Iterable[Piece]) -> Node:
        return {"label": self.line(words_of(label)), "value": self.line(runs(value))}

    def table(self, table: Table) -> Node:
        parts = widths(table, _ROW)
        whole = sum(each or SHORT for each in parts)
        held = [_WHOLE_CELL * _LINE * (each or SHORT) / whole for each in parts]
        return {
            "kind": "table",
            "caption": self.line(words_of(table.caption)),
            "columns": [self.line(words_of(each)) for each in table.columns],
            "widths": parts,
            "rows": (self.row(each, held) for each in table.rows),
        }

    def row(self, row: Row, held: Sequence[float]) -> Node:
        """A row; ``held`` are the characters of each cell up to which it stays on one page."""
        return {
            "anchor": "" if row.anchor is None else row.anchor.anchor,
            "cells": [self.line(runs(cell)) for cell in row.cells],
            "whole": all(
                len(plain(cell)) <= most for cell, most in zip(row.cells, held, strict=True)
            ),
        }

    def passage(self, passage: Passage) -> Node:
        return {
            "source": self.sentence(passage.source, ()),
            "direction": direction_of(passage.quote),
            "language": passage.language if passage.language in {"ar", "en"} else "und",
            "before": breakable(visible(passage.before)),
            "quote": breakable(visible(passage.quote)),
            "whole": len(passage.before + passage.quote + passage.after) <= _WHOLE_QUOTE,
            "after": breakable(visible(passage.after)),
            "notes": [self.sentence(each, passage.source.rests_on) for each in passage.notes],
        }

    def paragraph(self, sentences: Sequence[Sentence], here: Collection[Ref]) -> list[Node]:
        said: list[Node] = []
        for number, each in enumerate(sentences):
            said.extend(self.line([Run(" ", Kind.WORDS)] if number else []))
            said.extend(self.sentence(each, here))
        return said

    def sentence(self, sentence: Sentence, here: Collection[Ref]) -> list[Node]:
        said = list(runs(sentence.pieces))
        others = sentence.unnamed(here)
        for number, ref in enumerate(others):
            said.append(Run(self._words.text("comma") if number else " [", Kind.WORDS))
            said.append(Run(visible(ref.label), Kind.LINK, to=ref))
        if others:
            said.append(Run("]", Kind.WORDS))
        return self.line(said)

    def line(self, said: Iterable[Run]) -> list[Node]:
        return [self.run(each) for each in said]

    def run(self, run: Run) -> Node:
        leads = run.to is not None and run.to.anchor in self.places
        return {
            "text": breakable(run.text if run.kind is Kind.CODE else isolated(run)),
            "kind": run.kind.value,
            "language": run.language if run.language in {"ar", "en"} else "",
            "arabic": _ARABIC.search(run.text) is not None,
            "mark": run.mark,
            "to": run.to.anchor if leads and run.to is not None else "",
        }
