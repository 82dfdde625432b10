"""A name that somebody types by itself is the name of a place, whatever running text would make of it."""

from __future__ import annotations

import pytest

from claims.model import CasePlace
from claims.slots.place import find_places
from claims.slots.place.asked import listed_id, lying_in, much_like, named

MAYADIN, ASHARAH = "geonames:173480", "geonames:174036"
TOWN, PROVINCE = "geonames:170794", "admin1:SY-deir-ez-zor"


@pytest.mark.parametrize(
    "name", ["الميادين", "ميادين", "مدينة الميادين", "Mayadin", "al-mayadin", "Mayadeen", MAYADIN]
)
def test_any_whole_name_of_a_place_means_it_with_its_article_or_without(name: str) -> None:
    """In either language, with a word for its kind, or by id."""
    assert MAYADIN in named(name)


def test_a_name_needs_no_words_around_it_as_running_text_does() -> None:
    """العشارة alone is not read as a place in a text."""
    assert not find_places("العشارة")
    assert named("العشارة") == {ASHARAH}


def test_a_town_and_the_province_named_after_it_are_both_meant_unless_the_kind_is_said() -> None:
    """*Deir ez-Zor* is both; the governorate is one."""
    assert named("دير الزور") == named("Deir ez-Zor") == {TOWN, PROVINCE}
    assert named("محافظة دير الزور") == named("Deir ez-Zor Governorate") == {PROVINCE}
    assert named("مدينة دير الزور") == {TOWN}


def test_what_the_gazetteer_or_the_case_says_to_lie_in_a_place_lies_in_it() -> None:
    """Itself included; never the other way round."""
    own = (CasePlace("gorge", "Black Gorge", ("الوادي الأسود",), (MAYADIN,)),)
    assert lying_in(MAYADIN, {PROVINCE})
    assert lying_in(PROVINCE, {PROVINCE})
    assert not lying_in(PROVINCE, {MAYADIN})
    assert lying_in("gorge", {PROVINCE}, own)
    assert named("black gorge", own) == named("وادي الأسود", own) == {"gorge"}


def test_nothing_is_meant_by_what_is_no_name() -> None:
    """An empty name, or one that no list has."""
    assert named("") == named(" … ") == named("Qwertzuiopolis") == frozenset()


def test_names_much_like_another_are_told_in_its_letters() -> None:
    """A letter amiss, another spelling of the sounds, or the beginning of a longer name."""
    there = (MAYADIN, ASHARAH, "حي الكتف")
    assert much_like("المياديم", there) == ("الميادين",)
    assert much_like("Maiadin", there) == ("Al Mayadin",)
    assert much_like("الكتف", there) == ("حي الكتف",)
    assert much_like("باريس", there) == much_like("", there) == ()


def test_an_id_is_known_whatever_its_capitals() -> None:
    """As it stands in an index that folds them."""
    assert listed_id(PROVINCE.casefold()) == PROVINCE
    assert not listed_id("nowhere")
