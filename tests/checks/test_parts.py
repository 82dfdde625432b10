"""Parts may leave a rest, they may not exceed their total."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import READS, bare, ids, noticed

TOO_MANY = (
    "قتل 12 شخصاً بينهم 5 نساء و9 أطفال في غارة على الرقة.",
    "12 people were killed, among them 5 women and 9 children, in a raid on Raqqa.",
    "مقتل ثلاثة مدنيين بينهم أربعة أطفال في قصف على سراقب.",
    "The shelling killed three civilians, including four children, in Saraqib.",
)
FINE = (
    "قتل 23 مدنياً بينهم 7 أطفال و4 نساء في قصف على البلدة.",
    "23 people were killed, including 7 children and 4 women.",
    "قتل نحو 12 شخصاً بينهم 5 نساء و9 أطفال في غارة على الرقة.",
    "At least 12 people were killed, among them 5 women and 9 children.",
    "12 people were killed, among them 9 civilians and 5 women.",
    "قتل 12 شخصاً وأصيب 20 بينهم 15 طفلاً.",
)


@pytest.mark.parametrize("text", TOO_MANY)
def test_parts_that_exceed_their_total_are_noticed_once(text: str) -> None:
    """Women and children are different people, and four children do not fit into three civilians."""
    assert ids(text) == ["total"]


@pytest.mark.parametrize("text", FINE)
def test_parts_that_leave_a_rest_or_are_not_exclusive_are_silent(text: str) -> None:
    """The rest are men; about twelve may be fourteen; a woman is a civilian too; the injured are no part of the dead."""
    assert ids(text) == []


def test_the_message_quotes_the_words_and_does_the_sum_in_both_languages() -> None:
    """5 + 9 = 14 stands in both sentences, with the words of the text."""
    (found,) = noticed(TOO_MANY[0])

    for said in (bare(found.message.ar), bare(found.message.en)):
        assert "12 شخصاً" in said
        assert "5 نساء" in said
        assert "5 + 9 = 14" in said


def test_the_finding_spans_the_total_and_its_parts() -> None:
    """From the first digit of the total to the last letter of the last part."""
    (found,) = noticed(TOO_MANY[0])

    assert found.span.of(TOO_MANY[0]) == "12 شخصاً بينهم 5 نساء و9 أطفال"


@READS
@given(women=st.integers(3, 400), children=st.integers(3, 400), rest=st.integers(-500, 500))
def test_a_total_is_noticed_exactly_when_its_parts_exceed_it(
    women: int, children: int, rest: int
) -> None:
    """Whatever the figures: fewer than the total or just the total is fine, one more is not."""
    total = max(women + children + rest, 3)
    expected = ["total"] if women + children > total else []

    arabic = f"قتل {total} شخصاً بينهم {women} امرأة و{children} طفلاً في غارة على البلدة."
    english = f"{total} people were killed, including {women} women and {children} children."
    assert ids(arabic) == expected
    assert ids(english) == expected


def test_parts_behind_a_colon_are_parts() -> None:
    """*12 people: four men …* breaks its total down."""
    assert ids("The strike killed 12 people: four men, three women and six children.") == ["total"]
    assert ids("The strike killed 12 people: four men, three women and five children.") == []


def test_a_list_behind_a_colon_that_closes_its_sentence_must_add_up() -> None:
    """Four men, three women and two children are not twelve people; a list that goes on decides nothing."""
    (found,) = noticed("The strike killed 12 people: four men, three women and two children.")

    assert "4 + 3 + 2 = 9" in found.message.en
    assert (
        ids("The strike killed 12 people: four men, three women and two children, among others.")
        == []
    )


def test_who_is_counted_apart_is_no_part() -> None:
    """*And nine were taken to hospital* goes on behind the list."""
    text = "Five people died, among them a pregnant woman, and nine were taken to a hospital."

    assert ids(text) == []
