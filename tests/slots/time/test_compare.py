"""Two dates side by side."""

from __future__ import annotations

import pytest
from hypothesis import given

from claims.model import DateValue, Level
from claims.slots.time import caption, compare, find_dates, specificity, weekday_of
from tests.slots.time.dates import stated, values

EQUAL, COMPATIBLE, DIFFERENT = Level.EQUAL, Level.COMPATIBLE, Level.DIFFERENT


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("2018-03-17", "2018-03-17", EQUAL),
        ("2018-03-17", "2018-03-17/2018-03-17", EQUAL),
        ("2018-03", "2018-03-01/2018-03-31", EQUAL),
        ("2018-03-17", "2018-03-18", DIFFERENT),
        ("2018-03-17", "2018-03", COMPATIBLE),
        ("2018-03-17", "2018-03-11~/2018-03-20~", COMPATIBLE),
        ("2018-03-22", "2018-03-11~/2018-03-20~", COMPATIBLE),
        ("2018-03-27", "2018-03-11~/2018-03-20~", DIFFERENT),
        ("2018-03-10/2018-03-15", "2018-03-14/2018-03-20", COMPATIBLE),
        ("2014~", "2014", COMPATIBLE),
        ("2014~", "2015", COMPATIBLE),
        ("2014", "2015", DIFFERENT),
        ("2014-09/..", "2018-03-17", COMPATIBLE),
        ("2014-09/..", "2013", DIFFERENT),
        ("../2016", "2018", DIFFERENT),
        ("2014-22", "2014-09-15", COMPATIBLE),
        ("2014-24", "2014-12-25", COMPATIBLE),
        ("2014-24", "2014-07", DIFFERENT),
        ("199X", "1995-05", COMPATIBLE),
        ("[2018-04-07,2018-07-04]", "2018-07-04", COMPATIBLE),
        ("[2018-04-07,2018-07-04]", "2018-05-01", DIFFERENT),
        ("[2018-04-07,2018-07-04]", "[2018-07-04,2018-04-07]", EQUAL),
        ("XXXX-06-16", "XXXX-06-16", EQUAL),
        ("XXXX-06-16", "XXXX-06-17", DIFFERENT),
        ("XXXX-06-16", "XXXX-06", COMPATIBLE),
        ("XXXX-06-16", "2015-06-16", COMPATIBLE),
        ("XXXX-06-16", "2015-06-17", DIFFERENT),
        ("XXXX-06-16", "2015", COMPATIBLE),
        ("XXXX-06-16", "2014-09/..", COMPATIBLE),
        ("XXXX-XX-23", "2018-03-23", COMPATIBLE),
        ("XXXX-XX-23", "2018-03-24", DIFFERENT),
        ("XXXX-02-14/XXXX-02-18", "2018-02-16", COMPATIBLE),
        ("XXXX-02-14/XXXX-02-18", "2018-02-20", DIFFERENT),
    ],
)
def test_levels_follow_overlap(left: str, right: str, level: Level) -> None:
    """Same days are equal, overlap and nearness are compatible, the rest is different."""
    assert compare(stated(left), stated(right))[0] is level


def test_a_bare_weekday_is_contradicted_by_another_weekday_only() -> None:
    """A Friday that cannot be dated fits 23 March 2018, a Thursday does not."""
    dated = stated("2018-03-23")
    assert compare(stated("XXXX-XX-XX", weekday=5), dated)[0] is COMPATIBLE
    assert compare(stated("XXXX-XX-XX", weekday=4), dated)[0] is DIFFERENT
    assert compare(stated("XXXX-XX-XX", weekday=4), stated("XXXX-XX-XX", weekday=4))[0] is EQUAL
    assert compare(stated("XXXX-XX-XX"), dated)[0] is COMPATIBLE


def test_a_time_of_day_of_one_side_alone_is_told_as_its_own() -> None:
    """Whichever side it is."""
    (dawn,), (day,) = (
        find_dates(words, reference="2018-03-20")
        for words in ("at dawn on 17 March 2018", "on 17 March 2018")
    )
    for left, right in ((dawn, day), (day, dawn)):
        level, message = compare(left, right)
        assert level is EQUAL
        assert message.en.endswith("only one of them names a time of day.")
        assert message.ar.endswith("ولا يذكر الوقت من اليوم إلا أحدهما.")


def test_times_of_day_are_told_and_not_weighed() -> None:
    """The same day at dawn and in the evening is one date; the sentence names both times."""
    dawn, evening = stated("2018-03-17", time="dawn"), stated("2018-03-17", time="evening")
    level, message = compare(dawn, evening)
    assert level is EQUAL
    assert "dawn" in message.en
    assert "evening" in message.en


