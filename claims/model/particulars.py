"""What is known of a publication beside its text, and what people said of it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.document import Document, Source
from claims.model.queue import DocumentHead
from claims.model.taken_in import TakenIn


@dataclass(frozen=True, slots=True)
class Particulars:
    """What stands on the index card of a publication.

    Attributes:
        title: what its publisher called it, "" when unknown.
        publisher: who published it and what kind of source that is, None when unknown.
        author: who wrote it, "" when unknown.
        published: publication date as EDTF, "" when unknown.
        published_reason: ``given`` by a person, ``dateline`` read in the text, "" when unknown.
        address: where it was published, "" when unknown.
        language: ``ar``, ``en`` or ``und``.
        archive: address of a copy in an archive, "" when there is none.
    """

    title: str = ""
    publisher: Source | None = None
    author: str = ""
    published: str = ""
    published_reason: str = ""
    address: str = ""
    language: str = "und"
    archive: str = ""

    @classmethod
    def of(cls, document: Document | DocumentHead) -> Particulars:
        """Those of a document as it stands."""
        return cls(
            title=document.title,
            publisher=document.publisher,
            author=document.author,
            published=document.published,
            published_reason=document.published_reason,
            address=document.address,
            language=document.language,
            archive=document.archive,
        )

    def changed(self, other: Particulars) -> tuple[str, ...]:
        """The names of what is said otherwise in ``other``, in the order of the card."""
        return tuple(name for name in FIELDS if getattr(self, name) != getattr(other, name))


FIELDS = ("title", "publisher", "author", "published", "address", "language", "archive")
"""What a person can say of a publication, in the order of the card."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a person said of a publication: a row that is appended and never changed.

    Attributes:
        id: its number in the case.
        document: id of the document.
        said: all of the card as it stands since; None when it stands again as the document came.
        by: who said it.
        at: when, ISO 8601 in UTC.
        reason: why, in the person's words.
        supersedes: number of the row that stood before, None for the first.
        undoes: number of the row that it takes back, None when it takes back none.
        live: whether it stands.
        token: names the submission, "" when it has no name.
        taken_in: how it came here from a file; None when it was said in this case.
    """

    id: int
    document: str
    said: Particulars | None
    by: str
    at: str
    reason: str = ""
    supersedes: int | None = None
    undoes: int | None = None
    live: bool = True
    token: str = ""
    taken_in: TakenIn | None = None
