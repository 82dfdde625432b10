"""Text without a place to break a line gets some on paper, and what is read out of the file has none of them."""

from __future__ import annotations

import io

import pypdf
import pytest

from claims.report.breaking import LONGEST, PLACE, breakable, without_places
from claims.report.value import Facts, Foreign, Report, Section, Words

from .written import pdf as render

LONG = {"ar": "=1+1" + "حرف" * 14_000, "en": "=1+1" + "abcdefg" * 3_000}


def test_text_with_spaces_and_whatever_is_short_stays_as_it_is() -> None:
    """An address, a hash, a paragraph."""
    for text in ("", "https://example.org/" + "a" * 180, "كلمة " * 1000, "ab\n" * 1000):
        assert breakable(text) == text


def test_a_mark_stays_with_the_letter_on_which_it_stands() -> None:
    """The letters are those that were there, in that order."""
    text = "قَالَ" * LONGEST
    parts = breakable(text).split(PLACE)

    assert without_places(breakable(text)) == text
    assert all(part[0] in "قال" for part in parts)
    assert max(map(len, parts)) < LONGEST / 10


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_word_of_many_thousand_letters_is_set_and_comes_out_letter_by_letter(
    language: str,
) -> None:
    """More than the typesetter takes at once; over several lines, so that none of it runs off the page."""
    said = Foreign(LONG[language], language=language)
    body = Facts((("reason", (said,)),))
    report = Report(language, (Words("t"),), (), (Section("a", (Words("h"),), (body,)),))

    pages = pypdf.PdfReader(io.BytesIO(render(report))).pages
    lines = "\n".join(page.extract_text() for page in pages).split("\n")

    assert LONG[language] in "".join(each.strip("\u2068\u2069 ") for each in lines)
    assert PLACE not in "".join(lines)
    assert max(len(each) for each in lines if " " not in each) < LONGEST
