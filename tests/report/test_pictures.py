"""Pictures are plain SVG: no word of a source becomes mark-up, and signs tell what colours tell."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Cell, CellState, MatrixRow
from claims.report.painting import painted
from claims.report.pictures.chart import Spot, chart, near
from claims.report.pictures.drawing import picture, words
from claims.report.pictures.grid import SIGNS, grid
from claims.report.pictures.outline import Box, outline
from claims.report.pictures.timeline import Mark, timeline

from .hostile import PAYLOADS

ELEMENTS = {"polyline", "svg", "rect", "text", "line", "circle"}


def parts(svg: str) -> list[ET.Element]:
    """Every element of a picture."""
    return list(ET.fromstring(svg).iter())  # noqa: S314 - made by us a line before


def said(svg: str) -> str:
    """All its words."""
    return " ".join(each.text or "" for each in parts(svg))


def drawn(text: str) -> list[str]:
    """Each kind of picture with that text in it."""
    row = MatrixRow(text, (Cell("a", ("c",), CellState.CONFLICT, ()),))
    day = date(2018, 3, 23)
    return [
        grid(["a"], [row], ({"a": text}, {text: text}), alt=text, rtl=True),
        timeline([Mark(text, day, day, several=True)], alt=text, rtl=True),
        chart([Spot(text, 34.45, 40.92, conflict=True)], alt=text),
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_text(payload: str) -> None:
    """The picture parses, and holds no element but plain ones and no attribute that acts."""
    for svg in drawn(payload):
        for each in parts(svg):
            assert each.tag.rpartition("}")[2] in ELEMENTS
            assert not any(
                name.startswith("on") or name in {"style", "href"} for name in each.attrib
            )


@pytest.mark.parametrize("text", ["8 آب 2014", "100 كم", "وزارة…"])
def test_words_that_begin_from_the_right_run_from_the_right(text: str) -> None:
    """A painter that takes a line as one from the left would put the day behind the year, as paper had it once."""
    for svg in drawn(text):
        told = [each.text for each in parts(svg) if text in (each.text or "")]
        assert told
        assert set(told) == {f"\u2067{text}\u2069"}


def test_a_painter_obeys_what_turns_the_words() -> None:
    """Paper and Word get other dots for a day, a month and a year than without it."""
    svg = picture(200, 40, [words(100, 20, "8 آب 2014")], alt="")
    assert painted(svg) != painted(svg.replace("\u2067", "").replace("\u2069", ""))


@given(st.text())
def test_any_text_gives_a_picture(text: str) -> None:
    """Controls and halves of surrogate pairs too."""
    assert all(parts(svg) for svg in drawn(text))


def test_each_state_has_a_sign_of_its_own() -> None:
    """Nothing rests on colour alone."""
    assert len(set(SIGNS.values())) == len(CellState)
    cells = tuple(Cell(state.value, ("c",), state, ()) for state in CellState)
    sources = [state.value for state in CellState]
    names = dict.fromkeys(sources, "x"), {"2018": "2018"}
    svg = grid(sources, [MatrixRow("2018", cells)], names, alt="", rtl=False)
    assert all(sign in said(svg) for sign in SIGNS.values())


def test_a_long_name_of_a_column_stands_in_two_lines_within_it() -> None:
    """In one line it would run over its neighbours'."""
    name = "Committee of the River Towns and Villages"
    row = MatrixRow("2018", (Cell("a", ("c",), CellState.ALONE, ()),))
    svg = grid(["a"], [row], ({"a": name}, {"2018": "2018"}), alt="", rtl=False)

    lines = [each for each in parts(svg) if (each.text or "")[:2] in {"Co", "of"}]

    assert [each.text for each in lines] == ["Committee", "of the Riv…"]
    assert len({each.attrib["y"] for each in lines}) == len(lines)


def test_time_and_columns_run_as_the_language_does() -> None:
    """The first day stands on the right in Arabic."""
    marks = [Mark("1", date(2018, 3, 1), date(2018, 3, 1), False)]
    marks.append(Mark("2", date(2018, 3, 9), date(2018, 3, 9), True))

    def places(*, rtl: bool) -> list[float]:
        dots = [each for each in parts(timeline(marks, alt="", rtl=rtl)) if "cx" in each.attrib]
        return [float(each.attrib["cx"]) for each in dots]

    assert places(rtl=False) == sorted(places(rtl=False))
    assert places(rtl=True) == sorted(places(rtl=True), reverse=True)


def test_a_chart_has_degrees_and_a_scale() -> None:
    """And leaves a name that would cover another to the table."""
    spots = [Spot("البوكمال", 34.4523, 40.9185, True), Spot("next to it", 34.453, 40.919, False)]
    words = said(chart(spots, alt=""))
    assert "km" in words
    assert "°N" in words
    assert "°E" in words
    assert "البوكمال" in words
    assert "next to it" not in words


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=5))
def test_every_place_stands_on_the_chart(found: list[tuple[float, float]]) -> None:
    """Poles and the other side of the globe included."""
    for each in parts(chart([Spot("x", lat, lon, False) for lat, lon in found], alt="")):
        if "cx" in each.attrib:
            assert 0 <= float(each.attrib["cx"]) <= 760
            assert 0 <= float(each.attrib["cy"]) <= 480


def test_a_picture_can_be_painted() -> None:
    """The same picture gives the same dots."""
    svg = drawn("البوكمال")[0]
    assert painted(svg).startswith(b"\x89PNG")
    assert painted(svg) == painted(svg)


def test_a_place_far_from_all_others_shrinks_no_map() -> None:
    """A town that is named in passing on another continent is left to the table; a wide war stays whole."""
    syria = [
        Spot("a", 34.45, 40.92, True),
        Spot("b", 35.02, 40.45, False),
        Spot("c", 36.3, 43.1, False),
    ]
    geneva = Spot("g", 46.2, 6.1, False)

    assert near([(syria[0], 20), (syria[1], 5), (syria[2], 3), (geneva, 1)]) == syria
    assert near([(syria[0], 2), (geneva, 2)]) == [syria[0], geneva]
    assert near([(geneva, 1)]) == [geneva]


def test_coasts_and_borders_are_cut_off_at_the_edge_of_a_map() -> None:
    """Every point of a line is inside; east of Syria there is a border and no coast, around Cyprus both are."""
    east = list(outline(Box(33.5, 38.0, 36.5, 43.0)))
    west = list(outline(Box(34.0, 32.0, 36.0, 36.5)))

    assert east
    assert all(line.border for line in east)
    assert {line.border for line in west} == {True, False}
    for line in east:
        assert all(33.5 <= y <= 36.5 and 38.0 <= x <= 43.0 for x, y in line.points)
    assert not list(outline(Box(-48.9, -140.0, -48.0, -139.0))), "open sea"
