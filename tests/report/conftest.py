"""The sample articles as a case with some decisions, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

import claims
from claims.report.content import ReportContent

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> ReportContent:
    """What a report of the sample articles is made from: compared, and one pair judged."""
    folder = tmp_path_factory.mktemp("seeds")
    with claims.open(str(folder / "case.db")).acting_as("ana") as case:
        case.documents.add(SEEDS)
        case.pairs.compare()
        first = case.review.queue(limit=1)[0]
        case.review.decide(first.key, relation="conflict", slots=["target"], reason="جيش لا تنظيم")
        return case.report.content()
