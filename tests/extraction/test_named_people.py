"""Named people behind a word of loss or arrest are counted."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


def _figures(text: str, kind: str) -> list[tuple[str, float | None, float | None]]:
    return [(q.unit, q.low, q.high) for c in read(text, kind) for q in c.quantities]


@pytest.mark.parametrize(
    ("text", "kind", "figures"),
    [
        (
            "مقتل خالد العلي وسمير الأحمد وإصابة آخر بقصف على مدينة الباب.",
            "casualties",
            [("killed", 2, 2), ("injured", 1, 1)],
        ),
        (
            "اعتقلت قسد كلاً من: أسامة الخلف، ساهر الخلف، وإبراهيم العبد، في بلدة الشحيل.",
            "arrest",
            [("arrested", 3, 3)],
        ),
        ("قتل الشاب وليد حسن في انفجار لغم.", "casualties", [("killed", 1, 1)]),
        ("وفاة مريض بعد قصف مشفى في كفرنبل.", "casualties", [("killed", 1, 1)]),
        (
            "أصيب زوجها وطفلها في قصف على البارة.",
            "casualties",
            [("injured", 1, 1), ("injured", 1, 1)],
        ),
        (
            "مقتل أحمد الخلف وثلاثة آخرين في غارة على سراقب.",
            "casualties",
            [("killed", 1, 1), ("killed", 3, 3)],
        ),
    ],
)
def test_each_name_counts_one(
    text: str, kind: str, figures: list[tuple[str, float | None, float | None]]
) -> None:
    """Lists over commas and و, titles, *another* and a bare noun of one person."""
    assert _figures(text, kind) == figures


def test_a_list_that_cannot_be_read_to_its_end_counts_at_least_what_was_read() -> None:
    """A word behind و that is no known name leaves the figure open above."""
    [figure] = _figures("مقتل خالد العلي ورفاقه في كمين قرب بلدة الشحيل.", "casualties")

    assert figure == ("killed", 1, None)


def test_a_preposition_is_no_name() -> None:
    """On, written as the name Ali, opens nobody's name behind an arrest."""
    assert _figures("ألقت الشرطة القبض علي متهمين في مدينة الباب.", "arrest") != [
        ("arrested", 1, 1)
    ]


def test_a_nickname_is_nobody_else() -> None:
    """Who is called otherwise stays one person."""
    text = 'قتل المدعو محمد شحادة الملقب بـ"أبو عمر شداد" والمعروف بالوالي في بلدة البويضة.'

    assert _figures(text, "casualties") == [("killed", 1, 1)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("القتلى هم: علي حسن محمود وأحمد خالد النجار.", [("killed", 2, 2)]),
        ("أسماء الشهداء: محمد خليل أبو عودة، رامي سعيد النجار، هبة محمد شعت.", [("killed", 3, 3)]),
        ("الجرحى هم: سامر العلي وخالد الحسن.", [("injured", 2, 2)]),
        ("نشرت الوزارة قائمة أسماء الشهداء على موقعها.", []),
    ],
)
def test_a_heading_says_what_befell_the_people_named_below_it(
    text: str, figures: list[tuple[str, float | None, float | None]]
) -> None:
    """Names behind «القتلى هم» or «أسماء الشهداء» are those of killed people; a list that is only spoken of names nobody."""
    assert _figures(text, "casualties") == figures
