"""What a reviewer is shown: two claims with their surroundings and why they are next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.claim import Claim
from claims.model.comparison import Comparison, PairKey
from claims.model.decision import Decision
from claims.model.document import Source
from claims.model.message import Message
from claims.model.values import Slot


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What stands above a quote: the document without its text.

    Attributes are those of `claims.model.Document`; ``characters`` is the length of its text, ``claims`` how many
    claims were read in it, ``problems`` how many problems it has.
    """

    id: str
    name: str
    sha256: str
    language: str
    publisher: Source | None
    published: str
    published_reason: str
    address: str
    characters: int
    claims: int
    problems: int
    title: str = ""
    author: str = ""
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a pair with its context.

    Attributes:
        claim: the claim.
        document: where it stands.
        before: at least one sentence of the document's text before the quote, as it stands there.
        after: at least one sentence after it.
        headline: the words that stand above the document's text, "" when there are none or people said what it is called.
    """

    claim: Claim
    document: DocumentHead
    before: str
    after: str
    headline: str = ""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A pair to look at.

    Attributes:
        key: the pair.
        version: version of the pair on screen; handed back with the decision.
        left: the claim whose id comes first.
        right: the other one.
        comparison: the explained comparison.
        why: why it is next.
        mine: the asking reviewer's live decision, None before it.
        after: hand it back to go on after this pair.
        until: how long whoever asked holds it, ISO 8601 in UTC; "" where it was only looked at.
    """

    key: PairKey
    version: int
    left: Side
    right: Side
    comparison: Comparison
    why: Message
    mine: Decision | None = None
    after: str = ""
    until: str = ""


class Status(StrEnum):
    """Which pairs a reviewer wants to see."""

    OPEN = "open"
    DECIDED = "decided"
    SETTLED = "settled"
    DISPUTED = "disputed"
    ALL = "all"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reviewer asks the queue for; what is empty does not matter.

    Attributes:
        source: one of both claims is this speaker's, by name.
        since: one of both claims speaks of this day or a later one, ``2018-03-27``.
        until: … of this day or an earlier one.
        place: one of both claims names this place, by name or id, or one that lies in it.
        slot: the suggestion says that both part on this slot.
        status: open: not decided by the reviewer; decided: by them; settled: by all who were asked; disputed: these part, and
            nobody has ruled on it; all; former: suggested no more before all had answered, and not decided by the reviewer.
        places: what stands for that place in the claims of the case; the services fill it in.
    """

    source: str = ""
    since: str = ""
    until: str = ""
    place: str = ""
    slot: Slot | None = None
    status: Status = Status.OPEN
    places: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        """Whether anything but the status is asked for."""
        return bool(self.source or self.since or self.until or self.place or self.slot)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A speaker or a place that was asked for and that no claim of the case has.

    Attributes:
        name: as it was given.
        near: names in the case that are much like it, the nearest first.
    """

    name: str
    near: tuple[str, ...] = ()
