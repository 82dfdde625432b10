"""A report on paper: PDF with tags and searchable text, set by Typst in fonts that packages bring along.

The template shows strings of a JSON file and nothing else, so that no word of a source can be mark-up. Arabic is set
in Amiri, whose letters, unlike those of fonts that put dots on separately, come out of the file in reading order.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final, TypeAlias

from claims.report.reading_order.text import in_reading_order
from claims.report.runs import Kind, Run, direction_of, isolated, plain, runs, visible, words_of
from claims.report.told import Told, nobody
from claims.report.typesetting import NotSet, set_pages
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
from claims.report.wording import wording

_FONTS: Final = "fontpkg_amiri"
_LACKING: Final = re.compile('the text `?"(.+?)"`? could not be displayed', re.DOTALL)
_UNUSUAL: Final = re.compile(
    "[\u2600-\u27bf\u2b00-\u2bff\u3000-\u9fff\uac00-\ud7af\ufe0f\U0001f000-\U0010ffff]"
)
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LONG_AGO: Final = datetime(1980, 1, 1, tzinfo=UTC)
_NARROWEST, _WIDEST = 6, 40
_SAMPLED: Final = 40
_WHOLE_CELL, _WHOLE_QUOTE = 600, 2000
"""Characters of a cell and of a quote that stay on one page: what is parted by the foot of a page reads badly aloud."""

Node: TypeAlias = dict[str, object]


def render(report: Report, told: Told = nobody) -> bytes:
    """The report as PDF/UA-1; the same report gives the same bytes. ``told`` hears of seconds first, then of pages.

    A character that the fonts do not have (an emoji, a script of another part of the world) is written as its code
    point, ``[U+1F600]``: PDF/UA refuses what would be an empty box.
    """
    with tempfile.TemporaryDirectory() as folder, as_file(files(_FONTS) / "files") as fonts:
        room = Path(folder)
        template = files("claims.report") / "templates" / "report.typ"
        (room / "report.typ").write_bytes(template.read_bytes())
        data = json.dumps(_Nodes(report).report(), ensure_ascii=False)
        missing: frozenset[str] = frozenset()
        while True:
            (room / "data.json").write_text(_coded(data, missing), "utf-8")
            try:
                pages = set_pages(room, fonts, _time(report.made_at), told)
            except NotSet as error:
                found = _not_shown(str(error), data) - missing
                if not found:
                    raise
                missing |= found
            else:
                return in_reading_order(pages, told)


def _not_shown(told: str, data: str) -> frozenset[str]:
    """The characters that a font lacks, by what Typst says, and with them all pictures and unusual scripts at once."""
    named = {letter for text in _LACKING.findall(told) for letter in text if not letter.isascii()}
    return frozenset(named | set(_UNUSUAL.findall(data))) if named else frozenset()


def _coded(data: str, missing: frozenset[str]) -> str:
    """The data with code points, which read from the left, in place of what is missing."""
    return "".join(
        f"\u2066[U+{ord(letter):04X}]\u2069" if letter in missing else letter for letter in data
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(microsecond=0) if text else _LONG_AGO


class _Nodes:
    """The tree of a report as the template reads it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._anchors = frozenset(report.anchors())
        self._words = wording(report.language)

    def report(self) -> Node:
        report = self._report
        return {
            "language": report.language,
            "direction": report.direction,
            "title": plain(report.title),
            "heading": self.line(runs(report.title)),
            "contents": self._words.text("contents"),
            "front": [self.block(each, ()) for each in report.front],
            "sections": [self.section(each) for each in report.sections],
        }

    def section(self, section: Section) -> Node:
        return {
            "anchor": section.anchor,
            "title": self.line(runs(section.title)),
            "blocks": [self.block(each, section.things) for each in section.blocks],
            "parts": [self.section(each) for each in section.parts],
        }

    def block(self, block: Block, here: Collection[Ref]) -> Node:
        match block:
            case Paragraph():
                return {"kind": "paragraph", "runs": self.paragraph(block.sentences, here)}
            case Listing():
                return {
                    "kind": "listing",
                    "items": [self.sentence(each, here) for each in block.items],
                }
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
        return {
            "kind": "table",
            "caption": self.line(words_of(table.caption)),
            "columns": [self.line(words_of(each)) for each in table.columns],
            "widths": _widths(table),
            "rows": [self.row(each) for each in table.rows],
        }

    def row(self, row: Row) -> Node:
        return {
            "anchor": "" if row.anchor is None else row.anchor.anchor,
            "cells": [self.line(runs(cell)) for cell in row.cells],
            "whole": max((len(plain(cell)) for cell in row.cells), default=0) <= _WHOLE_CELL,
        }

    def passage(self, passage: Passage) -> Node:
        return {
            "source": self.sentence(passage.source, ()),
            "direction": direction_of(passage.quote),
            "language": passage.language if passage.language in {"ar", "en"} else "und",
            "before": visible(passage.before),
            "quote": visible(passage.quote),
            "whole": len(passage.before + passage.quote + passage.after) <= _WHOLE_QUOTE,
            "after": visible(passage.after),
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
        leads = run.to is not None and run.to.anchor in self._anchors
        return {
            "text": run.text if run.kind is Kind.CODE else isolated(run),
            "kind": run.kind.value,
            "language": run.language if run.language in {"ar", "en"} else "",
            "arabic": _ARABIC.search(run.text) is not None,
            "mark": run.mark,
            "to": run.to.anchor if leads and run.to is not None else "",
        }


def _widths(table: Table) -> list[int]:
    """Shares of the page: by the longest cell of each column within bounds, and wide enough for its longest word."""
    columns = [[each] for each in table.columns]
    for row in table.rows[:_SAMPLED]:
        for column, cell in zip(columns, row.cells, strict=True):
            column.append(plain(cell))
    return [max(map(_width, column)) for column in columns]


def _width(text: str) -> int:
    longest = max(map(len, text.split()), default=0)
    return max(min(len(text), _WIDEST), min(longest, _WIDEST) * 2, _NARROWEST)
