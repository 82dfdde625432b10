"""Values of the finders become the notation of the labels."""

from __future__ import annotations

import pytest

from claims.evaluation import found_of, notation
from claims.model import DateValue, Party, Place, Quantity, Span

SPAN = Span(3, 9)


@pytest.mark.parametrize(
    ("bounds", "marks", "written"),
    [
        ((9, 9), (), "9"),
        ((15, 15), ("approximate",), "~15"),
        ((5, None), ("low_open",), ">5"),
        ((20, None), (), "20+"),
        ((None, 10), (), "..10"),
        ((None, 10), ("high_open",), "<10"),
        ((40, 45), (), "40-45"),
        ((67, None), ("low_open", "approximate"), ">~67"),
        ((2.5, 2.5), (), "2.5"),
        ((250_000_000_000, 400_000_000_000), (), "250000000000-400000000000"),
        ((None, None), (), "?"),
    ],
)
def test_bounds_are_written_in_one_word(
    bounds: tuple[float | None, float | None], marks: tuple[str, ...], written: str
) -> None:
    """Each kind of bound has a notation of its own."""
    assert notation(*bounds, **dict.fromkeys(marks, True)) == written


def test_a_quantity_reads_as_number_unit_and_of_whom() -> None:
    """All three must be right for the label to be met."""
    quantity = Quantity(5, 5, False, False, False, "killed", "child", "five", SPAN)

    assert found_of(quantity).readings == {"5|killed|child"}


def test_a_date_reads_as_its_edtf() -> None:
    """Where it stands is kept beside it."""
    found = found_of(DateValue("2018-03", "in March", SPAN, "looks-back"))

    assert found.readings == {"2018-03"}
    assert (found.words, found.start) == ("in March", 3)


@pytest.mark.parametrize(
    ("place", "local"), [("geonames:1", False), ("local:tanak-oil-field", True), ("", True)]
)
def test_a_place_beyond_geonames_also_reads_as_local(place: str, *, local: bool) -> None:
    """Whether it is in a supplement or in no gazetteer at all."""
    readings = found_of(Place("x", place, None, None, "in", "x", SPAN)).readings

    assert place in readings
    assert ("local" in readings) == local


def test_each_candidate_of_an_ambiguous_place_is_kept_apart_from_the_best() -> None:
    """A label can ask for the best or for one among them."""
    place = Place("x", "a", None, None, "in", "x", SPAN, candidates=("a", "b"))

    assert found_of(place).readings == {"a", "among a", "among b"}


def test_a_group_in_no_lexicon_reads_as_its_words() -> None:
    """Behind a question mark."""
    assert found_of(Party("x", "", "militia", "X Brigade", SPAN)).readings == {"?X Brigade"}


@pytest.mark.parametrize(("kind", "unnamed"), [("civilians", True), ("militia", False)])
def test_people_and_things_hit_are_no_names(kind: str, *, unnamed: bool) -> None:
    """The unseen labels name those who act, speak or are fought."""
    assert found_of(Party("x", "x", kind, "x", SPAN)).unnamed == unnamed
