"""Numbers in digits, mixed forms, and what makes one number of several words."""

from __future__ import annotations

import pytest

from claims.slots.number import Form, Number, find_numbers, read_digits
from claims.text.tokens import tokens

CASES = {
    "13 ألفا و221": [13221],
    "7,5 مليون": [7_500_000],
    "نحو 400 ألف": [400_000],
    "أكثر من 100": [100],
    "ثلاثة وعشرون": [23],
    "خمسة عشر مدنياً": [15],
    "مئة وخمسون ألفاً": [150_000],
    "٣٥٠ ألف": [350_000],
    "۳۵۰ ألف": [350_000],
    "بين 20 و30 قتيلا": [20, 30],
    "1,250": [1250],
    "more than 12 500 people": [12_500],
    "نحو 1 200 000 نازح": [1_200_000],
    "on May 12 500 people": [12, 500],
    "about 40 5000": [40, 5000],
    "مليونين ونصف المليون": [2_500_000],
    "11 طفلاً و7 نساء": [11, 7],
    "ألفي مقاتل": [2000],
    "مئتا قتيل": [200],
    "سبعين بالمئة": [70, 100],
    "أربعمائة وسبعة وثمانين": [487],
    "ثلاثة آلاف ومئتان وخمسون": [3250],
    "2,3 مليار دولار": [2_300_000_000],
    "مليون و200 ألف": [1_200_000],
    "خمسة آلاف": [5000],
    "٧٫٥ مليون": [7_500_000],
    "١٣٬٢٢١": [13221],
    "ما لا يقل عن 45 مدنيا": [45],
    "خمسة وستة": [5, 6],
    "3 و5": [3, 5],
    "نصف مليون": [500_000],
    "ثلاثة ملايين ونصف": [3_500_000],
    "ثلاثة ونصف": [3.5],
    "مئة و20": [120],
    "مدار11 شهر": [11],
    "23مارس": [23],
    "ألف مليون": [1_000_000_000],
    "قرية بليون": [],
    "ثلاثة بلايين": [3_000_000_000],
    "لست متأكدا": [],
    "أحد عناصر": [],
    "two and a half million": [2_500_000],
    "a hundred and five": [105],
    "half a million": [500_000],
    "a quarter of a million": [250_000],
    "1.2bn": [1_200_000_000],
    "two dozen": [24],
    "a dozen": [12],
    "half a dozen": [6],
    "3,000 thousand": [3000],
    "one two three": [1, 2, 3],
    "20-30": [20, 30],
    "zero": [0],
    "the second attack": [],
    "hundred": [],
}


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
def test_a_text_gives_its_numbers(text: str, wanted: list[float]) -> None:
    """Words, digits and both mixed; lists stay lists."""
    assert [number.value for number in find_numbers(text)] == wanted


@pytest.mark.parametrize(
    ("word", "scaled", "wanted"),
    [
        ("1,250", False, 1250),
        ("1,250", True, 1.25),
        ("7,5", False, 7.5),
        ("0,250", False, 0.25),
        ("12,345,678", False, 12_345_678),
        ("1,250.5", False, 1250.5),
        ("1.250.000", False, 1_250_000),
        ("1.250.000,5", False, 1_250_000.5),
        ("13.6", True, 13.6),
        ("007", False, None),
        ("1,25,3", False, None),
        ("27.5.2017", False, None),
        ("12345678901234", False, None),
    ],
)
def test_marks_in_digits_group_or_part(word: str, scaled: bool, wanted: float | None) -> None:
    """A comma before exactly three digits groups unless a scale follows; uneven groups are no number."""
    digits = read_digits(word, scaled=scaled)
    assert (None if digits is None else float(digits.value)) == wanted


def test_a_point_before_three_digits_keeps_both_readings() -> None:
    """Only what is counted can decide between 1.250 and 1,250."""
    (number,) = find_numbers("1.250")
    assert (number.value, number.grouped) == (1.25, 1250)
    (plain,) = find_numbers("1.25")
    assert plain.grouped is None


def test_a_number_says_how_it_is_written() -> None:
    """Form, prefix, article and scale are kept for those who read on."""
    digits, words, mixed = find_numbers("13 قتيلا وثلاثة جرحى من 2 مليون")
    assert (digits.form, words.form, mixed.form) == (Form.DIGITS, Form.WORDS, Form.MIXED)
    assert (words.prefix, words.definite, mixed.scale) == ("و", False, 1_000_000)
    (definite,) = find_numbers("القتلى الثلاثة")
    assert definite.definite


def test_tokens_are_taken_as_they_are() -> None:
    """Text and its tokens give the same numbers, at the same tokens."""
    cut = tokens("قتل 13 ألفا و221 شخصا")
    assert find_numbers(cut) == find_numbers("قتل 13 ألفا و221 شخصا")
    assert find_numbers(cut) == (Number(13221, 1, 5, Form.MIXED, scale=1000),)
