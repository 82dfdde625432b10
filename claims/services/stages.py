"""The pure stages that the use cases run: bytes → document → claims → comparisons.

They are handed in when a case is opened, so that another extractor of the same form can take the place of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.model import Claim, Comparison, Document, Extraction, Source


class Read(Protocol):
    """Bytes to a document; see `claims.text.reading.read`."""

    def __call__(
        self, data: bytes, *, name: str, published: str, publisher: Source | None, address: str
    ) -> Document:
        """The document in these bytes."""


class CompareAll(Protocol):
    """Claims to suggested pairs; see `claims.comparison.compare_all`."""

    def __call__(
        self, claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Comparison, ...]:
        """The comparison of every pair that is suggested."""


@dataclass(frozen=True, slots=True)
class Stages:
    """One function for each stage, values in, values out."""

    read: Read
    extract: Callable[[Document], Extraction]
    compare_all: CompareAll


def own_stages() -> Stages:
    """Ours; imported when they are first used, for their data take a moment to load."""

    def read(
        data: bytes, *, name: str, published: str, publisher: Source | None, address: str
    ) -> Document:
        from claims.text.reading import read

        return read(data, name=name, published=published, publisher=publisher, address=address)

    def extract(document: Document) -> Extraction:
        from claims.checks import examine
        from claims.extraction import extract

        return examine(extract(document))

    def compare_all(
        claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Comparison, ...]:
        from claims.comparison import compare_all

        return compare_all(claims, progress=progress)

    return Stages(read, extract, compare_all)
