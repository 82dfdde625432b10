"""At what kind of scene something happened, as far as a claim says it."""

from __future__ import annotations

import pytest

from claims.comparison.scenes import scenes


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("drones struck a ceremony at a police academy", {"teaching"}),
        ("قتلى في هجوم على كلية الشرطة", {"teaching"}),
        ("غارة على سوق شعبي", {"market"}),
        ("mourners at a funeral were hit", {"burial"}),
        ("القصف على خيمة عزاء", {"burial"}),
        ("houses in the camp were hit", set()),
        ("قصف على البلدة", set()),
    ],
)
def test_scenes_are_what_the_words_name(words: str, found: set[str]) -> None:
    """Houses are hit by every raid, and *camp* is the name of many towns."""
    assert scenes(words) == found
