"""Quotations are followed across sentences and paragraphs."""

from __future__ import annotations

import pytest

from claims.text.sentences import sentences


def quoted(text: str) -> list[bool]:
    """For each sentence whether it begins inside a quotation opened earlier."""
    return [sentence.quoted for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("قال «سننتصر». ثم غادر المكان.", [False, False]),
        ("قال «سننتصر اليوم. وهم سيهزمون». ثم غادر.", [False, True, False]),
        ('وأضاف "سيهزمون حتما. سوف ننتصر". ثم غادر.', [False, True, False]),
        ("“We left at dawn. Nobody stayed,” he said. He was 34.", [False, True, False]),
        ('وتأمين "خط الحرير "الإيراني" إلى دمشق. وهي المنطقة نفسها". انتهى.', [False, True, False]),
        ('قصفت ل"قسد" و"الوطني" معا. ثم هدأت.', [False, False]),
        ("He is 6'2\" tall. He left.", [False, False]),
    ],
)
def test_what_begins_inside_a_quotation_is_marked(text: str, inside: list[bool]) -> None:
    """Only sentences behind an opening mark and before its closing one are quoted."""
    assert quoted(text) == inside


def test_a_quotation_may_close_two_paragraphs_later() -> None:
    """The paragraphs between belong to it, what follows does not."""
    text = (
        'قال الشاهد "بدأ القصف فجرا.\nواستمر ساعتين كاملتين.\n\nثم انتهى ظهرا". وغادر بعدها المكان.'
    )
    assert quoted(text) == [False, True, True, False]


def test_a_quotation_that_opens_anew_with_each_paragraph_is_one() -> None:
    """The English way to go on with a quotation needs only one close."""
    text = "“The strike hit the road. Nobody was there.\n\n“We buried nine,” said Ahmed. He left."
    assert quoted(text) == [False, True, True, False]


def test_a_mark_that_never_closes_quotes_nothing() -> None:
    """A forgotten mark does not turn the rest of the text into a quotation."""
    rows = ['قال الشاهد "بدأ القصف فجرا.', *["وتواصل القصف على أطراف البلدة حتى المساء."] * 8]
    assert not any(quoted("\n".join(rows)))
