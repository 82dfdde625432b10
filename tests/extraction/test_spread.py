"""Days, figures and whom they count."""

from __future__ import annotations

from tests.extraction.reading import date, places, read


def test_a_total_over_two_days_is_one_claim() -> None:
    """The dead of Monday and Tuesday together are not the dead of each."""
    text = "Israeli strikes on Monday and Tuesday killed 558 people in Nabatieh."

    [claim] = read(text, "casualties", published="2024-09-25")

    assert date(claim) == "2024-09-23/2024-09-24"


def test_as_many_strikes_as_days_are_one_each() -> None:
    """Two strikes on two days are two claims."""
    text = "شن التحالف ضربتين على البوكمال في 27 و28 آذار 2018."

    assert [date(claim) for claim in read(text, "strike")] == ["2018-03-27", "2018-03-28"]


def test_others_are_counted_as_those_before() -> None:
    """Five others injured after three civilians killed are civilians."""
    found = read("قتل ثلاثة مدنيين وأصيب خمسة آخرون في سرمين.", "casualties")

    assert [(q.unit, q.of, q.low) for claim in found for q in claim.quantities] == [
        ("killed", "civilian", 3),
        ("injured", "civilian", 5),
    ]


def test_places_behind_the_last_figure_are_of_all() -> None:
    """Two figures, one strike behind them, in one town of one province."""
    dead, hurt = read("قتل 9 مدنيين وجرح 20 آخرون بقصف على سرمين بريف إدلب.", "casualties")

    assert places(dead) == places(hurt) == ["Sarmin", "Idlib Governorate"]


def test_a_strike_is_of_the_day_of_its_loss_and_not_of_the_month_beside_it() -> None:
    """Where the clause before names its day and a longer time that the day lies in, the day is told."""
    text = "قتل أربعة أطفال أمس، في شهر رمضان المبارك، في بلدة حيس جراء قصف استهدف مدرسة."

    assert [date(one) for one in read(text, "strike")] == ["2019-05-03"]
