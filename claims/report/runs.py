"""Pieces of a report as stretches of text with one direction each: what every format but HTML writes.

Two readings of the same pieces: `runs` for formats that mark direction by stretch (DOCX), `plain` for those that take
one string with bidi isolates in it (Markdown, PDF). Characters that would act on what stands around them (controls,
overrides, halves of surrogate pairs) are shown by their number, as ``[U+202E]``, in both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claims.report.value import Code, Foreign, Link, Mark, Piece, Ref

_ACTING: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_LINE_END: Final = re.compile("\r\n?|\u2028|\u2029")
_ISOLATED: Final = re.compile("[\u2066\u2067\u2068]([^\u2066-\u2069]*)\u2069")
_FSI, _LRI, _PDI = "\u2068", "\u2066", "\u2069"
_QUOTES: Final = {"ar": ("«", "»")}
_RIGHT: Final = frozenset({"R", "AL"})


class Kind(StrEnum):
    """What a stretch is."""

    WORDS = "words"
    FOREIGN = "foreign"
    CODE = "code"
    MARK = "mark"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one direction.

    Attributes:
        text: as it is to be read, acting characters shown by their number.
        kind: what it is.
        direction: ``rtl``, ``ltr``, or "" for that of what stands around it.
        language: ``ar``, ``en`` or "" when unknown or the report's own.
        mark: id of the word in its vocabulary, "" when it is no mark.
        to: what it leads to, None when it leads nowhere.
    """

    text: str
    kind: Kind
    direction: str = ""
    language: str = ""
    mark: str = ""
    to: Ref | None = None


def visible(text: str) -> str:
    """The text with every acting character as ``[U+XXXX]``; line ends become line feeds."""
    even = _LINE_END.sub("\n", text)
    return _ACTING.sub(lambda match: f"[U+{ord(match.group()):04X}]", even)


def runs(pieces: Iterable[Piece]) -> Iterator[Run]:
    """The pieces as stretches, in order."""
    for piece in pieces:
        if isinstance(piece, Foreign):
            text = quoted(piece)
            yield Run(text, Kind.FOREIGN, direction_of(piece.text), piece.language)
        elif isinstance(piece, Code):
            yield Run(visible(piece.text), Kind.CODE, "ltr")
        elif isinstance(piece, Mark):
            yield Run(marked(piece), Kind.MARK, mark=piece.id)
        elif isinstance(piece, Link):
            yield Run(visible(piece.to.label), Kind.LINK, to=piece.to)
        else:
            yield from words_of(piece.text)


def words_of(text: str) -> Iterator[Run]:
    """Our own words, what stands in isolates by itself."""
    for index, part in enumerate(_ISOLATED.split(text)):
        if part:
            direction = direction_of(part) if index % 2 else ""
            yield Run(visible(part), Kind.WORDS, direction)


def plain(pieces: Iterable[Piece]) -> str:
    """The pieces as one string, every stretch of another direction in an isolate."""
    return "".join(isolated(run) for run in runs(pieces))


def isolated(run: Run) -> str:
    """A stretch for a string of any direction. Each line of it stands in an isolate of its own: none reaches over the end of a line."""
    if run.kind is not Kind.CODE and not run.direction:
        return run.text
    opens = _LRI if run.kind is Kind.CODE else _FSI
    return "\n".join(line and f"{opens}{line}{_PDI}" for line in run.text.split("\n"))


def quoted(piece: Foreign) -> str:
    """Words of a source, in the quotation marks of their language when they are quoted."""
    before, after = _QUOTES.get(piece.language, ("“", "”")) if piece.quoted else ("", "")
    return f"{before}{visible(piece.text)}{after}"


def marked(mark: Mark) -> str:
    """The sign and the word of a mark."""
    return f"{mark.sign}\u00a0{mark.text}" if mark.sign else mark.text


def direction_of(text: str) -> str:
    """The direction of the first letter that has one; left to right when none has."""
    for character in text:
        found = unicodedata.bidirectional(character)
        if found in _RIGHT or found == "L":
            return "ltr" if found == "L" else "rtl"
    return "ltr"
