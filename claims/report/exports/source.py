"""What an export walks over: a case from its first document to its last pair, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from claims.model import Claim, Comparison, Decision, Document, Verdict
from claims.report.content import ReportContent


@dataclass(frozen=True, slots=True)
class Filed:
    """A claim with the document it stands in and its verdict, None when it is not checkable."""

    claim: Claim
    document: Document
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with both claims, the live decisions that may be shown, and the version of its comparison."""

    comparison: Comparison
    left: Claim
    right: Claim
    decisions: tuple[Decision, ...]
    version: int = 1


class Source(Protocol):
    """A case that is walked over; each walk begins anew and holds one thing at a time."""

    @property
    def title(self) -> str:
        """What the case is called."""

    @property
    def made_at(self) -> str:
        """When the export began, ISO 8601 in UTC."""

    @property
    def program(self) -> str:
        """Version of the program."""

    @property
    def actor(self) -> str:
        """Whose decisions stand in the columns that can be filled in."""

    def documents(self) -> Iterator[Document]:
        """Every document with its text, in the order they were added."""

    def claims(self) -> Iterator[Filed]:
        """Every claim, document by document."""

    def pairs(self) -> Iterator[Judged]:
        """Every suggested pair and every pair with a decision, in the order of the queue."""


@dataclass(frozen=True, slots=True)
class OfContent:
    """The content of a report as something to walk over."""

    content: ReportContent
    actor: str = ""

    @property
    def title(self) -> str:
        """What the case is called."""
        return self.content.title

    @property
    def made_at(self) -> str:
        """When the content was gathered."""
        return self.content.made_at

    @property
    def program(self) -> str:
        """Version of the program."""
        return self.content.program

    def documents(self) -> Iterator[Document]:
        """Every document."""
        return iter(self.content.documents)

    def claims(self) -> Iterator[Filed]:
        """Every claim."""
        documents = {document.id: document for document in self.content.documents}
        verdicts = {verdict.claim: verdict for verdict in self.content.verdicts}
        for claim in self.content.claims:
            yield Filed(claim, documents[claim.document], verdicts.get(claim.id))

    def pairs(self) -> Iterator[Judged]:
        """Every pair."""
        claims = {claim.id: claim for claim in self.content.claims}
        for comparison in self.content.comparisons:
            key = comparison.key
            taken = tuple(each for each in self.content.decisions if each.key == key)
            yield Judged(comparison, claims[key.left], claims[key.right], taken)
