"""Values of Arabic claims that are left out where their words do not bear them, and given where they do."""

from __future__ import annotations

import pytest

import claims
from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    "text",
    [
        "تبحث الحكومة السورية ملف النازحين في الشمال بعد هجوم على بلدة كفرنوران.",
        "حماس تتسلم مساعدات بعد خمس غارات على رفح.",
        "وقررت السلطات التركية إغلاق المعابر إثر هجوم على بلدة سرمين.",
    ],
)
def test_who_does_something_else_before_a_deed_is_not_its_doer(text: str) -> None:
    """A party that receives, decides or discusses stands before the noun of the deed and did not do it."""
    [told] = [one for one in read(text) if one.kind in {"strike", "clash"}]
    assert actors(told) == []


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "تواصل قوات النظام السوري منذ الفجر قصفها المدفعي على بلدة كفرنوران.",
            "Syrian government forces",
        ),
        ("تبنى تنظيم داعش هجوماً على حاجز في الحسكة.", "ISIS"),
        (
            "قوات النظام السوري وحليفتها صعدت القصف على بلدة سرمين.",
            "Syrian government forces",
        ),
    ],
)
def test_who_goes_on_with_a_deed_or_claims_it_is_its_doer(text: str, doer: str) -> None:
    """A verb that carries the noun of the deed ties the party to it."""
    [told] = [one for one in read(text) if one.kind in {"strike", "clash"}]
    assert actors(told) == [doer]


def test_one_of_two_who_did_it_is_not_named() -> None:
    """By Russian *or* Syrian forces: it is not told which, and neither stands as the doer; one alone does."""
    said = (
        "قالت غرفة الطوارئ إن منزلاً في كفرنوران دُمر بقصف من قبل القوات الروسية{} وقتل أربعة أشخاص."
    )
    unsure = read(said.format(" أو السورية"))
    assert unsure
    assert all(actors(one) == [] for one in unsure)
    assert all(actors(one) == ["Russian forces"] for one in read(said.format("")))


def test_two_before_an_object_of_whom_one_did_it_are_not_hit() -> None:
    """The troops or the factions shelled the town: neither is told to have, and neither was hit."""
    [told] = read("قصفت قوات النظام أو الفصائل بلدة سرمين.", "strike")
    assert (actors(told), targets(told)) == ([], [])


def test_the_day_of_claiming_or_condemning_a_deed_is_not_that_of_the_deed() -> None:
    """Claimed yesterday, condemned yesterday: when the attack was is not told; the condemnation has its day."""
    [claimed] = read("تبنى تنظيم داعش أمس هجوماً على حاجز في الحسكة.", "clash")
    assert date(claimed) == ""
    condemned = "دانت فرنسا أمس الجمعة الهجوم على سوق في كسلا. وقتل في الهجوم 13 شخصاً."
    position, killed = read(condemned, published="2024-05-11")
    assert (position.kind, date(position), date(killed)) == ("position", "2024-05-10", "")


def test_the_day_behind_a_deed_goes_on_to_its_losses() -> None:
    """The attack happened yesterday: those killed in it were killed then."""
    text = "وقع الهجوم على سوق في كسلا أمس الجمعة. وقتل في الهجوم 13 شخصاً."
    assert {date(one) for one in read(text, published="2024-05-11")} == {"2024-05-10"}


def test_the_day_behind_two_epithets_of_a_source_is_that_of_the_saying() -> None:
    """Security *and medical* sources said yesterday: what follows is not of yesterday."""
    text = (
        "قتل 12 شخصاً في انفجار في كسلا الاثنين، كما أوضحت مصادر طبية وأمنية أمس الثلاثاء، "
        "وأصيب عشرة."
    )
    assert {date(one) for one in read(text, published="2024-05-08")} == {"2024-05-06"}


@pytest.mark.parametrize(
    "text",
    [
        "كتب القس أن من يقتلون الناس لا دين لهم.",
        "قال القس إن القتل وسفك الدماء من الكبائر.",
        "يدعم المركز مواهب الأطفال ويعزز ثقتهم بأنفسهم.",
        "كان يحلم بأن يكون ابنه شجاعاً يتصدى للعدو.",
    ],
)
def test_a_deed_told_in_general_is_no_event_and_is_listed_as_not_understood(text: str) -> None:
    """No day, place, party or figure, and a verb of the present or a noun with the article: nothing happened there."""
    found = claims.extract(claims.read(text.encode(), name="text.txt"))
    assert [one for one in found.claims if one.kind not in {"other", "position"}] == []
    assert found.claims or found.problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("تضررت معظم معداتنا.", "damage"),
        ("انتهى القصف دون وقوع إصابات.", "casualties"),
        ("ويعمل الشاب ضمن مجموعة محلية تابعة للأمن العسكري.", "force"),
    ],
)
def test_what_happened_or_is_denied_is_told_without_any_value(text: str, kind: str) -> None:
    """A verb of the past, a loss that is ruled out, a service among arms."""
    assert [one.kind for one in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "وقال الناشط سالم حردان إن غارة أصابت سوقاً في كسلا. وأضاف قائلا «قتل مدنيان في الغارة».",
            "activists",
        ),
        (
            "قال مدير المشفى سالم حردان أثناء كلمة له إن مدنيين قتلا في كسلا.",
            "مدير المشفى سالم حردان",
        ),
    ],
)
def test_words_beside_a_verb_of_saying_are_no_speaker(text: str, speaker: str) -> None:
    """Saying, during a speech: who spoke before goes on."""
    [*_, killed] = read(text, "casualties")
    assert killed.speaker.source == speaker


