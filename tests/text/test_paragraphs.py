"""A line break ends a sentence unless the words go on."""

from __future__ import annotations

import pytest

from claims.text.sentences import sentences


def count(text: str) -> int:
    """How many sentences there are."""
    return len(sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "وأدى القصف الذي استهدف القرية إلى\n\nاستشهاد مواطنة وإصابة أخرى",
        'وتشير الصحيفة إلى "أن التسابق بين الطرفين\nبرز بعد جولات جنيف الأخيرة".',
        "قصفت القوات أطراف القرية،\nما أدى إلى إصابة ثلاثة مدنيين",
        "وذكرت الصحيفة في عددها اليوم\nأن القوات غادرت المنطقة",
        "The army said it had struck the\nmarket on Sunday",
    ],
)
def test_words_that_go_on_are_one_sentence(text: str) -> None:
    """A dangling word, an open quotation, a comma or a small letter carries a sentence over a line break."""
    assert count(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قصفت القوات أطراف القرية\nوأصيب ثلاثة مدنيين",
        "قصفت القوات أطراف القرية.\nوأصيب ثلاثة مدنيين.",
        "قصفت القوات القرية، وأصيب ثلاثة.\n- أحمد من سكان القرية",
        "وهم:\nأحمد خليل",
    ],
)
def test_a_line_break_ends_a_sentence(text: str) -> None:
    """Also without a full stop."""
    assert count(text) == 2


def test_lines_wrapped_at_a_fixed_width_are_joined() -> None:
    """A release that was wrapped like a mail has the sentences it had before."""
    text = (
        "On Oct. 3 coalition military forces conducted nine strikes consisting of\n"
        "12 engagements against targets near the town. Five strikes hit tactical\n"
        "units and destroyed two vehicles, a bunker and three fighting positions\n"
        "before aircraft returned to base safely."
    )
    assert [sentence.span.of(text)[:14] for sentence in sentences(text)] == [
        "On Oct. 3 coal",
        "Five strikes h",
    ]
