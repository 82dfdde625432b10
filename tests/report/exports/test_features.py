"""Incidents on a map: a feature for each that has coordinates, with all that its claims say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claims.model import Claim, Place, Span
from claims.report.content import ReportContent
from tests.report.examples import case
from tests.report.exports.test_lines import loaded, with_places

TOWN = Place(
    *("Abu Kamal", "geonames:174448", 34.45, 40.93, "in", "x", Span(0, 1)),
    within=("admin1:SY-deir-ez-zor",),
)
PROVINCE = replace(TOWN, name="Deir ez-Zor", id="admin1:SY-deir-ez-zor", lat=35.3, within=())
OTHER = replace(TOWN, name="Mayadin", id="geonames:173480", lat=35.02, lon=40.45)


def at(*places: tuple[Place, ...]) -> ReportContent:
    """The case whose claims name these places, one after the other."""
    content = case()
    claims = tuple(
        replace(claim, places=found) for claim, found in zip(content.claims, places, strict=True)
    )
    return replace(content, claims=claims)


def shown(content: ReportContent) -> list[dict[str, Any]]:
    """The features of a case."""
    found: list[dict[str, Any]] = loaded("geojson", content)["features"]
    return found


def test_an_incident_is_one_feature_with_all_its_claims() -> None:
    """Longitude first; a place with two candidates is no point, and the claim that names it is told with the others."""
    content = with_places()
    collection = loaded("geojson", content)
    (feature,) = collection["features"]
    told = feature["properties"]

    assert collection["type"] == "FeatureCollection"
    assert feature["geometry"] == {"type": "Point", "coordinates": [40.9, 34.5]}
    assert feature["id"] == told["incident"] == content.incidents[0].id
    assert {each["id"] for each in told["claims"]} == set(content.incidents[0].claims)
    assert (told["name"], told["date"]) == ("strike 2019-05-03", "2019-05-03")
    assert told["sources"] == ["Joint Command", "River News Network"]
    assert told["targets"] == ["market", "depot"] or told["targets"] == ["depot", "market"]


def test_an_incident_says_what_is_proposed_and_who_said_what_of_it() -> None:
    """The grade of the policy, that of a person with name and time, and that the case has gone on since."""
    content = with_places()
    (told,) = (each["properties"] for each in shown(content))
    said = content.grades[0].conclusion
    assert said is not None

    assert (told["grade_proposed"], told["grade_concluded"]) == ("weak", "confirmed")
    assert (told["grade_by"], told["grade_at"], told["grade_state"]) == (said.by, said.at, "stale")
    (nobody,) = (each["properties"] for each in shown(replace(content, grades=())))
    assert {nobody[name] for name in nobody if name.startswith("grade_")} == {None}


def test_ranges_are_those_of_the_table_of_incidents() -> None:
    """An open range has no most, and what nobody counts is null, not nothing at all."""
    (told,) = (each["properties"] for each in shown(with_places()))

    assert (told["civilians_killed_min"], told["civilians_killed_max"]) == (4, None)
    assert (told["civilians_injured_min"], told["militants_killed_max"]) == (None, None)
    assert told["tolls"] == [{"unit": "killed", "of": "civilian", "min": 4, "max": None}]


def test_every_claim_of_a_feature_quotes_its_document() -> None:
    """By the hash of its bytes, from start to end, with its own place, date and verdict."""
    content = with_places()
    texts = {each.sha256: each.text for each in content.documents}
    (feature,) = shown(content)

    for each in feature["properties"]["claims"]:
        assert texts[each["sha256"]][each["start"] : each["end"]] == each["quote"]
    strike = next(each for each in feature["properties"]["claims"] if each["verdict"])
    assert (strike["verdict"], strike["verdict_state"]) == (
        "conflicting_evidence",
        "open",
    )
    assert (strike["date"], strike["places"], strike["relation"]) == (
        *("2019-05-03", ["القرية"], ["in"]),
    )
    assert strike["points"] == [
        {
            "name": "القرية",
            "coordinates": [40.9, 34.5],
            "precision": strike["points"][0]["precision"],
        }
    ]


@pytest.mark.parametrize(
    ("first", "second", "points", "precision"),
    [
        ((TOWN,), (TOWN,), [[40.93, 34.45]], "place"),
        ((TOWN,), (OTHER,), [[40.93, 34.45], [40.45, 35.02]], "place"),
        ((TOWN,), (PROVINCE,), [[40.93, 34.45]], "place"),
        ((TOWN, PROVINCE), (), [[40.93, 34.45]], "place"),
        ((TOWN, OTHER), (), [[40.93, 34.45], [40.45, 35.02]], "place"),
        ((PROVINCE,), (), [[40.93, 35.3]], "area"),
        ((replace(TOWN, relation="near"),), (TOWN,), [[40.93, 34.45]], "place"),
        ((replace(TOWN, relation="near"),), (OTHER,), [[40.93, 34.45], [40.45, 35.02]], "near"),
    ],
)
def test_several_places_are_several_points_of_one_feature(
    first: tuple[Place, ...], second: tuple[Place, ...], points: list[Any], precision: str
) -> None:
    """What contains another of them is no point; the feature is no more exact than the least exact of its points."""
    (feature,) = shown(at(first, (), second))
    geometry, told = feature["geometry"], feature["properties"]

    assert geometry["type"] == ("Point" if len(points) == 1 else "MultiPoint")
    drawn = [geometry["coordinates"]] if len(points) == 1 else geometry["coordinates"]
    assert sorted(drawn) == sorted(points)
    assert (told["precision"], len(told["places"])) == (precision, len(points))


def test_nothing_without_coordinates_is_on_the_map() -> None:
    """Nor what has two candidates only."""
    unsure = replace(TOWN, candidates=("geonames:174448", "geonames:1"))

    assert shown(case()) == shown(at((unsure,), (), (replace(TOWN, lat=None, lon=None),))) == []


def test_what_is_no_event_stands_alone() -> None:
    """A claim of such a kind that nobody joined to an incident; its incident is null. One that people joined is not told twice."""
    content = at((TOWN,), (OTHER,), ())
    strike, toll, release = content.claims
    statement = replace(toll, kind="statement")
    claims = (strike, statement, release)
    apart = replace(content, claims=claims, incidents=content.incidents[:1])
    together = replace(
        apart,
        incidents=(replace(content.incidents[0], claims=(strike.id, statement.id, release.id)),),
    )

    event, alone = shown(apart)
    assert (event["properties"]["incident"], alone["properties"]["incident"]) == (event["id"], None)
    assert (alone["id"], alone["geometry"]["coordinates"]) == (statement.id, [40.45, 35.02])
    assert [each["id"] for each in alone["properties"]["claims"]] == [statement.id]
    (one,) = shown(together)
    assert {each["id"] for each in one["properties"]["claims"]} == {each.id for each in claims}


def test_every_claim_with_a_sure_place_is_on_the_map(seeds: ReportContent) -> None:
    """Once, in the feature of its incident, among the sample articles."""
    told = [each["id"] for feature in shown(seeds) for each in feature["properties"]["claims"]]
    located = {each.id for each in seeds.claims if _is_sure(each)}

    assert located <= set(told)
    assert len(told) == len(set(told))


def _is_sure(claim: Claim) -> bool:
    return any(each.lat is not None and len(each.candidates) <= 1 for each in claim.places)


def test_words_that_do_not_stand_where_they_should_are_on_no_map() -> None:
    """The incident is told by its other claims, or not at all."""
    content = at((TOWN,), (), (OTHER,))
    moved = replace(content.claims[0], quote="x" * len(content.claims[0].quote))
    (feature,) = shown(replace(content, claims=(moved, *content.claims[1:])))

    assert [each["id"] for each in feature["properties"]["claims"]] == [content.claims[2].id]
    assert feature["geometry"]["coordinates"] == [40.45, 35.02]
