"""Which places say where something happened."""

from __future__ import annotations

import pytest

import claims
from claims.comparison.whereabouts import sharpest


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("قصف على بلدة سرمين شرقي إدلب", ["Sarmin"]),
        ("shelling of Sarmin, east of Idlib", ["Sarmin"]),
        ("غارة على قرية التوخار قرب منبج", ["Al Tawkhar", "Manbij"]),
        ("shelling east of Idlib", ["Idlib"]),
        ("قصف سرمين وأطراف إدلب", ["Sarmin", "Idlib"]),
        ("قصف على سرمين في محافظة إدلب", ["Sarmin"]),
        ("shelling of Taiz, east of Idlib", ["Taiz", "Idlib"]),
        ("a depot near Harim in the city of Idlib", ["Harim", "Idlib"]),
    ],
)
def test_a_town_beside_which_another_lies_names_the_way_there(text: str, left: list[str]) -> None:
    """It counts as a place of its own where the other is on no map, lies elsewhere, or where both were hit."""
    assert [one.name for one in sharpest(claims.find_places(text))] == left
