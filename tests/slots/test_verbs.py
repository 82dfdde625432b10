"""Forms of Arabic verbs."""

from __future__ import annotations

import pytest

from claims.slots.verbs import acts, behind_adverbs, conjugated, placed, tells


def test_a_pair_of_verbs_has_both_genders_with_and_without_and() -> None:
    """Perfect and present; a final weak letter goes before the feminine ending."""
    assert dict(conjugated("نفى ينفي")) == {
        "نفي": False,
        "نفت": True,
        "ونفي": False,
        "ونفت": True,
        "ينفي": False,
        "تنفي": True,
        "وينفي": False,
        "وتنفي": True,
    }


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("chad on sunday shelled adre", 3),
        ("chad sunday shelled adre", 2),
        ("chad reportedly shelled adre", 2),
        ("chad shelled adre", 1),
        ("chad on ships", 1),
    ],
)
def test_adverbs_and_a_weekday_stand_between_a_state_and_its_verb(text: str, behind: int) -> None:
    """The words behind them tell what it did."""
    words = text.split()

    assert behind_adverbs(words, 1) == behind
    assert acts(words, 1) is ("shelled" in words)


def test_a_place_that_opens_a_sentence_parts_no_state_from_its_verb() -> None:
    """A list of places behind a preposition does."""
    assert not placed(["in", "darfur", ",", "chad", "bombed", "a", "camp"], 3)
    assert placed(["strikes", "on", "darfur", ",", "chad", "bombed"], 4)


def test_words_of_saying_have_a_clause_behind_them() -> None:
    """Verbs of doing have an object."""
    assert tells("said")
    assert not tells("bombed")
