"""Take files into a case, list and read them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claims.model import Document, DocumentHead, Extraction, Source
from claims.services.desk import Desk
from claims.services.results import AddReport, Page, Watch


class Documents:
    """The documents of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(
        self,
        files: str | Path | Iterable[str | Path],
        *,
        published: str = "",
        publisher: Source | None = None,
        address: str = "",
        progress: Watch | None = None,
    ) -> AddReport:
        """Read files, extract their claims and store each document whole, in a transaction of its own.

        Args:
            files: files and folders; of a folder, every ``*.txt`` below it, sorted by path.
            published: publication date as EDTF, "" when unknown; holds for every file.
            publisher: who published them, None when unknown.
            address: where they were published.
            progress: told before each file, and once at the end.

        Returns:
            What was added, what the case already held, and what was refused and why.

        Raises:
            InputError: no such file or folder, nothing to take in, or ``published`` is no date.
        """
        raise NotImplementedError

    def add_bytes(
        self,
        data: bytes,
        *,
        name: str,
        published: str = "",
        publisher: Source | None = None,
        address: str = "",
    ) -> AddReport:
        """Take in one document whose bytes are at hand, as `add` does with a file."""
        raise NotImplementedError

    def list(self, *, after: str = "", limit: int = 50, language: str = "") -> Page[DocumentHead]:
        """One page of the documents, in the order they were added; ``language`` leaves out all others."""
        raise NotImplementedError

    def get(self, document: str) -> Document:
        """The document of that id, with its text.

        Raises:
            NotFound: the case holds no such document.
        """
        raise NotImplementedError

    def head(self, document: str) -> DocumentHead:
        """The document of that id, without its text."""
        raise NotImplementedError

    def extraction(self, document: str) -> Extraction:
        """What the engine read in the document of that id."""
        raise NotImplementedError

    def original(self, document: str) -> bytes:
        """The bytes as they were handed in.

        Raises:
            Corrupt: they are missing or do not have the hash that was recorded.
        """
        raise NotImplementedError

    def find(self, text: str) -> DocumentHead:
        """The one document whose id begins with ``text`` or whose name is ``text``.

        Raises:
            NotFound: none, or more than one.
        """
        raise NotImplementedError
