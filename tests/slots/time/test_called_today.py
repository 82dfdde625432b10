"""Which day *today* and *yesterday* are in a text whose day of publication nobody gave, by what it says elsewhere."""

from __future__ import annotations

import pytest

from claims.slots.time import find_dates


def told(text: str, reference: str = "") -> list[tuple[str, int | None]]:
    """EDTF and weekday of all dates of a text."""
    return [(one.edtf, one.weekday) for one in find_dates(text, reference=reference)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("أعلن المتحدث اليوم الأربعاء وقف العملية. وجُرح جندي فجر اليوم.", ("XXXX-XX-XX", 3)),
        ("أعلن المتحدث اليوم الاثنين وقف العملية. وجُرح جندي مساء أمس.", ("XXXX-XX-XX", 7)),
        ("قتل سائق أمس الجمعة. وسقطت قذيفة صباح اليوم.", ("XXXX-XX-XX", 6)),
        ("وصلت القافلة اليوم الخميس 9 أيار. وسقطت قذيفة أمس.", ("XXXX-05-08", None)),
        ("وصلت القافلة أمس الثلاثاء 30 نيسان. وسقطت قذيفة ظهر اليوم.", ("XXXX-05-01", None)),
        ("وصلت القافلة اليوم 2 حزيران 1996. وسقطت قذيفة أمس.", ("1996-06-01", None)),
        (
            "The convoy arrived today, Thursday 9 May. A shell fell yesterday evening.",
            ("XXXX-05-08", None),
        ),
    ],
)
def test_a_day_named_once_holds_for_every_today(text: str, last: tuple[str, int | None]) -> None:
    """Today or yesterday beside a weekday or a date says which day the others are."""
    assert told(text)[-1] == last


def test_a_whole_day_called_today_is_what_the_rest_is_counted_from() -> None:
    """Where the text calls a whole date today, weekdays and months count back from it, and the reason says so."""
    text = "دخلت القافلة اليوم 6 حزيران 1996. وكانت قد وصلت يوم الاثنين."
    last = find_dates(text)[-1]
    assert (last.edtf, last.reason) == ("1996-06-03", "called-today")


@pytest.mark.parametrize(
    "text",
    [
        "قتل سائق اليوم الأحد. وقال بيان اليوم الثلاثاء إن الطريق مغلق. وسقطت قذيفة فجر اليوم.",
        "وصلت القافلة يوم الخميس 9 أيار. وسقطت قذيفة فجر اليوم.",
        "وصلت القافلة أمس 28 شباط. وسقطت قذيفة فجر اليوم.",
    ],
)
def test_two_days_called_today_or_a_day_that_needs_the_year_lend_nothing(text: str) -> None:
    """Days that do not agree, a day that is not called today, and the day behind 28 February stay unknown."""
    assert all("قذيفة" not in text[: one.span.start] for one in find_dates(text))


def test_a_given_day_of_publication_comes_first() -> None:
    """Where publication is known, today is counted from it."""
    assert told("وصل أمس الأول وفد. وسقطت قذيفة اليوم.", "1996-06-05")[-1][0] == "1996-06-05"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("منذ مطلع العام الحالي حتى يوم أمس الجمعة 29 تموز", "../XXXX-07-29"),
        ("منذ مطلع العام الجاري وحتى 30 تموز 1996", "1996/1996-07-30"),
    ],
)
def test_since_the_beginning_of_a_year_that_nobody_tells_ends_where_it_says(
    text: str, span: str
) -> None:
    """Where publication is unknown, *this year* is that of the day up to which something is counted, or left open."""
    assert told(text)[-1][0] == span


def test_this_year_until_a_bare_weekday_is_no_span() -> None:
    """Neither side is known."""
    assert told("منذ مطلع العام الحالي حتى أمس الخميس") == []


def test_since_this_morning_opens_on_the_day_called_today() -> None:
    """Since this morning is open behind that day; of a weekday alone it is that day."""
    dated = "وصلت القافلة اليوم الخميس 9 أيار. وتسقط القذائف منذ صباح اليوم."
    assert told(dated)[-1] == ("XXXX-05-09/..", None)
    assert told("وصلت القافلة اليوم الخميس. وتسقط القذائف منذ صباح اليوم.")[-1] == ("XXXX-XX-XX", 4)


@pytest.mark.parametrize(
    "text",
    [
        "جُرح جندي، الجمعة، قرب الجسر. وكان الجسر قد قُصف فجر اليوم.",
        "جُرح جندي، صباح الجمعة، قرب الجسر. وقال شاهد إن قذيفة سقطت فجر اليوم.",
    ],
)
def test_the_bare_weekday_of_a_lead_is_today(text: str) -> None:
    """Agencies write the weekday of publication alone into the lead; what is then called today is of it."""
    assert told(text)[-1] == ("XXXX-XX-XX", 5)


@pytest.mark.parametrize(
    "text",
    [
        "جُرح جندي يوم الجمعة قرب الجسر. وسقطت قذيفة فجر اليوم.",
        "جُرح جندي، الجمعة الماضي، قرب الجسر. وسقطت قذيفة فجر اليوم.",
        "جُرح جندي، الجمعة، قرب الجسر. وكان قتل آخر، الثلاثاء. وسقطت قذيفة فجر اليوم.",
    ],
)
def test_a_weekday_that_may_be_past_is_not_today(text: str) -> None:
    """Behind يوم, with *last*, or beside another weekday it says nothing of today."""
    assert all(one.start < text.index("قذيفة") for one in (each.span for each in find_dates(text)))
