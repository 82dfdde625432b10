"""Values of options are checked before anything is done."""

from __future__ import annotations

import pytest
import typer

from claims.cli.options import publication


@pytest.mark.parametrize(
    "text",
    ["2018-04-03", "2018-04", "2018", "2018~", "2018-04?", "2020-02-29", "2014-22"],
)
def test_a_date_of_publication_is_a_day_a_month_a_season_or_a_year(text: str) -> None:
    """Whatever of it is known, in EDTF."""
    assert publication(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "03.04.2018", "2018-13", "2018-13-01", "30.02.2018", "2018-02-30", "2019-02-29", "0000-01-01",
        "2018-22-01", "2018-04-03T12:00", "2018-04-03/2018-04-05", "18-04-03",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """Figures in either order, days no calendar holds, spans of time."""
    with pytest.raises(typer.BadParameter, match="2018-04-03"):
        publication(text)


def test_a_date_that_is_not_given_stays_so() -> None:
    """Nothing is made up."""
    assert publication(None) is None


def test_space_around_a_date_is_left_out() -> None:
    """As it comes from a spreadsheet."""
    assert publication(" 2018-04-03 ") == "2018-04-03"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("21 ديسمبر 2025", "2025-12-21"), ("3 نيسان/أبريل 2018", "2018-04-03"), ("April 3, 2018", "2018-04-03"), ("آذار 2018", "2018-03"), ("2018-4-3", "2018-04-03"), ("٢٠١٨-٠٤-٠٣", "2018-04-03"), ("13/11/2017", "2017-11-13")],
)  # fmt: skip
def test_a_date_as_people_write_it_is_one_where_nothing_is_left_open(text: str, edtf: str) -> None:
    """As it stands at the head of a page, in either language; figures where they can be read in one order only."""
    assert publication(text) == edtf


@pytest.mark.parametrize(
    "text", ["3 April", "last April", "3 and 4 April 2018", "since 2018", "published 3 April 2018"]
)
def test_words_that_are_not_just_one_date_are_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(typer.BadParameter, match="is no date"):
        publication(text)
