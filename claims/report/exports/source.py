"""What an export walks over: a case from its first document to its last pair, one thing at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from claims.model import (
    Adjudication,
    Claim,
    Comparison,
    Decision,
    Described,
    Document,
    DocumentHead,
    Edit,
    Grouping,
    Incident,
    Outcome,
    Remark,
    Topic,
    Verdict,
)

_WEB: Final = re.compile(r"(?:https?|ftp)://[^\s/?#]+\S*|(?:urn|doi):\S+", re.IGNORECASE)


def web_address(document: Document | DocumentHead) -> str:
    """The address of a document where it is one of the web or a name that lasts (``urn:``, ``doi:``), "" for any other words.

    A program that opens what stands in such a field must not be led to run it (``javascript:``).
    """
    return document.address if _WEB.fullmatch(document.address) else ""


@dataclass(frozen=True, slots=True)
class Filed:
    """A claim with the document it stands in and its verdict, None when it is not checkable."""

    claim: Claim
    document: Document
    verdict: Verdict | None
    outcome: Outcome | None = None
    """With what a person said of it, None when nobody has."""
    edit: Edit | None = None
    """The edit that made the claim; None: the program read it so."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with both claims, the live decisions that may be shown, the ruling in force, and the version of its comparison.

    ``answers`` is how often the actor answered it or took an answer back, ``in_sight`` whether others' answers to it had ever
    been in their sight or hands.
    """

    comparison: Comparison
    left: Claim
    right: Claim
    decisions: tuple[Decision, ...]
    version: int = 1
    answers: int = 0
    in_sight: bool = False
    ruling: Adjudication | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """An incident with its claims, the documents they stand in, and its grade."""

    incident: Incident
    claims: tuple[Claim, ...]
    documents: tuple[DocumentHead, ...]
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Wrote:
    """What one person wrote on one thing beside the flow.

    Attributes:
        note: their newest note that stands, "" when there is none.
        tags: those that stand, in order of the alphabet.
        writings: how often they wrote a note or a tag on it, or took one away.
    """

    note: str = ""
    tags: tuple[str, ...] = ()
    writings: int = 0


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
    def waits(self) -> bool:
        """Whether pairs of a case for several wait for answers, so that conclusions may be withheld."""

    @property
    def actor(self) -> str:
        """Whose decisions stand in the columns that can be filled in."""

    def wrote(self, topic: Topic) -> Wrote:
        """What the actor wrote on a thing."""

    def described(self, document: str) -> Described | None:
        """What a person said of a document and stands, under the name of whoever said it; None: it stands as it came."""

    def edits(self) -> Iterator[Edit]:
        """What people changed about claims and stands, in the order it was stored."""

    def groupings(self) -> Iterator[Grouping]:
        """The merges and splits of incidents that stand and that everybody may see."""

    def evidence(self) -> Iterator[Remark]:
        """The links to evidence outside of the case that stand and that everybody may see."""

    def documents(self) -> Iterator[Document]:
        """Every document with its text, in the order they were added."""

    def claims(self) -> Iterator[Filed]:
        """Every claim, document by document."""

    def verdict(self, claim: Claim) -> Verdict | None:
        """The verdict on a claim, None when it is not checkable."""

    def outcome(self, claim: Claim) -> Outcome | None:
        """It with what a person said of it, None when nobody has."""

    def stands(self, claim: Claim) -> bool:
        """Whether the words of a claim stand in its document where it says."""

    def pairs(self) -> Iterator[Judged]:
        """Every suggested pair and every pair with a decision, in the order of the queue."""

    def incidents(self) -> Iterator[Happened]:
        """Every incident, from the earliest on; claims, but no texts, are in memory for it."""


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
