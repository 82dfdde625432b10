"""The report on paper: read back by a program that did not make it."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from claims.report.build import build
from claims.report.content import ReportContent
from claims.report.pdf import render

from .examples import ARABIC, ENGLISH, case
from .hostile import PAYLOADS, with_text

UNSEEN = re.compile("[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def words(data: bytes) -> str:
    """All of its text, without spaces and marks of direction: where a space stands, a reader of PDF guesses."""
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    return UNSEEN.sub("", "".join(pages))


def pages(content: ReportContent, language: str = "en") -> int:
    """How many pages the report has."""
    with pypdfium2.PdfDocument(render(build(content, language))) as pdf:
        return len(pdf)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_quotes_can_be_found_in_reading_order(language: str) -> None:
    """Arabic and English words come out of the file as they stand in the documents."""
    said = words(render(build(case(), language)))
    quotes = {"ar": "غارة في 3 أيار 2019 أصابت سوق القرية", "en": "a strike hit a depot"}

    assert UNSEEN.sub("", quotes[language]) in said
    text = {"ar": ARABIC.splitlines()[0], "en": ENGLISH}[language]
    assert UNSEEN.sub("", text) in said


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_text(payload: str) -> None:
    """It is set, leads nowhere outside, and runs nothing."""
    made = render(build(with_text(payload)))

    assert b"/URI" not in made
    assert b"/JavaScript" not in made
    assert made.startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_file_is_tagged_and_says_its_language(language: str) -> None:
    """So that it can be read aloud; fonts come from packages, not from the machine."""
    made = render(build(case(), language))

    assert b"/MarkInfo" in made
    assert b"/StructTreeRoot" in made
    assert f"/Lang({language})".encode() in made.replace(b" ", b"")
    assert b"Amiri" in made


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_same_content_gives_the_same_bytes(language: str) -> None:
    """No clock, no random order, no font of the machine."""
    assert render(build(case(), language)) == render(build(case(), language))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_letter_that_no_font_has_is_written_as_its_code_point(language: str) -> None:
    """Posts are full of pictures: a report of them can be printed, and says what stood there."""
    said = words(render(build(with_text("A strike 😀 ❤️ 空袭 ܫܠܡܐ hit a depot"), language)))
    assert not set("😀❤空袭ܫ") & set(said)
    assert language == "ar" or all(f"[U+{code}]" in said for code in ("1F600", "7A7A", "072B"))