@given(values(), values())
def test_comparison_is_symmetric(left: DateValue, right: DateValue) -> None:
    """Sides swapped, the level stays and both sides are quoted in both languages."""
    level, message = compare(left, right)
    mirrored_level, mirrored = compare(right, left)
    assert level is mirrored_level
    for sentence in (message.ar, message.en, mirrored.ar, mirrored.en):
        assert left.text in sentence
        assert right.text in sentence


@given(values())
def test_a_date_equals_itself(value: DateValue) -> None:
    """Whatever it says, a date is equal to itself."""
    assert compare(value, value)[0] is EQUAL


def test_the_sentence_is_mirrored() -> None:
    """What lies within on one side contains on the other."""
    day, month = stated("2018-03-17"), stated("2018-03")
    assert "lies within" in compare(day, month)[1].en
    assert "contains" in compare(month, day)[1].en
    assert "يقع ضمن" in compare(day, month)[1].ar
    assert "يشمل" in compare(month, day)[1].ar


def test_both_ways_to_say_a_day_are_equal() -> None:
    """An Arabic and an English account of one day agree."""
    arabic = find_dates("فجر الخميس 29 آذار/مارس", reference="2018-04-03")[0]
    english = find_dates("on March 29, 2018")[0]
    level, message = compare(arabic, english)
    assert level is EQUAL
    assert arabic.text in message.en
    assert english.text in message.ar


def test_specificity_falls_from_day_to_century() -> None:
    """The wider a date, the less specific; without a year, approximate or open less still."""
    wider = ["2018-03-17", "2018-03-17/2018-03-19", "2018-03", "2014-22", "2018", "199X", "19XX"]
    rated = [specificity(stated(edtf)) for edtf in wider]
    assert rated == sorted(rated, reverse=True)
    assert rated[0] == 1.0
    assert specificity(stated("XXXX-03-17")) < rated[0]
    assert specificity(stated("2018~")) < specificity(stated("2018"))
    assert specificity(stated("2014-09/..")) < specificity(stated("199X"))


@given(values())
def test_specificity_is_a_share(value: DateValue) -> None:
    """Never below nothing or above one."""
    assert 0.0 <= specificity(value) <= 1.0


def test_the_weekday_of_a_day_is_known() -> None:
    """23 March 2018 was a Friday; a month or an approximate day has no weekday."""
    assert weekday_of(stated("2018-03-23")) == 5
    assert weekday_of(stated("2018-03")) is None
    assert weekday_of(stated("2018-03-23~")) is None
    assert weekday_of(stated("XXXX-06-16")) is None


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2018-03-17", "17 March 2018", "17 آذار/مارس 2018"),
        ("2018-03", "March 2018", "آذار/مارس 2018"),
        ("2018", "2018", "2018"),
        ("2014-22", "summer 2014", "صيف 2014"),
        ("199X", "the 1990s", "عقد 1990–1999"),
        ("2014~", "about 2014", "نحو 2014"),
        ("2014-09/..", "since September 2014", "منذ أيلول/سبتمبر 2014"),
        ("../2016", "until 2016", "حتى 2016"),
        ("2018-03-05/2018-03-09", "5 to 9 March 2018", "من 5 إلى 9 آذار/مارس 2018"),
        ("[2018-04-07,2018-07-04]", "7 April 2018 or 4 July 2018", "7 نيسان/أبريل 2018 أو 4 تموز/يوليو 2018"),
        ("XXXX-06-16", "16 June, year not stated", "16 حزيران/يونيو، السنة غير مذكورة"),
        ("XXXX-XX-23", "day 23 of a month not stated", "اليوم 23 من شهر غير مذكور"),
        ("XXXX-XX-XX", "a day not known", "يوم غير معروف"),
    ],
)  # fmt: skip
def test_captions_say_the_date_in_words(edtf: str, english: str, arabic: str) -> None:
    """Each kind of date has words in both languages."""
    assert caption(stated(edtf), "en") == english
    assert caption(stated(edtf), "ar") == arabic


def test_a_caption_tells_the_time_of_day_and_a_bare_weekday() -> None:
    """Clock times and parts of the day follow the date; a weekday without a date stands for itself."""
    assert caption(stated("2018-03-17", time="dawn"), "en") == "17 March 2018, dawn"
    assert caption(stated("2018-03-17", time="T01:30"), "ar") == "17 آذار/مارس 2018، 01:30"
    assert caption(stated("XXXX-XX-XX", weekday=5), "ar") == "الجمعة"


@given(values())
def test_every_date_has_a_caption(value: DateValue) -> None:
    """Nothing that can be read is without words, in either language."""
    assert caption(value, "ar")
    assert caption(value, "en")
