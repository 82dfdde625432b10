"""One version of one publication, and the sentences it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from claims.model.claim import Claim
from claims.model.finding import Problem
from claims.model.span import Span
from claims.model.values import Lineage


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: an organisation or a person.

    Attributes:
        name: canonical English name.
        lineage: what kind of source it is.
        aliases: other names, in any language.
    """

    name: str
    lineage: Lineage = Lineage.UNKNOWN
    aliases: tuple[str, ...] = ()

    @classmethod
    def named(cls, who: Source | str | None) -> Source | None:
        """A source for a name of which nothing else is known; None for no name."""
        return cls(who) if isinstance(who, str) and who else who or None


@dataclass(frozen=True, slots=True)
class Document:
    """Immutable text of one version of one publication.

    Attributes:
        id: first 16 hex digits of ``sha256``.
        name: what the person calls it, usually the file name without folders.
        sha256: hash of the original bytes, 64 hex digits.
        text: the decoded text, unaltered.
        language: ``ar``, ``en`` or ``und``: the language most of its letters are in.
        encoding: how the bytes were decoded.
        encoding_confidence: 0 to 1; 1 when declared by a mark or valid UTF-8.
        publisher: who published it, None when unknown.
        published: publication date as EDTF, "" when unknown.
        published_reason: ``given`` by a person, ``dateline`` read in the text, "" when unknown.
        address: where it was published, "" when unknown.
        retrieved: when it was fetched, ISO 8601 in UTC, "" when unknown.
        problems: what went wrong while reading.
        title: what its publisher called it, "" when unknown.
        author: who wrote it, "" when unknown.
        archive: address of a copy in an archive, "" when there is none.
    """

    id: str
    name: str
    sha256: str
    text: str
    language: str
    encoding: str
    encoding_confidence: float = 1.0
    publisher: Source | None = None
    published: str = ""
    published_reason: str = ""
    address: str = ""
    retrieved: str = ""
    problems: tuple[Problem, ...] = ()
    title: str = ""
    author: str = ""
    archive: str = ""


class Role(StrEnum):
    """What a stretch of a document is there for."""

    BODY = "body"
    HEADLINE = "headline"
    DATELINE = "dateline"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document; `Role.CHROME` is set aside, not claimed.

    Attributes:
        span: where it stands, without surrounding space.
        role: what it is there for.
        paragraph: number of its paragraph, from 0.
        language: ``ar``, ``en`` or ``und``.
        quoted: whether it begins inside a quotation that was opened earlier.
    """

    span: Span
    role: Role
    paragraph: int
    language: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the engine read in one document.

    Attributes:
        document: the document, its publication date filled in where the text states it.
        sentences: all of it, in order.
        claims: in the order of their spans.
        problems: what was not understood.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]

    @property
    def headline(self) -> str:
        """The words that stand above the text, "" when there are none."""
        return headline(self.document.text, self.sentences)


def headline(text: str, sentences: Iterable[Sentence]) -> str:
    """The words that stand above a text with these sentences, "" when it begins at once."""
    own = (one for one in sentences if one.role not in {Role.CHROME, Role.DATELINE})
    first = next(own, None)
    if first is None or first.role is not Role.HEADLINE:
        return ""
    return " ".join(text[first.span.start : first.span.end].split())
