"""Cause and effect are clauses of their own and share what they leave unsaid."""

from __future__ import annotations

import pytest

from claims.model import Polarity
from tests.extraction.reading import actors, date, places, read


@pytest.mark.parametrize(
    "text",
    [
        "قتل خمسة مدنيين الثلاثاء جراء قصف مدفعي لقوات النظام على بلدة سرمين.",
        "قتل خمسة مدنيين الثلاثاء بقصف مدفعي لقوات النظام على بلدة سرمين.",
        "قتل خمسة مدنيين الثلاثاء متأثرين بجراحهم بقصف مدفعي لقوات النظام على بلدة سرمين.",
        "قتل خمسة مدنيين الثلاثاء في قصف مدفعي لقوات النظام على بلدة سرمين.",
        "أدى قصف مدفعي لقوات النظام على بلدة سرمين الثلاثاء إلى مقتل خمسة مدنيين.",
        "قصفت قوات النظام بلدة سرمين الثلاثاء ما أدى إلى مقتل خمسة مدنيين.",
    ],
)
def test_cause_and_effect_tell_one_event(text: str) -> None:
    """However they are joined, the strike and the dead have day, place and doer, and each its own words."""
    [strike] = read(text, "strike")
    [dead] = read(text, "casualties")

    assert strike.quote != dead.quote
    for claim in (strike, dead):
        assert date(claim) == "2019-04-30"
        assert places(claim) == ["Sarmin"]
        assert actors(claim) == ["Syrian government forces"]
    assert [figure.low for figure in dead.quantities] == [5]
    assert strike.quantities == ()


@pytest.mark.parametrize(
    "text",
    [
        "استهدف قصف مدفعي بلدة كنصفرة دون وقوع إصابات.",
        "استهدف قصف مدفعي بلدة كنصفرة ولم يسفر عن إصابات.",
        "استهدف قصف مدفعي بلدة كنصفرة من دون تسجيل إصابات.",
    ],
)
def test_an_effect_that_stayed_away_leaves_the_deed(text: str) -> None:
    """No casualties is said of the casualties, never of the strike."""
    [strike] = read(text, "strike")
    [dead] = read(text, "casualties")

    assert strike.polarity is Polarity.AFFIRMED
    assert dead.polarity is Polarity.NEGATED


def test_two_verbs_at_the_head_share_their_subject() -> None:
    """قتل وأصيب عناصر is one statement and no bare verb."""
    quotes = [
        claim.quote for claim in read("قتل وأصيب عناصر من قوات النظام في درعا.", "casualties")
    ]

    assert quotes == ["قتل وأصيب عناصر من قوات النظام في درعا"]


def test_english_effects_share_the_day_and_place() -> None:
    """Wounding seven happened where and when the drone hit."""
    [dead] = read("A drone hit a bus in Kherson on 2 May 2019, wounding seven.", "casualties")

    assert (date(dead), places(dead)) == ("2019-05-02", ["Kherson"])


def test_a_deed_goes_on_behind_a_relative_clause() -> None:
    """قصف مصدره المناطق التي …، استهدف …: one strike with its place."""
    text = "وقتلت امرأة بقصف مدفعي مصدره المناطق التي تسيطر عليها قوات النظام، استهدف بلدة سرمين."

    [strike] = read(text, "strike")

    assert [place.name for place in strike.places] == ["Sarmin"]


def test_where_the_wounded_were_taken_is_no_scene() -> None:
    """The hospital town is not where it happened."""
    [hurt] = read("أصيب 7 مدنيين بقصف على سرمين، نقلوا إلى مشفى في إدلب للعلاج.", "casualties")

    assert [place.name for place in hurt.places] == ["Sarmin"]


def test_what_went_before_an_attack_is_an_event_of_its_own() -> None:
    """عقب تفجير: the attack and the bombing before it, each with its own place."""
    text = "شن مسلحون هجوماً على حاجز في سرمين عقب تفجير عبوة ناسفة قرب بلدة بنش."

    assert [places(claim) for claim in read(text, "clash")] == [["Sarmin"], ["Binnish"]]


def test_what_a_strike_coincides_with_is_told_too() -> None:
    """تزامن القصف مع اشتباكات: the clashes are of that day, and the loss is theirs."""
    text = (
        "قصف الطيران مدينة سرمين الثلاثاء. "
        "وتزامن القصف مع اشتباكات في بلدة بنش، ما أدى إلى مقتل ثلاثة جنود."
    )

    [clash, dead] = [*read(text, "clash"), *read(text, "casualties")]

    assert (date(clash), places(clash)) == ("2019-04-30", ["Binnish"])
    assert places(dead) == ["Binnish"]


def test_who_came_to_help_is_told_apart() -> None:
    """، فرقنا نقلت … is no part of the strike, and the town of the hospital no scene of it."""
    text = (
        "قتل مدني جراء قصف لقوات النظام استهدف بلدة سرمين، فرقنا نقلت الجثمان إلى مشفى مدينة بنش."
    )

    assert [places(claim) for claim in read(text)] == [["Sarmin"], ["Sarmin"]]


def test_what_a_victim_had_taken_part_in_did_not_kill_him() -> None:
    """قتل القيادي الذي شارك في هجوم 7 تشرين: the attack is no cause of his death and lends no day."""
    text = "قتلت غارة القيادي سالم الحمد الذي شارك في هجوم 7 تشرين الأول 2018 على بلدة سرمين."

    assert [date(claim) for claim in read(text, "casualties")] == [""]


def test_but_it_shelled_is_another_deed() -> None:
    """أعلن الجيش تعليق غاراته، لكنه قصف …: the shelling alone, by who speaks."""
    text = "أعلن الجيش الإسرائيلي تعليق غاراته، لكنه قصف اليوم محيط بلدة سرمين."

    [strike] = read(text, "strike")

    assert "تعليق" not in strike.quote
    assert actors(strike) == ["Israel Defense Forces"]


def test_against_the_background_of_a_raid_is_cut_before_its_preposition() -> None:
    """على خلفية مداهمة: no word is left hanging at the end of what was told before."""
    clash, raid = read("اندلعت اشتباكات في بلدة سرمين على خلفية مداهمة منزل في مدينة بنش.", "clash")

    assert clash.quote == "اندلعت اشتباكات في بلدة سرمين"
    assert raid.statement.startswith("[اندلعت اشتباكات في بلدة سرمين] على خلفية مداهمة")


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع عدد القتلى المدنيين جراء القصف على سرمين إلى سبعة قتلى.",
        "بلغ عدد القتلى جراء قصف سوق سرمين سبعة أشخاص.",
        "وصل عدد القتلى في قصف سرمين إلى سبعة أشخاص.",
    ],
)
def test_a_number_told_behind_its_cause_is_not_parted_from_its_verb(text: str) -> None:
    """The number of the dead stands behind what killed them: one statement with the verb that says it rose."""
    [dead] = read(text, "casualties")

    assert dead.quote == text.removesuffix(".")
    assert [figure.low for figure in dead.quantities] == [7]
