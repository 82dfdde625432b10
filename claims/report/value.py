"""A report as a value: what it says, in which order, and what every sentence rests on; no mark-up.

Formats (`claims.report.formats` names them) only give this tree a shape. These rules are kept:

* every `Sentence` names at least one thing it rests on, and that thing stands in the same report under the anchor
  of its `Ref`;
* words of the report's own language (`Words`) are kept apart from words of sources and people (`Foreign`), which
  have a direction and a language of their own, and from `Code` (ids, hashes, dates, offsets), which always runs
  left to right;
* names inside of the report's own words stand in bidi isolates (U+2068 … U+2069), which are text, not mark-up;
* a `Passage` quotes ``before + quote + after`` exactly as they stand in the document;
* what may be many (rows, sections, quotes) may be made only when it is read (`claims.report.later`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby
from typing import Final

from claims.report.later import Each

_MANY: Final = 3
"""So many things of one kind in a row are called once."""


class Thing(StrEnum):
    """What a sentence can rest on; first part of the anchor."""

    CLAIM = "claim"
    DOCUMENT = "document"
    PAIR = "pair"
    DECISION = "decision"
    VERDICT = "verdict"
    INCIDENT = "incident"
    EDIT = "edit"
    GROUPING = "grouping"
    PROBLEM = "problem"
    METHOD = "method"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing of the case that stands in the report.

    Attributes:
        thing: what it is.
        id: its id in the case.
        label: what it is called in the report (``claim 7``).
        number: the same where others of its kind are named before it (``7``); "" where it has none.
        several: the same where others of its kind follow (``claims 7``).
    """

    thing: Thing
    id: str
    label: str = field(default="", compare=False)
    number: str = field(default="", compare=False)
    several: str = field(default="", compare=False)

    @property
    def anchor(self) -> str:
        """Its name inside the report, without space or ``#``."""
        return f"{self.thing}-{self.id}"


def gathered(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """References in their order, those of one kind that follow each other called once: *decisions 7, 8, 9*.

    Each still leads where it leads. Fewer than three are called one by one, and so is what has no number.
    """
    found: list[Ref] = []
    for _, kin in groupby(refs, key=lambda ref: (ref.thing, bool(ref.number))):
        first, *others = kin
        if len(others) + 1 < _MANY or not first.number:
            found.extend((first, *others))
        else:
            found.append(replace(first, label=first.several))
            found.extend(replace(each, label=each.number) for each in others)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Words:
    """Words in the report's own language."""

    text: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words of a source or a person, shown in their own direction.

    Attributes:
        text: the words as they came.
        language: ``ar``, ``en`` or "" when unknown.
        quoted: whether they are the words of a document and stand in quotation marks.
    """

    text: str
    language: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """An id, a hash, an ISO date, an offset: always left to right."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A level, a relation or a verdict: a sign and a word, never colour alone.

    Attributes:
        id: id of the word in its vocabulary, for the format's colours (``conflict``, ``DIFFERENT`` …).
        sign: one character.
        text: the word in the report's language.
    """

    id: str
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A thing of the report by its name, leading to it."""

    to: Ref


Piece = Words | Foreign | Code | Mark | Link


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what it rests on.

    Raises:
        ValueError: when it rests on nothing or says nothing.
    """

    pieces: tuple[Piece, ...]
    rests_on: tuple[Ref, ...]

    def __post_init__(self) -> None:
        if not self.rests_on:
            raise ValueError("a sentence of a report rests on something")
        if not self.pieces:
            raise ValueError("a sentence of a report says something")

    def unnamed(self, here: Collection[Ref] = ()) -> tuple[Ref, ...]:
        """What it rests on and leads to neither by its own words nor by where it stands (``here``)."""
        named = {piece.to for piece in self.pieces if isinstance(piece, Link)} | set(here)
        return gathered(ref for ref in self.rests_on if ref not in named)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Sentences one below the other."""

    items: Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values: ``(label, pieces)``."""

    rows: tuple[tuple[str, tuple[Piece, ...]], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; the first cell names it.

    Attributes:
        cells: as many as the table has columns.
        anchor: the thing this row stands for, None when it stands for nothing that is referred to.
    """

    cells: tuple[tuple[Piece, ...], ...]
    anchor: Ref | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns.

    Raises:
        ValueError: when a row has not as many cells as there are columns; rows that are made later raise it then.
    """

    caption: str
    columns: tuple[str, ...]
    rows: Sequence[Row]

    def __post_init__(self) -> None:
        if isinstance(self.rows, tuple):
            for row in self.rows:
                self._fitting(row)
        else:
            object.__setattr__(self, "rows", Each(self._fitting, self.rows))

    def _fitting(self, row: Row) -> Row:
        if len(row.cells) != len(self.columns):
            raise ValueError(f"table {self.caption!r}: a row does not fit the columns")
        return row


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with its surroundings, and who says it.

    Attributes:
        claim: whose quote it is.
        source: who says it, where and when.
        before: text before the quote, as it stands.
        quote: the words of the claim.
        after: text after it, as it stands.
        language: language of the words, "" when unknown.
        notes: what else is known of the claim.
    """

    claim: Ref
    source: Sentence
    before: str
    quote: str
    after: str
    language: str
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """Two passages side by side."""

    left: Passage
    right: Passage


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; what it shows is also said in words or in a table beside it.

    Attributes:
        svg: the picture, without script or style.
        alt: what is read in its place.
    """

    svg: str
    alt: str


Block = Paragraph | Listing | Facts | Table | Beside | Passage | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        anchor: its name inside the report.
        title: heading, in pieces.
        blocks: what stands directly under it.
        parts: sections one level below.
        things: further things that this section stands for (the pair it describes).
    """

    anchor: str
    title: tuple[Piece, ...]
    blocks: Sequence[Block] = ()
    parts: Sequence[Section] = ()
    things: Collection[Ref] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Attributes:
        language: ``ar`` or ``en``: of everything that is not `Foreign`.
        title: as one line.
        front: what stands before the first section.
        sections: in reading order.
        made_at: when its content was gathered, ISO 8601 in UTC; "" when not said.
    """

    language: str
    title: tuple[Piece, ...]
    front: tuple[Block, ...]
    sections: Sequence[Section]
    made_at: str = ""

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.language == "ar" else "ltr"

    def anchors(self) -> Iterator[str]:
        """Every place of the report that a link can lead to, in reading order; none twice."""
        return (anchor for section in self.sections for anchor in _anchors(section))


def _anchors(section: Section) -> Iterator[str]:
    yield section.anchor
    for block in section.blocks:
        if isinstance(block, Table):
            yield from (row.anchor.anchor for row in block.rows if row.anchor is not None)
    for part in section.parts:
        yield from _anchors(part)
