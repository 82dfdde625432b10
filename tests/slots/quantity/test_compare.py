"""Two quantities side by side: levels, reasons, symmetry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Level, Quantity, Span
from claims.slots.quantity import comparable, compare, find_quantities, kinds, units


def read(text: str) -> Quantity:
    """The first quantity of a text."""
    return find_quantities(text)[0]


CASES = [
    ("5 قتلى", "خمسة قتلى", Level.EQUAL),
    ("23 killed", "23 قتيلا", Level.EQUAL),
    ("23 killed", "24 killed", Level.DIFFERENT),
    ("أكثر من 5 غارات", "7 غارات", Level.COMPATIBLE),
    ("أكثر من 5 غارات", "خمس غارات", Level.DIFFERENT),
    ("at least 5 strikes", "five strikes", Level.COMPATIBLE),
    ("أقل من 10 غارات", "10 غارات", Level.DIFFERENT),
    ("up to 10 strikes", "ten strikes", Level.COMPATIBLE),
    ("at least 10 strikes", "fewer than 10 strikes", Level.DIFFERENT),
    ("بين 200 و250 قتيلا", "230 قتيلا", Level.COMPATIBLE),
    ("بين 200 و250 قتيلا", "بين 250 و300 قتيل", Level.COMPATIBLE),
    ("بين 200 و250 قتيلا", "260 قتيلا", Level.DIFFERENT),
    ("عشرات القتلى", "35 قتيلا", Level.COMPATIBLE),
    ("عشرات القتلى", "5 قتلى", Level.DIFFERENT),
    ("نحو 60 دولة", "63 states", Level.COMPATIBLE),
    ("نحو 60 دولة", "60 دولة", Level.COMPATIBLE),
    ("نحو 60 دولة", "69 دولة", Level.DIFFERENT),
    ("نحو 400 ألف شخص", "440,000 people", Level.COMPATIBLE),
    ("about 15 injured", "نحو 16 جريحا", Level.COMPATIBLE),
    ("مقتل 5 مدنيين", "23 killed", Level.COMPATIBLE),
    ("مقتل 30 مدنيا", "23 killed", Level.DIFFERENT),
    ("مقتل 5 أطفال", "12 civilians were killed", Level.COMPATIBLE),
    ("5 killed", "12 casualties", Level.COMPATIBLE),
    ("5 tanks", "12 vehicles", Level.COMPATIBLE),
    ("15 tanks", "12 vehicles", Level.ABSENT),
    ("5 killed", "5 injured", Level.ABSENT),
    ("5 strikes", "5 tanks", Level.ABSENT),
    ("مقتل 5 أطفال", "مقتل 5 عناصر", Level.ABSENT),
    ("40 ألف ميل مربع", "104 آلاف كيلومتر مربع", Level.COMPATIBLE),
    ("40 ألف ميل مربع", "140 ألف كيلومتر مربع", Level.DIFFERENT),
    ("10 km", "10,000 metres", Level.COMPATIBLE),
    ("10 km", "10 kg", Level.ABSENT),
    ("13.6 million dollars a day", "13.6 million dollars", Level.ABSENT),
    ("two weeks", "14 days", Level.COMPATIBLE),
]


@pytest.mark.parametrize(("left", "right", "level"), CASES)
def test_two_figures_stand_as_an_expert_would_say(left: str, right: str, level: Level) -> None:
    """Bounds met, ranges that overlap, parts of wholes, approximation within the tolerance, conversion."""
    assert compare(read(left), read(right))[0] is level


@pytest.mark.parametrize(("left", "right", "level"), CASES)
def test_the_reason_quotes_both_sides_in_both_languages(
    left: str, right: str, level: Level
) -> None:
    """Nobody has to look the figures up."""
    one, other = read(left), read(right)
    _, message = compare(one, other)
    for sentence in (message.ar, message.en):
        assert one.text in sentence
        assert other.text in sentence
    assert comparable(one, other) or level is Level.ABSENT


NAMES = st.sampled_from(["", *units()])
AMOUNTS = st.none() | st.integers(0, 3000) | st.floats(0, 1000, width=16)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any sound quantity."""
    low, high = draw(AMOUNTS), draw(AMOUNTS)
    if low is None and high is None:
        low = 1
    if low is not None and high is not None and low > high:
        low, high = high, low
    flag = st.booleans()
    return Quantity(
        low,
        high,
        low_open=low is not None and low != high and draw(flag),
        high_open=high is not None and low != high and draw(flag),
        approximate=draw(flag),
        unit=draw(
            st.sampled_from(["killed", "casualties", "tanks", "vehicles", "km", "m"]) | NAMES
        ),
        of=draw(st.sampled_from(["", *kinds()])),
        text="كذا",
        span=Span(0, 3),
    )


@given(quantities(), quantities())
def test_comparing_is_symmetric(left: Quantity, right: Quantity) -> None:
    """The level is the same either way, and so is what can be compared."""
    assert compare(left, right)[0] is compare(right, left)[0]
    assert comparable(left, right) is comparable(right, left)


@given(quantities(), quantities())
def test_the_mirrored_reason_names_the_sides_the_other_way_round(
    left: Quantity, right: Quantity
) -> None:
    """What is said of the first side from here is said of the second from there."""
    one, other = replace(left, text="هنا"), replace(right, text="هناك")
    _, there = compare(one, other)
    _, back = compare(other, one)
    assert there.ar.index("«هنا»") < there.ar.index("«هناك»")
    assert back.ar.index("«هناك»") < back.ar.index("«هنا»")


@given(quantities())
def test_a_figure_equals_itself(value: Quantity) -> None:
    """Whatever its bounds."""
    assert compare(value, value)[0] is Level.EQUAL


@given(quantities(), quantities())
def test_what_is_not_comparable_is_never_different(left: Quantity, right: Quantity) -> None:
    """Figures that count different things neither agree nor conflict."""
    if not comparable(left, right):
        assert compare(left, right)[0] is Level.ABSENT
