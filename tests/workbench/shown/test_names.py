"""Names of the fixed vocabularies."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Any

import pytest

from claims.model import Apparent, Level, Lineage, Modality, Relation, SameEvent, Slot, VerdictLabel
from workbench import wording
from workbench.shown import names

REPORT: dict[str, Any] = tomllib.loads(
    (files("claims.report") / "data" / "vocabulary.toml").read_text("utf-8")
)
KINDS: dict[str, Any] = tomllib.loads(
    (files("claims.extraction") / "data" / "kinds.toml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("vocabulary", "named"),
    [
        (Slot, names.SLOTS),
        (Level, names.LEVELS),
        (Level, names.SIGNS),
        (Relation, names.RELATIONS),
        (Relation, names.RELATION_SIGNS),
        (SameEvent, names.GATES),
        (Apparent, names.APPARENT),
        (Lineage, names.LINEAGES),
        (Modality, names.MODALITIES),
        (VerdictLabel, names.VERDICTS),
        (VerdictLabel, names.VERDICT_SIGNS),
    ],
)
def test_every_word_of_a_vocabulary_has_a_name(
    vocabulary: type[StrEnum], named: Mapping[StrEnum, str]
) -> None:
    """Nothing is shown as a bare id."""
    assert set(named) == set(vocabulary)


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ("level", names.LEVELS),
        ("relation", names.RELATIONS),
        ("apparent", names.APPARENT),
        ("lineage", names.LINEAGES),
        ("verdict", names.VERDICTS),
        ("slot", names.SLOTS),
    ],
)
def test_the_workbench_and_the_report_use_one_word(
    table: str, named: Mapping[StrEnum, str]
) -> None:
    """What is *conflict* on the screen is *conflict* in the report, in both languages."""
    for word, name in named.items():
        entry = REPORT[table][word.value]
        assert wording.of("en")(name).casefold() == entry["en"].casefold()
        assert wording.of("ar")(name) == entry["ar"]


def test_every_kind_of_claim_has_its_name() -> None:
    """Kinds of the lexicon are shown by the lexicon's own captions."""
    kinds = {name: entry for name, entry in KINDS.items() if isinstance(entry, dict)}
    assert set(names.KINDS) == set(kinds)
    for kind, name in names.KINDS.items():
        assert wording.of("ar")(name) == kinds[kind]["ar"]
        assert wording.of("en")(name) == kinds[kind]["en"]
