"""Places that a case adds to the gazetteer."""

from __future__ import annotations

import pytest

from claims.model import CasePlace, Level
from claims.slots.place import compare, find_places

PLATEAU = CasePlace(
    "red-plateau", "Red Plateau", ("الهضبة الحمراء",), ("admin1:SY-raqqa",), 35.9, 39.0
)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("قصف على الهضبة الحمراء مساء اليوم", "in"),
        ("غارة قرب بلدة الهضبة الحمراء شمال المدينة", "near"),
        ("وصلوا للهضبة الحمراء فجرا", "in"),
        ("A strike near Red Plateau killed two", "near"),
    ],
)
def test_a_place_of_the_case_is_found_with_its_relation(text: str, relation: str) -> None:
    """By any of its names, with prefixes, and with what stands before it."""
    (place,) = (one for one in find_places(text, glossary=(PLATEAU,)) if one.id == PLATEAU.id)
    assert (place.name, place.relation, place.lat) == ("Red Plateau", relation, 35.9)
    assert place.span.of(text) == place.text
    assert place.within == ("admin1:SY-raqqa", "country:SY")


def test_a_longer_name_of_the_gazetteer_stays() -> None:
    """What the case calls Deir is not read inside Deir ez-Zor."""
    deir = CasePlace("deir", "Deir")
    found = find_places("A strike hit Deir ez-Zor city on Monday", glossary=(deir,))
    assert [place.id for place in found] == ["geonames:170794"]


def test_names_are_added_to_a_place_of_the_gazetteer() -> None:
    """Under its id a case gives it another name; its name and point stay."""
    named = CasePlace("geonames:172955", "the Caliphate's capital")
    (place,) = find_places("shelling in the Caliphate's capital", glossary=(named,))
    assert (place.id, place.name) == ("geonames:172955", "Raqqa")


def test_nothing_changes_where_the_case_names_nothing() -> None:
    """Places of other texts are read as without it."""
    text = "غارات على الرقة وريف دير الزور"
    assert find_places(text, glossary=(PLATEAU,)) == find_places(text)


def test_a_place_of_the_case_lies_in_what_contains_it() -> None:
    """It is compatible with its province, the same as itself, and never apart for want of an entry."""
    (own,) = find_places("A strike on Red Plateau", glossary=(PLATEAU,))
    (province,) = find_places("A strike in Raqqa province")
    assert compare(own, province)[0] is compare(province, own)[0] is Level.COMPATIBLE
    assert compare(own, own)[0] is Level.EQUAL
