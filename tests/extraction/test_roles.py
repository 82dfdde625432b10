"""Who does it and to whom."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, places, read, targets


@pytest.mark.parametrize(
    "text",
    [
        "قصف مدفعي لقوات النظام على بلدة سرمين.",
        "استهدف قصف صاروخي مصدره قوات النظام بلدة سرمين.",
        "غارات من قبل قوات النظام على بلدة سرمين.",
        "غارات من قبل “قوات النظام” على بلدة سرمين.",
        "قصف صاروخي من مواقع قوات النظام على بلدة سرمين.",
        "قوات النظام تستهدف بقذائف الهاون بلدة سرمين.",
        "شنت قوات النظام غارات على بلدة سرمين.",
    ],
)
def test_small_words_name_who_does_it(text: str) -> None:
    """ل after a noun of action, مصدره, من قبل, من مواقع and the subject of a verb all make a doer."""
    [claim] = read(text, "strike")

    assert actors(claim) == ["Syrian government forces"]
    assert "Syrian government forces" not in targets(claim)


def test_bullets_are_somebodys() -> None:
    """برصاص and بنيران name who fired; the dead are the target."""
    [claim] = read("قتل مدنيان برصاص قوات سوريا الديمقراطية في الرقة.", "casualties")

    assert actors(claim) == ["Syrian Democratic Forces"]


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت الطائرات الروسية قرية خاضعة لسيطرة قوات سوريا الديمقراطية.",
        "استهدفت الطائرات الروسية قرية في مناطق سيطرة قوات سوريا الديمقراطية.",
    ],
)
def test_whoever_holds_the_place_has_no_role(text: str) -> None:
    """A party that only tells about a noun neither does nor suffers it."""
    [claim] = read(text, "strike")

    assert actors(claim) == ["Russian forces"]
    assert "Syrian Democratic Forces" not in targets(claim)


def test_an_answer_is_another_event() -> None:
    """What is answered is told by itself, with its own doer."""
    found = read(
        "قصف الجيش الوطني السوري بلدة عين عيسى رداً على قصف قوات النظام لمدينة الباب.", "strike"
    )

    assert [actors(claim) for claim in found] == [
        ["Syrian National Army"],
        ["Syrian government forces"],
    ]


def test_what_it_is_done_with_is_nobody() -> None:
    """A drone with ب written onto it is a means; a state's drone is that state."""
    [means] = read("استهدف هجوم بالطائرات المسيرة مستودعا في أربيل.", "strike")
    [owned] = read("استهدفت طائرة مسيرة تركية سيارة في عين عيسى.", "strike")

    assert actors(means) == []
    assert actors(owned) == ["Turkish forces"]


def test_a_part_of_the_dead_is_no_target() -> None:
    """Whom a total counts is the target; the children among them are a figure."""
    [claim] = read("قتل تسعة مدنيين بينهم ثلاثة أطفال في إدلب.", "casualties")

    assert targets(claim) == ["civilians"]


def test_who_takes_prisoners_is_no_prisoner() -> None:
    """The subject of an arrest does it, in quotation marks or not."""
    [claim] = read('اعتقلت "قسد" عدداً من الشبان في مدينة الرقة.', "arrest")

    assert actors(claim) == ["Syrian Democratic Forces"]


def test_a_pronoun_for_the_speaker_does_what_the_speaker_did() -> None:
    """*The army said it had struck …*: the army struck."""
    [arabic] = read(
        "أعلنت قوات سوريا الديمقراطية أنها استهدفت مواقع لتنظيم داعش في هجين.", "strike"
    )
    [english] = read("The Israeli army said it had struck a depot in Nabatieh.", "strike")

    assert actors(arabic) == ["Syrian Democratic Forces"]
    assert actors(english) == ["Israel Defense Forces"]


def test_who_commits_a_massacre_is_no_victim() -> None:
    """Behind and before the verb."""
    for text in (
        "ارتكبت قوات النظام مجزرة في سرمين راح ضحيتها 7 مدنيين.",
        "قوات النظام ترتكب مجزرة في سرمين راح ضحيتها 7 مدنيين.",
    ):
        first, dead = read(text, "casualties")

        assert actors(first) == actors(dead) == ["Syrian government forces"]
        assert "Syrian government forces" not in targets(first)


def test_who_undergoes_a_raid_does_not_make_it() -> None:
    """تعرضت مواقع … لقصف روسي: the adjective behind the raid names who made it."""
    [strike] = read("تعرضت مواقع تنظيم الدولة قرب تدمر لقصف روسي.", "strike")

    assert (actors(strike), targets(strike)) == (["Russian forces"], ["ISIS"])


