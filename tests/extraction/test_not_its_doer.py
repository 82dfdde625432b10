"""Values that stand in an Arabic clause and are not of what it tells: who was blown up, whose day it is, an area's name."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("انفجرت عبوة بسيارة قائد في الجيش الوطني في مدينة إعزاز.", "Syrian National Army"),
        ("انفجر لغم بعناصر من الفرقة الرابعة في بادية الرصافة.", "4th Division"),
    ],
)
def test_nobody_who_is_blown_up_did_it(text: str, hit: str) -> None:
    """Behind a verb of what goes off by itself ب names who was hit, and nobody named there is the doer."""
    [blast] = read(text, "clash")
    assert actors(blast) == []
    assert targets(blast) == [hit]


def test_a_blast_beside_a_post_names_no_one_hit() -> None:
    """قرب and بالقرب من only say where it was."""
    [blast] = read("انفجرت عبوة ناسفة بالقرب من حاجز لقوات النظام في درعا.", "clash")
    assert (actors(blast), targets(blast)) == ([], [])


def test_attacks_with_a_pronoun_are_on_who_follows() -> None:
    """هجماتها لمواقع الجيش: the army is attacked; without the pronoun ل names who attacks."""
    [theirs] = read("كثفت الفصائل منذ الفجر من هجماتها لمواقع قوات النظام في ريف حلب.", "clash")
    assert "Syrian government forces" in targets(theirs)
    assert "Syrian government forces" not in actors(theirs)
    [its] = read("وقعت هجمات لقوات النظام على بلدة سرمين.", "clash")
    assert actors(its) == ["Syrian government forces"]


def test_whom_blows_are_directed_at_is_hit() -> None:
    """وجهت ضربة ل and توجيه الضربات ل name who is hit."""
    [strike] = read("وجهت القوات الأمريكية ضربة لقوات النظام في البوكمال.", "strike")
    assert (actors(strike), targets(strike)) == (["US forces"], ["Syrian government forces"])


def test_the_quoted_name_of_an_area_holds_no_party() -> None:
    """منطقة “بوتين-أردوغان” is an area; a quoted party that is hit stays one."""
    [raid] = read("استهدف الطيران الروسي بلدات في منطقة “بوتين-أردوغان” بثلاث غارات.", "strike")
    assert (actors(raid), targets(raid)) == (["Russian forces"], [])
    [hit] = read("استهدف الطيران الروسي “هيئة تحرير الشام” بثلاث غارات.", "strike")
    assert targets(hit) == ["Hayat Tahrir al-Sham"]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت قوات النظام بلدة كنصفرة في خرق لاتفاق وقف إطلاق النار الموقع بين البلدين في 5 آذار 2019.",
        "قصفت قوات النظام بلدة كنصفرة في خرق لاتفاق 5 آذار 2019.",
        "The army shelled Khiam in breach of the ceasefire agreement signed on 5 March 2019.",
    ],
)
def test_the_day_of_an_agreement_is_not_that_of_its_breach(text: str) -> None:
    """Signed on, الموقع في and the day by which an agreement is called say nothing of when it was broken."""
    [strike] = read(text, "strike", published="")
    assert date(strike) == ""


@pytest.mark.parametrize(
    "text",
    [
        "وقع الطرفان اتفاق وقف إطلاق النار في 5 آذار 2019.",
        "Both sides signed an agreement on 5 March 2019.",
        "A deal was reached on 5 March 2019 in Doha.",
    ],
)
def test_who_signs_does_so_on_that_day(text: str) -> None:
    """The day behind the agreement is that of the signing where the signing is told."""
    assert [date(one) for one in read(text, published="")] == ["2019-03-05"]


def test_whose_a_drone_may_be_parts_no_statement() -> None:
    """يرجح أنها تابعة ل between commas or not: one claim, with its target and place, and nobody says it in between."""
    text = "وقالت الوكالة إن طائرة مسيرة، يرجح أنها تابعة للتحالف الدولي، استهدفت دراجة نارية على طريق الدانا."
    [strike] = read(text, "strike")
    assert strike.statement.startswith("طائرة مسيرة")
    assert (places(strike), targets(strike)) == (["Al Dana"], ["vehicle"])
    assert strike.modality is Modality.POSSIBLE


def test_who_thinks_something_likely_says_it() -> None:
    """رجح ناشطون أن: they say so."""
    [strike] = read("ورجح ناشطون أن طائرة تركية قصفت سيارة في بلدة الدانا.", "strike")
    assert strike.attribution[-1].text == "ناشطون"


def test_deeds_that_only_tell_of_what_kinds_others_were_are_no_claim() -> None:
    """Eight operations that varied between attacks and clashes: only the dead are told, and بين is no preposition of cause."""
    text = "وثق المرصد السوري مقتل 11 جنديا من قوات النظام، في 5 وقائع تنوعت بين كمائن وهجمات واشتباكات."
    [dead] = read(text)
    assert dead.kind == "casualties"


def test_what_could_not_be_verified_is_no_fact() -> None:
    """لم يتسن التأكد من عدد القتلى asserts no death."""
    found = read("ولم يتسن للمرصد السوري التأكد من عدد قتلى قوات النظام.", "casualties")
    assert all(one.modality is Modality.POSSIBLE for one in found)
