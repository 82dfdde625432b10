"""Predicates are found in running words."""

from __future__ import annotations

from claims.extraction.mentions import Range
from claims.extraction.triggers import find_triggers
from claims.text.tokens import tokens
from tests.extraction.reading import read


def _kinds(text: str) -> list[str]:
    words = tokens(text).words
    return [trigger.kind for trigger in find_triggers(words, Range(0, len(words)))]


def test_a_light_verb_counts_only_with_its_noun() -> None:
    """شن alone says nothing; شن غارات is a strike."""
    assert _kinds("شن التحالف حملة إعلامية") == []
    assert _kinds("شن التحالف أربع غارات") == ["strike", "strike"]


def test_cause_and_effect_are_two_predicates() -> None:
    """A strike and the people it killed are found one after the other."""
    assert _kinds("قصف الطيران المدينة ما أدى إلى مقتل خمسة") == ["strike", "casualties"]


def test_a_word_joined_by_and_is_marked_so() -> None:
    """What و is written onto is joined; a word that begins with و is not."""
    words = tokens("مقتل خمسة وإصابة عشرة").words

    found = find_triggers(words, Range(0, len(words)))

    assert [trigger.joined for trigger in found] == [False, True]


def test_nothing_outside_of_the_range_is_found() -> None:
    """A range of tokens is half-open."""
    words = tokens("غارة غارة غارة").words

    assert [t.tokens.first for t in find_triggers(words, Range(1, 2))] == [1]


def test_an_earthquake_strikes_nobody_on_purpose() -> None:
    """ضرب زلزال is no strike, and a beating is none."""
    for text in ("ضرب زلزال جنوب تركيا أمس.", "قام عناصر بضربه ضربا مبرحا في الرقة."):
        assert not read(text, "strike")


def test_the_displaced_who_are_hit_were_displaced_before() -> None:
    """People in passing tell of no flight."""
    found = read("استهدفت غارة نازحين قرب سرمين.")

    assert [claim.kind for claim in found] == ["strike"]
