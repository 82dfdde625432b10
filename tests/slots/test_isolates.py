"""Quoted words keep their place in a sentence that runs the other way."""

from __future__ import annotations

import pytest

from claims.model import Message
from claims.slots import party, place, quantity
from claims.slots.isolates import isolated


@pytest.mark.parametrize(
    ("words", "language", "shown"),
    [
        ("قوات النظام", "en", "\u2068قوات النظام\u2069"),
        ("قوات النظام", "ar", "قوات النظام"),
        ("ISIS", "ar", "\u2068ISIS\u2069"),
        ("ISIS", "en", "ISIS"),
        ("12", "ar", "12"),
        ("ريف Raqqa", "en", "\u2068ريف Raqqa\u2069"),
    ],
)
def test_words_of_the_other_direction_are_isolated(words: str, language: str, shown: str) -> None:
    """Only words that would turn the sentence around stand between isolates."""
    assert isolated(words, language) == shown


def test_controls_in_the_words_do_not_reach_beyond_them() -> None:
    """An embedding that is opened and never closed, and a closing mark too many, are left out."""
    assert isolated("\u202bالرقة\u2069", "en") == "\u2068الرقة\u2069"


def test_a_sentence_about_parties_isolates_them() -> None:
    """Arabic names stand between isolates in the English sentence only."""
    left, right = party.find_parties("قوات النظام")[0], party.find_parties("تنظيم داعش")[0]
    _quotes(party.compare(left, right)[1], left.text, right.text)


def test_a_sentence_about_places_isolates_them() -> None:
    """Arabic names stand between isolates in the English sentence only."""
    left, right = place.find_places("مدينة الرقة")[0], place.find_places("مدينة حلب")[0]
    _quotes(place.compare(left, right)[1], left.text, right.text)


def test_a_sentence_about_quantities_isolates_them() -> None:
    """Arabic words stand between isolates in the English sentence only."""
    left, right = (quantity.find_quantities(text)[0] for text in ("12 مدنيا", "15 مدنيا"))
    _quotes(quantity.compare(left, right)[1], left.text, right.text)


def _quotes(said: Message, *words: str) -> None:
    assert all(f"\u2068{each}\u2069" in said.en for each in words)
    assert "\u2068" not in said.ar
