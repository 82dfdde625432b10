"""Envoys speak for who sends them, not for the organisation they are sent to, in both languages."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad's ambassador to the UN, Idris Kone, said rebels shelled the bridge.", "Idris Kone"),
        (
            "Chad's ambassador to the UN said rebels shelled the bridge.",
            "Chad's ambassador to the UN",
        ),
        (
            "Iran's representative at the United Nations said rebels shelled the bridge.",
            "Iran's representative at the United Nations",
        ),
        (
            "قال سفير إيران لدى الأمم المتحدة إن المسلحين قصفوا الجسر.",
            "سفير إيران لدى الأمم المتحدة",
        ),
        (
            "قال مندوب تشاد لدى الأمم المتحدة إدريس كوني إن المسلحين قصفوا الجسر.",
            "مندوب تشاد لدى الأمم المتحدة إدريس كوني",
        ),
        (
            "وقالت سفيرة بريطانيا لدى حلف الناتو إن المسلحين قصفوا الجسر.",
            "سفيرة بريطانيا لدى حلف الناتو",
        ),
    ],
)
def test_an_organisation_does_not_speak_by_the_envoy_sent_to_it(text: str, who: str) -> None:
    """*Ambassador to* the UN, «سفير … لدى الأمم المتحدة»: the words are the envoy's."""
    assert [claim.speaker.source for claim in read(text, "strike")] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The UN envoy to Libya, Hanan Salah, said rebels shelled the bridge.",
        "A representative of the United Nations in Geneva said rebels shelled the bridge.",
        "وقال مبعوث الأمم المتحدة إلى ليبيا إن المسلحين قصفوا الجسر.",
        "وقال ممثل الأمم المتحدة في ليبيا إن المسلحين قصفوا الجسر.",
    ],
)
def test_an_organisation_speaks_by_its_own_envoy(text: str) -> None:
    """Who is of the UN speaks for it, wherever sent."""
    assert [claim.speaker.source for claim in read(text, "strike")] == ["United Nations"]


def test_a_ministry_that_an_ambassador_was_in_still_speaks() -> None:
    """Where it is named again it says what it says."""
    text = "التقى السفير في وزارة الدفاع وفدا، وقالت وزارة الدفاع إن المسلحين قصفوا الجسر."
    assert [claim.speaker.source for claim in read(text, "strike")] == ["وزارة الدفاع"]
