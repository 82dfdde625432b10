"""Ways to read a written Arabic word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.clitics import Stem, stems
from claims.text.shadow import fold


@pytest.mark.parametrize(
    ("written", "stem"),
    [
        ("الرقة", Stem("", True, "رقه")),
        ("للرقة", Stem("ل", True, "رقه")),
        ("والتحالف", Stem("و", True, "تحالف")),
        ("وبالرقة", Stem("وب", True, "رقه")),
        ("بمدينة", Stem("ب", False, "مدينه")),
        ("فقصف", Stem("ف", False, "قصف")),
        ("كالجيش", Stem("ك", True, "جيش")),
    ],
)
def test_prefixes_and_article_come_off(written: str, stem: Stem) -> None:
    """The reading that the lexicon holds is among those given."""
    assert stem in stems(fold(written))


def test_the_word_as_written_comes_first() -> None:
    """A word that begins like a prefix is first of all itself."""
    assert stems("بغداد")[0] == Stem("", False, "بغداد")


@given(st.text("ابتثجدرسفقكلمنهوي", min_size=1, max_size=10))
def test_no_reading_is_empty_or_twice_there(word: str) -> None:
    """Readings differ, the longest word stands first, and none but the word itself has fewer than two letters."""
    found = stems(word)
    assert len(set(found)) == len(found)
    assert all(len(stem.word) >= 2 for stem in found[1:])
    assert all(word.endswith(stem.word) and word.startswith(stem.prefix) for stem in found)
    assert max(len(stem.word) for stem in found) == len(found[0].word)
