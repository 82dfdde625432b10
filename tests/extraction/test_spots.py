"""Which place *the town*, «البلدة» or *there* means."""

from __future__ import annotations

import pytest

from tests.extraction.reading import date, places, read


@pytest.mark.parametrize(
    "text",
    [
        "قُصف مخيم جباليا ليلاً. وطال القصف أيضاً مخيم النصيرات. وقُتل طفل جراء قصف استهدف المخيم.",
        "Shells hit the town of Bakhmut. Rockets fell on the town of Soledar. Three people were killed in the town.",
    ],
)
def test_of_two_towns_none_is_the_town(text: str) -> None:
    """Where two places of the kind stand near, the phrase means neither of them."""
    assert places(read(text, "casualties")[-1]) == []


def test_the_camp_is_the_only_camp_whatever_towns_stand_between() -> None:
    """A town named later is no camp; the one camp of the text is meant."""
    text = (
        "سقطت قذيفتان على مخيم النصيرات صباحاً. وزار وزير الصحة مدينة العريش برفقة وفد. "
        "وقال مسعفون إن امرأة قُتلت في المخيم."
    )

    assert places(read(text, "casualties")[-1]) == ["Nuseirat camp"]


@pytest.mark.parametrize(
    "text",
    [
        "قصف الطيران قرية الباغوز. وأعلنت الدول اتفاقاً في العراق عام 2016، إلا أن الطيران قصف المنطقة مراراً.",
        "Jets bombed the village of Baghuz. Two governments signed a truce for Iraq. Aircraft bombed the area again.",
    ],
)
def test_the_area_is_no_village_where_a_country_was_spoken_of_last(text: str) -> None:
    """What is told of a wide place is not told of the village before it."""
    assert places(read(text, "strike")[-1]) == []


def test_a_loss_there_is_of_the_day_of_what_happened_there() -> None:
    """Four soldiers *there* died in what was told right before of that place."""
    text = "The army captured the village of Arak on 8 June 2017. Four soldiers were killed there, residents said."

    [dead] = read(text, "casualties", published="2017-06-10")

    assert (date(dead), places(dead)) == ("2017-06-08", ["Arak"])


@pytest.mark.parametrize(
    ("town", "known"), [("Bucha", True), ("Jos", True), ("Barga", False), ("Zelm", False)]
)
def test_a_town_of_some_size_is_known_where_its_name_stands_as_a_place(
    town: str, known: bool
) -> None:
    """What may be a word or a person elsewhere is the town behind *in*; a village of the name may lie anywhere."""
    [claim] = read(f"A bomb killed four people in {town} on 20 May 2014.", "casualties")

    assert [(place.name, bool(place.id)) for place in claim.places] == [(town, known)]


def test_live_rounds_are_no_quarter() -> None:
    """«الحي» behind bullets is an adjective and points to no place: the account goes on where it was."""
    text = "أصيب عامل في قباطية أمس بالرصاص المطاطي. وأصيب آخر بالرصاص الحي."

    assert places(read(text, "casualties")[-1]) == ["Qabatiyah"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "اقتحم مسلحون قرية ود النورة صباح أمس. القرية محاصرة منذ الصباح من ثلاث جهات.",
            "control",
            ["Wad al-Noura"],
        ),
        (
            "سقطت قذيفة على بلدة آفس أمس. وتبعد البلدة نحو كيلومترين عن خط التماس.",
            "statistic",
            ["Afis"],
        ),
        (
            "قُتل راع بانفجار لغم في مديرية باقم. وأعلن طبيب أن المديرية تعرضت لقصف مدفعي.",
            "strike",
            ["Baqim"],
        ),
        (
            "وصلت تعزيزات إلى ولاية النيل الأزرق. وقُتل 10 أشخاص في الولاية.",
            "casualties",
            ["Blue Nile State"],
        ),
    ],
)
def test_what_is_told_of_the_village_or_district_is_told_of_the_one_named(
    text: str, kind: str, place: list[str]
) -> None:
    """«القرية» under siege, «المديرية» and «الولاية» are the ones called so right before."""
    assert places(read(text, kind)[-1]) == place


@pytest.mark.parametrize(
    "text",
    [
        "سقطت قذيفة على سرمين. وزارت فرق المديرية مدرستين تؤويان 400 تلميذ.",
        "قُصفت بلدة آفس. ويعمل 20 شاباً من البلدة في معمل للسجاد.",
    ],
)
def test_a_directorate_is_no_town_and_people_of_a_town_may_be_elsewhere(text: str) -> None:
    """«المديرية» points only to a district called so, and whoever is *of the town* need not be in it."""
    assert places(read(text)[-1]) == []
