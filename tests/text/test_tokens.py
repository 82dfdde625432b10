"""One cut of a text serves every finder."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from claims.text.tokens import Tokens, tokens, where
from tests.text.strategies import messy


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("مدار11 شهر", ("مدار", "11", "شهر")),
        ("23مارس", ("23", "مارس")),
        ("13.6 و23,922", ("13.6", "و", "23,922")),
        ("٧٫٥ مليون", ("7.5", "مليون")),
        ("don't stop", ("don't", "stop")),
        ("(28 و27)", ("(", "28", "و", "27", ")")),
        ("أ\nب", ("ا", "\n", "ب")),
    ],
)
def test_digits_letters_and_signs_are_parted(text: str, words: tuple[str, ...]) -> None:
    """A token is a number, a run of letters of one script, or one sign."""
    assert tokens(text).words == words


@given(messy)
def test_tokens_cover_all_but_space_in_order(text: str) -> None:
    """Every folded character that is no space stands in exactly one token."""
    cut = tokens(text)
    folded = cut.shadow.text
    assert all(
        left <= right
        for left, right in pairwise([*sum(zip(cut.starts, cut.ends, strict=True), ())])
    )
    assert "".join(cut.words) == folded.replace(" ", "")
    assert all(
        folded[start:end] == word
        for word, start, end in zip(cut.words, cut.starts, cut.ends, strict=True)
    )


@given(messy)
def test_each_token_quotes_raw_words(text: str) -> None:
    """The raw words under a token are a part of the text as it came."""
    cut = tokens(text)
    for index in range(len(cut)):
        span = cut.span(index, index + 1)
        assert text[span.start : span.end] == cut.quote(index, index + 1) != ""


def test_glued_tells_a_missing_space() -> None:
    """Only a token that follows without a space is glued."""
    cut = tokens("مدار11 شهر")
    assert [cut.glued(index) for index in range(3)] == [False, True, False]


def test_tokens_of_tokens_are_the_same_tokens() -> None:
    """A text that is cut already is not cut again."""
    cut = tokens("قصف")
    assert tokens(cut) is cut


def test_what_was_made_of_tokens_is_made_once() -> None:
    """The second who asks is given what the first was given; tokens stay equal to those of the same text."""
    cut, asked = tokens("قصف عنيف"), []

    def work(these: Tokens) -> int:
        asked.append(these)
        return len(these)

    assert [cut.once("size", work), cut.once("size", work)] == [2, 2]
    assert asked == [cut]
    assert cut == tokens("قصف عنيف")


def test_the_initial_of_a_token_is_raw() -> None:
    """Whether a word was written with a capital is asked of its raw first letter."""
    cut = tokens("in Raqqa")
    assert [cut.initial(index) for index in range(2)] == ["i", "R"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#عاجلغارة على صور", ("#", "عاجل", "غاره", "علي", "صور")),
        ("#شهيداستشهاد رجل", ("#", "شهيد", "استشهاد", "رجل")),
        ("عاجلا أم آجلا", ("عاجلا", "ام", "اجلا")),
        ("حريق في الحديدةأعلنت الشرطة", ("حريق", "في", "الحديده", "اعلنت", "الشرطه")),
        ("المدينةالقديمة", ("المدينهالقديمه",)),
        ("#قصف مدينة", ("#", "قصف", "مدينه")),
    ],
)
def test_urgent_news_and_tags_end_before_the_news_glued_to_them(
    text: str, words: tuple[str, ...]
) -> None:
    """Posts lose the space between a tag and what follows; a word that only looks like it stays whole."""
    assert tokens(text).words == words


@given(messy)
def test_words_of_a_group_are_found_where_they_stand(text: str) -> None:
    """Each of them, in a stretch and no farther."""
    words = tokens(text).words
    group, first, end = frozenset(words[::2]), len(words) // 3, len(words) - 1
    assert where(words, group, first, end) == [i for i in range(first, end) if words[i] in group]
