"""What it means to hold two claims side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.message import Message
from claims.model.values import Slot


class Level(StrEnum):
    """How two values of one slot stand to each other."""

    ABSENT = "ABSENT"
    EQUAL = "EQUAL"
    COMPATIBLE = "COMPATIBLE"
    DIFFERENT = "DIFFERENT"


class SameEvent(StrEnum):
    """The gate before any relation: do both speak of one event or fact?"""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Relation(StrEnum):
    """How two claims of one event stand to each other."""

    AGREE = "agree"
    CONFLICT = "conflict"
    PARTIAL = "partial"
    UNSURE = "unsure"
    NOT_COMPARABLE = "not_comparable"


class Apparent(StrEnum):
    """The kinds of apparent conflict."""

    CONTRADICTION = "contradiction"
    TIME_WINDOW = "time_window"
    LATER_UPDATE = "later_update"
    DEFINITION = "definition"
    GRANULARITY = "granularity"
    SCOPE = "scope"
    RELAY_ERROR = "relay_error"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class PairKey:
    """Two claim ids in a fixed order: one key for (a, b) and (b, a).

    Use `PairKey.of`; the constructor refuses a wrong order.

    Raises:
        ValueError: when both ids are one, or are not in order.
    """

    left: str
    right: str

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError(f"no pair: {self.left!r}, {self.right!r}")

    @classmethod
    def of(cls, one: str, other: str) -> PairKey:
        """The key of the two ids, whichever comes first."""
        return cls(min(one, other), max(one, other))

    @classmethod
    def parse(cls, text: str) -> PairKey:
        """The key written by ``str``: both ids joined by a tilde.

        Raises:
            ValueError: when the text is not of that form, or an id holds a blank or a control character.
        """
        one, _, other = text.partition("~")
        if not _is_id(one) or not _is_id(other):
            raise ValueError(f"not a pair key: {text!r}")
        return cls.of(one, other)

    def __str__(self) -> str:
        return f"{self.left}~{self.right}"


def _is_id(text: str) -> bool:
    return bool(text) and text.isprintable() and not {" ", "~"} & set(text)


@dataclass(frozen=True, slots=True)
class SlotComparison:
    """One slot of two claims: the level and the sentence that says why."""

    slot: Slot
    level: Level
    message: Message


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One named summand of a score."""

    name: str
    value: float
    message: Message


@dataclass(frozen=True, slots=True)
class Comparison:
    """The explained comparison of two claims, symmetric in them.

    Attributes:
        key: the pair.
        same_event: suggestion for the gate.
        relation: suggested relation; ``unsure`` below the confidence floor.
        slots: one entry for each slot, in the order of `Slot`.
        parts: named summands of ``score``.
        confidence: 0 to 1, how often such a suggestion is right.
        apparent: likely kind of an apparent conflict, None when there is none.
        conflicting: the slots on which both part.
        dependence: why both sides may be one lineage ("" when nothing says so).
    """

    key: PairKey
    same_event: SameEvent
    relation: Relation
    slots: tuple[SlotComparison, ...]
    parts: tuple[ScorePart, ...]
    confidence: float
    apparent: Apparent | None = None
    conflicting: tuple[Slot, ...] = ()
    dependence: str = ""

    @property
    def score(self) -> float:
        """The sum of the named parts."""
        return round(sum(part.value for part in self.parts), 6)