def test_shells_are_no_second_attacker() -> None:
    """What it was fired with is not who fired it."""
    [strike] = read("استهدفت قوات النظام بقذائف المدفعية مواقع المعارضة في سرمين.", "strike")

    assert actors(strike) == ["Syrian government forces"]


def test_where_somebody_was_driven_from_is_no_scene() -> None:
    """منزل لعائلة مهجرة من …: the family's home town was not hit."""
    [strike] = read("استهدفت غارة منزلاً لعائلة مهجرة من سراقب في بلدة سرمين.", "strike")

    assert places(strike) == ["Sarmin"]


def test_whose_positions_are_hit_does_not_hit() -> None:
    """القصف طال مواقع قسد: the owner of the positions is aimed at."""
    for text in ("طال قصف تركي مواقع قسد شمال منبج.", 'القصف طاول موقعاً لـ"قسد" شمال منبج.'):
        [strike] = read(text, "strike")

        assert targets(strike) == ["Syrian Democratic Forces"]
        assert "Syrian Democratic Forces" not in actors(strike)


def test_a_letter_written_apart_belongs_to_the_name() -> None:
    """لـ قوات النظام: a space behind the letter changes nothing."""
    [strike] = read("أصيب مدني بقصف مدفعي لـ قوات النظام على سرمين.", "strike")

    assert actors(strike) == ["Syrian government forces"]


def test_whoever_commits_it_is_no_victim_of_it() -> None:
    """Behind the verbal noun of committing as well as behind its verb."""
    [claim] = read("جاء ذلك عشية ارتكاب قوات النظام مجزرة في بلدة الحولة.")
    assert actors(claim) == ["Syrian government forces"]
    assert "Syrian government forces" not in targets(claim)


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت قوات سوريا الديمقراطية شخصين بتهمة الانتماء لتنظيم داعش في قرية الشحيل.",
        "Syrian Democratic Forces arrested two men accused of belonging to ISIS in Raqqa on 3 May 2019.",
    ],
)
def test_an_accusation_makes_nobody_a_member(text: str) -> None:
    """Whom the arrested are accused of belonging to is not whom the arrest was made of."""
    [claim] = read(text)
    assert "ISIS" not in targets(claim)


@pytest.mark.parametrize(
    "text",
    [
        "قُتلت معلمة مدرسة في بلدة النيرب.",
        "نُقل الجرحى إلى مستشفى الباب بعد أن قصفت الطائرات بلدة بزاعة.",
        "اعتقلت الشرطة سائق سيارة في مدينة الباب.",
    ],
)
def test_words_beside_the_object_are_no_targets(text: str) -> None:
    """What a person works at, and where the wounded were taken, is neither hit nor arrested."""
    assert not [name for claim in read(text) for name in targets(claim)]


def test_who_supports_a_deed_does_it_as_well() -> None:
    """Air support joins the actors; militias that are only backed by somebody do not bring that one in."""
    [joint] = read("نفذت قوات سوريا الديمقراطية وبدعم جوي من التحالف الدولي عملية أمنية في الشحيل.")
    [backed] = read("قصفت الفصائل المدعومة من تركيا بلدة عين عيسى.")

    assert actors(joint) == ["Syrian Democratic Forces", "International Coalition"]
    assert "Turkey" not in actors(backed)


def test_denying_a_loss_does_not_deny_the_bombing_it_came_from() -> None:
    """The bombing is told as known, by who writes."""
    text = "نفى التحالف الدولي مقتل مدنيين عقب القصف على مدينة الرقة."

    [dead] = read(text, "casualties")
    [bombing] = read(text, "strike")

    assert (dead.modality, bombing.modality) == ("denied", "asserted")
    assert bombing.speaker.span is None


def test_the_weapon_is_nobody_where_it_is_only_what_was_fired() -> None:
    """«بقذائف المدفعية» says with what; "المدفعية قصفت" says who, as far as it is said."""
    [claim] = read("استهدف الفصيل مواقع قوات النظام بقذائف المدفعية في ريف إدلب.", "strike")
    assert actors(claim) == []
    assert targets(claim) == ["Syrian government forces"]


