"""Date-time groups of military logs."""

from __future__ import annotations

import pytest

from claims.slots.time import find_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 031500Z MAY 07, 2 killed", ("2007-05-03", "031500Z MAY 07")),
        ("DTG 120430D JUL 2009", ("2009-07-12", "120430D JUL 2009")),
        ("031500 Z MAY 99 a patrol", ("1999-05-03", "031500 Z MAY 99")),
        ("DTG 221430ZMAR10: 1x IED found", ("2010-03-22", "221430ZMAR10")),
        ("(120430DJUL2009) patrol hit", ("2009-07-12", "120430DJUL2009")),
    ],
)
def test_the_day_stands_first_and_the_year_last(text: str, found: tuple[str, str]) -> None:
    """The figures behind the month are no day of it."""
    assert [(one.edtf, one.text) for one in find_dates(text, reference="2010-07-25")] == [found]


@pytest.mark.parametrize(
    ("text", "month"), [("253500Z JUL 2009", "2009-07"), ("12345 d MAY 2007", "2007-05")]
)
def test_figures_that_are_no_time_of_a_day_are_no_group(text: str, month: str) -> None:
    """An hour beyond the day, or too few figures: what is left is the month."""
    assert [one.edtf for one in find_dates(text, reference="2010-07-25")] == [month]
