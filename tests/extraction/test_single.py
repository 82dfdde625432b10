"""One person hurt, killed or taken, whom no number counts."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


def _figures(text: str, kind: str = "casualties") -> list[tuple[str, str, float | None]]:
    return [(q.unit, q.of, q.low) for claim in read(text, kind) for q in claim.quantities]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "قال ناشطون إن الطفل “علي الأحمد” من قرية كفرنوران، استشهد بقصف مدفعي.",
            ("killed", "child", 1),
        ),
        ("الشاب سالم العمر، قُتل برصاص قناص في مدينة تعز.", ("killed", "man", 1)),
        ("محمد العلي، قُتل بقصف مدفعي على بلدة سرمين.", ("killed", "", 1)),
    ],
)
def test_a_person_named_before_the_verb_is_one(text: str, figure: tuple[str, str, int]) -> None:
    """Title or name at the head of a clause, and what befell them behind it."""
    assert _figures(text) == [figure]


def test_two_people_before_the_verb_are_not_one() -> None:
    """A list before the verb is not counted as one."""
    assert _figures("الشاب سالم العمر والشاب خالد العمر قتلا برصاص قناص في تعز.") == []


def test_a_pronoun_on_the_loss_is_one_person() -> None:
    """«مقتله» tells of one death, «مقتلهم» of more than one."""
    one = _figures("انفجرت عبوة بسيارة ضابط في بعقوبة ما أدى إلى مقتله على الفور.")
    many = _figures("انفجرت عبوة بسيارة ضباط في بعقوبة ما أدى إلى مقتلهم على الفور.")

    assert one == [("killed", "", 1)]
    assert many == []


def test_a_third_is_one_more() -> None:
    """«وأصيب ثالث» is one person hurt."""
    assert ("injured", "", 1) in _figures("قتل شخصان وأصيب ثالث بانفجار لغم في ريف تعز.")


def test_those_who_assassinate_are_not_counted_as_killed() -> None:
    """A dual that can only be the subject is who does it."""
    assert _figures("اغتال مسلحان مدير مكتب الزراعة في عدن.") == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ('عثر مدنيون صباح أمس الجمعة، على جثة "شاب" قرب مدينة درنة.', "man"),
        ("عثر الأهالي على جثة تعود لرجل مجهول الهوية في مدينة سرت.", ""),
        ("عُثر على جثة الطالب سالم العمر داخل قبو في مدينة تعز.", "student"),
    ],
)
def test_one_body_is_one_however_the_dead_is_told(text: str, of: str) -> None:
    """Behind the body stand a word for the dead, in marks or with the article, or only whose it was."""
    assert _figures(text) == [("bodies", of, 1)]


def test_bodies_that_are_counted_are_no_single_one() -> None:
    """A number before the bodies counts them."""
    assert _figures("عثر الأهالي على 4 جثث مجهولة الهوية في مدينة سرت.") == [("bodies", "", 4)]


@pytest.mark.parametrize(
    ("text", "kind", "figure"),
    [
        (
            "مقتل أحد عناصر الدعم السريع برصاص مجهولين في نيالا.",
            "casualties",
            ("killed", "fighter", 1),
        ),
        ("أصيب أحد المدنيين بقصف على مدينة تعز.", "casualties", ("injured", "civilian", 1)),
        ("اعتقلت قوات الأمن أحد الأشخاص في الرمادي.", "arrest", ("arrested", "", 1)),
        ("اعتقال إمام مسجد في مدينة درنة.", "arrest", ("arrested", "", 1)),
    ],
)
def test_one_of_several_is_one(text: str, kind: str, figure: tuple[str, str, int]) -> None:
    """«أحد» before the plural of people, and an office that one person holds."""
    assert _figures(text, kind) == [figure]


def test_one_of_several_things_is_nobody() -> None:
    """«أحد» before things counts no victim."""
    assert _figures("أصيب أحد المنازل بقذيفة في مدينة تعز.") == []


def test_kin_joined_later_leaves_the_count_open() -> None:
    """Who is taken with his son and his brother is not alone."""
    (claim,) = read(
        "اعتقال إمام مسجد القرية سالم العلي و ابنه البالغ عشرة أعوام و شقيقه في درنة.", "arrest"
    )

    assert [(q.low, q.high) for q in claim.quantities] == [(1, None)]
