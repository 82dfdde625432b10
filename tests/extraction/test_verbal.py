"""Whose deed it is where a verb, quotation marks or another clause stand between."""

from __future__ import annotations

from tests.extraction.reading import actors, places, read, targets


def test_a_doer_in_quotation_marks_keeps_its_role() -> None:
    """A doer in quotation marks keeps its role."""
    hit = read('أصيب طفلان بقصف صاروخي لـ"قسد" على مدينة مارع في ريف حلب.', "strike")
    assert [actors(one) for one in hit] == [["Syrian Democratic Forces"]]


def test_who_stands_in_marks_behind_the_verb_hits_and_is_not_hit() -> None:
    """Who stands in marks behind the verb hits and is not hit."""
    (hit,) = read('تقصف "قسد" مدينة اعزاز.', "strike")
    assert (actors(hit), targets(hit)) == (["Syrian Democratic Forces"], [])


def test_a_party_far_from_the_verb_is_not_its_doer() -> None:
    """A party far from the verb is not its doer."""
    (hit,) = read("استهدف القصف المدارس والأسواق في بلدة سرمين لتكرار أساليب النظام.", "strike")
    assert actors(hit) == []


def test_a_loss_told_with_its_own_cause_has_no_doer_from_the_deed_before() -> None:
    """A loss told with its own cause has no doer from the deed before."""
    text = "طال قصف تركي مواقع قسد شمال منبج، وسقط أربعة جرحى باشتباكات بين عائلتين قرب الطبقة."
    (hurt,) = read(text, "casualties")
    assert (actors(hurt), places(hurt)) == ([], ["Al Tabqah"])


def test_a_deed_at_the_same_time_keeps_its_doer_to_itself() -> None:
    """A deed at the same time keeps its doer to itself."""
    text = "وبالتزامن مع القصف الروسي لبلدة البارة تعرضت قرية كنصفرة لقصف من قوات النظام."
    hits = read(text, "strike")
    assert [actors(one) for one in hits] == [["Russian forces"], ["Syrian government forces"]]


def test_a_backer_is_no_doer() -> None:
    """A backer is no doer."""
    text = "تعرضت جسر الشغور لقصف من قبل قوات النظام والميليشيات المدعومة من إيران."
    (hit,) = read(text, "strike")
    assert "Iran" not in actors(hit)


def test_who_assassinates_stands_behind_the_verb() -> None:
    """Who assassinates stands behind the verb."""
    (loss,) = read("اغتال مجهولون مختار بلدة الطيبة شرقي درعا.", "casualties")
    assert (actors(loss), targets(loss)) == (["unidentified gunmen"], [])


def test_a_bare_noun_before_the_verb_is_its_subject() -> None:
    """Nobody behind the verb expelled anybody, nor did what the sentence goes on with."""
    found = read("القوات طردت المليشيات من بلدة حيران، واعتقلت أربعة متمردين.")

    assert [actors(claim) for claim in found] == [[], []]


def test_gun_emplacements_that_were_destroyed_destroyed_nothing() -> None:
    """What stands behind a verb of damage as the owner of guns is hit; with an object behind them the guns shell it."""
    [shelled, destroyed] = read("قصفت قوات الجيش اليمني بلدة حيران، ودمرت مرابض المدفعية المعادية.")

    assert actors(destroyed) == actors(shelled) == ["Yemeni army"]
    assert actors(read("قصفت مرابض مدفعية النظام بلدة حاس.")[0]) == ["Syrian government forces"]


def test_who_suffers_it_is_not_who_does_it() -> None:
    """*Destroyed five vehicles of theirs* is no deed of those who are told before it."""
    found = read("اشتبك مسلحو الحوثي مع قوات الجيش التي تصدت لهم ودمرت لهم خمس عربات.")

    assert actors(found[-1]) == []


def test_whose_aircraft_are_jammed_or_steered_hits_nobody_beside_a_doer() -> None:
    """Aircraft of a side behind another noun are no second doer; those that fly along with «و» are."""
    (hit,) = read("الجيش الروسي دمر مركزين للتحكم بالطائرات المسيرة للقوات الأوكرانية قرب باخموت.")

    assert actors(hit) == ["Russian army"]
