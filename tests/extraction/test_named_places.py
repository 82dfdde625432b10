"""Who asks for places alone is given those of the gazetteer and English names that only the words around make places."""

import pytest

import claims


def names(text: str, language: str = "") -> list[str]:
    """The words of the places of a text."""
    return [place.text for place in claims.find_places(text, language=language)]


def test_a_town_in_no_gazetteer_is_named_by_the_word_before_it() -> None:
    """It has no id, and its words are those of the text."""
    text = "Shells fell in Drumvale on Friday, and two people died near Oster Hollow."
    found = claims.find_places(text)
    assert [place.text for place in found] == ["Drumvale", "near Oster Hollow"]
    assert [place.id for place in found] == ["", ""]
    assert all(text[place.span.start : place.span.end] == place.text for place in found)


def test_nobody_is_a_place() -> None:
    """The fall of a ruler, a day and a party behind *in* name none."""
    assert names("Many came home since the fall of Assad, in Hamas and in October.") == []


def test_an_arabic_text_is_not_searched_for_english_names() -> None:
    """There they are names of pages and of accounts."""
    assert names("قُصفت المدينة، المصدر: posted in Drumvale, by admin", language="ar") == []


@pytest.mark.parametrize("language", ["", "ar"])
def test_a_place_inside_the_name_of_a_group_is_no_scene(language: str) -> None:
    """The front is called after Tigray, and fought in Amhara."""
    text = "جبهة تحرير شعب تيغراي قصفت بلدة في إقليم أمهرة"
    assert names(text, language) == ["إقليم أمهرة"]
