"""How dates lean on what stands around them: publication, other dates, words that look forward."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from claims.errors import InputError
from claims.model import Slot
from claims.slots.time import find_dates, find_unread_dates, read_dates

TUESDAY = "2018-04-03"


def edtf(text: str, reference: str = TUESDAY, language: str = "") -> list[str]:
    """The EDTF of all dates of a text."""
    return [found.edtf for found in find_dates(text, reference=reference, language=language)]


def test_news_looks_back() -> None:
    """A day and month without a year is the most recent one, a weekday the last one, today included."""
    assert edtf("في 4 نيسان") == ["2017-04-04"]
    assert edtf("في 3 نيسان") == ["2018-04-03"]
    assert edtf("الثلاثاء") == ["2018-04-03"]
    assert edtf("الأربعاء") == ["2018-03-28"]


@pytest.mark.parametrize(
    "words", ["سيعقد الاجتماع في 15 أيار", "من المقرر عقده في 15 أيار", "will be held on 15 May"]
)
def test_words_that_look_forward_turn_the_date_forward(words: str) -> None:
    """Behind a future verb the same words mean the coming date."""
    assert edtf(words) == ["2018-05-15"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("في 12 حزيران من العام الجاري", "XXXX-06-12"),
        ("في شهر تموز من العام الماضي", "XXXX-07"),
        ("on 5 March last year", "XXXX-03-05"),
    ],
)
def test_a_day_of_this_or_last_year_stays_without_one_where_nobody_tells_which(
    words: str, day: str
) -> None:
    """Day and month are read; the year is open, and known once the text is dated."""
    assert edtf(words, reference="") == [day]
    assert not edtf(words)[0].startswith("XXXX")


def test_a_night_that_begins_on_the_day_of_publication_is_that_one() -> None:
    """The night of Tuesday to Wednesday, told on a Tuesday, is not that of a week before; told on a Wednesday it is the last one."""
    assert edtf("ليل الثلاثاء - الأربعاء") == ["2018-04-03/2018-04-04"]
    assert edtf("overnight Tuesday-Wednesday") == ["2018-04-03/2018-04-04"]
    assert edtf("ليل الاثنين - الثلاثاء") == ["2018-04-02/2018-04-03"]
    assert edtf("ليل الأربعاء - الخميس") == ["2018-03-28/2018-03-29"]


def test_a_comma_ends_the_look_forward() -> None:
    """A future verb in another clause does not reach the date."""
    assert edtf("سيعقد اجتماع لبحث الأمر، وكان قصف وقع في 15 أيار") == ["2017-05-15"]


def test_no_year_is_invented() -> None:
    """Without a day of publication and without another date the year stays open."""
    assert edtf("في 28 مارس", "") == ["XXXX-03-28"]
    assert edtf("خلال نوفمبر", "") == ["XXXX-11"]
    assert edtf("يوم الأحد", "") == ["XXXX-XX-XX"]
    assert edtf("28 مارس الماضي", "") == ["XXXX-03-28"]


def test_words_that_count_from_today_stay_unread_without_today() -> None:
    """*Yesterday* states a date that cannot be had."""
    unread = find_unread_dates("قصف أمس الحي، ومنذ ثلاثة أيام قصف السوق")
    assert [(words.slot, words.text) for words in unread] == [
        (Slot.DATE, "أمس"),
        (Slot.DATE, "منذ ثلاثة أيام"),
    ]


def test_a_weekday_never_forces_a_year() -> None:
    """A Saturday 16 June stays without a year though other years are stated, and keeps its Saturday."""
    text = "في 7 تشرين الثاني 2014 وقع القصف.\nوفي السبت السادس عشر من شهر حزيران عاد."
    found = find_dates(text)
    assert [(value.edtf, value.weekday) for value in found] == [
        ("2014-11-07", None),
        ("XXXX-06-16", 6),
    ]


def test_a_weekday_that_contradicts_is_kept_beside_the_date() -> None:
    """The date follows publication, the weekday follows the words; a check can see both."""
    found = find_dates("(الخميس – 23مارس)", reference=TUESDAY)
    assert [(value.edtf, value.weekday) for value in found] == [("2018-03-23", 4)]


def test_a_weekday_that_fits_only_the_coming_date_means_that_one() -> None:
    """Tuesday 10 April, announced on the 3rd, is a week away and not a year ago."""
    found = find_dates("الثلاثاء 10 نيسان", reference=TUESDAY)
    assert [(value.edtf, value.reason) for value in found] == [("2018-04-10", "weekday-fits")]


def test_today_with_the_weekday_of_the_day_before_was_published_after_midnight() -> None:
    """*Today, Monday* in a text dated Tuesday is Monday."""
    assert edtf("فجر اليوم الاثنين") == ["2018-04-02"]


def test_the_same_day_stated_with_its_year_lends_it() -> None:
    """A day that the text states in full elsewhere is that day."""
    assert edtf("قصف 21 آب 2013 وذكرى 21 آب") == ["2013-08-21", "2013-08-21"]


def test_a_recent_date_is_not_taken_for_an_old_one() -> None:
    """Two weeks before publication looking back is surer than a year stated elsewhere."""
    assert edtf("بدأت في 18 آذار 2011، وفي 20 آذار خرجت مظاهرة") == ["2011-03-18", "2018-03-20"]


def test_a_sentence_lends_its_year_to_what_follows_in_time() -> None:
    """In one sentence an earlier full date dates the next one."""
    text = "وقع القصف في 7 تشرين الثاني 2014، ثم عاد في 9 تشرين الثاني، وتوقف في 3 شباط"
    assert edtf(text, "") == ["2014-11-07", "2014-11-09", "XXXX-02-03"]


def test_an_agreement_of_another_year_lends_nothing() -> None:
    """The date of an agreement is background and dates no event."""
    assert edtf("رغم الاتفاق الموقع في 5 آذار 2020 قُصفت البلدة في 12 نيسان", "") == [
        "2020-03-05",
        "XXXX-04-12",
    ]


def test_a_date_line_stands_for_the_day_of_publication() -> None:
    """A full date alone in a line at the head of a text is what *yesterday* counts from."""
    found = find_dates("الثلاثاء 03/أبريل/2018 - 12:11 م\nطباعة\nقصف أمس الحي الغربي من المدينة")
    assert [(value.edtf, value.reason) for value in found] == [
        ("2018-04-03", "stated"),
        ("2018-04-02", "dateline"),
    ]


def test_the_month_is_the_one_told_before() -> None:
    """*The 23rd of the month* takes the month last told, else looks back."""
    assert edtf("في الـ 27 من آذار 2017 قُصف. وفي الـ 23 من الشهر أيضا") == [
        "2017-03-27",
        "2017-03-23",
    ]
    assert edtf("في الـ 23 من الشهر") == ["2018-03-23"]


def test_what_is_told_dates_the_next_day() -> None:
    """The next day, the same day and the same month count from the date before them."""
    text = (
        "في 20 كانون الأول 2017 وقع الهجوم، وفي اليوم التالي عاد، وفي العاشر من الشهر ذاته كان أول"
    )
    assert edtf(text) == ["2017-12-20", "2017-12-21", "2017-12-10"]


@pytest.mark.parametrize(
    ("words", "gold"),
    [
        ("في 20 كانون الأول 2017، وفي الشهر التالي", "2018-01"),
        ("في 20 كانون الأول 2017، وفي العام التالي", "2018"),
        ("في 20 كانون الأول 2017، وفي 25 منه", "2017-12-25"),
        ("في 20 كانون الأول 2016، وفي 22 كانون الأول من العام نفسه", "2016-12-22"),
        ("في 20 كانون الأول 2016، وفي صيف العام ذاته", "2016-22"),
        ("On 20 December 2017 and two days later", "2017-12-22"),
        ("On 20 December 2017 and the previous week", "2017-12-13~"),
        ("في عام 2016 ثم في العام السابق", "2015"),
    ],
)
def test_what_is_told_dates_what_counts_from_it(words: str, gold: str) -> None:
    """Months, years and seasons count from the date before them as days do."""
    assert edtf(words)[1] == gold


@pytest.mark.parametrize(
    "words",
    [
        "في عام 2016 ثم في اليوم التالي",
        "في عام 2016 ثم في الشهر نفسه",
        "من 5 أيلول 2016 إلى 3 آب 2015",
        "في اليوم التالي",
        "في صيف العام نفسه",
    ],
)
def test_what_cannot_be_counted_stays_unread(words: str) -> None:
    """A year has no next day, a range no end before its beginning, and nothing follows from nothing."""
    assert find_unread_dates(words, reference=TUESDAY)


@pytest.mark.parametrize(
    "words", ["5 آذار من العام نفسه", "5 آذار من نفس العام", "5 March of the same year"]
)
def test_a_day_of_the_same_year_as_nothing_keeps_its_year_open(words: str) -> None:
    """Day and month are known; the year of publication is not taken for it."""
    assert edtf(words) == ["XXXX-03-05"]


@pytest.mark.parametrize(
    ("words", "gold"),
    [
        ("9-5 أيلول 2016", "2016-09-05/2016-09-09"),
        ("من 26 كانون الأول 2016 إلى 2 كانون الثاني", "2016-12-26/2017-01-02"),
        ("بين الجمعة والأحد", "2018-03-30/2018-04-01"),
        ("من 5 إلى 9 من الشهر الماضي", "2018-03-05/2018-03-09"),
        ("من 5 آذار إلى 9 منه", "2018-03-05/2018-03-09"),
        ("3_4_2018", "2018-04-03"),
        ("يوم 3/2018", "2018-03"),
        ("في 2018-03", "2018-03"),
        ("بتاريخ 3/4/18", "2018-04-03"),
        ("this summer", "2018-22"),
        ("this winter", "2017-12/2018-02"),
        ("over the weekend", "2018-03-31/2018-04-01"),
    ],
)
def test_further_forms(words: str, gold: str) -> None:
    """Ranges written backwards, over the turn of the year, figures of month and year, seasons at hand."""
    assert edtf(words)[0] == gold


def test_years_stated_for_one_day_in_two_ways_lend_nothing() -> None:
    """Where a text states the same day with two years, neither is taken for the third mention."""
    text = "بين 21 آب 2013 و21 آب 2016، وذكرى 21 آب"
    assert edtf(text)[-1] == "2017-08-21"


def test_iranian_solar_years_are_not_taken_for_lunar_ones() -> None:
    """1396/12/27 in figures without an era is no Hijri date; with one it is."""
    assert edtf("۱۳۹۶/۱۲/۲۷") == []
    assert edtf("1439/7/15") == ["2018-04-01"]
    assert edtf("15/7/1390 هـ") == ["1970-09-16"]


def test_english_figures_stay_open_until_something_settles_them() -> None:
    """Both readings are kept, unless the weekday or another date of the text decides."""
    assert edtf("released 4/7/2018 in Raqqa") == ["[2018-04-07,2018-07-04]"]
    assert edtf("Saturday 4/7/2018 in Raqqa") == ["2018-04-07"]
    assert edtf("first 17/3/2018, then 4/3/2018 in Raqqa")[1] == "2018-03-04"
    assert edtf("4/7/2018", language="ar") == ["2018-07-04"]
    assert edtf("4/7/2018", language="en") == ["[2018-04-07,2018-07-04]"]


def test_two_names_that_disagree_are_no_month() -> None:
    """تشرين الأول is October and نوفمبر November: neither is chosen."""
    found = read_dates("اليوم الثلاثاء 2 تشرين الأول/نوفمبر", reference="2021-11-02")
    assert found.read == ()
    assert [words.text for words in found.unread] == ["اليوم الثلاثاء 2 تشرين الأول/نوفمبر"]


@pytest.mark.parametrize("words", ["31 نيسان 2018", "30 شباط", "31 حزيران الماضي", "29 شباط 2018"])
def test_a_day_that_is_not_in_the_calendar_stays_unread(words: str) -> None:
    """An impossible date is stated and not understood."""
    found = read_dates(words, reference=TUESDAY)
    assert found.read == ()
    assert [unread.text for unread in found.unread] == [words]


def test_a_leap_day_is_the_last_that_was() -> None:
    """29 February without a year falls back to a leap year."""
    assert edtf("29 شباط") == ["2016-02-29"]


def test_a_coarse_reference_dates_what_it_can() -> None:
    """A year of publication dates months and years, no *yesterday*."""
    assert edtf("العام الماضي", "2018") == ["2017"]
    assert edtf("الشهر الماضي", "2018-04") == ["2018-03"]
    assert edtf("أمس", "2018-04") == []


@pytest.mark.parametrize("reference", ["yesterday", "XXXX-04-03", "2018-04-31", "2014/.."])
def test_a_reference_that_is_no_date_is_refused(reference: str) -> None:
    """Misuse says what to hand in instead."""
    with pytest.raises(InputError, match="EDTF"):
        find_dates("أمس", reference=reference)


def test_a_reference_may_carry_a_clock() -> None:
    """The time of day of a publication is left aside."""
    assert edtf("أمس", "2018-04-03T12:11:00") == ["2018-04-02"]


def test_winter_and_spring_of_last_year() -> None:
    """Last winter is the one that has ended; a season of a year is that year's."""
    assert edtf("الشتاء الماضي", "2018-01-15") == ["2016-12/2017-02"]
    assert edtf("الشتاء الماضي", "2018-12-15") == ["2017-12/2018-02"]
    assert edtf("الصيف الماضي", "2018-07-15") == ["2017-22"]
    assert edtf("last spring", "2018-08-15") == ["2018-21"]


