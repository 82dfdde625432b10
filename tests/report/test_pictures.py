"""Pictures are plain SVG: no word of a source becomes mark-up, and signs tell what colours tell."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Cell, CellState, MatrixRow
from claims.report.painting import painted
from claims.report.pictures.chart import Spot, chart
from claims.report.pictures.grid import SIGNS, grid
from claims.report.pictures.timeline import Mark, timeline

from .hostile import PAYLOADS

ELEMENTS = {"svg", "rect", "text", "line", "circle"}


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
        grid(["a"], [row], {"a": text}, alt=text, rtl=True),
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


@given(st.text())
def test_any_text_gives_a_picture(text: str) -> None:
    """Controls and halves of surrogate pairs too."""
    assert all(parts(svg) for svg in drawn(text))


def test_each_state_has_a_sign_of_its_own() -> None:
    """Nothing rests on colour alone."""
    assert len(set(SIGNS.values())) == len(CellState)
    cells = tuple(Cell(state.value, ("c",), state, ()) for state in CellState)
    sources = [state.value for state in CellState]
    svg = grid(sources, [MatrixRow("2018", cells)], dict.fromkeys(sources, "x"), alt="", rtl=False)
    assert all(sign in said(svg) for sign in SIGNS.values())


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
