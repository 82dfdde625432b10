"""What people say of incidents: that some are one event, or that one is several; append-only, above every suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from claims.errors import Refused
from claims.model.taken_in import TakenIn

LEAST_PARTS: Final = 2


class GroupingKind(StrEnum):
    """What is said of the parts."""

    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Parts of claims that are one event (*merge*), or each an event of its own (*split*).

    Attributes:
        kind: which of both.
        parts: the claims of each part by their ids, sorted; at least two parts, none empty, none sharing a claim.
        reason: why, in the reviewer's words.

    Raises:
        Refused: fewer than two parts, an empty one, or a claim in two of them.
    """

    kind: GroupingKind
    parts: tuple[tuple[str, ...], ...]
    reason: str = ""

    def __post_init__(self) -> None:
        every = list(chain(*self.parts))
        if len(self.parts) < LEAST_PARTS or not all(self.parts) or len(set(every)) < len(every):
            raise Refused(
                "Incidents are merged or split in at least two parts that share no claim.",
                next_step="Name two incidents to merge, or some but not all claims of one to split off.",
            )

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims it speaks of, part by part."""
        return tuple(chain(*self.parts))


@dataclass(frozen=True, slots=True)
class Grouping:
    """A stored word on incidents; append-only, one row of the record.

    Attributes:
        id: number of the row, rising; of words that part, the later one counts.
        said: what was said; None in a row that takes an earlier one back.
        by: who.
        at: when, ISO 8601 in UTC with microseconds.
        supersedes: id of the row that this one replaces, None when it is the first of its line.
        undoes: id of the row that this one takes back, else None.
        live: whether no later row replaces it.
        token: idempotency key of the submission ("" when none).
        taken_in: how it came here from a file; None when it was said in this case.
    """

    id: int
    said: Regrouping | None
    by: str
    at: str
    supersedes: int | None
    undoes: int | None
    live: bool
    token: str = ""
    taken_in: TakenIn | None = None
