"""One incident in full: source by slot, as it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from claims.model.comparison import PairKey
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


@dataclass(frozen=True, slots=True)
class Said:
    """One value in the words of its document.

    Attributes:
        claim: id of the claim.
        document: id of its document.
        text: the words, as they stand there.
        span: where.
        value: what they were understood to mean; `claims.services.caption` says it in the reader's language.
    """

    claim: str
    document: str
    text: str
    span: Span
    value: Value


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What one source says in one slot.

    Attributes:
        slot: which.
        said: every value, in the order of the documents' words; the same words in the same place stand once.
        sign: how it stands to the other sources.
        agreeing: the sources that agree, by name.
        differing: the sources that differ, by name.
        conflicts: pairs that name this slot as in conflict, suggested or settled.
    """

    slot: Slot
    said: tuple[Said, ...]
    sign: Sign
    agreeing: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    conflicts: tuple[PairKey, ...] = ()


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
