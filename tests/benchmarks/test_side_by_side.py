"""The fifty-five expressions, ours beside those of others."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks import side_by_side as tables
from benchmarks.peers import DATE, NUMBER, PEERS

CONTENT = tomllib.loads(
    (Path(__file__).parents[2] / "benchmarks" / "expressions.toml").read_text("utf-8")
)
ROWS = [(kind, row) for kind in (DATE, NUMBER) for row in CONTENT[kind]]


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda one: str(one)[:40])
def test_each_expression_is_read_exactly(kind: str, row: dict[str, Any]) -> None:
    """All its values with their bounds, and none else."""
    assert tables.right(row, tables.ours(kind, row["text"], CONTENT["reference"]), bounds=True)


def test_there_are_thirty_dates_and_twenty_five_numbers() -> None:
    """As many as the comparison speaks of."""
    assert (len(CONTENT[DATE]), len(CONTENT[NUMBER])) == (30, 25)


def test_others_are_asked_for_bare_numbers_only() -> None:
    """None of them keeps bounds; a range is its two ends."""
    row = {"gold": [">20-30"]}

    assert tables.right(row, ["30", "20"], bounds=False)
    assert not tables.right(row, ["30", "20"], bounds=True)
    assert not tables.right(row, ["50"], bounds=False)
    assert not tables.right(row, "ended", bounds=False)


def test_a_number_may_be_said_in_another_way() -> None:
    """Seventy per cent is 0.7 as well."""
    assert tables.right({"gold": ["70"], "also": ["0.7"]}, ["0.7"], bounds=False)


def test_a_peer_that_is_not_installed_is_shown_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never left out."""
    absent = tuple(replace(peer, lock="none") for peer in PEERS)
    monkeypatch.setattr(tables, "PEERS", absent)
    lines = list(tables.side_by_side())

    assert all(any(peer.name in line for line in lines) for peer in PEERS if DATE in peer.asked)
    assert [line.split()[1] for line in lines if line.startswith("all")] == ["30", "25"]
    assert sum(line.count("not installed") for line in lines) == 31 * 4 + 26 * 3
