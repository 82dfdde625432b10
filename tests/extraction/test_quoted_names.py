"""Names in quotation marks behind a word of saying, and who a speaker is told to be before أن."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'أفاد "مرصد تعقب طائرات الدلتا" أن طائرة قصفت قرية حوش عرب.',
            "مرصد تعقب طائرات الدلتا",
        ),
        ('قال فريق "منسقو نداء الدلتا"، إن طائرة قصفت قرية حوش عرب.', "منسقو نداء الدلتا"),
        ('قالت مجموعة "أطباء بلا قيود" إن طائرة قصفت قرية حوش عرب.', "أطباء بلا قيود"),
    ],
)
def test_all_of_a_name_in_marks_speaks(text: str, speaker: str) -> None:
    """A body whose first words alone are known is called as the marks call it."""
    [claim] = read(text, "strike")

    assert claim.attribution[-1].source == speaker
    assert claim.statement.startswith("طائرة قصفت")


def test_a_body_named_in_marks_is_pointed_back_to() -> None:
    """*The team* is the one whose name stood in marks."""
    text = 'قال فريق "منسقو نداء الدلتا"، إن طائرة قصفت قرية حوش عرب. وأحصى الفريق مقتل تسعة أشخاص.'

    assert {claim.attribution[-1].source for claim in read(text)} == {"منسقو نداء الدلتا"}


def test_who_a_speaker_is_and_to_whom_he_speaks_is_not_what_he_says() -> None:
    """Office and listener between commas belong to the head, up to أن."""
    text = (
        "وأوضح خالد السالم، مدير مستشفى الثورة في مدينة تعز، لوكالة الأناضول، أن سبعة أشخاص قتلوا."
    )
    [claim] = read(text)

    assert claim.statement.startswith("سبعة أشخاص قتلوا")
    assert claim.attribution[-1].source == "خالد السالم"


def test_a_deed_before_the_words_said_stays_told() -> None:
    """A deed between speaker and أن is no part of who speaks."""
    text = "قالت وزارة الدفاع التركية، بعد هجوم على قاعدتها في بعشيقة، إن ثلاثة جنود قتلوا."

    assert "هجوم" in " ".join(claim.statement for claim in read(text))
