"""The content of a report as something that exports walk over: all of it in memory, to hold the walk over a case against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.model import (
    Claim,
    Described,
    Document,
    DocumentHead,
    Edit,
    Grouping,
    Outcome,
    Remark,
    Topic,
    Verdict,
)
from claims.report.content import ReportContent
from claims.report.exports.source import Filed, Happened, Judged, Wrote, happened


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

    @property
    def waits(self) -> bool:
        """Whether conclusions may be withheld."""
        return self.content.waits

    def wrote(self, _: Topic) -> Wrote:
        """Nothing: a report carries no remarks."""
        return Wrote()

    def described(self, document: str) -> Described | None:
        """What a person said of a document and stands."""
        return next(
            (each for each in self.content.described if each.document == document and each.said),
            None,
        )

    def edits(self) -> Iterator[Edit]:
        """What people changed about claims."""
        return iter(self.content.edits)

    def groupings(self) -> Iterator[Grouping]:
        """Merges and splits of incidents."""
        return iter(self.content.groupings)

    def evidence(self) -> Iterator[Remark]:
        """Links to evidence."""
        return iter(self.content.evidence)

    def documents(self) -> Iterator[Document]:
        """Every document."""
        return iter(self.content.documents)

    def claims(self) -> Iterator[Filed]:
        """Every claim."""
        documents = {document.id: document for document in self.content.documents}
        edits = {made.id: each for each in self.content.edits for made in each.made}
        for claim in self.content.claims:
            document, edit = documents[claim.document], edits.get(claim.id)
            yield Filed(claim, document, self.verdict(claim), self.outcome(claim), edit)

    def verdict(self, claim: Claim) -> Verdict | None:
        """The verdict on a claim."""
        found = (each for each in self.content.verdicts if each.claim == claim.id)
        return next(found, None)

    def outcome(self, claim: Claim) -> Outcome | None:
        """It with what a person said of it."""
        found = (each for each in self.content.outcomes if each.proposal.id == claim.id)
        return next((each for each in found if each.conclusion), None)

    def stands(self, claim: Claim) -> bool:
        """Whether the words of a claim stand where it says."""
        texts = {each.id: each.text for each in self.content.documents}
        return claim.span.of(texts[claim.document]) == claim.quote

    def pairs(self) -> Iterator[Judged]:
        """Every pair."""
        claims = {claim.id: claim for claim in self.content.claims}
        for comparison in self.content.comparisons:
            key = comparison.key
            taken = tuple(each for each in self.content.decisions if each.key == key)
            own = sum(each.by == self.actor for each in taken)
            ruling = next((each for each in self.content.adjudications if each.key == key), None)
            sides = claims[key.left], claims[key.right]
            yield Judged(comparison, *sides, taken, answers=own, ruling=ruling)

    def incidents(self) -> Iterator[Happened]:
        """Every incident."""
        claims = {claim.id: claim for claim in self.content.claims}
        heads = {each.id: head_of(each) for each in self.content.documents}
        grades = {each.proposal.id: each for each in self.content.grades}
        for one in self.content.incidents:
            yield happened(one, claims, heads, grades)


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
