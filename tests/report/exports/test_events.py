"""Incidents for other programs: only what claims say, in columns and entities as those programs know them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Modality, Party, Place, Span
from claims.report.content import ReportContent
from claims.report.exports import commas
from claims.report.exports.events import entities
from claims.report.exports.formats import DATA_FORMATS
from tests.report.examples import case
from tests.report.hostile import PAYLOADS, with_text
from tests.report.of_content import OfContent

from .test_lines import with_places, written


def rows(name: str, content: ReportContent) -> list[dict[str, str]]:
    """A table read back."""
    return list(commas.read(io.BytesIO(written(name, content))))


def found(content: ReportContent) -> list[dict[str, Any]]:
    """The entities of a case."""
    return list(entities(OfContent(content)))


def test_an_incident_is_a_row_with_ranges_and_the_grade_that_holds() -> None:
    """What a person said counts, and that the case has gone on since is told; an open range has no most."""
    first, alone = rows("airwars", with_places())
    assert (first["date"], first["date_to"]) == ("2019-05-03", "2019-05-03")
    assert (first["grading"], first["grading_by"]) == ("confirmed", "concluded, out of date")
    assert (first["civilians_killed_min"], first["civilians_killed_max"]) == ("4", "")
    assert (first["latitude"], first["longitude"]) == ("34.5", "40.9")
    assert first["sources"] == "Joint Command | River News Network"
    assert first["country"] == first["permalink"] == ""
    assert (alone["date"], alone["latitude"], alone["grading"]) == ("", "", "")


def test_who_is_said_not_to_have_done_it_is_no_belligerent() -> None:
    """A claim that denies names nobody who did it, in any table of incidents."""
    content = with_places()
    army = Party("the army", "", "military", "x", Span(0, 1))
    told = tuple(replace(each, actors=(army,)) for each in content.claims)
    denied = tuple(replace(each, modality=Modality.DENIED) for each in told)
    for name, column in (("airwars", "belligerent_list"), ("acled", "actor1")):
        assert any(row[column] for row in rows(name, replace(content, claims=told)))
        assert not any(row[column] for row in rows(name, replace(content, claims=denied)))
    page = json.loads(written("geojson", replace(content, claims=denied)))
    assert page["features"]
    assert not any(each["properties"]["actors"] for each in page["features"])


@pytest.mark.parametrize("name", ["ris", "bibtex", "airwars"])
def test_no_address_that_a_program_would_run_leaves_the_case(name: str) -> None:
    """``javascript:`` is no address of the web."""
    content = case()
    documents = tuple(replace(each, address="javascript:alert(1)") for each in content.documents)
    assert b"javascript" not in written(name, replace(content, documents=documents))


def test_what_belongs_to_acled_to_say_is_left_empty() -> None:
    """No code of its own is made up; precision is that of the words, fatalities the least figure."""
    first, alone = rows("acled", with_places())
    assert (first["event_date"], first["year"], first["time_precision"]) == (
        "2019-05-03",
        "2019",
        "1",
    )
    assert (first["geo_precision"], first["fatalities"]) == ("1", "4")
    assert alone["time_precision"] == "3"
    for column in ("event_type", "inter1", "interaction", "iso", "region", "admin1"):
        assert first[column] == ""


@pytest.mark.parametrize(
    ("name", "ident", "relation", "accuracy", "code"),
    [
        ("Abu Kamal", "geonames:174448", "in", "Town or neighbourhood", "1"),
        ("Abu Kamal", "geonames:174448", "near", "Vicinity", "2"),
        ("Aleppo Governorate", "admin1:SY-aleppo", "in", "Region", "3"),
        ("Syria", "country:SY", "in", "Region", "3"),
    ],
)
def test_a_point_is_never_more_exact_than_its_place(
    name: str, ident: str, relation: str, accuracy: str, code: str
) -> None:
    """The middle of a province is no exact location, however many digits its coordinates have."""
    content = with_places()
    place = Place(name, ident, 34.5, 40.9, relation, name, Span(0, 1))
    claims = tuple(replace(each, places=(place,)) for each in content.claims)
    content = replace(content, claims=claims)

    assert {row["geolocation_accuracy"] for row in rows("airwars", content)} == {accuracy}
    assert {row["geo_precision"] for row in rows("acled", content)} == {code}
    shown = json.loads(written("geojson", content))["features"]
    assert {each["properties"]["precision"] for each in shown} == {
        {"1": "place", "2": "near", "3": "area"}[code]
    }


def test_days_that_nobody_says_are_no_days() -> None:
    """An open end of an incident is empty, and its precision the weakest."""
    content = case()
    one = replace(content.incidents[0], last="")
    content = replace(content, incidents=(one,))
    (row,) = rows("acled", content)
    assert row["time_precision"] == "3"
    assert rows("airwars", content)[0]["date_to"] == ""
    (event,) = (each for each in found(content) if each["schema"] == "Event")
    assert "endDate" not in event["properties"]


def test_entities_stand_once_and_lead_to_each_other() -> None:
    """Every document, every one who speaks, every incident; what one names is there."""
    made = found(case())
    ids = [each["id"] for each in made]
    assert len(set(ids)) == len(ids)
    assert [each["schema"] for each in made].count("PlainText") == 2
    assert [each["schema"] for each in made].count("Event") == 2
    for each in made:
        for name in ("involved", "proof"):
            assert set(each["properties"].get(name, [])) <= set(ids)


KNOWN = {
    "PlainText": {
        *(
            "name",
            "fileName",
            "title",
            "author",
            "language",
            "publisher",
            "publishedAt",
            "sourceUrl",
        ),
        *("retrievedAt", "bodyText"),
    },
    "LegalEntity": {"name"},
    "Event": {
        *("name", "startDate", "endDate", "location", "summary", "keywords", "involved", "proof"),
    },
}
"""Properties that the schemas of FollowTheMoney 4 have, of those that are used here."""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_text(payload: str) -> None:
    """It makes neither a row nor an entity, and no property that a schema does not have."""
    content = with_text(payload)
    assert len(rows("airwars", content)) == len(rows("acled", content)) == 2
    lines = written("followthemoney", content).decode("utf-8").splitlines()
    for entity in map(json.loads, lines):
        assert set(entity["properties"]) <= KNOWN[entity["schema"]]
        assert all(
            isinstance(v, str) and v.strip() for vs in entity["properties"].values() for v in vs
        )


@given(st.text(), st.text(st.characters()), st.text(min_size=1))
@settings(deadline=None, max_examples=60)
def test_whatever_stands_in_a_field_comes_back(name: str, address: str, source: str) -> None:
    """From a table to the letter; halves of surrogate pairs, which no file holds, are escaped or replaced."""
    content = case()
    documents = tuple(replace(each, name=name, address=address) for each in content.documents)
    claims = tuple(
        replace(each, attribution=(replace(each.speaker, source=source),))
        for each in content.claims
    )
    accounts = tuple(replace(each, source=source) for each in content.incidents[0].accounts)
    incidents = (replace(content.incidents[0], accounts=accounts),)
    changed = replace(content, documents=documents, claims=claims, incidents=incidents)
    (row,) = rows("airwars", changed)
    safe = source.encode("utf-8", "backslashreplace").decode()
    assert row["sources"] == f"{safe} | {safe}"
    for line in written("followthemoney", changed).decode("utf-8").splitlines():
        json.loads(line)


def test_every_format_of_data_has_a_name_and_an_ending() -> None:
    """Ours, and those of others."""
    assert {"airwars", "acled", "followthemoney"} <= set(DATA_FORMATS)
