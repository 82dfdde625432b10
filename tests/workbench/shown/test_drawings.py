"""The timeline and the map: where marks lie, and what they say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Place, Slot, Span, Toll
from tests.workbench.shown.test_incidents import ONE, TWO, account, an_incident, gist
from workbench import wording
from workbench.shown import map as on_map
from workbench.shown.incidents import Gist
from workbench.shown.timeline import MOST, left_out, timeline

EN, AR = wording.of("en"), wording.of("ar")


def told(day: str, *tolls: Toll, last: str = "") -> Gist:
    """An incident of a day with these counts."""
    incident = replace(an_incident(account(ONE), first=day, last=last or day), tolls=tolls)
    return replace(gist(incident), incident=replace(incident, id=f"{day}{len(tolls)}"))


def at(lat: float, lon: float, name: str, *, alone: bool = False) -> Gist:
    """An incident at a place."""
    place = Place(name, f"local:{name}", lat, lon, "near", name, Span(0, len(name)))
    one = gist(an_incident(account(TWO)))
    return replace(one, places=(place,), parted=(Slot.TARGET,) if alone else ())


def test_later_lies_further_on_and_more_lies_higher() -> None:
    """In Arabic further on is to the left; a range reaches from the least to the most."""
    few = told("2018-03-01", Toll("killed", "", 2, 2, ("One",), ()))
    many = told("2018-06-01", Toll("killed", "", 3, 40, ("One", "Two"), ()))
    never = told("", last="")
    drawn = timeline([few, many, never], EN)
    assert drawn is not None
    first, second = drawn["marks"]
    assert first["x"] < second["x"]
    assert second["y2"] < second["y"] < first["y"]
    assert first["y"] == first["y2"]
    assert "3 to 40 killed" in second["label"]
    mirrored = timeline([few, many], AR)
    assert mirrored is not None
    assert mirrored["marks"][0]["x"] > mirrored["marks"][1]["x"]


def test_an_open_count_is_an_arrow_and_a_whole_year_is_no_day() -> None:
    """What may have been on any day of a year has no place on a line of days."""
    open_ended = told("2018-03-01", Toll("killed", "", 20, 20, ("One",), (), open=True))
    drawn = timeline([open_ended, told("2018-01-01", last="2018-12-31")], EN)
    assert drawn is not None
    assert [mark["open"] for mark in drawn["marks"]] == [True]
    assert timeline([told("2018-01-01", last="2018-12-31")], EN) is None


def test_a_long_timeline_stays_a_drawing() -> None:
    """Of many incidents so many are drawn, all within the plane, with few words below."""
    drawn = timeline([told(f"{1900 + n % 120}-05-{1 + n % 28:02}") for n in range(2000)], EN)
    assert drawn is not None
    assert len(drawn["marks"]) == MOST
    assert all(0 <= mark["x"] <= drawn["width"] for mark in drawn["marks"])
    assert 2 <= len([word for word in drawn["words"] if word["anchor"] == "middle"]) <= 12


def test_what_is_not_drawn_is_told_with_its_true_reason() -> None:
    """Incidents with a day are not said to have none because there are too many of them; nor places."""
    many = [told(f"{1900 + n % 120}-05-{1 + n % 28:02}") for n in range(MOST + 7)]
    assert [line.rsplit(": ", 1)[1] for line in left_out([*many, told("")], EN)] == [
        "1 incident",
        "7 incidents",
    ]
    assert left_out(many[:MOST], EN) == []
    found = [at(n / 10, n / 10, f"Place {n}") for n in range(on_map.MOST + 3)]
    (line,) = on_map.left_out(found, on_map.spots(found), EN)
    assert line.startswith("At places of no more incidents")
    assert line.endswith("3 incidents")
    nowhere = gist(an_incident(account(ONE)))
    (line,) = on_map.left_out([nowhere], on_map.spots([nowhere]), EN)
    assert line.startswith("Without a place")


def test_places_of_several_incidents_are_one_mark_with_its_number() -> None:
    """North is up, east is right; a place without coordinates is not drawn."""
    found = [at(35, 40, "Low"), at(35, 40, "Low", alone=True), at(36, 42, "High")]
    spots = on_map.spots([*found, gist(an_incident(account(ONE)))])
    drawn = on_map.chart(spots, EN)
    assert drawn is not None
    low, high = drawn["marks"]
    assert (low["alone"], high["alone"]) == (True, False)
    assert low["label"] == "Low · 2 incidents"
    assert high["y"] < low["y"]
    assert high["x"] > low["x"]
    assert on_map.chart([], EN) is None


def test_degrees_are_said_in_the_readers_language() -> None:
    """North and south of the equator, east and west of Greenwich."""
    spots = on_map.spots([at(1.0, 1.0, "Near"), at(-1.0, -1.0, "Far")])
    arabic, english = on_map.chart(spots, AR), on_map.chart(spots, EN)
    assert arabic is not None
    assert english is not None
    said = {label["text"].strip("\u2068\u2069") for label in arabic["words"]}
    assert {"1° شمالًا", "1° جنوبًا", "1° شرقًا", "1° غربًا"} <= said
    said = {label["text"].strip("\u2068\u2069") for label in english["words"]}
    assert {"1°N", "1°S", "1°E", "1°W"} <= said


def test_coasts_and_borders_lie_around_the_places() -> None:
    """From the Black Sea to the Gulf of Aden there are both, all within the map, and no more than can be seen."""
    drawn = on_map.chart(on_map.spots([at(50.4, 30.5, "North"), at(15.3, 44.2, "South")]), EN)
    assert drawn is not None
    lines = [line for line in drawn["lines"] if "kind" in line]

    assert {line["kind"] for line in lines} == {"coast", "border"}
    assert len(lines) < 2000
    assert all(0 <= line["x1"] <= drawn["width"] for line in lines)
    assert all(0 <= line["y1"] <= drawn["height"] for line in lines)


@given(
    st.lists(
        st.tuples(st.floats(-85, 85, allow_nan=False), st.floats(-180, 180, allow_nan=False)),
        min_size=1,
        max_size=20,
    )
)
def test_all_places_lie_within_the_map(points: list[tuple[float, float]]) -> None:
    """Wherever on Earth they are."""
    found = [at(lat, lon, f"p{number}") for number, (lat, lon) in enumerate(points)]
    drawn = on_map.chart(on_map.spots(found), EN)
    assert drawn is not None
    for mark in drawn["marks"]:
        assert 0 <= mark["x"] <= drawn["width"]
        assert 0 <= mark["y"] <= drawn["height"]
