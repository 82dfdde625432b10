"""Places in no gazetteer that fronts, lists and brackets name."""

from __future__ import annotations

import pytest

from claims.slots.place import find_places


def names(text: str) -> list[str]:
    """Names of the places of a text, in its order."""
    return [place.name for place in find_places(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("اندلعت اشتباكات على محور البرقوم بريف حلب الغربي.", "البرقوم"),
        ("هاجمت قوات المجلس الانتقالي جبهة العزانية شمال الضالع.", "العزانية"),
        ("قصفت المدفعية مواقع في جبهة “معرة مسكين” أمس.", "معرة مسكين"),
        ("قُنص جندي على محور تل الرمان.", "تل الرمان"),
    ],
)
def test_a_front_is_called_after_a_place_in_no_gazetteer(text: str, found: str) -> None:
    """Behind محور and جبهة a name stands that begins like one, is in marks, or is said to lie somewhere."""
    assert names(text)[0] == found


def test_two_fronts_are_called_after_two_places() -> None:
    """«محوري … و…» names two."""
    assert names("هاجموا نقاطاً على محوري معرة مسكين والبرقوم بريف إدلب.")[:2] == [
        "معرة مسكين",
        "البرقوم",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "بايع جبهة النصرة شمال حمص.",
        "تعهد محور المقاومة بالرد.",
        "فُتحت جبهة قتال شرق تعز.",
        "ظلت جبهة ساخنة غرب مأرب.",
        "هدأ القتال على كل محور.",
    ],
)
def test_what_else_is_called_a_front_or_an_axis_names_no_place(text: str) -> None:
    """A group, an alliance, and a front that is only described."""
    assert not [place for place in find_places(text) if not place.id]


@pytest.mark.parametrize(
    "text",
    [
        "تعرضت قرى البرقوم ومنيخر والعزانية لقصف مدفعي.",
        "تعرضت قرى البرقوم ومنيخر والعزانية لغارات ليلية.",
        "شهدت قرى البرقوم ومنيخر والعزانية بريف مأرب نزوحاً.",
    ],
)
def test_the_last_village_of_a_list_ends_where_it_is_told_what_befell_it(text: str) -> None:
    """ل and ب written onto shelling or a province end the list."""
    assert names(text)[:3] == ["البرقوم", "منيخر", "العزانية"]


def test_villages_in_brackets_behind_a_plural_are_places() -> None:
    """«قرى الريف الغربي (…)» names them in brackets."""
    text = "تتعرض قرى الريف الغربي (تل الرمان والبرقوم وعين عيسى) لقصف."
    assert names(text)[:3] == ["تل الرمان", "البرقوم", "Ain Issa"]


@pytest.mark.parametrize(
    "text",
    [
        "نزح سكان قرى الريف الغربي (وعددهم ألفان) أمس.",
        "وصل إلى قرى الريف (المحرر) أمس.",
        "عاد سكان القرى (نحو ألفين) إلى بيوتهم.",
    ],
)
def test_what_else_stands_in_brackets_behind_a_plural_is_no_village(text: str) -> None:
    """A count, or a word that describes them."""
    assert not [place for place in find_places(text) if not place.id]


def test_a_village_of_which_there_are_several_is_named_in_a_list_of_villages() -> None:
    """Nothing says which Shinan is meant, but one of them was shelled, too."""
    assert names("تعرضت قرى سفوهن وشنان لقصف مدفعي.") == ["Sufuhun", "شنان"]


def test_a_weekday_behind_a_list_of_areas_is_no_place() -> None:
    """«مناطق شمال غربي سوريا، الأحد»: on Sunday."""
    assert names("شهدت مناطق شمال غربي سوريا، الأحد، قصفاً.") == ["northwest Syria"]
