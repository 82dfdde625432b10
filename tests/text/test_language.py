"""Which language a stretch is in."""

from __future__ import annotations

import pytest
from hypothesis import given

from claims.text.language import language_of
from tests.text.strategies import messy


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قُتل مدني في غارة", "ar"),
        ("ﻗﺘﻞ ﻣﺪﻧﻲ", "ar"),
        ("طائرة F-16 قصفت الرقة", "ar"),
        ("A strike near Raqqa (الرقة) killed two", "en"),
        ("three cafés near Zürich", "en"),
        ("", "und"),
        ("2018-03-27 12:11", "und"),
        ("٢٧/٠٣/٢٠١٨ ،", "und"),
        ("🔴 …", "und"),
        ("سه غیرنظامی در حمله هوایی کشته شدند و چند نفر زخمی شدند پزشک گفت", "und"),
        ("فڕۆکەیەک هێرشی کردە سەر گوندێک", "und"),
        ("Türkiye'de üç sivil öldürüldü, şehir bombalandı", "und"),
    ],
)
def test_language_is_told_by_letters(text: str, language: str) -> None:
    """Arabic and English are told from each other and from neighbours in the same script."""
    assert language_of(text) == language


def test_a_foreign_name_does_not_make_a_sentence_foreign() -> None:
    """One letter that Arabic has not, in a name, leaves the sentence Arabic."""
    assert (
        language_of("قال الرئيس أردوگان إن بلاده سترد على القصف الذي استهدف قواتها في إدلب") == "ar"
    )


@given(messy)
def test_any_text_has_one_of_three_answers(text: str) -> None:
    """No text makes the question fail."""
    assert language_of(text) in {"ar", "en", "und"}


def test_half_a_surrogate_pair_is_no_obstacle() -> None:
    """The language of a text that could not be stored is told too."""
    assert language_of("قصف \ud83d") == "ar"
