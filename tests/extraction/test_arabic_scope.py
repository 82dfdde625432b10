"""What each clause and each figure of an Arabic sentence takes of its doers, targets, places and days, and what it leaves to others."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش الصومالي، اليوم، تنفيذ عملية أمنية في بيدوا.",
        "أعلن الجيش الصومالي في بيان له تنفيذ عملية أمنية في بيدوا.",
        "أعلن الجيش الصومالي تنفيذ عملية أمنية في بيدوا.",
    ],
)
def test_who_announces_that_he_carried_out_an_operation_did_it(text: str) -> None:
    """Between who announces and his own deed stand at most the day and in what he says so."""
    [claim] = read(text, "clash")

    assert actors(claim) == ["Somali army"]


def test_who_announces_the_deed_of_another_did_not_do_it() -> None:
    """A ministry that tells of somebody else's raid is no doer of it."""
    [claim] = read("أعلنت وزارة الصحة اليمنية تنفيذ التحالف العربي غارة على ذمار.", "strike")

    assert actors(claim) == ["Saudi-led coalition"]


def test_a_pronoun_on_a_deed_is_its_doer_and_who_stands_behind_is_hit() -> None:
    """Behind استهدافه the ل names who is hit, not who hits."""
    [claim] = read("أعلن الجيش الأمريكي استهدافه لقيادي في حركة الشباب قرب كيسمايو.", "strike")

    assert (actors(claim), targets(claim)) == (["US army"], ["Al-Shabaab"])


def test_an_ally_named_as_such_did_it_as_well() -> None:
    """وحليفتها joins a second doer as و does."""
    [claim] = read("قصفت قوات الدعم السريع وحليفتها الإمارات مدينة الفاشر.", "strike")

    assert actors(claim) == ["Rapid Support Forces", "United Arab Emirates"]


def test_the_people_of_one_figure_are_not_those_of_another() -> None:
    """Behind a pause, who most of the wounded are says nothing of the dead."""
    dead, hurt = read(
        "أسفر القصف عن 7 قتلى بينهم 3 مسعفين، إضافة لإصابة 14 آخرين غالبيتهم نساء.", "casualties"
    )

    assert (targets(dead), targets(hurt)) == ([], ["women"])


def test_people_counted_together_are_those_of_both_figures() -> None:
    """Two figures side by side share the people named behind both."""
    dead, hurt = read("سقط 3 قتلى و5 جرحى في صفوف المدنيين.", "casualties")

    assert targets(dead) == targets(hurt) == ["civilians"]


def test_who_only_owns_or_hosts_is_not_hit() -> None:
    """A verb right behind who was killed tells about him."""
    [claim] = read("جنود الجيش الفرنسي يقتلون مزارعاً استضاف قيادياً في تنظيم داعش.", "casualties")

    assert targets(claim) == []


def test_damage_at_the_places_hit_is_not_where_the_fires_broke_out() -> None:
    """Damage that says itself where it was takes no place of what is joined to it."""
    damage, fires = read(
        "وقعت أضرار كبيرة في المواقع التي طالها القصف واندلعت 4 حرائق على طريق تعز.", "damage"
    )

    assert (places(damage), places(fires)) == ([], ["Taiz"])


@pytest.mark.parametrize("side", ["من اتجاه البحر", "من فوق البحر", "من جهة الصحراء"])
def test_the_side_that_missiles_came_from_was_not_hit(side: str) -> None:
    """Words that say more exactly from where something came are no scene."""
    [claim] = read(f"أتت الصواريخ {side} غرب مدينة عدن واستهدفت مواقع في مدينة تعز.", "strike")

    assert places(claim) == ["Taiz"]


def test_a_day_between_commas_is_that_of_the_noun_it_tells_about() -> None:
    """«وهو أحد منفذي هجوم …،» is set off and dates another event."""
    [claim] = read(
        "قالت صحيفة الغارديان إن الضابط في الجيش اليمني، وهو أحد منفذي المجزرة في 16 نيسان 2013، لا يزال على رأس عمله في قاعدة قرب تعز."
    )

    assert date(claim) == ""


@pytest.mark.parametrize(
    "how", ["بشكل مستمر", "باستمرار", "بصورة متكررة", "بشكل دائم", "بين الفينة والأخرى"]
)
def test_what_happens_all_the_time_brings_losses_all_the_time(how: str) -> None:
    """A habit, and what comes of it, is told as repeated and not as one event."""
    found = read(f"تتعرض مدينة تعز {how} لقصف الحوثيين، ما يؤدي إلى سقوط ضحايا مدنيين.")

    assert {claim.modality for claim in found} == {Modality.REPEATED}


@pytest.mark.parametrize("policy", ["لسياستهم في", "بسياستهم في", "سياستهم في"])
def test_a_policy_of_killing_tells_no_killing(policy: str) -> None:
    """A preposition written onto the word for a policy changes nothing."""
    assert read(f"هذه الهجمات استمرار {policy} قتل المدنيين.", "casualties") == []


def test_how_far_a_blast_was_heard_moves_nobody() -> None:
    """وصل دويها is no movement."""
    assert read("وصل دويها إلى مسافة 30 كم من مدينة تعز.", "movement") == []


def test_a_paper_that_counts_the_dead_is_not_among_them() -> None:
    """The subject of a verb of estimating is no victim."""
    [claim] = read("قدرت صحيفة الغارديان عدد الضحايا بنحو 350 شخصا.", "casualties")

    assert targets(claim) == []
