"""Text without a place to break a line gets some on paper, and what is read out of the file has none of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdf
import pytest

from claims.errors import NotPrinted
from claims.report.breaking import LONGEST, PLACE, breakable, without_places
from claims.report.pieces import MOST
from claims.report.typesetting import NotSet, set_pages
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


@pytest.mark.parametrize("most", [MOST, 1])
def test_the_part_that_the_typesetter_fails_in_is_named(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """In a report that is set at once, and in one that is set in pieces."""

    def fails(room: Path, *others: Any) -> bytes:
        if "hostile" in (room / "data.json").read_text("utf-8"):
            raise NotSet("panicked")
        return set_pages(room, *others)

    monkeypatch.setattr("claims.report.pdf.set_pages", fails)
    parts = {"first": "plain", "second": "hostile"}
    sections = tuple(
        Section(title, (Words(title),), (Facts(((title, (Foreign(said),)),)),))
        for title, said in parts.items()
    )

    with pytest.raises(NotPrinted, match="in the part 'second'"):
        render(Report("en", (Words("t"),), (), sections), most=most)


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
