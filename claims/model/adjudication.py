"""What somebody else settles when reviewers part, and how far they part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.errors import Refused
from claims.model.comparison import PairKey
from claims.model.decision import Decision, Mark
from claims.model.message import Message
from claims.model.taken_in import TakenIn


class Ground(StrEnum):
    """Why an adjudicator settled a pair as they did."""

    FIRST_ADOPTED = "first_adopted"
    OTHER_ADOPTED = "other_adopted"
    MISREAD = "misread"
    EVIDENCE = "evidence"
    GUIDELINE = "guideline"
    COMPROMISE = "compromise"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an adjudicator says of a pair, before it is stored.

    Attributes:
        mark: what holds from now on.
        ground: why, as a code.
        note: why, in the adjudicator's words.

    Raises:
        Refused: the ground is *other* and no note says which.
    """

    mark: Mark
    ground: Ground
    note: str = ""

    def __post_init__(self) -> None:
        if self.ground is Ground.OTHER and not self.note.strip():
            raise Refused(
                "Another ground is said in words.", next_step="Write a note, or choose a code."
            )


@dataclass(frozen=True, slots=True)
class Answer:
    """Which answer of whom a ruling rests on.

    Attributes:
        by: who gave it.
        at: when; a clock may say the same of several.
        place: its place from 1 among all that this person said of the pair, the same in every copy of the case; 0 where it is not said,
            as in rulings of earlier programs.
    """

    by: str
    at: str
    place: int = 0

    def is_of(self, other: Answer) -> bool:
        """Whether both are one answer, as far as they say."""
        known = 0 in {self.place, other.place} or self.place == other.place
        return known and (self.by, self.at) == (other.by, other.at)


@dataclass(frozen=True, slots=True)
class Adjudication:
    """A stored ruling: append-only, one row of the record.

    Attributes:
        id: number of the row, rising.
        key: the pair.
        ruling: what was said; None in a row that takes an earlier one back.
        by: the adjudicator.
        at: when, ISO 8601 in UTC with microseconds.
        originals: the answers it was given on, all of them.
        adopted: those of the originals that say what the ruling says.
        supersedes: id of the row that this one replaces, None when it is the first on this pair.
        live: whether no later row replaces it.
        token: idempotency key of the submission ("" when none).
        taken_in: how it came here from a file; None when it was said in this case.
        undoes: id of the row that this one takes back, None when it takes none back.
    """

    id: int
    key: PairKey
    ruling: Ruling | None
    by: str
    at: str
    originals: tuple[Answer, ...]
    adopted: tuple[Answer, ...]
    supersedes: int | None
    live: bool
    token: str = ""
    taken_in: TakenIn | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A pair on which its reviewers part.

    Attributes:
        key: the pair.
        agreement: share of the fields and pairs of reviewers that say the same, 0 to 1.
        decisions: every reviewer's answer, in the order they were stored.
        parting: the fields on which not all say the same.
        why: why it is next, in words.
    """

    key: PairKey
    agreement: float
    decisions: tuple[Decision, ...]
    parting: tuple[str, ...]
    why: Message
