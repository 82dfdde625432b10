"""Statements behind several speakers, and those whose few first words a longer clause goes on."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, read


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت مصر والسودان وتشاد، التوصل إلى اتفاق على هدنة في الفاشر.",
        "أكد الجيش السوداني وقوات الدعم السريع، التوصل إلى اتفاق على هدنة في الفاشر.",
    ],
)
def test_who_announces_together_is_no_part_of_what_is_announced(text: str) -> None:
    """The statement begins behind the last of those who say it."""
    claim = read(text)[0]
    assert claim.statement.startswith("التوصل إلى اتفاق")
    assert actors(claim) == []


def test_a_party_that_acts_behind_a_speaker_is_no_speaker() -> None:
    """«قال الجيش وقوات الدعم قصفت …» joins no second speaker: no pause closes a list of them."""
    claim = read("أكد الجيش السوداني وقوات الدعم السريع قصفت مدينة الأبيض.", "strike")[0]
    assert actors(claim) == ["Rapid Support Forces"]


def test_a_statement_keeps_the_few_words_that_it_goes_on() -> None:
    """«المداهمة جرت وسط انتشار أمني» begins with the operation and not with what it went on amid."""
    text = "ذكرت مصادر من الحي أن المداهمة جرت وسط انتشار أمني كثيف، دون تفاصيل أخرى عن الأسباب."
    assert read(text)[0].statement.startswith("المداهمة جرت وسط")
