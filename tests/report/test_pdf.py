"""The report on paper: read back by a program that did not make it."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable

import numpy as np
import pypdf
import pypdfium2
import pytest
from numpy.typing import NDArray

from claims.report.build import build
from claims.report.content import ReportContent
from claims.report.pictures.chart import Spot, chart
from claims.report.value import Picture, Report, Section, Words

from .examples import ARABIC, ENGLISH, case
from .golden import golden
from .hostile import PAYLOADS, with_text
from .written import pdf as render

UNSEEN = re.compile("[\\s\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def words(data: bytes) -> str:
    """All of its text, without spaces and marks of direction: where a space stands, a reader of PDF guesses."""
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    return UNSEEN.sub("", "".join(pages))


def pictures(data: bytes, scale: float = 1.5) -> list[NDArray[np.int16]]:
    """Each page in shades of grey."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.render(scale=scale).to_numpy()[:, :, 1].astype(np.int16) for page in pdf]


def pages(content: ReportContent, language: str = "en") -> int:
    """How many pages the report has."""
    with pypdfium2.PdfDocument(render(build(content, language))) as pdf:
        return len(pdf)


def by_pypdf(data: bytes) -> str:
    """The text as one program takes it out, in the order in which it is drawn."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def by_poppler(data: bytes) -> str:
    """The text as another program takes it out, by where it stands on the page."""
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_quote_of_the_sample_articles_comes_out_in_reading_order(
    seeds: ReportContent, language: str
) -> None:
    """Letter by letter, marks and figures at their place, by programs that go about it differently.

    Spaces are left aside: a reader of PDF guesses them. Figures are in it, in the report of either language.
    """
    made = render(build(seeds, language))
    readers: tuple[Callable[[bytes], str], ...] = (by_pypdf, by_poppler)

    for reader in readers:
        said = UNSEEN.sub("", reader(made))
        lost = [each.quote for each in seeds.claims if UNSEEN.sub("", each.quote) not in said]
        assert not lost, reader.__name__


def test_what_is_seen_is_what_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Putting the text into reading order moves no shape: both files are drawn alike.

    In one of two sizes: a line on the edge of a dot, a thousandth of a point off, may be drawn a dot lower in one of them.
    """
    report = build(case(), "ar")
    ordered = render(report)
    monkeypatch.setattr("claims.report.pdf.in_reading_order", lambda data, _told: data)
    as_set = render(report)

    sizes = (1.5, 1.7)
    moved = [
        [
            (abs(page - other) >= 100).mean()
            for page, other in zip(pictures(ordered, size), pictures(as_set, size), strict=True)
        ]
        for size in sizes
    ]
    assert all(min(page) < 5e-5 for page in zip(*moved, strict=True)), (
        "edges of letters may differ by some shades of 256, no letter does"
    )


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
    assert {"✓", "✗"} <= set(said), "the signs of agreement and conflict stay signs"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_mark_that_no_font_has_is_written_as_its_code_point(language: str) -> None:
    """Whatever letter it stands on, which stays: posts put keys around the figures of a list."""
    hostile = "A strike (5\ufe0f\u20e3 é\u1ab0 ب\u08ca لا\u20dd) hit a depot, 5 é بَ"
    said = words(render(build(with_text(hostile), language)))

    assert not set("\u20e3\u1ab0\u08ca\u20dd") & set(said)
    assert {"5", "é", "ب", "َ", "ل"} <= set(said)
    codes = set(re.findall(r"U\+([0-9A-F]{4})", said))
    assert language == "ar" or codes == {"FE0F", "20E3", "1AB0", "08CA", "20DD"}


def test_a_map_names_a_place_whose_letters_the_font_joins() -> None:
    """«لكي» of «المالكية» is one joint in Amiri, of which the typesetter cannot tell what it stands for."""
    drawn = chart([Spot("المالكية", 37.2, 42.1, conflict=False)], alt="خريطة")
    section = Section("map", (Words("الأماكن"),), (Picture(drawn, "خريطة"),))
    report = Report("ar", (Words("تقرير"),), (), (section,), "2026-01-02T03:04:05+00:00")
    assert render(report).startswith(b"%PDF")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_words_on_paper_are_those_that_were_looked_at_last(language: str) -> None:
    """Of the small case, in the order in which they are read."""
    made = by_pypdf(render(build(case(), language))).encode()

    assert made == golden(f"report_{language}.pdf.txt", made)
