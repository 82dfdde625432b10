"""Dates in the reader's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.slots.time.caption import edtf_words
from workbench import wording
from workbench.shown.dates import caption, moment


@pytest.mark.parametrize(
    ("edtf", "arabic", "english"),
    [
        ("2018-03-27", "27 آذار/مارس 2018", "27 March 2018"),
        ("2014-09", "أيلول/سبتمبر 2014", "September 2014"),
        ("2014", "2014", "2014"),
        ("2014-22", "صيف 2014", "summer 2014"),
        ("2014~", "نحو 2014", "about 2014"),
        ("2014-09/2015-08", "أيلول/سبتمبر 2014 إلى آب/أغسطس 2015", "September 2014 to August 2015"),
        ("2018-03-01/..", "منذ 1 آذار/مارس 2018", "since 1 March 2018"),
        ("../2018-03", "حتى آذار/مارس 2018", "until March 2018"),
        (
            "[2018-03-01,2018-03-08]",
            "1 آذار/مارس 2018 أو 8 آذار/مارس 2018",
            "1 March 2018 or 8 March 2018",
        ),
        ("XXXX-06-16", "16 حزيران/يونيو، السنة غير معروفة", "16 June, year not known"),
        ("XXXX-02-29", "29 شباط/فبراير، السنة غير معروفة", "29 February, year not known"),
    ],
)
def test_each_form_is_spoken_in_both_languages(edtf: str, arabic: str, english: str) -> None:
    """Day, month, season, interval, open end, one of two days, approximate and unknown year."""
    assert caption(edtf, wording.of("ar")) == arabic
    assert caption(edtf, wording.of("en")) == english


def test_months_are_named_as_in_the_claims() -> None:
    """One name of a month on all screens, the one that the engine writes into statements and reasons."""
    for month in range(1, 13):
        edtf = f"2018-{month:02}-05"
        for language in wording.LANGUAGES:
            assert caption(edtf, wording.of(language)) == edtf_words(edtf, language)


def test_a_moment_of_the_record_says_its_clock() -> None:
    """Day, time and UTC in both languages."""
    stamp = "2026-11-28T11:20:00+00:00"
    assert moment(stamp, wording.of("en")) == "28 Nov 2026, 11:20 UTC"
    assert moment(stamp, wording.of("ar")) == "28 تشرين الثاني/نوفمبر 2026، 11:20 UTC"


@given(st.text(st.sampled_from("0123456789-X/~?.[]{},ab"), max_size=14))
def test_what_is_not_spoken_is_shown_as_it_is(edtf: str) -> None:
    """No date, however odd, breaks the screen or is bent into another one."""
    for language in wording.LANGUAGES:
        assert isinstance(caption(edtf, wording.of(language)), str)
    assert caption("2018-13-45", wording.of("en")) == "2018-13-45"
