"""What a document without a day of publication says of that day itself, each with its ground in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.checks import day_hints
from claims.model import DayGround, DayHint, Role
from claims.text.reading import read
from tests.checks import reading
from tests.checks.reading import READS, bare

TODAY = date(2026, 11, 30)


def hints(text: str, name: str = "account.txt", address: str = "") -> dict[DayGround, DayHint]:
    """The hints of a text by their grounds."""
    extraction = reading.read(text)
    document = replace(extraction.document, name=name, address=address)
    found = day_hints(replace(extraction, document=document), TODAY)
    return {one.ground: one for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "قتل مدني في قصف على الرقة صباح اليوم الجمعة 29 تشرين الثاني.",
        "Shells hit a school in Raqqa today, Friday 29 November, killing one.",
    ],
)
def test_a_weekday_beside_a_day_without_a_year_speaks_for_the_years_that_it_goes_with(
    text: str,
) -> None:
    """The last three of them, the latest first; none of them is chosen."""
    hint = hints(text)[DayGround.TODAY]
    assert hint.days == ("2024-11-29", "2019-11-29", "2013-11-29")
    assert "2024, 2019, 2013" in hint.why.en
    assert "2024، 2019، 2013" in hint.why.ar
    assert hint.span is not None
    assert hint.span.of(text) in bare(hint.why.en)


def test_the_only_year_of_a_text_counts_where_the_weekday_goes_with_it() -> None:
    """Else the years that the weekday goes with are told: what a text names beside is as often years ago."""
    told = "قتل مدني في الرقة اليوم الجمعة 29 تشرين الثاني. وكانت الهدنة قد بدأت في 5 آذار {}."
    assert hints(told.format(2019))[DayGround.TODAY].days == ("2019-11-29",)
    assert hints(told.format(2020))[DayGround.TODAY].days == (
        *("2024-11-29", "2019-11-29", "2013-11-29"),
    )


def test_a_weekday_alone_speaks_for_no_day() -> None:
    """It is told, for whoever knows more."""
    hint = hints("قتل مدني في قصف على الرقة صباح اليوم الجمعة. وبدأت الهدنة في 5 آذار 2020.")
    assert hint[DayGround.TODAY].days == ()
    assert "nothing in it settles the date" in hint[DayGround.TODAY].why.en


def test_the_latest_day_of_a_text_is_a_bound_and_no_proposal() -> None:
    """Most texts are of a later day than the last one they name."""
    hint = hints("Aircraft struck a depot in Raqqa on 3 May 2019 and a bridge on 7 May 2019.")
    assert hint[DayGround.LATEST].days == ()
    assert hint[DayGround.LATEST].since == "2019-05-07"
    assert "then or later" in hint[DayGround.LATEST].why.en


def test_what_stands_around_a_text_is_a_stamp_unless_it_is_called_today() -> None:
    """What a page calls today is the day on which somebody saved it."""
    extraction = reading.read("Raid on Raqqa\n\nSee 7/10/2025 here.\n\nA raid killed two in Raqqa.")
    for words, grounds in (("14 May 2019", [DayGround.STAMP]), ("today, 14 May 2019", [])):
        text = f"{words}\nA raid killed two in Raqqa."
        document = replace(extraction.document, text=text, language="en")
        (first,) = reading.read("Seen").sentences
        end = len(words)
        part = replace(first, span=replace(first.span, start=0, end=end), role=Role.CHROME)
        made = replace(extraction, document=document, sentences=(part,), claims=())
        found = [one.ground for one in day_hints(made, TODAY) if one.ground is DayGround.STAMP]
        assert found == grounds


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("2018-04-03_furat.txt", ("2018-04-03",)),
        ("furat 20180403.txt", ("2018-04-03",)),
        ("23.04.2018.txt", ("2018-04-23",)),
        ("03-04-2018.txt", ()),
        ("2018-13-45.txt", ()),
        ("2099-01-01.txt", ()),
        ("1043e4b420180403999.txt", ()),
    ],
)
def test_figures_in_a_name_speak_for_a_day_where_they_can_be_read_in_one_way(
    name: str, days: tuple[str, ...]
) -> None:
    """A day and a month that can be either, no day of a calendar, and days to come speak for none."""
    hint = hints("Shells hit a school in Raqqa.", name).get(DayGround.NAME)
    assert (() if hint is None else hint.days) == days


def test_an_address_with_a_day_in_its_path_speaks_for_that_day() -> None:
    """And says so in words."""
    hint = hints("Shells hit a school.", address="https://news.test/2018/04/03/raid")
    assert hint[DayGround.ADDRESS].days == ("2018-04-03",)
    assert "often the day of publication" in hint[DayGround.ADDRESS].why.en


def test_firm_grounds_come_first() -> None:
    """What the text says of itself before the name of its file, and that before a bound."""
    text = "قتل مدني في قصف على الرقة اليوم الجمعة 29 تشرين الثاني 2019. وبدأ القصف في 27 تشرين الثاني 2019."
    assert [*hints(text, "2019-11-30.txt")] == [
        *(DayGround.TODAY, DayGround.NAME, DayGround.LATEST),
    ]


@READS
@given(st.text(alphabet="اليوم الجمعة 29 تشرين 2019-/.today Friday May \n", max_size=120))
def test_whatever_a_text_holds_no_day_to_come_is_told(text: str) -> None:
    """And every hint has its ground in both languages."""
    document = read(f"x{text}".encode(), name="20991231.txt")
    extraction = replace(reading.read("x"), document=document, sentences=(), claims=())
    for hint in day_hints(extraction, TODAY):
        assert all(day <= TODAY.isoformat() for day in (*hint.days, hint.since))
        assert hint.why.ar
        assert hint.why.en
