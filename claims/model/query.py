"""What somebody asks a long list for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

DOCUMENT_ORDERS: Final = ("added", "newest", "name", "published", "claims", "problems")
"""Orders of documents: as added, the last one first, by name, by date, most claims first, most problems first."""


@dataclass(frozen=True, slots=True)
class DocumentsWanted:
    """Which documents are asked for; what is empty does not matter.

    Attributes:
        text: words that all stand in the text, the name or the publisher.
        spellings: whether Arabic letters that are written for each other (أ for ا, ة for ه …) may stand for each other.
        language: ``ar``, ``en`` or ``und``.
        problems: only those with problems.
        order: one of `DOCUMENT_ORDERS`.
    """

    text: str = ""
    spellings: bool = False
    language: str = ""
    problems: bool = False
    order: str = "added"
