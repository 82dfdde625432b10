"""Two places side by side: level, sentence, symmetry."""

from __future__ import annotations

from itertools import product

import pytest

from claims.model import Level, Place
from claims.slots.isolates import isolated
from claims.slots.place import compare, find_places

PROVINCE = ("admin1:SY-deir-ez-zor",)


def place(words: str) -> Place:
    """The first place that words name, read in a text about Deir ez-Zor where they name none by themselves."""
    found = find_places(words) or find_places(f"في {words}", near=PROVINCE)
    return found[0]


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("مدينة البوكمال", "Al Bukamal", Level.EQUAL),
        ("قرب البوكمال", "near Abu Kamal", Level.EQUAL),
        ("مدينة البوكمال", "near Al-Bukamal", Level.COMPATIBLE),
        ("شمال الرقة", "شمال شرق الرقة", Level.COMPATIBLE),
        ("شمال الرقة", "جنوب الرقة", Level.DIFFERENT),
        ("البوكمال", "محافظة دير الزور", Level.COMPATIBLE),
        ("إدلب", "سوريا", Level.COMPATIBLE),
        ("البوكمال", "ريف دير الزور الشرقي", Level.COMPATIBLE),
        ("مدينة البوكمال", "ريف دير الزور الغربي", Level.DIFFERENT),
        ("الرقة", "دير الزور", Level.DIFFERENT),
        ("دوما", "حرستا", Level.COMPATIBLE),
        ("near Hajin", "As Susah", Level.COMPATIBLE),
        ("خان يونس", "رفح", Level.DIFFERENT),
        ("مخيم جباليا", "مدينة جباليا", Level.COMPATIBLE),
        ("الساحل الأيمن", "حي الموصل الجديدة", Level.ABSENT),
        ("بين البوكمال والميادين", "بلدة العشارة", Level.COMPATIBLE),
        ("سد الموصل", "الموصل", Level.DIFFERENT),
        ("نهر الفرات", "مدينة الميادين", Level.COMPATIBLE),
        ("نهر الفرات", "مدينة إدلب", Level.DIFFERENT),
        ("حي الدرعية في الرقة", "الرقة", Level.COMPATIBLE),
        ("مدينة الميادين", "بلدة القورية", Level.DIFFERENT),
        ("قرب خشام", "قرية مراط", Level.ABSENT),
    ],
)
def test_the_level_follows_from_what_is_known(left: str, right: str, level: Level) -> None:
    """Identity, containment, overlap, direction and distance decide; what cannot be told is absent."""
    assert compare(place(left), place(right))[0] is level


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("قرية أم المرا", "قرية ام المرا", Level.EQUAL),
        ("قرب قرية أم المرا", "قرية أم المرا", Level.COMPATIBLE),
        ("قرية أم المرا", "قرية تل جراد", Level.DIFFERENT),
        ("قرية تل جراد", "قرية تل جرادي", Level.COMPATIBLE),
        ("قرية أم المرا بريف حلب", "محافظة حلب", Level.COMPATIBLE),
        ("قرية أم المرا", "محافظة حلب", Level.ABSENT),
        ("قرية قيبر", "the village of Qaybar", Level.COMPATIBLE),
        ("قرية تل جراد", "the village of Umm Walad", Level.ABSENT),
        ("قرية أم المرا", "مدينة حلب", Level.ABSENT),
        ("قرية أم المرا", "قرية خشام", Level.DIFFERENT),
    ],
)
def test_a_place_in_no_gazetteer_is_compared_by_its_name(
    left: str, right: str, level: Level
) -> None:
    """Names decide where they can; a village that may lie in an area is not held against it."""
    assert compare(place(left), place(right))[0] is level


def pool() -> list[Place]:
    """Places of every sort."""
    words = [
        "سوريا",
        "محافظة حلب",
        "ريف حلب الشمالي",
        "شمال حلب",
        "مدينة حلب",
        "حي الجزماتي في حلب",
        "نهر الفرات",
        "الضفة الغربية لنهر الفرات",
        "قرية أم المرا بريف حلب",
        "قرية تل جراد",
        "the village of Umm Walad",
        "near Kobani",
        "بلدة القورية",
        "طرابلس",
        "شمال غرب سوريا",
        "الحدود السورية العراقية",
    ]
    return [place(one) for one in words]


@pytest.mark.parametrize(("left", "right"), list(product(pool(), repeat=2)))
def test_a_comparison_mirrors(left: Place, right: Place) -> None:
    """Either order gives one level, and both sentences quote both sides in both languages."""
    level, message = compare(left, right)
    mirrored, other = compare(right, left)
    assert level is mirrored
    for sentence in (message, other):
        for side in (left, right):
            assert f"«{isolated(side.text, 'ar')}»" in sentence.ar
            assert f"“{isolated(side.text, 'en')}”" in sentence.en


@pytest.mark.parametrize("value", pool(), ids=lambda value: value.text)
def test_a_place_equals_itself(value: Place) -> None:
    """Whatever is found is the same place as itself."""
    assert compare(value, value)[0] is Level.EQUAL


def test_the_sentence_states_distance_and_tolerance() -> None:
    """Kilometres and the tolerance they were held against stand in the sentence."""
    _, message = compare(place("الرقة"), place("دير الزور"))
    assert "123" in message.en
    assert "of 6 km" in message.en
    assert "123" in message.ar
