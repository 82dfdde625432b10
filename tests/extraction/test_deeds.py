"""What happened, who did it and to whom: whole Arabic sentences with all their claims."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extraction.reading import actors, read, targets

_CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("deeds_ar.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", _CASES, ids=[case["says"] for case in _CASES])
def test_a_sentence_tells_these_deeds_and_no_others(case: dict[str, Any]) -> None:
    """Each claim of a sentence has its kind, its doers and what it is done to; nothing else is claimed."""
    found = [[claim.kind, actors(claim), targets(claim)] for claim in read(case["text"])]

    assert sorted(found) == sorted(case["claims"])
