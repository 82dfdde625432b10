"""A text may begin and end anywhere: a paste, a post cut off by its network, a page torn at the fold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import claims
from claims.evaluation import load_labels

WORDS = tuple(
    word
    for case in load_labels(Path(__file__).parents[1] / "evaluation" / "labels")
    for word in case.data.decode().split(" ")
)


@settings(deadline=None, max_examples=400)
@given(st.integers(0, len(WORDS) - 1), st.integers(1, 40))
def test_a_text_that_is_cut_anywhere_is_read(first: int, count: int) -> None:
    """Every quote is the text between its offsets, wherever the first and the last word fall."""
    text = " ".join(WORDS[first : first + count]).rstrip(".،\n ")
    assume(text.strip())
    document = claims.read(text.encode(), name="cut.txt")
    extraction = claims.extract(document)

    assert [claim.quote for claim in extraction.claims] == [
        claim.span.of(document.text) for claim in extraction.claims
    ]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت قوات النظام",
        "وكان قد قصفت القوات الحكومية السورية",
        "عن الخدمة.\n\nوالثلاثاء",
        "Shelling by government forces",
        "according to",
        "وأعلن",
        "وصل المراقبون إلى القامشلي وعامودا",
        "بدرعا",
        "the",
        "يطالب",
        "The raids caused no deaths, but",
        "Shelling was heard in Ankara, Cairo, and",
    ],
)
def test_a_text_that_ends_with_a_party_a_place_a_day_or_a_verb_is_read(text: str) -> None:
    """Nothing follows the last word, not even a full stop."""
    extraction = claims.extract(claims.read(text.encode(), name="cut.txt"))

    assert all(claim.span.of(text) == claim.quote for claim in extraction.claims)


@pytest.mark.parametrize(
    "text", ["ثلاث غارات على سوق بدرعا", "Shelling killed six people in Douma"]
)
def test_a_text_gives_the_same_claims_with_a_line_feed_behind_it_and_without(text: str) -> None:
    """A paste and a file that hold the same words say the same."""
    pasted, saved = (
        claims.extract(claims.read(each.encode(), name="cut.txt")) for each in (text, f"{text}\n")
    )

    assert pasted.claims
    assert [one.statement for one in pasted.claims] == [one.statement for one in saved.claims]
    assert [one.places for one in pasted.claims] == [one.places for one in saved.claims]
