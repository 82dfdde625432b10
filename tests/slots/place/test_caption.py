"""Captions and specificity of places."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claims.slots.place import caption, find_places, specificity


@pytest.mark.parametrize(
    ("words", "arabic", "english"),
    [
        ("Al Bukamal", "البوكمال", "Abu Kamal"),
        ("near Abu Kamal", "قرب البوكمال", "near Abu Kamal"),
        ("محافظة دير الزور", "محافظة دير الزور", "Deir ez-Zor Governorate"),
        (
            "eastern countryside of Deir ez-Zor",
            "ريف دير الزور الشرقي",
            "eastern countryside of Deir ez-Zor",
        ),
        ("ريف حلب", "ريف حلب", "Aleppo countryside"),
        ("شمال غرب الرقة", "شمال غرب الرقة", "northwest of Raqqa"),
        ("west bank of the Euphrates", "الضفة الغربية للفرات", "western bank of Euphrates"),
        (
            "northern outskirts of Latakia",
            "الأطراف الشمالية للاذقية",
            "northern outskirts of Latakia",
        ),
        ("northern Gaza Strip", "شمال قطاع غزة", "northern Gaza Strip"),
        ("قرية تل جراد", "تل جراد", "تل جراد"),
    ],
)
def test_a_caption_names_the_place_in_either_language(
    words: str, arabic: str, english: str
) -> None:
    """The relation and the name are put in the language asked for; a name in no gazetteer stays raw."""
    value = find_places(words)[0]
    assert caption(value, "ar") == arabic
    assert caption(value, "en") == english


def test_specificity_rises_from_country_to_building() -> None:
    """Country, province, countryside, city, village and hospital come in this order."""
    rising = ["سوريا", "محافظة حلب", "ريف حلب الشمالي", "مدينة حلب", "بلدة كنصفرة", "مشفى الباسل"]
    rates = [specificity(find_places(words)[0]) for words in rising]
    assert all(low < high for low, high in pairwise(rates[:5]))
    assert all(0 <= rate <= 1 for rate in rates)


@pytest.mark.parametrize("looser", ["قرب الرقة", "شمال الرقة", "بين الرقة والطبقة"])
def test_a_loose_relation_is_less_exact(looser: str) -> None:
    """Near, north of and between say less than in."""
    assert specificity(find_places(looser)[0]) < specificity(find_places("مدينة الرقة")[0])
