"""Places in a clause that are of somebody or of another event."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("أصيب محافظ حماة في انفجار عبوة ناسفة قرب مدينة سلمية.", ["Salamiyah"]),
        ("قتل خمسة مدنيين نزحوا من دير الزور بغارة على مدينة الرقة.", ["Raqqa"]),
        ("قتل ستة نازحين قادمين من مدينة كسلا في هجوم لمسلحين قرب مدينة القضارف.", ["Al Qadarif"]),
        ("أصيب ثلاثة أطفال بقصف على مخيم جباليا نقلوا إثره إلى مستشفى الشفاء.", ["Jabalia camp"]),
        ("Five people who fled from Gaza City were killed when a strike hit Deir al-Balah.", ["Deir al-Balah"]),
    ],
    ids=["office", "relative clause", "origin", "hospital", "who fled"],
)  # fmt: skip
def test_a_loss_happened_at_the_scene_and_nowhere_else(text: str, scene: list[str]) -> None:
    """An office, an origin and the way to a hospital lend no place; the cause behind them does."""
    assert places(read(text, "casualties")[0]) == scene


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("دمرت الغارات نصف مباني مدينة دوما كما حدث في حمص قبل عامين.", ["Douma"]),
        ("قصفت الطائرات بلدة محردة منذ سيطرة الفصائل على معرة النعمان.", ["Mhardeh"]),
        ("Drones hit Bakhmut for the first time since the fall of Mariupol.", ["Bakhmut"]),
    ],
    ids=["likened", "since", "since in English"],
)
def test_an_event_spoken_of_beside_lends_neither_place_nor_day(text: str, scene: list[str]) -> None:
    """What it is likened to or happened since was elsewhere and on another day."""
    first = read(text)[0]

    assert (places(first), date(first)) == (scene, "")


def test_a_hit_building_of_a_body_is_a_scene() -> None:
    """A town hall that is shelled stands in its town."""
    [strike] = read("قصفت الطائرات مقر بلدية خان يونس.", "strike")

    assert places(strike) == ["Khan Younis"]


def test_people_killed_as_they_fled_were_still_there() -> None:
    """Who was just leaving a town had not left it."""
    assert places(read("قتل أربعة مدنيين أثناء فرارهم من مدينة الرقة.", "casualties")[0]) == ["Raqqa"]  # fmt: skip


def test_losses_in_a_row_are_of_the_day_and_place_of_what_brought_them_about() -> None:
    """Killed, hurt and destroyed before one cause share its day, the thing destroyed keeps its own place."""
    text = "قتل 13 شخصاً وأصيب 27 آخرون ودمرت مدرسة في حي المحمودية بقصف على مدينة عفرين أمس."

    dead, hurt = read(text, "casualties")

    assert {date(dead), date(hurt)} == {"2019-05-03"}


def test_a_day_at_the_very_end_is_of_all_that_hangs_together_before_it() -> None:
    """«وذلك» with a day says when all of it happened."""
    text = "أغار الطيران الحربي على بلدة حيس وأدى إلى مقتل ثلاثة أشخاص وجرح خمسة، وذلك صباح أمس."

    assert {date(one) for one in read(text)} == {"2019-05-03"}


def test_a_loss_at_the_time_of_a_deed_happened_there() -> None:
    """What «عندما قصفت» tells is the cause: the loss is of its place, and it is of the day of the loss."""
    dead, strike = read("قتل 140 شخصاً أمس عندما قصفت طائرات صالة عزاء في صنعاء.")

    assert (places(dead), date(dead)) == (places(strike), date(strike)) == (["Sanaa"], "2019-05-03")


def test_one_more_strike_elsewhere_has_no_day_of_the_first() -> None:
    """«غارة أخرى» in another town may be of any day."""
    text = "وقال المرصد إن غارة على مدينة إدلب أمس قتلت تسعة أشخاص، مضيفاً أن غارة أخرى دمرت مدرسة في أعزاز."

    assert [date(one) for one in read(text, "damage")] == [""]


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("نزح أكثر من 3000 شخص من مدينة تعز منذ استعادة الجيش مدينة ذمار.", ["Taiz"]),
        ("قتل 30 مدنياً في مدينة تعز منذ سيطرة تنظيم داعش على المخا.", ["Taiz"]),
        ("More than 900 people have fled Goma since the army recaptured Rutshuru.", ["Goma"]),
    ],
)
def test_a_loss_counted_since_a_taking_is_not_of_who_took_it(text: str, scene: list[str]) -> None:
    """Who took a town, and that town, only say since when the others are counted."""
    [loss] = read(text)

    assert (actors(loss), targets(loss) in ([], ["civilians"])) == ([], True)
    assert places(loss) == scene


def test_who_took_a_town_since_a_year_is_told() -> None:
    """The taking itself keeps its doer and its place."""
    [taken] = read("سيطر تنظيم القاعدة على مدينة تعز منذ عام 2015.", "control")

    assert (actors(taken), places(taken)) == (["al-Qaeda"], ["Taiz"])


def test_what_lies_beyond_a_border_is_no_scene() -> None:
    """Nor is the war that another fighting came of; a border where nothing else is named is one."""
    (near,) = read("A raid hit Adre near Chad's border with Sudan.", "strike")
    (fight,) = read(
        "Months of fighting in Adre sparked by the war in Sudan have killed nine.", "casualties"
    )
    (alone,) = read("A raid hit a truck on the border with Sudan.", "strike")

    assert places(near) == places(fight) == ["Adre"]
    assert places(alone) == ["Sudan"]


def test_a_first_name_that_is_a_town_too_is_no_scene() -> None:
    """Others of the family stand beside it."""
    (dead,) = read(
        "Omar Kamel was killed, as were his daughters, Saja Omar Kamel, Doha Omar Kamel and Rana Kamel.",
        "casualties",
    )

    assert places(dead) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between Israel and Hezbollah killed ten people in Tyre.",
        "The raids near Tyre were the heaviest since Hezbollah and Israel fought a war.",
        "A raid on a Druze town near Tyre killed ten people.",
    ],
)
def test_who_fights_beside_an_armed_group_or_lives_in_a_town_is_no_place(text: str) -> None:
    """A country in whose towns both are hit is one."""
    assert {name for one in read(text) for name in places(one)} == {"Tyre"}
    assert "Syria" in places(read("Rockets hit Hezbollah bases in Syria and Israel.")[0])
