"""The matrix screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.services import Case, Settings, open_case
from tests.services.test_incidents import LOCAL, OFFICIAL
from tests.workbench.conftest import Screen, serve
from tests.workbench.views.test_screens import component
from workbench import wording
from workbench.shown import lists
from workbench.shown.voices import Called


@pytest.fixture
def told(tmp_path: Path, empty: Case, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """Two accounts of one strike, read and compared in earnest."""
    assert empty
    with open_case(Settings(case=str(tmp_path / "told.db"), actor="ana"), actor="ana") as case:
        case.documents.add_bytes(OFFICIAL.encode(), name="official.txt")
        case.documents.add_bytes(LOCAL.encode(), name="local.txt")
        case.pairs.compare()
        serve(case, monkeypatch)
        yield case


def test_a_cell_opens_its_claims_and_pairs(told: Case, screen: Screen) -> None:
    """By a link too; the way back leads to the whole."""
    [row] = told.incidents.matrix().rows
    running = screen("matrix")
    assert not running.exception
    assert json.loads(component(running).json)["rows"][0]["cells"][0]["sign"] == "✗"
    cell = row.cells[0]
    opened = screen("matrix", date=row.date, source=cell.source)
    assert opened.title[0].value.startswith("3 May 2019")
    assert opened.text[0].value == "✗ conflict (Target)"
    assert opened.button[0].label == "Back to the matrix"


def test_each_pair_of_a_cell_says_which_of_its_claims_is_held_against_another(told: Case) -> None:
    """Where there are several; of a single one it is plain."""
    words, items = wording.of("en"), told.pairs.list().items
    called = Called(told.verdicts.voices(), words)
    own = {item.key.right: item.right.claim for item in items}
    both = lists.pairs(items, [*own, "another"], called, words)
    assert [column["name"] for column in both["columns"]][:3] == ["Held against", "Says", "Claim"]
    for item, row in zip(items, both["rows"], strict=True):
        told_of = [cell["text"] for cell in row["cells"]]
        assert (told_of[0], told_of[2]) == (item.left.claim.statement, item.right.claim.statement)
    alone = lists.pairs(items[:1], [items[0].key.right], called, words)
    assert "Claim" not in [column["name"] for column in alone["columns"]]


def test_a_question_that_nothing_answers_is_told_apart_from_an_empty_case(
    told: Case, screen: Screen
) -> None:
    """And the kind of dates stands in the address."""
    assert told
    running = screen("matrix", since="2020-01-01")
    assert "No date fits" in running.info[0].value
    assert "incidents" not in running.query_params
    timeline = screen("incidents", view="timeline")
    assert not timeline.exception
    assert "Incidents over time" in component(timeline).json
    mapped = screen("incidents", view="map")
    assert not mapped.exception
    assert "Incidents by place" in component(mapped).json
