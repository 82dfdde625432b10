"""Who says what an Arabic sentence tells: whole sentences with the speaker of each of their claims."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extraction.reading import read

_PUBLISHER = "text.txt"
_CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("speakers_ar.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", _CASES, ids=[case["says"] for case in _CASES])
def test_each_claim_of_a_sentence_has_its_speaker(case: dict[str, Any]) -> None:
    """Each claim is said by whom the words name, and by who publishes where they name nobody."""
    found = [
        [claim.kind, "" if claim.speaker.source == _PUBLISHER else claim.speaker.source]
        for claim in read(case["text"])
    ]

    assert sorted(found) == sorted(case["said"])