def test_local_time_says_nothing() -> None:
    """By local time is no source."""
    text = "انفجرت السيارة الأولى عند السابعة صباحاً بحسب التوقيت المحلي في كسلا."
    [blast] = read(text, "clash")
    assert blast.speaker.span is None


def test_a_side_of_the_fight_is_not_who_killed() -> None:
    """Killed in clashes between the army and others: it is not told by whom; in a raid of the army it is."""
    fight = "قتل شخصان في اشتباكات في كسلا بين قوات الدعم السريع ومسلحين."
    assert actors(read(fight, "casualties")[0]) == []
    raid = "قتل شخصان في قصف لقوات الدعم السريع على كسلا."
    assert actors(read(raid, "casualties")[0]) == ["Rapid Support Forces"]


def test_a_building_called_after_a_party_does_nothing() -> None:
    """The bombing of the mosque of the police is none by the police; checkpoints that are combed did not do that."""
    [blast] = read("كشفت الوزارة هوية منفذ تفجير مسجد قوات الأمن بكسلا.", "clash")
    assert actors(blast) == []


def test_an_event_that_says_where_it_was_takes_no_place_from_before() -> None:
    """Around two hills that no gazetteer has: not in the town of the sentence before."""
    text = (
        "قتل 35 مسلحاً في كمين في بلدة كفرنوران.\n\nوتجددت الاشتباكات أمس في المناطق المحيطة بجبلي الضهرة والحرية، "
        "ما أسفر عن مقتل خمسة مسلحين."
    )
    [first, *_, last] = read(text, "casualties")
    assert (places(first), places(last)) == (["Kafr Nuran"], [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "شنت طائرات سلاح الجو الليبي غارات على محاور في بنغازي، ضمن محاولات الجيش بسط سيطرته على المدينة.",
            "strike",
        ),
        ("شنت قوات الدعم السريع هجوماً على كسلا لاستعادة السوق.", "clash"),
    ],
)
def test_what_is_only_sought_is_not_taken(text: str, kind: str) -> None:
    """What an attack is for is not told to have been taken."""
    assert [one.kind for one in read(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    ["تمكنت قوات الدعم السريع من استعادة السيطرة على كسلا.", "خضعت مدينة كسلا لحصار منذ أسابيع."],
)
def test_what_is_taken_or_besieged_is_told(text: str) -> None:
    """Managed to retake, was put under siege."""
    assert "control" in {one.kind for one in read(text)}


def test_the_day_of_a_hearing_to_come_is_not_that_of_the_bombing() -> None:
    """The court hears tomorrow the case of the bombing: the bombing is of no day."""
    text = "تنظر محكمة الجنايات غداً قضية تفجير مسجد في كسلا."
    assert {date(one) for one in read(text, "clash", published="2024-05-10")} <= {""}


def test_who_writes_for_whom_from_where_is_no_part_of_what_happened() -> None:
    """A byline with its town before a colon: the town is no scene."""
    text = "سالم حردان- المثال- الرياض: قتل ثلاثة مدنيين في انفجار لغم في كسلا."
    for one in read(text):
        assert places(one) == ["Kassala"]
        assert "حردان" not in one.quote


def test_sunnis_and_shias_bury_nobody() -> None:
    """شيعة is also *buried him*; a burial names the dead or those who come."""
    [fight] = read("اندلعت مواجهات بين سنة وشيعة في بلدة في باكستان.")
    assert fight.kind == "clash"
    [burial] = read("شيع الأهالي جثمان الضحية في كسلا.")
    assert burial.kind == "relief"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("سيطر الثوار على مديرية النادرة في إب في اليمن.", []),
        ("سيطر الثوار على حي في مدينة حلب في سوريا.", ["Syrian opposition factions"]),
    ],
)
def test_rebels_are_those_of_syria_only_where_the_text_is_of_syria(
    text: str, doers: list[str]
) -> None:
    """The rebels of another country are not the Syrian factions."""
    assert actors(read(text, "control")[0]) == doers