@pytest.mark.parametrize(
    "published", [date(2018, 4, 3), datetime(2018, 4, 3, 23, 30, tzinfo=UTC), TUESDAY]
)
def test_the_day_of_publication_may_be_a_date_or_edtf(published: date | str) -> None:
    """A `datetime.date` says the same as its EDTF; the hour of a `datetime` is left aside."""
    assert find_dates("أمس", reference=published)[0].edtf == "2018-04-02"


def test_days_are_lists_of_figures_with_a_month_behind_a_slash() -> None:
    """A range of days in figures ends with its month; the day of another date lends it none."""
    found = find_dates("Protests on 16-18/11 left four dead.", reference="2019-12-02")
    assert [date.edtf for date in found] == ["2019-11-16/2019-11-18"]


def test_a_short_weekday_behind_on_is_a_day() -> None:
    """*on Thurs* is a day, *wed* and *sat* in other words are none."""
    found = find_dates("Six fell on Thurs in the hills; they sat and wed.", reference="2020-03-02")
    assert [date.edtf for date in found] == ["2020-02-27"]


def test_of_two_orders_of_figures_the_day_of_publication_is_meant() -> None:
    """Any other day leaves both readings."""
    assert edtf("04-03-2018 Rockets hit the port.", language="en") == ["2018-04-03"]
    assert edtf("04-05-2018 Rockets hit the port.", language="en") == ["[2018-04-05,2018-05-04]"]
