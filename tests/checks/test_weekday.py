"""A weekday beside a date is held against the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.checks.weekday import check_weekday
from claims.model import DateValue, Span
from tests.checks.reading import READS, bare, ids

PUBLISHED = "2018-04-03"
WRONG = (
    "قتل 12 مدنياً يوم الثلاثاء 23 آذار 2018 في غارة على الرقة.",
    "A raid killed 12 civilians on Tuesday, 20 March 2017.",
    "قتل 12 مدنياً في غارة على الرقة (الخميس – 23 مارس).",
    "قتل 12 مدنياً يوم الخميس 15 رجب 1439 في غارة على الرقة.",
)
UNDECIDED = (
    "قتل 12 مدنياً ليلة الجمعة 22 آذار 2018 في غارة على الرقة.",
    "قتل 12 مدنياً ليل الخميس - الجمعة 23 آذار 2018 في غارة على الرقة.",
    "قتل 12 مدنياً يوم الاثنين 15 رجب 1439 في غارة على الرقة.",
    "قتل 12 مدنياً اليوم الجمعة في غارة على الرقة.",
    "A raid killed 12 civilians on Thursday, 10 June.",
    "قتل 12 مدنياً يوم الخميس 23 مارس. وقتل 5 مدنيين يوم الثلاثاء 21 مارس.",
)


def _date(
    edtf: str, weekday: int | None, *, reason: str = "stated", text: str = "words"
) -> DateValue:
    return DateValue(edtf, text, Span(0, len(text)), reason, weekday=weekday)


def test_a_right_weekday_is_no_finding() -> None:
    """7 November 2014 was a Friday."""
    assert check_weekday(_date("2014-11-07", 5)) is None


def test_a_wrong_weekday_is_told_in_both_languages() -> None:
    """23 March 2018 was a Friday, not a Thursday."""
    found = check_weekday(_date("2018-03-23", 4))

    assert found is not None
    assert "الخميس" in found.message.ar
    assert "الجمعة" in found.message.ar
    assert "23 March 2018 was a Friday" in found.message.en


def test_a_day_without_a_year_must_fit_one_year_of_the_document() -> None:
    """16 June is a Saturday in 2012 and 2018, and in no year between."""
    assert check_weekday(_date("XXXX-06-16", 6), (2014, 2015)) is not None
    assert check_weekday(_date("XXXX-06-16", 6), (2011, 2013)) is None
    assert check_weekday(_date("XXXX-06-16", 6), ()) is None


def test_what_cannot_be_decided_stays_silent() -> None:
    """No weekday, no day, a day that is not known, a month that was guessed."""
    assert check_weekday(_date("2018-03-23", None)) is None
    assert check_weekday(_date("2018-03", 5)) is None
    assert check_weekday(_date("XXXX-XX-XX", 7), (2017,)) is None
    assert check_weekday(_date("2018-03-23", 4, reason="misspelt")) is None
    assert check_weekday(_date("XXXX-02-29", 1), (2015,)) is not None


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_weekday_in_a_text_is_noticed(text: str) -> None:
    """With a year, without one shortly before publication, by the Hijri calendar when more than a day off."""
    assert ids(text, published=PUBLISHED) == ["weekday"]


@pytest.mark.parametrize("text", UNDECIDED)
def test_nights_sightings_and_years_long_ago_are_silent(text: str) -> None:
    """A night has two days, a moon is sighted a day later, 10 June may be of any year, two misfits put the day of publication in doubt."""
    assert ids(text, published=PUBLISHED) == []


def test_one_right_weekday_shows_that_the_day_of_publication_is_right() -> None:
    """Then each of the others is wrong by itself."""
    text = "قتل 12 مدنياً يوم الخميس 23 مارس. وقتل 5 مدنيين يوم الثلاثاء 21 مارس. وقتل 4 مدنيين يوم الاثنين 26 مارس."

    assert ids(text, published=PUBLISHED) == ["weekday", "weekday"]


def test_a_text_with_one_old_date_does_not_say_in_which_years_it_plays() -> None:
    """Only days with their year, and more than one, frame what has none."""
    one = "قتل 12 مدنياً يوم السبت 16 حزيران في غارة على الرقة. وقتل 5 مدنيين في 3 أيار 2015."
    two = one + " وقتل 4 مدنيين في قصف على منبج في 9 أيار 2014."

    assert ids(one) == []
    assert ids(two) == ["weekday"]


def test_the_years_are_named_in_the_message() -> None:
    """Those of the text and one more on either side."""
    found = check_weekday(_date("XXXX-06-16", 6), (2013, 2016))

    assert found is not None
    assert "none of the years 2013–2016" in bare(found.message.en)


@READS
@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(1, 7))
def test_a_finding_is_exactly_a_weekday_that_is_not_the_calendar_s(day: date, weekday: int) -> None:
    """For every day and every weekday."""
    found = check_weekday(_date(day.isoformat(), weekday))

    assert (found is None) == (day.isoweekday() == weekday)
