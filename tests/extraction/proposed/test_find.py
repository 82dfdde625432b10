"""Copied words are found again by whole tokens, and quote the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.mentions import Range, find_mentions
from claims.extraction.proposed.find import find, stretch, wanted_words
from tests.factories import a_document


def found(text: str, copy: str) -> list[str]:
    """The raw words at which a copy is found in a text."""
    mentions = find_mentions(a_document(text))
    hits = find(stretch(mentions, Range(0, len(mentions.tokens))), copy)
    return [mentions.span(hit).of(text) for hit in hits]


@pytest.mark.parametrize(
    ("text", "copy", "raw"),
    [
        ("A strike hit a depot.", "strike hit", "strike hit"),
        ("A strike  hit\n a depot.", "strike hit a depot", "strike  hit\n a depot"),
        ("A strike hit a depot.", "strike\nhit", "strike hit"),
        ("A Strike hit", "a strike HIT", "A Strike hit"),
        ("They hit “the depot” again.", 'hit "the depot"', "hit “the depot”"),
        ("قصفت «المدرسة» أمس", 'قصفت "المدرسة" أمس', "قصفت «المدرسة» أمس"),
        ("قُتِلَ خمسة", "قتل خمسة", "قُتِلَ خمسة"),
        ("أدت الغارة إلى مقتل", "ادت الغاره الى مقتل", "أدت الغارة إلى مقتل"),
        ("مقتل ١٢ شخصاً", "مقتل 12 شخصا", "مقتل ١٢ شخصاً"),
        ("وقصفت الطائرات الحي", "قصفت الطائرات", "وقصفت الطائرات"),
        ("سافر للرقة أمس", "الرقة أمس", "للرقة أمس"),
        ("A strike hit a depot.", "…strike hit…", "strike hit"),
        ("A strike hit a depot.", '"strike hit a depot."', "strike hit a depot."),
        ("Who hit (the depot)?", "(the depot)?!", "(the depot)?"),
    ],
)
def test_what_a_copy_may_differ_in(text: str, copy: str, raw: str) -> None:
    """White space, folded marks and letters, quotation marks, marks around it, what is written onto its front."""
    assert found(text, copy) == [raw]


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("It hit 125 posts.", "12"),
        ("It hit 12 posts.", "125 posts"),
        ("A strike hit a depot.", "strike a depot"),
        ("A strike hit a depot.", "strikes hit"),
        ("A strike hit a depot.", "a strike destroyed a depot"),
        ("قصفت الطائرات", "قصف الطائرات"),
        ("الرقة", "رقة"),
        ("A strike.", ""),
        ("A strike.", "…"),
        ("A strike.", "   \n"),
    ],
)
def test_what_a_copy_may_not_differ_in(text: str, copy: str) -> None:
    """Parts of words and figures, words left out or changed, nothing at all."""
    assert found(text, copy) == []


def test_words_that_stand_twice_are_found_twice() -> None:
    """Which one is meant is for others to say."""
    assert found("Hit a post. Hit a post.", "hit a post") == ["Hit a post", "Hit a post"]


def test_words_may_be_looked_for_in_a_part_of_a_stretch() -> None:
    """Those outside of it do not count, not even against words with something on their front."""
    mentions = find_mentions(a_document("الرقة ثم والرقة ثم حلب"))
    whole = stretch(mentions, Range(0, 5))
    assert find(whole, "الرقة", Range(1, 5)) == (Range(2, 3),)
    assert find(whole, "حلب", Range(0, 4)) == ()


def test_exact_words_go_before_words_with_something_on_their_front() -> None:
    """والرقة counts for الرقة only where that does not stand alone."""
    assert found("والرقة ثم الرقة", "الرقة") == ["الرقة"]


@given(st.text(alphabet='ab اوقلر12،."“ـً\n', max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_every_stretch_of_whole_words_is_found_where_it_stands(
    text: str, one: int, other: int
) -> None:
    """Whatever the text, a copy of its own tokens is found, and each place found has the same folded words."""
    mentions = find_mentions(a_document(text))
    size = len(mentions.tokens)
    first, end = sorted((one % (size + 1), other % (size + 1)))
    copy = mentions.tokens.quote(first, end) if first < end else ""
    hits = find(stretch(mentions, Range(0, size)), copy)
    assert bool(hits) == bool(wanted_words(copy))
    for hit in hits:
        assert wanted_words(mentions.span(hit).of(text)) == wanted_words(copy)
