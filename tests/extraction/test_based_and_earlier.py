"""Where those who fire are based, losses of an earlier event elsewhere, and what is hit behind a means."""

from __future__ import annotations

import pytest

from tests.extraction.reading import date, places, read, targets


def test_where_a_unit_is_based_is_not_where_its_shells_fall() -> None:
    """Forces based in a regiment in Sinja shelled Kassala."""
    text = (
        "قُتلت امرأتان بقصف من القوات الحكومية المتمركزة في اللواء 91 في مدينة سنجة، على مدينة كسلا."
    )
    assert {tuple(places(one)) for one in read(text)} == {("Kassala",)}


def test_losses_of_an_earlier_event_at_another_town_are_not_of_the_first() -> None:
    """What came of a massacre the day before in one village is not of the shelling of another in the same province."""
    text = (
        "قُتل، في 11 أيلول الماضي، أربعة فتيان في البارة بمدفعية النظام، سبق ذلك بيوم ارتكاب جيش النظام مجزرة "
        "في قرية إحسم جنوبي إدلب، ما أسفر عن مقتل ثلاثة أطفال، إثر قصف بيوت الأهالي بالمدفعية."
    )
    later = [
        one
        for one in read(text, published="2021-10-05")
        if one.quantities and one.quantities[0].low == 3
    ]
    assert [("Al-Bara" in places(one), date(one)) for one in later] == [(False, "")]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("قصف قوات الدعم السريع بالمدفعية مدرسة في كسلا.", ["school"]),
        (
            "إصابة 4 مدنيين بقصف الجيش السوداني بالمدفعية الأحياء السكنية في كسلا.",
            ["residential area"],
        ),
    ],
)
def test_a_means_parts_no_doer_from_what_is_hit(text: str, hit: list[str]) -> None:
    """Behind a noun of action, its doer and what it was done with stands what it fell on."""
    assert targets(read(text, "strike")[-1]) == hit