def test_whoever_was_assassinated_is_no_doer() -> None:
    """The passive has its victim for a subject."""
    assert all(
        "ISIS" not in actors(claim)
        for claim in read("اغتيل القيادي في تنظيم داعش بغارة أمريكية في إدلب أمس.")
    )


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("قصف الطيران الروسي مدرسة في كفرنبل في 4 أيار 2019.", "school"),
        ("قصف طيران النظام صالة أفراح في كفرنبل في 4 أيار 2019.", "wedding"),
        ("استهداف طيران التحالف مصفاة نفط في الميادين في 4 أيار 2017.", "refinery"),
    ],
)
def test_what_stands_bare_behind_the_doer_is_what_the_deed_falls_on(text: str, target: str) -> None:
    """The same letters are a verb and its noun; neither needs a preposition."""
    [claim] = read(text, "strike")

    assert [one.id for one in claim.targets] == [target]
    assert len(claim.actors) == 1


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("الدفاعات الجوية السورية تتصدى لعدوان إسرائيلي في سماء دمشق.", ["idf"]),
        ("تتصدى الدفاعات الجوية السورية لعدوان إسرائيلي في سماء دمشق.", ["idf"]),
        ("Syrian air defences intercepted Israeli missile strikes near Damascus.", ["idf"]),
    ],
)
def test_whoever_holds_off_a_deed_did_not_do_it(text: str, doers: list[str]) -> None:
    """It is the others' deed, and the defender has no role that the words would settle."""
    [claim] = read(text, "strike")

    assert [one.id for one in claim.actors] == doers


def test_who_is_based_somewhere_and_shells_a_village_is_the_doer() -> None:
    """Where a party is based stands between it and what it hits."""
    [claim] = read("قصفت قوات النظام المتمركزة في كلجبرين قرية مرعناز.", "strike")

    assert [one.id for one in claim.actors] == ["syrian-government-forces"]
    assert targets(claim) == []


def test_a_country_that_somebody_belongs_to_is_no_scene() -> None:
    """A village of a province lies there, a group of a country need not."""
    [claim] = read("استهدف قصف مدفعي فصائل تابعة لإيران في ريف إدلب.", "strike")

    assert places(claim) == ["Idlib Governorate"]


def test_another_person_is_not_counted_as_the_woman_before() -> None:
    """Nor are six others soldiers whose parts are civilians; *or else* is no mother."""
    [first, second] = read("قتلت امرأة وأصيب شخص آخر بقصف على سرمين.", "casualties")
    toll = read("قتل جندي وأصيب ستة آخرون بينهم مدنيان في سرمين.", "casualties")[1]
    unknown = read("لا يعلم ما إذا كان الرجل قد قُتل أم اعتقل في سرمين.", "casualties")

    assert (first.quantities[0].of, second.quantities[0].of) == ("woman", "")
    assert [one.of for one in toll.quantities] == ["", "civilian"]
    assert all(one.of != "woman" for claim in unknown for one in claim.quantities)


@pytest.mark.parametrize(
    "text",
    [
        "ولم تعلن قسد مسؤوليتها عن القصف الذي استهدف المستشفى في مدينة عفرين.",
        "The SDF did not claim responsibility for the shelling of the hospital in Afrin.",
    ],
)
def test_who_does_not_claim_a_deed_is_not_told_to_have_done_it(text: str) -> None:
    """The deed is told as known, and no doer."""
    [claim] = read(text, "strike")

    assert (claim.actors, claim.modality.value) == ((), "asserted")


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        (
            "قصفت قوات النظام مدينة طفس بالمدفعية من مواقعها في حي الضاحية بمدينة درعا.",
            ["مدينة طفس"],
        ),
        ("قصفت قوات سوريا الديمقراطية مدينة اعزاز من قواعدها في تل رفعت.", ["مدينة اعزاز"]),
        ("استهدف الحوثيون مدينة تعز بقذائف من تلة السلال.", ["مدينة تعز"]),
        ("قُتل نازح في مخيم باتبو بمدينة إدلب.", ["مخيم باتبو", "مدينة إدلب"]),
    ],
)
def test_from_where_it_was_fired_it_did_not_happen(text: str, scene: list[str]) -> None:
    """Positions, bases and what munitions came from are no scene, nor what these lie in."""
    [claim] = read(text)
    assert [place.text for place in claim.places] == scene


def test_whose_taking_of_a_place_is_told_took_it() -> None:
    """A party right behind the noun for taking is its doer, also where somebody denies it."""
    [claim] = read("نفت فرنسا سيطرة قوات حفتر على مدينة سرت يوم 6 كانون الثاني 2020.", "control")

    assert actors(claim) == ["Libyan National Army (Haftar)"]


def test_who_only_supports_is_no_doer_alone() -> None:
    """Behind a verb without a subject the supporter is not told to have done it; beside a doer he does it as well."""
    alone = read("سيطرت على قرية الزربة بمساندة الطيران الروسي.", "control")
    beside = read("سيطرت قوات النظام على قرية الزربة بمساندة الطيران الروسي.", "control")

    assert [actors(one) for one in alone] == [[]]
    assert [actors(one)[0] for one in beside] == ["Syrian government forces"]
