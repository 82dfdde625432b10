"""Interval arithmetic on EDTF."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.slots.time import interval, stretches
from tests.slots.time.dates import days, doubtful, points, ranges, unspecified


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018-03-27", "2018-03-27", "2018-03-27"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2014~", "2014-01-01", "2014-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2014-21", "2014-03-01", "2014-06-20"),
        ("2014-22", "2014-06-01", "2014-09-22"),
        ("2014-23", "2014-09-01", "2014-12-21"),
        ("2014-09/2015-08", "2014-09-01", "2015-08-31"),
        ("2018-03-11~/2018-03-20~", "2018-03-11", "2018-03-20"),
        ("2014-09/..", "2014-09-01", "9999-12-31"),
        ("../2016", "0001-01-01", "2016-12-31"),
        ("[2018-04-07,2018-07-04]", "2018-04-07", "2018-07-04"),
    ],
)
def test_an_interval_has_both_its_days(edtf: str, first: str, last: str) -> None:
    """First and last day of each kind of date, both included."""
    assert interval(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "edtf",
    [
        "XXXX-03-27", "XXXX-XX-23", "2018-XX-01", "", "2018-13", "2018-02-30", "2018-25", "0000", "yesterday", "2019/2018",
        "XXXX-03/2018", "2018-22-01", "18-3-2", "2018-3-27", "/", "../..", "[2018,]",
    ],
)  # fmt: skip
def test_what_names_no_days_has_no_interval(edtf: str) -> None:
    """Unspecified years, impossible days and strings that are no EDTF of this kind give nothing."""
    assert interval(edtf) is None
    assert stretches(edtf) == ()


def test_a_winter_is_either_of_the_two_that_touch_its_year() -> None:
    """Winter 2014 may begin in December 2013 or in December 2014."""
    found = [(part.first.isoformat(), part.last.isoformat()) for part in stretches("2014-24")]
    assert found == [("2013-12-01", "2014-02-28"), ("2014-12-01", "2015-02-28")]


@given(days())
def test_months_and_years_hold_their_days(day: date) -> None:
    """A day lies in the interval of its month, and that in the interval of its year; the slow twin counts days."""
    month, year = interval(f"{day:%Y-%m}"), interval(f"{day:%Y}")
    assert month is not None
    assert year is not None
    assert year[0] <= month[0] <= day <= month[1] <= year[1]
    walked = day
    while (walked + timedelta(days=1)).month == day.month:
        walked += timedelta(days=1)
    assert month[1] == walked


@given(points() | ranges() | doubtful())
def test_what_has_a_year_has_days_in_order(edtf: str) -> None:
    """The first day never lies behind the last, and ~ only widens."""
    for part in stretches(edtf):
        assert part.first <= part.last
        wide = part.widened()
        assert wide.first <= part.first
        assert part.last <= wide.last


@given(unspecified())
def test_without_a_year_there_are_no_days(edtf: str) -> None:
    """No interval is invented for a year that is not stated."""
    assert interval(edtf) is None


@given(st.text(max_size=30))
def test_any_string_can_be_asked(edtf: str) -> None:
    """Strings that are no EDTF give nothing instead of failing."""
    assert interval(edtf) is None or stretches(edtf)
