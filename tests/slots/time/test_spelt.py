"""Dates that somebody writes into a field."""

from __future__ import annotations

import pytest

from claims.slots.time import spelt_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("13 تشرين الثاني 2017", "2017-11-13"),
        ("3 April 2018", "2018-04-03"),
        ("2017-11-13", "2017-11-13"),
        ("٢٠١٧/١١/٣", "2017-11-03"),
        ("2017.11", "2017-11"),
        ("13/11/2017", "2017-11-13"),
        ("11/13/2017", "2017-11-13"),
        ("٥/٥/٢٠١٧", "2017-05-05"),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, meant: str) -> None:
    """In words, with either digits, with the year first, or in an order that can only be one."""
    assert spelt_date(f" {written} ") == meant


@pytest.mark.parametrize("written", ["3/4/2018", "13-11/2017", "20/30/2017", "2017", "", "أمس"])
def test_what_may_be_two_dates_is_none(written: str) -> None:
    """3/4 is April here and March there; nothing is guessed."""
    assert spelt_date(written) == ""
