"""A speaker or a place that pairs are asked for by is a name, held against those that the claims of the case have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.model import CasePlace, UnknownName, Wanted
from claims.services import Case, open_case

_OFFICIAL = "The defence ministry said a strike hit a depot in {town} on 3 May 2019."
_LOCAL = "Local networks said a strike hit a school in {town} on 3 May 2019."
_TOWNS = ("Al Mayadin", "Abu Kamal", "Raqqa")


@pytest.fixture
def towns(settings: object) -> Iterator[Case]:
    """Two towns of one province and one of another, a pair in each."""
    with open_case(settings) as case:  # type: ignore[arg-type]
        for number, town in enumerate(_TOWNS):
            for speaker, said in enumerate((_OFFICIAL, _LOCAL)):
                text = said.format(town=town)
                case.documents.add_bytes(text.encode(), name=f"{number}{speaker}.txt")
        case.pairs.compare()
        yield case


def _count(case: Case, place: str) -> int:
    return len(case.review.queue(wanted=Wanted(place=place), limit=100))


@pytest.mark.parametrize("name", ["الميادين", "ميادين", "Mayadin", "Al-Mayadin", "Mayadeen"])
def test_a_place_of_the_case_is_found_by_its_bare_name(towns: Case, name: str) -> None:
    """Also where running text would need more words to see a place in it."""
    assert _count(towns, name) == 1
    assert towns.review.unknown(Wanted(place=name)) == ()


def test_a_province_finds_what_lies_in_it_and_a_town_only_itself(towns: Case) -> None:
    """«دير الزور» is the province as well as its town."""
    assert _count(towns, "دير الزور") == _count(towns, "Deir ez-Zor") == 2
    assert _count(towns, "Syria") == 3
    assert _count(towns, "الرقة") == 1


def test_the_next_pair_is_asked_for_by_the_same_names(towns: Case) -> None:
    """As the queue is, and what a screen is given."""
    item = towns.review.next(wanted=Wanted(place="ميادين"))
    assert item is not None
    assert "Mayadin" in item.left.claim.statement
    assert len(towns.review.hand(wanted=Wanted(place="دير الزور"))) == 2


def test_of_an_unknown_name_those_much_like_it_are_told(towns: Case) -> None:
    """Places in the letters of the question, speakers as the case has them; nothing where nothing is near."""
    place, speaker = towns.review.unknown(Wanted(place="الميادن", source="zzz"))[::-1]
    assert place == UnknownName("الميادن", ("الميادين",))
    assert speaker == UnknownName("zzz")
    assert towns.review.unknown(Wanted(place="Paris")) == (UnknownName("Paris"),)


def test_a_name_that_the_case_adds_asks_for_its_place(towns: Case) -> None:
    """And so does a place of its own around others."""
    towns.wordlist.put(CasePlace("geonames:173480", "Al Mayadin", ("Little Meadow",)))
    assert _count(towns, "little meadow") == 1
