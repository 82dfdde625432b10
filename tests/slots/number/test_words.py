"""Number words of both languages, against a generator that shares nothing with the reader."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.slots.number import find_numbers
from tests.slots.number.generator import LARGEST, Style, arabic, english

numbers = st.integers(0, LARGEST) | st.integers(0, 2_500)
styles = st.builds(Style, *[st.booleans()] * 7)


def values(text: str) -> list[int | float]:
    """The values of all numbers in ``text``."""
    return [number.value for number in find_numbers(text)]


@given(numbers, styles)
def test_arabic_words_of_a_number_are_read_back(number: int, style: Style) -> None:
    """Any whole number below a million in words gives itself, in both genders, all cases and spellings."""
    assert values(arabic(number, style)) == [number]


@given(numbers, st.booleans(), st.booleans())
def test_english_words_of_a_number_are_read_back(
    number: int, hyphen: bool, conjunction: bool
) -> None:
    """With and without hyphens and the British "and"."""
    assert values(english(number, hyphen=hyphen, conjunction=conjunction)) == [number]


@given(st.integers(1, 999), styles)
def test_a_scale_word_multiplies_what_stands_before_it(number: int, style: Style) -> None:
    """N million is N times a million, in words as in digits."""
    assert values(f"{arabic(number, style)} مليون") == [number * 1_000_000]
    assert values(f"{number} مليون") == [number * 1_000_000]
    assert values(f"{english(number)} million") == [number * 1_000_000]


@given(st.integers(1, 999), st.integers(0, 999))
def test_digits_and_words_mix(thousands: int, rest: int) -> None:
    """13 ألفا و221 is 13,221."""
    if rest:
        assert values(f"{thousands} ألفا و{rest}") == [thousands * 1000 + rest]
        assert values(f"{thousands} ألفاً و {rest}") == [thousands * 1000 + rest]
    else:
        assert values(f"{thousands} ألفا") == [thousands * 1000]


@given(numbers, styles, styles)
def test_two_numbers_in_words_stay_two(number: int, one: Style, other: Style) -> None:
    """A noun between parts them."""
    text = f"{arabic(number, one)} قتيلا و{arabic(7, other)} جرحى"
    assert values(text) == [number, 7]


def test_every_number_below_two_thousand_is_read_back() -> None:
    """No gap among the small numbers that tolls are made of."""
    for number in range(2_000):
        assert values(arabic(number, Style())) == [number]
        assert values(arabic(number, Style(feminine=True, genitive=True))) == [number]
        assert values(english(number)) == [number]
