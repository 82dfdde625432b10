"""A measure given twice must come to the same, as far as it is rounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import READS, bare, ids, noticed

WRONG = (
    "ISIS held 40,000 square miles (64,000 square kilometres) in 2014.",
    "سيطر التنظيم على مساحة 40 ألف ميل مربع (64 ألف كيلومتر مربع).",
    "سقط الصاروخ على بعد 30 ميلاً، أي 80 كيلومتراً، من المدينة.",
    "The bomb weighed 500 pounds (500 kg).",
    "The shell landed 10 metres, or 66 feet, from the school.",
)
FINE = (
    "ISIS held 40,000 square miles (104,000 square kilometres) in 2014.",
    "سيطر التنظيم على مساحة 40 ألف ميل مربع (104 آلاف كيلومتر مربع).",
    "The village lies 40 kilometres (25 miles) from the city.",
    "سقط الصاروخ على بعد 30 ميلاً، أي 48 كيلومتراً، من المدينة.",
    "The shell landed 10 metres, or 33 feet, from the school.",
)
OPEN = (
    "The reward was 10 million dollars (8 million euros).",
    "كلفة الحملة 13 مليون دولار (20 مليون يورو).",
    "The boat was 12 nautical miles (22 km) off the coast.",
    "أحرقت النيران 100 دونم (25 هكتارا) من القمح.",
    "The journey takes 5 days or 3 weeks.",
    "It was a run of 5 miles or 10 kilometres.",
    "The wall is 3 kilometres long (400 metres of it in the town).",
)


@pytest.mark.parametrize("text", WRONG)
def test_two_units_that_do_not_come_to_the_same_are_noticed(text: str) -> None:
    """In brackets, behind a word of repeating, in both languages."""
    assert ids(text) == ["unit"]


@pytest.mark.parametrize("text", FINE)
def test_a_measure_repeated_within_its_rounding_is_silent(text: str) -> None:
    """40 kilometres are 24.85 miles, which 25 rounds."""
    assert ids(text) == []


@pytest.mark.parametrize("text", OPEN)
def test_what_is_no_repetition_or_has_no_fixed_rate_is_silent(text: str) -> None:
    """Money, nautical miles, a dunum that differs by country, alternatives, another length."""
    assert ids(text) == []


def test_the_message_gives_the_conversion() -> None:
    """What it comes to stands beside what is said."""
    (found,) = noticed(WRONG[0])

    assert "come to about 104,000 square kilometres, not" in bare(found.message.en)
    assert "104,000 كيلومتر مربع" in bare(found.message.ar)
    assert found.span.of(WRONG[0]) == "40,000 square miles (64,000 square kilometres"


@READS
@given(st.integers(11, 9999))
def test_a_rounded_conversion_never_raises_and_its_double_always_does(miles: int) -> None:
    """Miles to kilometres, to the kilometre."""
    kilometres = round(miles * 1.609344)

    assert ids(f"The town is {miles} miles ({kilometres} km) from the border.") == []
    assert ids(f"The town is {miles} miles ({2 * kilometres + 3} km) from the border.") == ["unit"]
