"""A text is cut into sentences without loss, whatever it looks like."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from claims.model import Role
from claims.text.reading import read
from claims.text.sentences import sentences
from tests.steps import steps
from tests.text.strategies import messy, running

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def words(text: str, *roles: Role) -> list[str]:
    """The words of each sentence of ``text``, of the given roles or of all."""
    return [
        sentence.span.of(text)
        for sentence in sentences(text)
        if not roles or sentence.role in roles
    ]


def covers_all_but_space(text: str) -> None:
    """Sentences stand in order, share nothing, and leave out nothing but space."""
    found = sentences(text)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(left.paragraph <= right.paragraph for left, right in pairwise(found))
    gaps = [
        0,
        *(edge for sentence in found for edge in (sentence.span.start, sentence.span.end)),
        len(text),
    ]
    left_out = "".join(text[gaps[index] : gaps[index + 1]] for index in range(0, len(gaps), 2))
    assert not left_out.strip()
    assert all(sentence.span.of(text) == sentence.span.of(text).strip() != "" for sentence in found)


@given(messy)
def test_every_character_of_any_text_is_in_exactly_one_sentence(text: str) -> None:
    """No text loses a character or holds one twice."""
    covers_all_but_space(text)


@given(running)
def test_every_character_of_running_text_is_in_exactly_one_sentence(text: str) -> None:
    """Abbreviations, list signs and page furniture lose nothing."""
    covers_all_but_space(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_character_of_the_samples_is_in_exactly_one_sentence(path: Path) -> None:
    """The five sample articles are covered."""
    covers_all_but_space(path.read_text("utf-8"))


@given(running)
def test_the_same_text_gives_the_same_sentences(text: str) -> None:
    """Cutting is a function of the text and nothing else."""
    assert sentences(text) == sentences(text)


def test_a_document_is_cut_like_its_text() -> None:
    """A document and its text have the same sentences."""
    raw = "قصفت طائرات البلدة. وأصيب ثلاثة."
    assert sentences(read(raw.encode(), name="a")) == sentences(raw)


def test_an_article_falls_into_its_parts() -> None:
    """Menu, headline, caption, dateline, body, list and related links are told apart."""
    rows = [
        "الرئيسية",
        "سياسة",
        "مقتل ثلاثة مدنيين في قصف على بلدة الخيام",
        "آثار القصف على سوق البلدة أمس - أرشيف",
        "بيروت – رويترز",
        "الثلاثاء 03/أبريل/2018 - 12:11 م",
        "قُتل ثلاثة مدنيين في قصف استهدف سوق البلدة صباح اليوم. وأصيب تسعة آخرون بجروح.",
        "وقال مصدر طبي إن القتلى نقلوا إلى المشفى الوطني وهم:",
        "١- أحمد من أهالي البلدة",
        "٢- سعاد من أهالي البلدة",
        "وأضاف المصدر أن حالة اثنين من الجرحى خطرة جدا حتى الآن.",
        "اقرأ أيضا",
        "غارات جديدة على الجنوب بعد ليلة هادئة",
        "شارك",
    ]
    text = "\n".join(rows)
    chrome = ["الرئيسية", "سياسة", "اقرأ أيضا", "غارات جديدة على الجنوب بعد ليلة هادئة", "شارك"]
    assert words(text, Role.CHROME) == chrome
    assert words(text, Role.HEADLINE) == ["مقتل ثلاثة مدنيين في قصف على بلدة الخيام"]
    assert words(text, Role.CAPTION) == ["آثار القصف على سوق البلدة أمس - أرشيف"]
    assert words(text, Role.DATELINE) == ["بيروت – رويترز", "الثلاثاء 03/أبريل/2018 - 12:11 م"]
    assert words(text, Role.LIST_ITEM) == ["١- أحمد من أهالي البلدة", "٢- سعاد من أهالي البلدة"]
    assert len(words(text, Role.BODY)) == 4


def test_an_english_article_falls_into_its_parts() -> None:
    """The same holds for an English page."""
    rows = [
        "Home",
        "World",
        "Twelve killed in strike on market, monitor says",
        "By Jane Smith and Omar Haddad",
        "Published: 3 April 2018, 12:11 GMT",
        "BEIRUT (Reuters) - Twelve people were killed on Tuesday, a monitor said. Col. Ryan S. Dillon denied it.",
        "Read more: Coalition denies hitting school",
        "Nobody from the town's hospital could be reached for comment on Tuesday.",
        "Related articles",
        "Turkey shells border town again",
        "© 2018 Example News. All rights reserved.",
    ]
    text = "\n".join(rows)
    assert words(text, Role.HEADLINE) == ["Twelve killed in strike on market, monitor says"]
    assert words(text, Role.DATELINE) == [
        "By Jane Smith and Omar Haddad",
        "Published: 3 April 2018, 12:11 GMT",
        "BEIRUT (Reuters) -",
    ]
    assert words(text, Role.BODY) == [
        "Twelve people were killed on Tuesday, a monitor said.",
        "Col. Ryan S. Dillon denied it.",
        "Nobody from the town's hospital could be reached for comment on Tuesday.",
    ]
    assert len(words(text, Role.CHROME)) == 6


def test_paragraphs_are_numbered_by_lines_that_hold_text() -> None:
    """Two sentences of one line share a number; an empty line takes none."""
    found = sentences("قصفت الطائرات البلدة. وأصيب ثلاثة.\n\n\nثم هدأ القصف مساء.")
    assert [sentence.paragraph for sentence in found] == [0, 0, 1]


def test_each_sentence_has_its_own_language() -> None:
    """An English sentence in an Arabic text is English."""
    found = sentences("قصفت الطائرات البلدة أمس.\nThe coalition denied the strike on Monday.\n2018")
    assert [sentence.language for sentence in found] == ["ar", "en", "und"]


def test_a_text_without_full_stops_is_cut_at_its_lines() -> None:
    """Posts that use no full stops keep a sentence to a line."""
    rows = [
        "قصف التحالف حقل التنك أمس وقتل اثني عشر مدنيا قرب البئر",
        "كما استهدف جسر البلدة فخرج عن الخدمة تماما",
    ]
    assert words("\n".join(rows)) == rows


def test_ten_megabytes_in_one_line_take_linear_time() -> None:
    """A single line is cut with work in proportion to it, and one of ten megabytes is cut without losing a sentence."""
    row = "قصفت الطائرات البلدة «فجر» اليوم (الثلاثاء) وأصيب 3.5 بالمئة.وقال د. أحمد إن... "
    sentences(row)
    small, large = (steps(partial(sentences, row * count)) for count in (100, 400))
    assert large < 6 * small
    count = 10_000_000 // len(row.encode())
    assert len(sentences(row * count)) >= count


@pytest.mark.parametrize(
    "attack",
    [
        "(",
        ")",
        "[",
        '"',
        "«",
        "“",
        ".",
        ". ",
        "...",
        "1- ",
        "• ",
        "#",
        "# ",
        "@a",
        "\n",
        "a\n",
        "-",
        "ـ. ",
        " ",
        "ا.",
        "(ا\n",
        "· ",
    ],
    ids=repr,
)
def test_hostile_repetition_takes_linear_time(attack: str) -> None:
    """Four times as much of one sign takes about four times the work."""
    sentences(attack)
    small, large = (steps(partial(sentences, attack * count)) for count in (1_000, 4_000))
    assert large < 6 * small + 2_000
    assert all(0 <= found.span.start < found.span.end for found in sentences(attack * 80_000))