def test_who_met_their_death_are_not_counted_with_the_hurt_behind_them() -> None:
    """Eight met their death and 40 were hurt: two figures; killed and hurt of one figure stay together."""
    apart = read("ثمانية أشخاص لقوا مصرعهم وأصيب نحو 40 آخرين في انفجار في كسلا.", "casualties")
    counted = {(figure.unit, figure.low) for one in apart for figure in one.quantities}
    assert counted == {("killed", 8), ("injured", 40)}
    [both] = read("مقتل وإصابة 40 مدنياً في انفجار في كسلا.", "casualties")
    assert [figure.unit for figure in both.quantities] == ["casualties"]


def test_links_and_a_title_told_again_are_furniture() -> None:
    """The link of the text, and titles below *related links*, are not claimed."""
    text = (
        "قتل ثلاثة مدنيين في انفجار لغم في كسلا أمس.\n\nرابط الخبر بصحيفة المثال: قتلى في انفجار لغم\n\n"
        "روابط ذات علاقة\n\nمقتل خمسة في غارة على نيالا\n\nانفجار يهز سوقاً في الفاشر"
    )
    assert {place for one in read(text) for place in places(one)} == {"Kassala"}


def test_a_town_a_day_and_an_agency_are_no_statement() -> None:
    """When and where a text was written is not claimed."""
    text = "قتل ثلاثة مدنيين في انفجار لغم في كسلا\n\nعمّان 4 رجب 1438 هـ الموافق 1 أبريل 2017 م بترا\n\nقتل ثلاثة مدنيين أمس في انفجار لغم في كسلا."
    assert {place for one in read(text) for place in places(one)} == {"Kassala"}


@pytest.mark.parametrize(
    "text",
    [
        "القوات الروسية واصلت عملية قصف مناطق سكنية في بلدة سرمين.",
        "القوات الروسية تقر بمقتل خمسة مدنيين في غارة على بلدة سرمين.",
        "عناصر من القوات الروسية نصبوا كميناً قرب بلدة سرمين.",
    ],
)
def test_who_goes_on_admits_or_lays_an_ambush_did_it(text: str) -> None:
    """A verb that begins with و, an admission, an ambush that is laid."""
    assert "Russian forces" in {name for one in read(text) for name in actors(one)}


def test_a_verbal_noun_that_was_done_is_told() -> None:
    """تم تدمير: it was destroyed, though nothing else is told."""
    assert "damage" in {one.kind for one in read("قال فلان إنه تم تدمير الطقم تماماً.")}


def test_who_stands_behind_about_is_told_of_and_does_not_speak() -> None:
    """Announced *that the aircraft of the coalition had flown*: the aircraft did not announce it."""
    text = (
        "قالت خلية الإعلام الحربي العراقية إن القوات قتلت قناصاً في الأنبار. وأعلنت عن قيام طيران التحالف الدولي بتنفيذ "
        "11 طلعة جوية على الأنبار، أدت إلى مقتل 27 من عناصر داعش."
    )
    *_, killed = read(text, "casualties")
    assert killed.speaker.source != "International Coalition"
    assert actors(killed) == ["International Coalition"]


def test_whose_the_figures_are_that_are_cited_speaks() -> None:
    """Behind *according to* the word of *issued by* leads to who says it."""
    [killed] = read(
        "قتل 12 مدنياً في غارة على كسلا، بحسب الأرقام الصادرة عن الأمم المتحدة.", "casualties"
    )
    assert killed.speaker.source == "United Nations"


def test_on_the_tongue_of_somebody_he_speaks() -> None:
    """على لسان: the word keeps its first letter, and who is named behind it speaks."""
    [killed] = read("وجاء في البيان على لسان المحافظ أن ثلاثة مدنيين قتلوا في كسلا.", "casualties")
    assert not killed.speaker.source.startswith("سان")


def test_the_day_of_an_attack_is_not_that_of_what_was_on_its_eve() -> None:
    """غداة: the attack came the day after two policemen were killed."""
    text = "قتل شرطي في هجوم في كسلا الخميس.\n\nويأتي الهجوم غداة قتل شرطيين اثنين قرب الحدود الإثيوبية."
    *_, earlier = read(text, "casualties", published="2024-05-10")
    assert (date(earlier), places(earlier)) == ("", [])


def test_a_loss_joined_to_a_counted_one_is_told_without_a_figure() -> None:
    """Led to the death of an officer and the wounding of others: both came of it."""
    losses = read("أدى ذلك إلى مقتل خمسة جنود وإصابة آخرين.", "casualties")
    assert len(losses) == 2
