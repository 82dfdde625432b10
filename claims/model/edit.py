"""What people change about claims, and how it stands beside what the engine read.

A claim is never overwritten. An edit is a row that names the claims it replaces, in full as they were seen, and the
claims it makes, in full; taking one back is a further row. What the engine reads goes on standing beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.claim import Claim
from claims.model.taken_in import TakenIn


class EditKind(StrEnum):
    """What an edit does.

    The first seven make or unmake claims; *keep* answers a `Question` by leaving the edit as it is; *undo* takes an
    earlier row back.
    """

    SPLIT = "split"
    MERGE = "merge"
    ANCHOR = "anchor"
    CORRECT = "correct"
    ADD = "add"
    REJECT = "reject"
    ACCEPT = "accept"
    KEEP = "keep"
    UNDO = "undo"


class Maker(StrEnum):
    """Who made a claim."""

    MACHINE = "machine"
    HUMAN = "human"


class Part(StrEnum):
    """The parts of a claim that a person can correct: its slots, and what else is read in its words."""

    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    TARGET = "target"
    QUANTITY = "quantity"
    SPEAKER = "speaker"
    KIND = "kind"
    POLARITY = "polarity"
    MODALITY = "modality"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Edit:
    """One row of what people changed; append-only.

    Attributes:
        id: number of the row, rising.
        kind: what it does.
        document: id of the document concerned.
        by: who.
        at: when, ISO 8601 in UTC with microseconds.
        reason: why, in their words.
        replaced: the claims it replaces, in full as they were seen; of *keep* what the engine reads now.
        made: the claims it makes, in full.
        given: parts whose value the person gave; all other values were read in the text.
        text: SHA-256 of the document's text in UTF-8, as it was seen.
        program: version of the program in which it was done.
        reading: number of the document's reading that was seen, from 1.
        about: of *undo* and *keep* the row that they speak of, else None.
        token: idempotency key of the submission ("" when none).
        taken_in: how it came here from a file; None when it was said in this case.
    """

    id: int
    kind: EditKind
    document: str
    by: str
    at: str
    reason: str
    replaced: tuple[Claim, ...]
    made: tuple[Claim, ...]
    given: tuple[Part, ...]
    text: str
    program: str
    reading: int
    about: int | None = None
    token: str = ""
    taken_in: TakenIn | None = None


@dataclass(frozen=True, slots=True)
class LiveClaim:
    """A claim that stands, with who made it.

    Attributes:
        claim: the claim.
        maker: the machine or a person.
        edit: the edit that made it, what the machine had read in its ``replaced``; None for the machine's own.
    """

    claim: Claim
    maker: Maker
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class MachineClaim:
    """A claim as the newest reading of its document has it.

    Attributes:
        claim: the claim.
        reading: number of the reading in which it first stood, from 1.
        gone: number of the reading since which the engine does not make it any more, None while it does.
    """

    claim: Claim
    reading: int = 1
    gone: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A newer engine reads something else where a person has edited: the edit stands until they say otherwise.

    Attributes:
        edit: the edit concerned.
        seen: the machine's claims under it, as the person last saw them.
        now: the same claims as the engine reads them now; without those it does not make any more.
        new: claims that it did not make before, in words that the edit is about; they wait.
    """

    edit: Edit
    seen: tuple[Claim, ...]
    now: tuple[Claim, ...]
    new: tuple[Claim, ...]
