"""Who says what an Arabic sentence tells: whole sentences with the speaker of each of their claims."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extraction.reading import actors, places, read

_PUBLISHER = "text.txt"
_CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("speakers_ar.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", _CASES, ids=[case["says"] for case in _CASES])
def test_each_claim_of_a_sentence_has_its_speaker(case: dict[str, Any]) -> None:
    """Each claim is said by whom the words name, and by who publishes where they name nobody."""
    found = [
        [claim.kind, "" if claim.speaker.source == _PUBLISHER else claim.speaker.source]
        for claim in read(case["text"])
    ]

    assert sorted(found) == sorted(case["said"])


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        (
            "نفى المتحدث باسم التحالف قصف السوق، متهماً الحوثيين باستهدافه بقذائف الهاون.",
            "strike",
            "Houthis",
        ),
        (
            "حملت حكومة الوفاق قوات حفتر مسؤولية قصف حي أبو سليم.",
            "strike",
            "Libyan National Army (Haftar)",
        ),
        ("الحوثيون: استهدفنا مطار أبها بطائرة مسيرة.", "strike", "Houthis"),
        ("كتائب القسام: قتلنا 3 جنود شرق رفح.", "casualties", "Qassam Brigades"),
    ],
)
def test_who_is_accused_and_who_says_we_did_it(text: str, kind: str, doer: str) -> None:
    """Who stands behind a word of accusing did it; a verb in the first person is the deed of the fighters who speak."""
    assert actors(read(text, kind)[-1]) == [doer]


def test_rescuers_who_say_we_did_no_harm() -> None:
    """«نقلنا 5 جرحى» by a relief body makes it the doer of no loss."""
    assert [actors(one) for one in read("الدفاع المدني: نقلنا 5 جرحى من حي الزيتون.")] == [[]]


def test_a_state_that_is_accused_is_no_scene() -> None:
    """«روسيا» behind a word of accusing did it, wherever it was."""
    [claim] = read("اتهمت الخارجية الأوكرانية روسيا بقصف المحطة.", "strike")

    assert places(claim) == []


def test_a_verb_without_a_subject_is_of_who_agrees_with_it() -> None:
    """قالت behind a masculine body is of the feminine one before it, and of nobody known where there is none; لفت is no feminine."""
    text = (
        "قالت وزارة الصحة إن 3 مدنيين قتلوا في كسلا. وقال المرصد إن 5 مدنيين قتلوا في كسلا. "
        "وأضافت أن 9 مدنيين أصيبوا. وأوضح أن 8 مدنيين اعتقلوا. ولفت إلى مقتل طفل."
    )
    said = [one.attribution[-1].text for one in read(text)]
    assert said == ["وزارة الصحة", "المرصد", "وزارة الصحة", "المرصد", "المرصد"]
    [alone] = read("أعلن المرصد وصول وفد. وقالت إن 5 مدنيين قتلوا في كسلا.", "casualties")
    assert alone.attribution[-1].text == ""


def test_to_whom_and_where_something_was_said_is_no_part_of_it() -> None:
    """لـ written apart before a listener and a colon, and the place before فقد, belong to the saying."""
    [heard] = read("وقال طبيب لـ وكالة المثال: إن طفلا قتل في كسلا.", "casualties")
    assert heard.statement == "طفلا قتل في كسلا"
    text = "وبحسب ما نقلته وكالة هاوار من المنطقة، فقد قام الطيران التركي بقصف مزارع شمال الحسكة."
    [strike] = read(text, "strike")
    assert strike.statement.startswith("قد قام الطيران")
