"""What each line of a text is there for."""

from __future__ import annotations

import pytest

from claims.model import Role
from claims.text.sentences import sentences

BODY = "قُتل ثلاثة مدنيين في قصف استهدف سوق البلدة صباح اليوم الثلاثاء. وأصيب تسعة آخرون بجروح بعضها بليغ."
TITLE = "مقتل ثلاثة مدنيين في قصف على سوق"


def role_of(line: str, *around: str) -> Role:
    """The role of the first sentence of ``line`` between a title and a body."""
    text = "\n".join([*around, TITLE, line, BODY, BODY.replace("ثلاثة", "أربعة")])
    start = text.index(line)
    return next(sentence.role for sentence in sentences(text) if sentence.span.start == start)


@pytest.mark.parametrize(
    "line",
    [
        "الثلاثاء 03/أبريل/2018 - 12:11 م",
        "السبت, ٢١ ديسمبر ٢٠٢٤, ١٤:٣١",
        "31/12/2021",
        "3:29 م",
        "التاريخ: 2023-05-02 الوقت: 01:13 AM",
        "| 23 أغسطس 2023 | نور الدين",
        "Published: 3 April 2018, 12:11 GMT",
        "October 5, 2023, 8:58 am",
        "دمشق-سانا",
        "إدلب/ الأناضول",
        "بلدي نيوز - إدلب (محمد وليد)",
        "إعداد: براء – تحرير: محمد",
        "مركز الأخبار",
        "By Jane Smith",
    ],
)
def test_publication_lines_are_datelines(line: str) -> None:
    """Dates, agencies and makers of a text stand apart from what it says."""
    assert role_of(line) is Role.DATELINE


@pytest.mark.parametrize(
    "line",
    [
        "صورة أرشيفية",
        "محطة المياه المستهدفة - صفحة الدفاع المدني على فيسبوك",
        "عناصر من الدفاع المدني ينقلون جثة من تحت الأنقاض في البلدة - 4 من نيسان 2022 (رويترز)",
        "هجوم سابق على أطراف دمشق (مواقع التواصل)",
        "A man walks past rubble in the town, March 28, 2018 (AFP)",
    ],
)
def test_descriptions_of_pictures_are_captions(line: str) -> None:
    """A line that names who took it describes a picture."""
    assert role_of(line) is Role.CAPTION


def test_a_post_that_says_what_a_picture_shows_is_no_caption() -> None:
    """Where nothing else is said, the description is what is claimed."""
    assert sentences("آثار القصف على أطراف البلدة أدت إلى مقتل ثلاثة")[0].role is Role.BODY


@pytest.mark.parametrize(
    "line", ["مقتل 12 في بلدة الخيام 2018", "حصاد الأحداث ليوم الثلاثاء 05-07-2022"]
)
def test_a_title_with_a_date_is_no_dateline(line: str) -> None:
    """A line that says more than a date is not set apart."""
    assert role_of(line) is Role.HEADLINE


@pytest.mark.parametrize(
    "line",
    [
        "- مدينة إدلب وريفها",
        "١- أحمد من أهالي البلدة",
        "2) سعاد علي",
        "• ثلاثة جرحى",
        "(3) أربعة جرحى",
    ],
)
def test_lines_with_a_list_sign_are_items(line: str) -> None:
    """Dashes, bullets and numbers in either script make an item."""
    assert role_of(line) is Role.LIST_ITEM


@pytest.mark.parametrize(
    "line",
    [
        "15 قتيلا سقطوا في الغارة التي استهدفت السوق صباح اليوم نفسه.",
        "3.5 مليون شخص نزحوا من المنطقة منذ بداية العام بحسب المنظمة.",
        "2018 كان عاما صعبا على سكان المدينة جميعا بحسب تقرير المنظمة.",
    ],
)
def test_a_figure_at_the_head_of_a_sentence_is_no_list_sign(line: str) -> None:
    """A sentence may begin with a number."""
    assert role_of(line) is Role.BODY


