"""Words are found whatever their spelling, near ones when asked, and shown with the words around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.lookup import Term, bare, hits, near, terms, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الرقة", "الرقه"),
        ("أحمد", "احمد"),
        ("على", "علي"),
        ("قُتِلَ", "قتل"),
        ("قـــصف", "قصف"),
        ("٢٠١٨", "2018"),
        ("RAQQA", "raqqa"),
        ("Médecins", "medecins"),
    ],
)
def test_spellings_of_one_word_are_one_word(one: str, other: str) -> None:
    """Hamza, ya, ta marbuta, marks, tatweel, digits, capitals and accents do not part them."""
    assert words_of(one) == words_of(other)


def test_quotation_marks_of_any_kind_keep_words_together() -> None:
    """What stands outside of them is looked for word by word; a mark that is never closed is none."""
    assert terms('army "regime forces" «التحالف الدولي» "open') == (
        Term(("army",)),
        Term(("regime", "forces"), exact=True),
        Term(("التحالف", "الدولي"), exact=True),
        Term(("open",)),
    )


@pytest.mark.parametrize(
    ("word", "near_one", "far_one"),
    [
        ("raqqa", "raqa", "rabat"),
        ("euphrates", "euphrats", "eurasia"),
        ("الرقه", "والرقا", "القرن"),
        ("طيران", "الطيران", "طهران شهر"),
    ],
)
def test_a_few_letters_may_be_wrong_and_the_article_does_not_count(
    word: str, near_one: str, far_one: str
) -> None:
    """One letter in a word of four to seven, two in a longer one."""
    assert near(word, [bare(far_one), bare(near_one)]) == [1]


@pytest.mark.parametrize("word", ["cat", "2018"])
def test_short_words_and_numbers_are_never_nearly_right(word: str) -> None:
    """A wrong letter there is another word."""
    assert near(word, [word, f"{word[:-1]}x"]) == [0]


def test_a_hit_shows_the_words_as_they_are_written_with_words_around() -> None:
    """Cut at words, and at the line; the place leads back into the text."""
    text = "Head\n" + "far " * 40 + "قُصِفَت الرقّة أمس " + "away " * 40
    (hit,) = hits(text, terms("الرقة"), fuzzy=False, most=3)
    assert hit.words == "الرقّة"
    assert hit.before.startswith("…far ")
    assert hit.before.endswith("قُصِفَت ")
    assert hit.after.startswith(" أمس away")
    assert text[hit.start :].startswith("الرقّة")


def test_each_word_is_shown_before_any_is_shown_twice() -> None:
    """However often the other one stands before it."""
    found = [
        hit.words
        for hit in hits("a raid a raid a raid on Saada", terms("raid saada"), fuzzy=False, most=2)
    ]
    assert found == ["raid", "Saada"]


def test_a_phrase_runs_over_line_ends_and_signs_but_ends_where_it_ends() -> None:
    """And begins where it begins, but for what Arabic writes onto a word."""
    assert [
        hit.words for hit in hits("regime\nforces", terms('"regime forces"'), fuzzy=False, most=3)
    ]
    assert not list(hits("regimes forces", terms('"regime force"'), fuzzy=False, most=3))
    assert list(hits("والتحالف الدولي", terms('"التحالف الدولي"'), fuzzy=False, most=3))
    assert not list(hits("unarmed men", terms('"armed men"'), fuzzy=False, most=3))


@given(st.text(), st.text(max_size=12), st.booleans())
def test_every_hit_is_in_the_text(text: str, asked: str, fuzzy: bool) -> None:
    """What is shown stands there, with what is shown around it."""
    for hit in hits(text, terms(asked), fuzzy=fuzzy, most=3):
        shown = hit.before.removeprefix("…") + hit.words + hit.after.removesuffix("…")
        assert shown in text
        assert text[hit.start : hit.start + len(hit.words)] == hit.words
