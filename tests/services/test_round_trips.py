"""Whatever people and sources write leaves a case as data and comes in again to the letter."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from claims.model import Thing, Topic
from claims.report.exports import commas, sheets
from claims.report.exports.formats import DATA_FORMATS
from claims.services import Case
from tests.report.examples import case as example
from tests.report.exports.test_tables import CELLS
from tests.report.of_content import OfContent


def written(name: str, source: OfContent) -> bytes:
    """A case in one format."""
    stream = io.BytesIO()
    DATA_FORMATS[name][1](source, stream, "en")
    return stream.getvalue()


@given(CELLS, CELLS)
@settings(deadline=None, max_examples=60)
def test_what_is_read_from_json_lines_is_what_was_written(name: str, statement: str) -> None:
    """Names and statements with any sign, cut at line feeds or wherever Unicode ends a line."""
    content = example()
    documents = tuple(replace(each, name=name, address=name) for each in content.documents)
    claims = tuple(replace(each, statement=statement) for each in content.claims)
    made = written("jsonl", OfContent(replace(content, documents=documents, claims=claims)))
    found = [json.loads(line) for line in made.decode("utf-8").splitlines()]

    told = [each for each in found if each["type"] == "document"]
    assert [(each["name"], each["address"]) for each in told] == [(name, name)] * len(documents)
    said = [each["statement"] for each in found if each["type"] == "claim"]
    assert said == [statement] * len(claims)


@given(CELLS, CELLS)
@settings(deadline=None, max_examples=60)
def test_what_is_read_from_a_table_of_documents_is_what_was_written(name: str, title: str) -> None:
    """Of a whole file of CSV, with its other columns."""
    content = example()
    documents = tuple(replace(each, name=name, title=title) for each in content.documents)
    made = written("documents.csv", OfContent(replace(content, documents=documents)))

    rows = list(commas.read(io.BytesIO(made)))
    assert [(row["name"], row["title"]) for row in rows] == [(name, title)] * len(documents)


@pytest.mark.parametrize("name", ["pairs.csv", "xlsx"])
@given(reason=CELLS, note=CELLS)
@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_a_person_wrote_goes_out_and_comes_in_as_no_change(
    compared: Case, tmp_path: Path, name: str, reason: str, note: str
) -> None:
    """By the key of its row: reasons and notes stand in the table as they were said, and reading it changes nothing."""
    first = compared.pairs.list().items[0].key
    said = compared.review.decide(first, relation="conflict", slots=["target"], reason=reason)
    if note.strip():
        compared.remarks.note(Topic(Thing.PAIR, str(first)), note)
    path = compared.exports.write(name, tmp_path / f"out.{DATA_FORMATS[name][0]}").path

    with path.open("rb") as stream:
        rows = list(commas.read(stream) if name == "pairs.csv" else sheets.read(stream, "pairs"))
    (row,) = (row for row in rows if row["key"] == str(first))
    assert said.mark is not None
    assert row["my_reason"] == said.mark.reason
    plan = compared.exports.preview(path)
    assert (plan.changes, plan.annotations, plan.faults) == ((), (), ())
