"""Villages that people are of, teams that reach the town told of, and what came of an event of before."""

from __future__ import annotations

import pytest

from tests.extraction.reading import date, places, read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قُتل راعيان من أهالي بلدة بنش بقصف مدفعي على البلدة.", "Binnish"),
        ("أصيب مزارع من قرية العزانية في قصف على أطراف القرية.", "العزانية"),
    ],
)
def test_the_village_that_was_hit_is_the_one_its_people_are_of(text: str, place: str) -> None:
    """«على البلدة» behind «من أهالي بلدة …» means that town."""
    assert {tuple(places(claim)) for claim in read(text)} == {(place,)}


def test_people_who_fled_a_town_were_not_hit_there() -> None:
    """Of the displaced nobody knows which town is meant."""
    text = "قُتل نازحون من بلدة بنش بقصف على البلدة."
    assert not any(places(claim) for claim in read(text))


def test_teams_reach_the_town_that_the_sentence_before_told_of() -> None:
    """They help there, and aircraft fly there; nothing is said of the day."""
    text = (
        "قصفت المدفعية بلدة بنش أمس الجمعة.\n"
        "وأسعفت فرق الدفاع المدني المصابين من البلدة، فيما تحلق طائرات مسيرة في أجواء البلدة."
    )
    [helped] = read(text, "relief")
    assert (places(helped), date(helped)) == (["Binnish"], "")


def test_what_came_of_an_event_of_before_has_no_day_of_the_one_behind_which_it_stands() -> None:
    """«سبق ذلك …»: the losses are of the earlier shelling, of which nobody tells the day."""
    text = (
        "قصف الجيش السوري بلدة بنش أمس الجمعة. "
        "وقُتل، في 20 من نيسان الماضي، أربعة أطفال في بنش بقصف الجيش السوري، سبق ذلك بيوم ارتكاب الجيش "
        "مجزرة في قرية بلشون في ريف إدلب الجنوبي، ما أسفر عن مقتل رجلين، نتيجة قصف مدفعي على المنازل."
    )
    found = [(places(claim)[0], date(claim)) for claim in read(text)]
    assert [day for place, day in found if place == "Balshun"] == ["", "", ""]
    assert ("Binnish", "2019-04-20") in found
