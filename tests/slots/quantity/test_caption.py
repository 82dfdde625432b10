"""Quantities in words: number agreement of Arabic, bounds, rates, and how specific a figure is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Quantity, Span
from claims.slots.quantity import caption, find_quantities, kinds, specificity, units


def plain(
    number: float, unit: str, of: str = "", *, approximate: bool = False, above: bool = False
) -> Quantity:
    """A quantity that is one number, or that number at least."""
    return Quantity(
        low=number,
        high=None if above else number,
        low_open=False,
        high_open=False,
        approximate=approximate,
        unit=unit,
        of=of,
        text="…",
        span=Span(0, 1),
    )


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (0, "0 غارات", "0 strikes"),
        (1, "غارة واحدة", "1 strike"),
        (2, "غارتان", "2 strikes"),
        (3, "3 غارات", "3 strikes"),
        (10, "10 غارات", "10 strikes"),
        (11, "11 غارة", "11 strikes"),
        (100, "100 غارة", "100 strikes"),
        (102, "102 غارة", "102 strikes"),
        (103, "103 غارات", "103 strikes"),
        (13221, "13,221 غارة", "13,221 strikes"),
    ],
)
def test_arabic_counts_with_the_right_form(number: int, arabic: str, english: str) -> None:
    """One and two in words, plural behind 3 to 10, accusative behind 11 to 99, singular behind hundreds."""
    value = plain(number, "strikes")
    assert caption(value, "ar") == arabic
    assert caption(value, "en") == english


@pytest.mark.parametrize(
    ("number", "arabic"),
    [(1, "قتيل واحد"), (2, "قتيلان"), (5, "5 قتلى"), (23, "23 قتيلاً"), (200, "200 قتيل")],
)
def test_masculine_nouns_take_tanween_behind_eleven(number: int, arabic: str) -> None:
    """The accusative is written where it is written."""
    assert caption(plain(number, "killed"), "ar") == arabic


@pytest.mark.parametrize(
    ("text", "arabic", "english"),
    [
        ("أكثر من خمس غارات", "أكثر من 5 غارات", "more than 5 strikes"),
        ("ما لا يقل عن غارتين", "ما لا يقل عن غارتين", "at least 2 strikes"),
        ("أقل من عشر غارات", "أقل من 10 غارات", "fewer than 10 strikes"),
        ("أقل من 10 كم", "أقل من 10 كيلومترات", "less than 10 kilometres"),
        ("حتى عشر غارات", "ما يصل إلى 10 غارات", "up to 10 strikes"),
        ("نحو 60 دولة", "نحو 60 دولة", "about 60 states"),
        ("بين 200 و250 قتيلا", "بين 200 و250 قتيلاً", "200 to 250 killed"),
        ("مقتل 12 طفلا", "12 قتيلاً من الأطفال", "12 children killed"),
        ("12 مدنيا", "12 مدنياً", "12 civilians"),
        ("100 عنصر", "100 عنصر من المقاتلين", "100 members (fighters)"),
        ("70%", "70%", "70%"),
        ("بين 70 و80 بالمئة", "بين 70% و80%", "70 to 80%"),
        ("13.6 مليون دولار يوميا", "13,600,000 دولار يومياً", "13,600,000 US dollars per day"),
        ("7.7 درجات", "7.7 درجة", "7.7 degrees"),
        ("طائرتان مسيرتان", "طائرتان مسيّرتان", "2 drones"),
        ("12 سيارة إسعاف", "12 سيارة إسعاف", "12 ambulances"),
        ("عشرات القتلى", "ما لا يقل عن 20 قتيلاً", "at least 20 killed"),
        ("نحو 400 ألف", "نحو 400,000", "about 400,000"),
        ("one civilian was killed", "قتيل واحد من المدنيين", "1 civilian killed"),
    ],
)
def test_a_figure_is_said_with_its_bounds(text: str, arabic: str, english: str) -> None:
    """As an agency would write it, in either language."""
    value = find_quantities(text)[0]
    assert caption(value, "ar") == arabic
    assert caption(value, "en") == english


@given(
    st.sampled_from(sorted(units())),
    st.sampled_from(["", *kinds()]),
    st.integers(0, 5000) | st.floats(0, 100),
    st.fixed_dictionaries({"approximate": st.booleans(), "above": st.booleans()}),
)
def test_every_unit_can_be_said_in_both_languages(
    unit: str, of: str, number: float, flags: dict[str, bool]
) -> None:
    """No unit, kind or number is without words."""
    value = plain(number, unit, of, **flags)
    assert caption(value, "ar").strip()
    assert caption(value, "en").strip()
    assert 0 <= specificity(value) <= 1


def test_a_caption_in_digits_is_read_back_as_the_same_figure() -> None:
    """English captions of plain units are themselves phrasings of their meaning."""
    for unit in ("strikes", "killed", "injured", "tanks", "families", "states", "schools"):
        for value in (
            plain(7, unit),
            plain(45, unit, above=True),
            plain(45, unit, approximate=True),
        ):
            (found,) = find_quantities(caption(value, "en"))
            assert (found.low, found.high, found.approximate, found.unit) == (
                value.low,
                value.high,
                value.approximate,
                unit,
            )


def test_the_more_a_figure_pins_down_the_more_specific_it_is() -> None:
    """Exact before approximate before bounded; with its unit before without; of a kind before of people at large."""
    exact = plain(12, "killed", "civilian")
    assert specificity(exact) == 1
    assert specificity(plain(12, "killed")) < specificity(exact)
    assert specificity(plain(12, "killed", "civilian", approximate=True)) < specificity(exact)
    assert specificity(plain(12, "killed", "civilian", above=True)) < specificity(
        plain(12, "killed", "civilian", approximate=True)
    )
    assert specificity(plain(12, "")) < specificity(plain(12, "strikes"))
