"""A stated sum is held against what stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import READS, bare, ids, noticed

WRONG = (
    "The coalition carried out 13,221 strikes in Iraq and 10,701 in Syria, 23,932 in all.",
    "نفذ التحالف 13 ألفا و221 غارة في العراق، و10 آلاف و701 في سوريا، ما مجموعه 24 ألفا و922 غارة.",
    "The raids killed 12 people in Raqqa and 15 in Tabqa, a total of 28 people.",
    "قتل 12 شخصاً وأصيب 20 آخرون، بمجموع 33 ضحية.",
)
FINE = (
    "The coalition carried out 13,221 strikes in Iraq and 10,701 in Syria, 23,922 in all.",
    "نفذ التحالف 13 ألفا و221 غارة في العراق، و10 آلاف و701 في سوريا، ما مجموعه 23 ألفا و922 غارة.",
    "قتل 12 شخصاً وأصيب 20 آخرون، بمجموع 32 ضحية.",
)
OPEN = (
    "The raids killed 12 people in Raqqa and 15 in Tabqa, bringing the total this month to 128.",
    "The raids killed 12 people in Raqqa, several in Tabqa and 15 in Manbij, a total of 30 people.",
    "قتل 5 مدنيين في حلب و7 في إدلب، ليرتفع إجمالي القتلى إلى 40.",
    "شن الطيران 5 غارات على الرقة و7 غارات على الطبقة وبلغ إجمالي الغارات 130 غارة.",
    "قتل 5 مدنيين و3 جنود في الرقة من مجموع 40 شخصا كانوا في السوق.",
    "Monitors count 5 strikes near Raqqa and 7 strikes near Tabqa, 40 in all since June.",
    "The strike destroyed 4 tanks and 3 trucks, a total of 12 people died.",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_sum_that_its_addends_do_not_make_is_noticed(text: str) -> None:
    """By places, by kinds of victims, in digits and in words."""
    assert ids(text) == ["total"]


@pytest.mark.parametrize("text", FINE)
def test_a_sum_that_holds_is_silent(text: str) -> None:
    """The same sentences with the right total."""
    assert ids(text) == []


@pytest.mark.parametrize("text", OPEN)
def test_a_total_of_more_than_what_is_named_is_silent(text: str) -> None:
    """An earlier toll, an unnamed number, a whole that these are a part of, other things."""
    assert ids(text) == []


def test_the_message_shows_the_addition() -> None:
    """Both languages show 12 + 15 = 27 and quote the total."""
    (found,) = noticed(WRONG[2])

    assert "12 + 15 = 27" in bare(found.message.ar)
    assert "12 + 15 = 27, but the text says “28 people”" in bare(found.message.en)


@READS
@given(st.lists(st.integers(3, 900), min_size=2, max_size=5))
def test_a_total_equal_to_the_sum_of_its_parts_never_raises(values: list[int]) -> None:
    """However many addends there are, in whatever order."""
    assert ids(_english(values, sum(values))) == []
    assert ids(_arabic(values[::-1], sum(values))) == []


@READS
@given(st.integers(3, 900), st.integers(3, 900), st.integers(1, 40))
def test_the_order_of_the_addends_changes_nothing(one: int, other: int, off: int) -> None:
    """A wrong total is wrong from both sides."""
    said = one + other + off

    for write in (_english, _arabic):
        assert ids(write([one, other], said)) == ids(write([other, one], said)) == ["total"]


def _english(values: list[int], total: int) -> str:
    places = ("Raqqa", "Tabqa", "Manbij", "Aleppo", "Homs")
    parts = [f"{value} strikes in {place}" for value, place in zip(values, places, strict=False)]
    return f"The coalition carried out {', '.join(parts[:-1])} and {parts[-1]}, {total} strikes in all."


def _arabic(values: list[int], total: int) -> str:
    places = ("الرقة", "الطبقة", "منبج", "حلب", "حمص")
    parts = [f"{value} غارة على {place}" for value, place in zip(values, places, strict=False)]
    return f"نفذ التحالف {' و'.join(parts)}، ما مجموعه {total} غارة."
