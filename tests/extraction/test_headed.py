"""What a headline takes from the sentence below it."""

from __future__ import annotations

import pytest

import claims
from claims.checks import examine
from tests.extraction.reading import date, read


@pytest.mark.parametrize(
    "text",
    [
        "مقتل سبعة في قصف على بلدة سرمين\n\nقتل سبعة أشخاص الثلاثاء في قصف على بلدة سرمين بريف إدلب.\n\nونقلوا إلى المشفى.",
        "Shelling of Nikopol kills seven\n\nSeven people were killed when shells hit Nikopol on Tuesday.\n\nThe governor said so.",
    ],
)
def test_a_headline_has_the_day_of_its_lead(text: str) -> None:
    """The first sentence tells the same loss with its day."""
    assert date(read(text, "casualties")[0]) == "2019-04-30"


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("مقتل سبعة في قصف على خان يونس", "another place"),
        ("مقتل تسعة في قصف على بلدة سرمين", "another figure"),
        ("كان قد قتل سبعة في قصف على بلدة سرمين", "looks back"),
        ("الحصيلة الإجمالية: مقتل سبعة في بلدة سرمين", "sums up"),
        ("اعتقال سبعة في بلدة سرمين", "another kind"),
    ],
)
def test_a_headline_of_something_else_has_no_day(title: str, why: str) -> None:
    """What the sentence below tells is of another event, or may be."""
    text = f"{title}\n\nقتل سبعة أشخاص الثلاثاء بنيران مسلحين في بلدة سرمين بريف إدلب.\n\nونقلوا إلى المشفى."

    told = [one for one in read(text) if one.span.start < len(title)]

    assert {date(one) for one in told} == {""}, why


def test_a_lead_of_two_days_leaves_its_headline_without_one() -> None:
    """Which of two days is meant cannot be had."""
    text = (
        "Shelling of Nikopol kills seven\n\nSeven people were killed in Nikopol on Tuesday and two in Kherson on Monday."
        "\n\nThe governor said so."
    )

    assert date(read(text, "casualties")[0]) == ""


def test_the_same_large_toll_makes_a_province_the_village_in_it() -> None:
    """Forty dead in Kordofan are the forty dead of a village that no list puts there."""
    text = (
        "Drone strike kills 40 in Kordofan\n\nA drone hit the village of Al-Luwaib on Tuesday, killing 40 people."
        "\n\nResidents fled."
    )

    assert date(read(text, "casualties")[0]) == "2019-04-30"


def test_a_day_that_a_headline_only_takes_contradicts_no_body() -> None:
    """Only the day that a headline states itself is held against what the body says."""
    text = (
        "Shelling of Nikopol kills 40 people\n\nAt least 40 people were killed when shells hit Nikopol on Tuesday."
        "\n\nOn Monday 40 people were killed in Nikopol."
    )
    document = claims.read(text.encode(), name="t.txt", published="2019-05-04")
    found = claims.extract(document)

    assert date(found.claims[0]) == "2019-04-30"
    assert "headline" not in {
        finding.check for one in examine(found).claims for finding in one.findings
    }


def test_what_somebody_keeps_doing_takes_no_day_and_leaves_the_headline_its_own() -> None:
    """The day of the lead is that of the headline and not of the shelling that goes on beside it."""
    text = (
        "قتيل بقصف على الفاشر\n\nقُتل مدني يوم الخميس بقصف مدفعي على مدينة الفاشر، في ظل استمرار قصف قوات الدعم السريع للمدينة."
        "\n\nوتواصل الفرق عملها."
    )
    found = read(text, "strike")

    assert [date(claim) for claim in found] == ["2019-05-02", "2019-05-02", ""]
