"""What an export walks over: a case from its first document to its last pair, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from claims.model import (
    Claim,
    Comparison,
    Decision,
    Described,
    Document,
    DocumentHead,
    Incident,
    Outcome,
    Topic,
    Verdict,
)
from claims.report.content import ReportContent


@dataclass(frozen=True, slots=True)
class Filed:
    """A claim with the document it stands in and its verdict, None when it is not checkable."""

    claim: Claim
    document: Document
    verdict: Verdict | None
    outcome: Outcome | None = None
    """With what a person said of it, None when nobody has."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with both claims, the live decisions that may be shown, and the version of its comparison."""

    comparison: Comparison
    left: Claim
    right: Claim
    decisions: tuple[Decision, ...]
    version: int = 1


@dataclass(frozen=True, slots=True)
class Happened:
    """An incident with its claims, the documents they stand in, and its grade."""

    incident: Incident
    claims: tuple[Claim, ...]
    documents: tuple[DocumentHead, ...]
    outcome: Outcome | None = None


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

    def remarked(self, topic: Topic) -> tuple[str, tuple[str, ...]]:
        """The actor's newest note on a thing, "" without one, and their tags on it."""

    def described(self, document: str) -> Described | None:
        """What a person said of a document and stands, under the name of whoever said it; None: it stands as it came."""

    def documents(self) -> Iterator[Document]:
        """Every document with its text, in the order they were added."""

    def claims(self) -> Iterator[Filed]:
        """Every claim, document by document."""

    def pairs(self) -> Iterator[Judged]:
        """Every suggested pair and every pair with a decision, in the order of the queue."""

    def incidents(self) -> Iterator[Happened]:
        """Every incident, from the earliest on; claims, but no texts, are in memory for it."""


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

    def remarked(self, _: Topic) -> tuple[str, tuple[str, ...]]:
        """Nothing: a report carries no remarks."""
        return "", ()

    def described(self, document: str) -> Described | None:
        """What a person said of a document and stands."""
        return next(
            (each for each in self.content.described if each.document == document and each.said),
            None,
        )

    def documents(self) -> Iterator[Document]:
        """Every document."""
        return iter(self.content.documents)

    def claims(self) -> Iterator[Filed]:
        """Every claim."""
        documents = {document.id: document for document in self.content.documents}
        verdicts = {verdict.claim: verdict for verdict in self.content.verdicts}
        said = {each.proposal.id: each for each in self.content.outcomes if each.conclusion}
        for claim in self.content.claims:
            outcome = said.get(claim.id)
            yield Filed(claim, documents[claim.document], verdicts.get(claim.id), outcome)

    def pairs(self) -> Iterator[Judged]:
        """Every pair."""
        claims = {claim.id: claim for claim in self.content.claims}
        for comparison in self.content.comparisons:
            key = comparison.key
            taken = tuple(each for each in self.content.decisions if each.key == key)
            yield Judged(comparison, claims[key.left], claims[key.right], taken)

    def incidents(self) -> Iterator[Happened]:
        """Every incident."""
        claims = {claim.id: claim for claim in self.content.claims}
        heads = {each.id: head_of(each) for each in self.content.documents}
        grades = {each.proposal.id: each for each in self.content.grades}
        for one in self.content.incidents:
            yield happened(one, claims, heads, grades)


def happened(
    one: Incident,
    claims: Mapping[str, Claim],
    heads: Mapping[str, DocumentHead],
    grades: Mapping[str, Outcome],
) -> Happened:
    """An incident with what belongs to it."""
    told = tuple(claims[name] for name in one.claims if name in claims)
    documents = dict.fromkeys(claim.document for claim in told)
    found = tuple(heads[name] for name in documents if name in heads)
    return Happened(one, told, found, grades.get(one.id))


def head_of(document: Document) -> DocumentHead:
    """A document without its text."""
    return DocumentHead(
        id=document.id,
        name=document.name,
        sha256=document.sha256,
        language=document.language,
        publisher=document.publisher,
        published=document.published,
        published_reason=document.published_reason,
        address=document.address,
        characters=len(document.text),
        claims=0,
        problems=0,
        title=document.title,
        author=document.author,
        archive=document.archive,
    )
