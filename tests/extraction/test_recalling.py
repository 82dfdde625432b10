"""What of the story before it an English sentence takes, and what it leaves."""

from __future__ import annotations

from tests.extraction.reading import date, places, read


def test_a_sentence_that_opens_with_another_day_has_no_day_of_the_event_before() -> None:
    """Not even where its day may be that of the saying."""
    text = (
        "In its report for Tuesday, the division said five men were killed in Kidal. "
        "On Monday, the division accused that group of shelling Kidal with rockets, killing seven civilians."
    )

    assert date(read(text, "casualties")[-1]) != "2019-04-30"


def test_a_further_count_of_a_sentence_is_of_its_day_and_place() -> None:
    """Who adds a count to what the sentence told names no other event."""
    text = (
        "A raid hit Ansongo on Monday. Aid workers said the attack on a market in Menaka late Tuesday had killed 59 "
        "people, with one reporting 138 wounded."
    )
    (_, wounded) = read(text, "casualties")

    assert (date(wounded), places(wounded)) == ("2019-04-30", ["Menaka"])


def test_what_somebody_goes_on_doing_is_no_event_to_point_back_to() -> None:
    """The strike before it is what a later sentence speaks of."""
    text = (
        "Forces conducted an airstrike near Jilib on April 30. Troops continue to seize ground in Somalia. "
        "This airstrike killed three militants."
    )

    assert places(read(text, "casualties")[0]) == ["Jilib"]


def test_the_day_that_closes_a_sentence_behind_a_comma_is_that_of_the_strike() -> None:
    """So is the place, where those who were struck fired at troops there."""
    text = "Forces carried out a raid on militants who attacked army forces near Jilib, Somalia, April 30."
    (raid, *_) = read(text)

    assert date(raid) == "2019-04-30"
    assert places(raid)[0] == "Jilib"


def test_today_behind_a_verb_of_saying_is_no_day_of_a_strike() -> None:
    """Officials report today what happened before."""
    (told,) = read("Officers told results today from six other strikes near Rawah.", "strike")
    (here,) = read("A shell hit Homs today.", "strike")

    assert (date(told), date(here)) == ("", "2019-05-04")
