"""What somebody asks a long list for, and where what was asked for stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.model.queue import DocumentHead

DOCUMENT_ORDERS: Final = (
    *("added", "newest", "name", "published", "latest", "publisher", "claims", "problems"),
)
"""Orders of documents: as added, the last one first, by title, by date, by date from the latest on, by publisher, most
claims first, most problems first."""

DOCUMENT_STATES: Final = (
    *("problems", "open", "answered", "silent", "described", "undated", "unattributed"),
)
"""What was or is to be done with a document: something in it was not understood; pairs of it wait for an answer of the one
who asks; they have answered all its pairs; no claim was read in it; somebody described it; nobody
knows when it was published; nobody has said by whom."""


@dataclass(frozen=True, slots=True)
class DocumentsWanted:
    """Which documents are asked for; what is empty does not matter.

    Attributes:
        text: words that all stand in the text, title, name, author or publisher; a phrase in quotation marks.
        fuzzy: whether words count that are nearly written so.
        language: ``ar``, ``en`` or ``und``.
        publisher: name of the publisher.
        lineage: what kind of source published it, as `Lineage` has it.
        since: published on this day or later, ``2018-04-03``.
        until: published on this day or earlier.
        state: one of `DOCUMENT_STATES`.
        order: one of `DOCUMENT_ORDERS`.
    """

    text: str = ""
    fuzzy: bool = False
    language: str = ""
    publisher: str = ""
    lineage: str = ""
    since: str = ""
    until: str = ""
    state: str = ""
    order: str = "added"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something that was looked for stands, with the words around it as they are written.

    Attributes:
        before: the words before it.
        words: the words themselves.
        after: the words behind it.
        start: its place in this part, in code points.
        part: ``text``, ``title``, ``name``, ``publisher`` or ``author``.
    """

    before: str
    words: str
    after: str
    start: int
    part: str = "text"


@dataclass(frozen=True, slots=True)
class Found:
    """A document that was asked for.

    Attributes:
        head: the document.
        hits: some places where what was looked for stands, each word or phrase at least once; empty where nothing was
            looked for.
        headline: the words that stand above its text, "" when there are none.
    """

    head: DocumentHead
    hits: tuple[Hit, ...] = ()
    headline: str = ""
