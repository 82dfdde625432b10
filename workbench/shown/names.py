"""The interface's names for the fixed vocabularies of the model; words and signs are those of the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from babel.numbers import format_percent

from claims.model import (
    Apparent,
    Level,
    Lineage,
    Modality,
    Relation,
    SameEvent,
    Slot,
    VerdictLabel,
)
from workbench.wording import Words, mark

SLOTS: Final[Mapping[Slot, str]] = {
    Slot.DATE: mark("Date"),
    Slot.PLACE: mark("Place"),
    Slot.ACTOR: mark("Actor"),
    Slot.TARGET: mark("Target"),
    Slot.QUANTITY: mark("Quantity"),
}

LEVELS: Final[Mapping[Level, str]] = {
    Level.EQUAL: mark("equal"),
    Level.COMPATIBLE: mark("compatible"),
    Level.DIFFERENT: mark("different"),
    Level.ABSENT: mark("not stated"),
}

SIGNS: Final[Mapping[Level, str]] = {
    Level.EQUAL: "=",
    Level.COMPATIBLE: "≈",
    Level.DIFFERENT: "≠",
    Level.ABSENT: "–",
}
"""A sign beside each level's word, so that colour is never alone."""

RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.AGREE: mark("Agree"),
    Relation.CONFLICT: mark("Conflict"),
    Relation.PARTIAL: mark("Partial"),
    Relation.UNSURE: mark("Unsure"),
    Relation.NOT_COMPARABLE: mark("Not comparable"),
}

RELATION_SIGNS: Final[Mapping[Relation, str]] = {
    Relation.AGREE: "✓",
    Relation.CONFLICT: "✗",
    Relation.PARTIAL: "◐",
    Relation.UNSURE: "?",
    Relation.NOT_COMPARABLE: "∅",
}

GATES: Final[Mapping[SameEvent, str]] = {
    SameEvent.YES: mark("Yes"),
    SameEvent.NO: mark("No"),
    SameEvent.UNSURE: mark("Unsure"),
}

APPARENT: Final[Mapping[Apparent, str]] = {
    Apparent.CONTRADICTION: mark("True contradiction"),
    Apparent.TIME_WINDOW: mark("Other time window"),
    Apparent.LATER_UPDATE: mark("Later update"),
    Apparent.DEFINITION: mark("Other definition"),
    Apparent.GRANULARITY: mark("Other granularity"),
    Apparent.SCOPE: mark("Other scope"),
    Apparent.RELAY_ERROR: mark("Translation or relay error"),
    Apparent.COPY: mark("Copy of the same source"),
}

LINEAGES: Final[Mapping[Lineage, str]] = {
    Lineage.OFFICIAL: mark("official"),
    Lineage.LOCAL_NETWORK: mark("local network"),
    Lineage.MONITOR: mark("monitor"),
    Lineage.AGENCY: mark("agency"),
    Lineage.EYEWITNESS: mark("eyewitness"),
    Lineage.PARTY: mark("party"),
    Lineage.UNKNOWN: mark("unknown"),
}

MODALITIES: Final[Mapping[Modality, str]] = {
    Modality.ASSERTED: mark("asserted"),
    Modality.DENIED: mark("denied"),
    Modality.DOUBTED: mark("doubted"),
    Modality.POSSIBLE: mark("possible"),
    Modality.PLANNED: mark("planned"),
    Modality.REPEATED: mark("repeated"),
    Modality.CEASED: mark("ceased"),
}

VERDICTS: Final[Mapping[VerdictLabel, str]] = {
    VerdictLabel.SUPPORTED: mark("Supported"),
    VerdictLabel.REFUTED: mark("Refuted"),
    VerdictLabel.NOT_ENOUGH_EVIDENCE: mark("Not Enough Evidence"),
    VerdictLabel.CONFLICTING_EVIDENCE: mark("Conflicting Evidence/Cherrypicking"),
}

VERDICT_SIGNS: Final[Mapping[VerdictLabel, str]] = {
    VerdictLabel.SUPPORTED: "✓",
    VerdictLabel.REFUTED: "✗",
    VerdictLabel.NOT_ENOUGH_EVIDENCE: "?",
    VerdictLabel.CONFLICTING_EVIDENCE: "⇄",
}

DEPENDENCE: Final[Mapping[str, str]] = {
    "same origin": mark("Both go back to the same source, so they count once"),
    "copy": mark("One is nearly a copy of the other, so they count once"),
}
"""Ids of `claims.comparison.dependence`."""

KINDS: Final[Mapping[str, str]] = {
    "strike": mark("strike"),
    "clash": mark("clash, attack or explosion"),
    "casualties": mark("casualties"),
    "damage": mark("damage"),
    "control": mark("territorial control"),
    "arrest": mark("arrest or release"),
    "displacement": mark("displacement"),
    "relief": mark("rescue, relief or burial"),
    "works": mark("mines or fortifications"),
    "movement": mark("movement"),
    "force": mark("force and capability"),
    "statistic": mark("statistic"),
    "announcement": mark("announcement"),
    "position": mark("position or opinion"),
    "other": mark("other"),
}
"""Ids of the claim kinds, as in ``claims/extraction/data/kinds.toml``."""

KIND_TAGS: Final[Mapping[str, str]] = {
    **KINDS,
    "clash": mark("clash or attack"),
    "control": mark("control"),
    "arrest": mark("arrest"),
    "relief": mark("relief"),
    "works": mark("works"),
    "force": mark("force"),
    "position": mark("position"),
}
"""The same in the one or two words that stand at a claim in its text."""


def sure(confidence: float | None, words: Words) -> str:
    """How sure somebody is (0 to 1), as it is written in the reader's language; a dash where nothing was said."""
    return "–" if confidence is None else format_percent(confidence, locale=words.language)
