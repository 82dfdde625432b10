"""With what an attack was made, as far as a claim says it."""

from __future__ import annotations

import pytest

from claims.comparison.means import apart, means


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("غارة جوية روسية أصابت حي المهندسين", {"air"}),
        ("وبالطائرات قصفت القوات البلدة", {"air"}),
        ("قصف مدفعي وبقذائف الهاون على القرية", {"ground"}),
        ("القصف الجوي والمدفعي على المدينة", {"air", "ground"}),
        ("Coalition aircraft struck a depot", {"air"}),
        ("mortar shells hit the market", {"ground"}),
        ("a car bomb went off", {"explosive"}),
        ("قصفت قوات النظام البلدة", set()),
        ("the strike killed nine people", set()),
    ],
)
def test_means_are_what_the_words_say(words: str, found: set[str]) -> None:
    """Shelling and strikes alone say nothing: both are done from the air and from the ground."""
    assert means(words) == found


def test_only_what_both_say_tells_two_raids_apart() -> None:
    """Symmetric; who names no means may mean either."""
    air, ground, open_ = "an air raid on Hajin", "artillery fire on Hajin", "a strike on Hajin"

    assert apart(air, ground)
    assert apart(ground, air)
    assert not apart(air, open_)
    assert not apart(air, "an air raid and artillery fire on Hajin")
