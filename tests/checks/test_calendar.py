"""A day that no calendar has is told as such."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import READS, bare, ids, noticed

IMPOSSIBLE = {
    "قتل 5 مدنيين في غارة للتحالف على الرقة في 31 نيسان 2017.": "never has more than 30 days",
    "A raid killed 12 people in Mosul on February 30, 2016.": "never has more than 29 days",
    "قتل 5 مدنيين يوم 29 شباط 2015 في قصف على حلب.": "2015 was no leap year",
    "قتل 5 مدنيين بقصف على إدلب بتاريخ 25/13/2018.": "no month 13",
    "قتل 6 أشخاص يوم 30 حزيران/يوليو 2015 في حلب.": "of different months",
    "قتل 5 مدنيين في حلب في 45 مارس 2017.": "no month has 45 days",
    "A raid killed 5 people on 45 March 2017 in Aleppo.": "no month has 45 days",
    "قتل 5 مدنيين بقصف على إدلب بتاريخ ٣١/٤/٢٠١٨.": "never has more than 30 days",
}
POSSIBLE = (
    "قتل 5 مدنيين يوم 29 شباط 2016 في قصف على حلب.",
    "قتل 5 مدنيين بقصف على إدلب بتاريخ 25/12/2018.",
    "قتل 5 مدنيين في قصف على الرقة في حزيران/تموز 2017.",
    "قتل 6 أشخاص يوم 30 حزيران/يونيو 2015 في حلب.",
    "Between 1 and 31 March 2017 raids killed 45 people.",
    "قتل 5 مدنيين في حلب يوم 31 رمضان 1440.",
    "قتل 3 مدنيين أمس في حلب.",
    "By the end of the month raids had killed 45. March 2017 was calm.",
)


@pytest.mark.parametrize(("text", "why"), IMPOSSIBLE.items())
def test_an_impossible_date_is_noticed_with_its_reason(text: str, why: str) -> None:
    """The length of the month, the common year, the thirteenth month, two months at once."""
    found = noticed(text)

    assert {finding.check for finding in found} == {"calendar"}
    assert why in bare(found[0].message.en)


@pytest.mark.parametrize("text", POSSIBLE)
def test_a_possible_or_undecided_date_is_silent(text: str) -> None:
    """Leap years, two names of one month, two months without a day, Hijri months, words without a date."""
    assert ids(text) == []


def test_the_words_are_spanned_exactly() -> None:
    """The quote is what the text says, no letter more."""
    text = "قتل 5 مدنيين في حلب في 45 مارس 2017."
    (found,) = noticed(text)

    assert found.span.of(text) == "45 مارس 2017"
    assert "«45 مارس 2017»" in bare(found.message.ar)


@READS
@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_no_day_of_the_calendar_is_impossible(day: date) -> None:
    """In words and in figures."""
    assert ids(f"A raid killed 5 people on {day:%-d %B %Y} in Aleppo.") == []
    assert ids(f"قتل 5 مدنيين بقصف على إدلب بتاريخ {day:%-d/%-m/%Y}.") == []
