"""Tolls that a sentence brings up to a sum, and what they keep of the event before them."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read


@pytest.mark.parametrize(
    "rise",
    [
        "ليرتفع إجمالي عدد الشهداء منذ السابع من أكتوبر إلى 300 شهيد",
        "لتصل حصيلة الشهداء منذ السابع من أكتوبر إلى 300 شهيد",
        "ليبلغ عدد الشهداء منذ السابع من أكتوبر 300 شهيد",
        "وبذلك يرتفع عدد الشهداء منذ السابع من أكتوبر إلى 300 شهيد",
    ],
)
def test_a_sum_since_a_day_is_of_that_time_and_not_of_the_day_of_the_event(rise: str) -> None:
    """The event keeps its day and place; the sum has its own time and no place of the event."""
    text = f"استشهد ستة أشخاص أمس بغارة على بلدة بيت حانون، {rise}."

    dead, total = read(text, "casualties", published="2023-11-14")

    assert (date(dead), places(dead)) == ("2023-11-13", ["Beit Hanoun"])
    assert (date(total), places(total)) == ("2023-10-07/..", [])
    assert [figure.low for figure in (*dead.quantities, *total.quantities)] == [6, 300]


def test_a_sum_over_all_has_neither_day_nor_place_of_the_last_event() -> None:
    """The bodies of a day are of it, «العدد الكلي» is not."""
    text = "انتشلت الفرق أمس 12 جثة في حي الزنجيلي، ليصل العدد الكلي للجثث إلى 90 جثة."

    found, total = read(text, "casualties", published="2017-06-10")

    assert (date(found), places(found)) == ("2017-06-09", ["Zanjili"])
    assert (date(total), places(total), actors(total)) == ("", [], [])


def test_a_toll_of_the_event_that_rises_is_of_the_event() -> None:
    """Without a time of its own and without a word for a sum, the new toll is that of the event."""
    text = "توفي جريحان من قصف أمس على بلدة آفس، لترتفع الحصيلة إلى 7 قتلى."

    [*_, toll] = read(text, "casualties", published="2022-02-10")

    assert places(toll) == ["Afis"]


@pytest.mark.parametrize(
    ("text", "dead", "place"),
    [
        ("أودت معارك في العاصمة طرابلس بحياة 55 شخصاً.", 55, "Tripoli (Libya)"),
        ("أودى لغم أرضي بحياة طفلين في مديرية حيس.", 2, "Hays"),
    ],
)
def test_what_took_lives_is_a_toll_though_its_subject_stands_between(
    text: str, dead: int, place: str
) -> None:
    """«أودى … بحياة» counts the dead as «أودى بحياة» does."""
    [claim] = read(text, "casualties")

    assert ([figure.low for figure in claim.quantities], places(claim)) == ([dead], [place])


def test_a_hospital_that_stopped_working_after_a_strike_is_damage_and_the_strike_took_place() -> (
    None
):
    """«توقف عن العمل» says nothing of whether the attack goes on."""
    text = "توقف مشفى الكندي عن العمل بعد استهدافه بقنابل عنقودية أمس."

    claims = read(text)

    assert [(claim.kind, str(claim.modality)) for claim in claims] == [
        ("damage", "asserted"),
        ("strike", "asserted"),
    ]


def test_troops_on_their_way_to_the_area_were_not_hit_there() -> None:
    """The place that a deed points to is none of it where those it hit were only going to it."""
    text = "سيطر الجيش على بلدة حيس أمس. ودكّت مدفعيته تعزيزات كانت في طريقها إلى البلدة."

    [claim] = read(text, "strike")

    assert places(claim) == []
