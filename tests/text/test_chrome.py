"""What a page writes around a text is set aside; what looks like it is kept."""

from __future__ import annotations

import pytest

from claims.model import Role
from claims.text.sentences import sentences

BODY = [
    "قُتل ثلاثة مدنيين في قصف استهدف سوق البلدة صباح اليوم الثلاثاء.",
    "وأصيب تسعة آخرون بجروح بعضها بليغ ونقلوا إلى المشفى الوطني.",
]


def chrome(*rows: str) -> list[str]:
    """The lines that are set aside."""
    text = "\n".join(rows)
    return [sentence.span.of(text) for sentence in sentences(text) if sentence.role is Role.CHROME]


@pytest.mark.parametrize(
    "line",
    [
        "شارك",
        "طباعة",
        "تابعنا على :",
        "جميع الحقوق محفوظة © 2018",
        "هذا الموقع يستخدم ملف تعريف الارتباط Cookie",
        "اشترك في النشرة الإخبارية حتى تصلك آخر الأخبار",
        "التعليقات (0)",
        "اقرأ أيضاً: غارات جديدة على الجنوب",
        "https://t.me/example",
        "#سوريا #دمشق",
        "1.2K",
        "–",
        "Share this article",
        "We use cookies to improve your visit.",
        "Subscribe to our newsletter",
        "READ MORE: Coalition denies it",
        "Advertisement",
        "[email protected]",
    ],
)
def test_furniture_below_a_text_is_set_aside(line: str) -> None:
    """Buttons, bars, counters, links and tags are no sentences of the text, in either language."""
    assert chrome(*BODY, line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "شارك ثلاثون عنصرا في الهجوم على الحاجز",
        "وتشهد المنطقة توترا منذ أيام بحسب ناشطين",
        "المزيد من القتلى سقطوا في قصف ليلي على البلدة نفسها بحسب ناشطين",
        "Share prices of the company fell on Monday",
        "More than five people were hurt",
        "Related groups fought near the dam on Sunday.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_kept(line: str) -> None:
    """A word of a button inside a sentence sets nothing aside."""
    assert chrome(*BODY, line) == []


def test_a_menu_above_the_headline_is_set_aside() -> None:
    """A run of short lines with a known word is a menu as a whole."""
    menu = ["الرئيسية", "لقاء الأسبوع", "مال وأعمال"]
    assert chrome(*menu, "مقتل ثلاثة مدنيين في قصف على سوق", *BODY) == menu


def test_names_after_a_colon_are_no_menu() -> None:
    """Short lines that were announced are a list, however many."""
    names = ["أحمد خليل", "سعاد علي", "جهاد عمر", "ليلى حسن", "سامر محمود", "ريم خالد"]
    assert chrome(*BODY, "وأسماء القتلى:", *names) == []
    assert chrome("Their names were given as", *names, *BODY) == []


def test_titles_after_the_last_paragraph_are_links() -> None:
    """Several titles below a text of full sentences lead to other texts."""
    titles = ["قصف جديد يستهدف مقر الحزب في المدينة", "تأخر تشكيل الحكومة يخنق أسواق العاصمة"]
    assert chrome(*BODY, *titles) == titles


def test_last_lines_of_a_text_without_full_stops_are_kept() -> None:
    """Where no line has a full stop, a missing one tells nothing."""
    assert (
        chrome(
            "قصف التحالف حقل التنك وقتل اثني عشر مدنيا قرب البئر",
            "كما استهدف جسر البلدة",
            "وعاد الهدوء مساء",
        )
        == []
    )


def test_titles_below_a_known_heading_are_links() -> None:
    """A heading takes the titles below it along, until the next paragraph."""
    assert chrome(BODY[0], "اقرأ أيضا", "غارات جديدة على الجنوب", BODY[1]) == [
        "اقرأ أيضا",
        "غارات جديدة على الجنوب",
    ]


def test_a_title_said_twice_counts_once() -> None:
    """The second of two equal titles is set aside, and so is a title cut short that stands in full elsewhere."""
    title = "مقتل ثلاثة مدنيين في قصف على سوق"
    assert chrome(title, title, *BODY) == [title]
    assert chrome("قُتل ثلاثة مدنيين في قصف...", *BODY) == ["قُتل ثلاثة مدنيين في قصف..."]


def test_a_button_glued_to_the_title_is_set_aside() -> None:
    """A print button that repeats the beginning of the title is furniture."""
    assert chrome("مقتل ثلاثة مدنيين في قصف على سوق", "طباعة مقتل ثلاثة مدنيين", *BODY) == [
        "طباعة مقتل ثلاثة مدنيين"
    ]


def test_nothing_follows_the_comments() -> None:
    """What strangers wrote below a text is not the publisher's."""
    assert chrome(*BODY, "اترك تعليقاً", "يجب أن يحاسب كل من شارك في هذه المجزرة الرهيبة.")[1:] == [
        "يجب أن يحاسب كل من شارك في هذه المجزرة الرهيبة."
    ]
