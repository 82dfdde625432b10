"""One incident in full: source by slot, as it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from claims.model.comparison import Level, PairKey
from claims.model.decision import Mark
from claims.model.incident import Incident
from claims.model.span import Span
from claims.model.values import DateValue, Lineage, Party, Place, Quantity, Slot

Value: TypeAlias = DateValue | Place | Party | Quantity


class Sign(StrEnum):
    """How what one source says in a slot stands to what the others say in it.

    *silent*: it says nothing there. *only*: nobody else says anything there. *agrees*: all others say the same.
    *compatible*: the same, more or less exactly. *mixed*: it agrees with some and differs from others. *alone*: it
    differs from all others that were compared. *open*: others speak, but no comparison says how they stand.
    """

    SILENT = "silent"
    ONLY = "only"
    AGREES = "agrees"
    COMPATIBLE = "compatible"
    MIXED = "mixed"
    ALONE = "alone"
    OPEN = "open"


class Voice(StrEnum):
    """Whose word it is how two sources stand to each other, from the weakest to the strongest.

    *suggested*: the comparison alone says so. *parted*: reviewers answered and part, so the comparison still says so.
    *own*: the reader's own answer, while others have not answered yet. *reviewers*: all who were asked. *ruled*: an
    adjudicator's ruling that is in force.
    """

    SUGGESTED = "suggested"
    PARTED = "parted"
    OWN = "own"
    REVIEWERS = "reviewers"
    RULED = "ruled"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What people said of a pair, as far as whoever asks may see it.

    Attributes:
        marks: one for each person; of a pair that was ruled on, what the ruling says.
        overtaken: whether a claim of the pair was changed since: what they said of its slots speaks no more of what both say now.
        voice: *ruled*, *reviewers*, or *own* where only the asker's own answer is to be seen.
    """

    marks: tuple[Mark, ...]
    voice: Voice = Voice.REVIEWERS
    overtaken: bool = False

    @property
    def parted(self) -> bool:
        """Whether they say different things of event or relation."""
        return len({(mark.same_event, mark.relation) for mark in self.marks}) > 1


@dataclass(frozen=True, slots=True)
class Said:
    """One value in the words of its document.

    Attributes:
        claim: id of the claim.
        document: id of its document.
        text: the words, as they stand there.
        span: where.
        value: what they were understood to mean; `claims.services.caption` says it in the reader's language. None: they
            were not understood.
    """

    claim: str
    document: str
    text: str
    span: Span
    value: Value | None


@dataclass(frozen=True, slots=True)
class Facing:
    """How a source stands to another one in one slot.

    Attributes:
        source: the other one. It stands here twice where people said of one pair that both agree, of another that not.
        level: EQUAL, COMPATIBLE or DIFFERENT.
        voice: who says so.
        pairs: the pairs that say so.
    """

    source: str
    level: Level
    voice: Voice
    pairs: tuple[PairKey, ...]


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What one source says in one slot.

    Attributes:
        slot: which.
        said: every value, in the order of the documents' words; the same words in the same place stand once.
        sign: how it stands to the other sources; `claims.comparison.signs` has a sign and words for each.
        facing: how it stands to each other source that it was compared with, by name.
        conflicts: pairs that name this slot as in conflict, suggested or settled.
    """

    slot: Slot
    said: tuple[Said, ...]
    sign: Sign
    facing: tuple[Facing, ...] = ()
    conflicts: tuple[PairKey, ...] = ()

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The sources that agree, by name."""
        return self._facing(differs=False)

    @property
    def differing(self) -> tuple[str, ...]:
        """The sources that differ, by name."""
        return self._facing(differs=True)

    @property
    def voice(self) -> Voice:
        """The strongest word that the sign rests on."""
        order = list(Voice)
        return max((each.voice for each in self.facing), key=order.index, default=Voice.SUGGESTED)

    def _facing(self, *, differs: bool) -> tuple[str, ...]:
        found = (one.source for one in self.facing if (one.level is Level.DIFFERENT) == differs)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What one source says of the incident.

    Attributes:
        source: who.
        lineage: what kind of source that is.
        claims: its claims, by their place in the text.
        quotes: their words, each sentence once.
        cells: one for each slot, in the order of `Slot`.
        alone: the slots in which it stands alone against others.
    """

    source: str
    lineage: Lineage
    claims: tuple[str, ...]
    quotes: tuple[str, ...]
    cells: tuple[SheetCell, ...]
    alone: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Sources that count once.

    Attributes:
        sources: by name; one alone is independent of all others.
        reason: ``copy`` or ``same origin``, "" for one alone.
        pairs: the pairs of claims that show it.
    """

    sources: tuple[str, ...]
    reason: str
    pairs: tuple[PairKey, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that claims of the incident name.

    Attributes:
        place: name, id, and coordinates where they are known.
        sources: who names it.
        claims: where.
    """

    place: Place
    sources: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """One incident in full.

    Attributes:
        incident: its id, days, tolls and who speaks; its tolls say who gives which count.
        rows: one for each source, by name.
        lineages: who counts once; their number is that of the independent sources.
        spots: the most exact places it is told of, the most often named first.
    """

    incident: Incident
    rows: tuple[SheetRow, ...]
    lineages: tuple[Linked, ...]
    spots: tuple[Spot, ...]
