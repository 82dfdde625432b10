"""Forms of Arabic verbs."""

from __future__ import annotations

from claims.slots.verbs import conjugated


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