def test_a_headline_is_the_first_short_line_above_a_body() -> None:
    """The first line without a full stop is the headline; a question may be one."""
    found = sentences(f"{TITLE}\n{BODY}")
    assert [sentence.role for sentence in found] == [Role.HEADLINE, Role.BODY, Role.BODY]
    assert sentences(f"هل تعود الحرب إلى البلدة؟\n{BODY}")[0].role is Role.HEADLINE


def test_a_single_line_is_no_headline() -> None:
    """Without a body below it a line is what is said."""
    assert sentences(TITLE)[0].role is Role.BODY


def test_short_lines_between_full_paragraphs_are_headlines_of_sections() -> None:
    """A section has a headline of its own."""
    text = f"{BODY}\n\nاغتيالات في درعا والقنيطرة\n\n{BODY.replace('ثلاثة', 'أربعة')}"
    assert [sentence.role for sentence in sentences(text)][2] is Role.HEADLINE


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"بيروت (أ ف ب) - {BODY}", "بيروت (أ ف ب) -"),
        (f"دمشق - سانا - {BODY}", "دمشق - سانا -"),
        ("BEIRUT (Reuters) - Twelve people were killed on Tuesday.", "BEIRUT (Reuters) -"),
        ("RAQQA, Syria (AP) — Twelve people were killed on Tuesday.", "RAQQA, Syria (AP) —"),
        ("Aden, Aug 3 (KUNA) Twelve people were killed on Thursday.", "Aden, Aug 3 (KUNA)"),
        ("KABUL, Sept. 25 (Xinhua) -- Nine people died in a raid.", "KABUL, Sept. 25 (Xinhua) --"),
        ("Aug. 3 (UPI) -- Nine people died in a raid on a market.", "Aug. 3 (UPI) --"),
    ],
)
def test_a_dateline_that_opens_a_paragraph_is_cut_off(text: str, dateline: str) -> None:
    """Town and agency before a dash are no part of the first sentence."""
    first = sentences(text)[0]
    assert (first.role, first.span.of(text)) == (Role.DATELINE, dateline)


def test_a_dash_in_a_sentence_opens_nothing() -> None:
    """A remark between dashes stays in its sentence."""
    text = "القوات الحكومية - بحسب المصدر نفسه - غادرت أطراف البلدة."
    assert [sentence.role for sentence in sentences(text)] == [Role.BODY]


@pytest.mark.parametrize(
    "text",
    [
        "In Aleppo, March 3 (Friday) was the day on which shells hit the market.",
        "Residents said on May 3 (UTC) shells hit the market of the town.",
    ],
)
def test_a_day_with_a_bracket_in_a_sentence_is_no_dateline(text: str) -> None:
    """Only an agency in brackets behind a place and a day opens a report."""
    assert [sentence.role for sentence in sentences(text)] == [Role.BODY]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("مصدر أمني: مقتل ثلاثة جنود بانفجار عبوة", Role.BODY),
        ("تقرير أممي: نزوح آلاف السكان من الحديدة", Role.BODY),
        ("المصدر: وكالات", Role.DATELINE),
        ("مصدر: سانا", Role.DATELINE),
    ],
)
def test_a_source_that_tells_something_behind_a_colon_is_no_by_line(line: str, role: Role) -> None:
    """«مصدر أمني: …» is what that source says; «المصدر: وكالات» names who made the text."""
    start = BODY.replace("قُتل", "قضى")
    found = sentences(f"{start}\n{line}\n{BODY}")

    assert next(one.role for one in found if line in one.span.of(f"{start}\n{line}\n{BODY}")) in {
        role,
        Role.HEADLINE if role is Role.BODY else role,
    }


def test_a_town_and_a_day_above_a_text_are_its_dateline() -> None:
    """«الموصل/ 25 آذار» tells nothing that happened."""
    assert sentences(f"الموصل/ 25 آذار\n{BODY}")[0].role is Role.DATELINE
