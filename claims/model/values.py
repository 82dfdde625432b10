"""Normalised values of slots: dates, quantities, places, parties.

Each keeps the raw words and their span beside what they were understood to mean. A slot that is not stated has no
value; a slot that is stated but could not be understood is an `Unread`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.span import Span


class Slot(StrEnum):
    """The typed parts of a claim that are compared one by one."""

    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    TARGET = "target"
    QUANTITY = "quantity"


class Lineage(StrEnum):
    """What kind of source speaks; independent lineages corroborate each other."""

    OFFICIAL = "official"
    LOCAL_NETWORK = "local network"
    MONITOR = "monitor"
    AGENCY = "agency"
    EYEWITNESS = "eyewitness"
    PARTY = "party"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as EDTF (ISO 8601-2) with the reason why it was read that way.

    Attributes:
        edtf: ``2018-03-27``, ``2014-22`` (summer), ``2014-09/2015-08``, ``2014~``, ``XXXX-06-16`` …
        text: the raw words.
        span: where they stand.
        reason: id of a reason in ``claims/slots/data/time_reasons.toml``, e.g. ``looks-back``.
        time: clock time or part of the day where stated (``T01:30``, ``dawn``), else "".
        weekday: ISO number of a weekday named beside the date (Monday 1 … Sunday 7), else None.
    """

    edtf: str
    text: str
    span: Span
    reason: str
    time: str = ""
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much, with bounds.

    Attributes:
        low: least value, None when unbounded below.
        high: greatest value, None when unbounded above; equal to ``low`` for a plain figure.
        low_open: whether ``low`` itself is excluded (*more than five*: low 5, open).
        high_open: whether ``high`` itself is excluded (*fewer than ten*).
        approximate: whether the words say so (*about 60*).
        unit: what is counted or measured: ``killed``, ``injured``, ``strikes``, ``%``, ``USD/day`` …
            ("" where the words name none).
        of: of whom or what: ``civilian``, ``fighter``, ``child``, ``woman`` … ("" unspecified).
        text: the raw words.
        span: where they stand.
        total: span of the quantity that this one is a part of, if it is one.
    """

    low: int | float | None
    high: int | float | None
    low_open: bool
    high_open: bool
    approximate: bool
    unit: str
    of: str
    text: str
    span: Span
    total: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place name in the text and what it may denote.

    Attributes:
        name: canonical English name of the best candidate.
        id: id of that candidate (``geonames:163345`` or ``local:tanak-oil-field``), "" when it is in no gazetteer.
        lat: latitude in degrees, WGS84; None where unknown.
        lon: longitude in degrees, WGS84; None where unknown.
        relation: ``in``, ``near``, ``countryside``, ``between``, ``east of`` …; ``in`` when the words say no more.
        text: the raw words of the name with its relation.
        span: where they stand.
        candidates: ids of all remaining candidates, best first; more than one means ambiguous.
        within: ids of what contains the best candidate, nearest first (district, province, country).
    """

    name: str
    id: str
    lat: float | None
    lon: float | None
    relation: str
    text: str
    span: Span
    candidates: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, a target or a source named in the text.

    Attributes:
        name: canonical English name, or the raw words of a group that is in no lexicon.
        id: id of the lexicon entry, "" for a group found by its pattern.
        kind: ``state``, ``armed group``, ``coalition``, ``militia``, ``civilians``, ``infrastructure``, ``media`` …
        text: the raw words.
        span: where they stand.
        lineage: what kind of source it is when it speaks.
        within: ids of the wider parties it belongs to (a ministry to its state), nearest first.
    """

    name: str
    id: str
    kind: str
    text: str
    span: Span
    lineage: Lineage = Lineage.UNKNOWN
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that state a slot but could not be understood."""

    slot: Slot
    text: str
    span: Span
