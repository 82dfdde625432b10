"""What a found party is: its words, its id, and what the text around it decides."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claims.model import CaseParty, Lineage, Party
from claims.slots.party import find_parties, find_sources
from claims.text.tokens import tokens


def only(text: str) -> Party:
    """The single party of a text."""
    (party,) = find_parties(text)
    return party


def ids(text: str) -> list[str]:
    """The ids of the parties of a text."""
    return [party.id for party in find_parties(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وداعش", "داعش"),
        ("لداعش", "داعش"),
        ("فالتحالف الدولي", "التحالف الدولي"),
        ("للتحالف الدولي", "للتحالف الدولي"),
        ("Russia's defence ministry", "Russia's defence ministry"),
        ("ISIS's positions", "ISIS's positions"),
        ("said Hamas’s leader", "Hamas’s leader"),
    ],
)
def test_conjunctions_and_prepositions_stay_outside(text: str, words: str) -> None:
    """What is written onto a name is left out, except «لل», which has swallowed the article."""
    assert only(text).text == words


def test_a_possessive_ending_stays_outside() -> None:
    """The possessive of a name is a mention of it."""
    party, *_ = find_parties("It was ISIS's.")
    assert party.text == "ISIS"


def test_tokens_are_taken_as_they_are() -> None:
    """Tokens that exist already give the same parties as their text."""
    text = "قصفت قوات النظام السوري مواقع لهيئة تحرير الشام"
    assert find_parties(tokens(text)) == find_parties(text)


def test_a_body_of_a_state_lies_within_it() -> None:
    """Containment goes from the nearest to the widest."""
    assert only("وزارة الدفاع التركية").within == ("turkish-government", "turkey")
    assert only("الجيش السوري").within == ("syrian-government-forces", "syrian-government", "syria")
    assert only("US Department of Defense").within == ("us-government", "us")


def test_a_ministry_does_not_lie_within_the_coalition() -> None:
    """Membership is no containment: the Pentagon does not speak for the coalition."""
    assert "coalition" not in only("البنتاغون").within


@pytest.mark.parametrize(
    ("text", "kind", "lineage"),
    [
        ("وزارة الدفاع الروسية", "ministry", Lineage.OFFICIAL),
        ("المرصد السوري لحقوق الإنسان", "monitor", Lineage.MONITOR),
        ("شبكة فرات بوست", "media", Lineage.LOCAL_NETWORK),
        ("وكالة رويترز", "media", Lineage.AGENCY),
        ("وكالة أعماق", "media", Lineage.PARTY),
        ("شهود عيان", "local sources", Lineage.EYEWITNESS),
        ("ناشطون", "local sources", Lineage.LOCAL_NETWORK),
        ("تنظيم داعش", "armed group", Lineage.PARTY),
        ("Reuters", "media", Lineage.AGENCY),
        ("local residents", "local sources", Lineage.EYEWITNESS),
    ],
)
def test_kind_and_lineage_come_from_the_data(text: str, kind: str, lineage: Lineage) -> None:
    """Each entry says what it is and what kind of source it is when it speaks."""
    party = only(text)
    assert (party.kind, party.lineage) == (kind, lineage)


def test_an_unknown_group_keeps_its_words_and_no_id() -> None:
    """It is not dropped: name and text are its words, its kind is that of the pattern."""
    party = only("هاجمت كتيبة شهداء الحولة")
    assert (party.id, party.name, party.kind) == ("", "كتيبة شهداء الحولة", "armed group")


def test_an_unknown_group_can_own_what_is_hit() -> None:
    """The phrase is the mention, the name is the group's."""
    party = only("قصف مقرا لكتيبة شهداء الحولة")
    assert (party.id, party.name, party.text) == (
        "",
        "كتيبة شهداء الحولة",
        "مقرا لكتيبة شهداء الحولة",
    )


def test_a_numbered_unit_is_military() -> None:
    """«الفوج 46» and «الفرقة السابعة» are units of an army."""
    assert only("قصف الفوج 46 البلدة").kind == "military"
    assert only("عناصر الفرقة السابعة").kind == "military"


def test_a_proper_name_stays_with_its_object() -> None:
    """«مشفى عائشة» is a hospital of that name."""
    party = only("قصف محيط مشفى عائشة بمدينة البوكمال")
    assert (party.id, party.name, party.text) == ("hospital", "مشفى عائشة", "محيط مشفى عائشة")


def test_an_object_where_something_happens_is_a_place() -> None:
    """«في مدرسة» and "near the bridge" name nobody who is hit."""
    assert ids("اجتمعوا في مدرسة") == []
    assert ids("They met near the bridge.") == []


@pytest.mark.parametrize(
    ("beside", "party"),
    [("في الرقة بسوريا", "coalition"), ("في صعدة باليمن", "saudi-led-coalition")],
)
def test_the_coalition_is_that_of_the_theatre(beside: str, party: str) -> None:
    """«التحالف» alone is decided by the places of the text."""
    assert ids(f"قال التحالف إن غارة وقعت {beside}") == [party]


def test_a_shared_name_without_a_theatre_is_nobody() -> None:
    """«النظام» in a text that does not play in Syria is not the Syrian government."""
    assert ids("انهار النظام") == []
    assert ids("انهار النظام في دمشق") == ["syrian-government"]


def test_two_theatres_of_like_strength_leave_the_stronger_one() -> None:
    """A Yemeni city named once does not turn a text about Syria."""
    text = "قال التحالف إن الغارات في الرقة ودير الزور والحسكة بسوريا والعراق لا صلة لها باليمن"
    assert ids(text) == ["coalition"]


def test_a_word_that_points_back_means_the_nearest_that_fits() -> None:
    """«الوزارة» after two ministries is the second."""
    text = "قالت وزارة الدفاع الروسية. ونفت وزارة الخارجية التركية. وأضافت الوزارة."
    assert ids(text)[-1] == "turkish-foreign-ministry"


def test_a_word_that_points_back_to_nothing_is_nobody() -> None:
    """«الوزارة» without a ministry before it gives nothing."""
    assert ids("أعلنت الوزارة النتائج") == []


def test_a_noun_with_an_adjective_does_not_point_back() -> None:
    """«الهيئة العامة» is another body than the one named before."""
    assert ids("هيئة تحرير الشام. الهيئة العامة للجمارك.") == ["hts"]


def test_a_name_that_several_share_is_whoever_bore_it_last() -> None:
    """*The Coalition* behind the Syrian Coalition is not the one that flies; without any named before it is."""
    exiles, flyers = "The Syrian Coalition met. ", "Jets of the US-led coalition hit Raqqa. "

    assert ids(exiles + "The Coalition said so.")[-1] == "syrian-opposition"
    assert ids(exiles + flyers + "The coalition said so.")[-1] == "coalition"
    assert ids("Raids hit ISIS in Raqqa. The Coalition said so.")[-1] == "coalition"


def test_the_source_is_the_last_that_spoke() -> None:
    """«المصدر» and «الشبكة ذاتها» lead to the network named before, not to the group it speaks of."""
    text = "أفادت شبكة فرات بوست بمقتل عناصر من داعش. وأوضح المصدر. وأكدت الشبكة ذاتها."
    assert ids(text) == ["euphrates-post", "isis", "euphrates-post", "euphrates-post"]


def test_a_paper_that_is_told_is_not_the_source() -> None:
    """«المصدر» after «مصدر عسكري لصحيفة الوطن» is the military source."""
    text = 'أفاد مصدر عسكري لصحيفة "الوطن" السورية بذلك. وقال المصدر إن الهجوم انتهى.'
    assert ids(text) == ["military-source", "al-watan-syria", "military-source"]


def test_a_second_name_in_brackets_is_one_mention() -> None:
    """«قوات سوريا الديمقراطية (قسد)» is named once."""
    assert only("قوات سوريا الديمقراطية (قسد) انسحبت").text == "قوات سوريا الديمقراطية (قسد)"


def test_words_split_to_dodge_filters_are_read() -> None:
    """Points, digits and Latin letters inside a word do not hide it, and the quotation is raw."""
    party = only("عناصر تنظيم د١عش")
    assert (party.id, party.text) == ("isis", "عناصر تنظيم د١عش")
    assert only("قصف الاحت.لال الإسـ.ـرائيلي").text == "الاحت.لال الإسـ.ـرائيلي"


def test_a_full_stop_without_space_is_no_disguise() -> None:
    """Two sentences glued by a full stop stay two words."""
    assert ids("انسحبت قسد.وقال التحالف الدولي") == ["sdf", "coalition"]


def test_english_nouns_in_an_arabic_text_are_page_chrome() -> None:
    """Names are read in both scripts, plain English nouns only outside Arabic texts."""
    text = "School. HTS. اشتباكات"
    assert [party.id for party in find_parties(text, language="ar")] == ["hts"]
    assert [party.id for party in find_parties(text)] == ["school", "hts"]


def test_a_case_adds_parties() -> None:
    """A glossary entry is found by its name and aliases, in phrases too, and carries its containment."""
    brigade = CaseParty(
        id="raad",
        name="Raad Brigade",
        kind="armed group",
        lineage=Lineage.PARTY,
        aliases=("(لواء|كتيبة) الرعد",),
        within=("sna",),
    )
    found = find_parties("مقر لكتيبة الرعد", glossary=(brigade,))
    assert [(party.id, party.name, party.within) for party in found] == [
        ("raad", "Raad Brigade", ("sna",))
    ]


def test_a_case_overrides_the_lexicon() -> None:
    """An alias of the case goes before the same name of the lexicon."""
    ours = CaseParty(
        id="our-coalition", name="Our coalition", kind="coalition", aliases=("التحالف",)
    )
    for text in ("قال التحالف", "قال التحالف في الرقة بسوريا"):
        assert find_parties(text, glossary=(ours,))[0].id == "our-coalition"


def test_sources_are_those_who_can_speak() -> None:
    """Objects, fighters and civilians are left out; leaders, ministries and media stay."""
    text = (
        "قالت وكالة رويترز عن مصدر أمني إن غارة على مواقع لداعش قتلت مدنيين، "
        "وأضاف قيادي في قسد أن عناصر قسد انسحبوا"
    )
    assert [party.id for party in find_sources(text)] == ["reuters", "security-source", "sdf"]


def test_a_spokesman_speaks_for_his_party_by_his_last_name_too() -> None:
    """The personal name belongs to the mention, later mentions by the last name are the party."""
    text = "Coalition spokesman Col. Ryan Dillon said so in Syria. Later Dillon denied it."
    assert [(party.id, party.text) for party in find_sources(text)] == [
        ("coalition", "Coalition spokesman Col. Ryan Dillon"),
        ("coalition", "Dillon"),
    ]


def test_a_source_that_speaks_to_a_paper_does_not_speak_for_it() -> None:
    """«مصدر عسكري لوكالة سانا» are two sources."""
    assert ids("قال مصدر عسكري لوكالة سانا") == ["military-source", "sana"]


def test_a_preposition_set_apart_reads_like_one_written_on() -> None:
    """«لـ فرات بوست» is told, «لـ"قسد"» owns."""
    assert ids("وقالت مصادر محلية لـ فرات بوست") == ["local-sources", "euphrates-post"]
    assert only('قصف مواقع لـ"قسد"').text == 'مواقع لـ"قسد"'


def test_words_behind_a_source_are_not_its_name() -> None:
    """Sources have no personal names, and a word with tanween is none."""
    assert only("عن مصادر في الحرس الثوري استمرارًا لسلسلة").text == "مصادر في الحرس الثوري"


def test_a_state_is_a_party_only_where_it_acts() -> None:
    """A country after a preposition of place is a place."""
    assert ids("قصفت روسيا إدلب") == ["russia"]
    assert ids("غارات من قبل تركيا") == ["turkey"]
    assert ids("عادوا من روسيا إلى تركيا") == []
    assert ids("Troops left for Russia.") == ["unnamed-soldiers"]


def test_a_bombed_capital_does_not_act() -> None:
    """Right behind a verb of doing a capital is its object."""
    assert ids("قصفت دمشق أمس") == []
    assert ids("نددت دمشق بالغارة") == ["syria"]


def test_a_spokesman_is_found_with_his_party_and_his_name() -> None:
    """The mention covers role, party and personal name, a kunya and a foreign name included; it is the party's."""
    assert [
        (party.id, party.text) for text in _SPOKESMEN for party in find_sources(f"قال {text} إن")
    ] == list(zip(("coalition", "sdf", "hamza-division"), _SPOKESMEN, strict=True))


_SPOKESMEN = (
    "المتحدث باسم التحالف الدولي ريان ديلون",
    "المتحدث باسم قوات سوريا الديمقراطية طلال سلو",
    "الناطق باسم فرقة الحمزة أبو خالد",
)


def test_sources_without_a_name_are_different_groups() -> None:
    """Agencies, local networks, local sources and medical sources are not one group."""
    groups = ("بعض وكالات الأنباء", "شبكات محلية", "مصادر محلية", "مصادر طبية", "وسائل إعلام")
    found = [ids(f"ذكرت {group} أن القصف توقف")[0] for group in groups]
    assert found == [
        "news-agencies",
        "local-networks",
        "local-sources",
        "medical-source",
        "local-media-sources",
    ]


@pytest.mark.parametrize(
    ("text", "party", "words"),
    [
        ("ذكرت صحيفة الوطن أن", "al-watan-syria", "صحيفة الوطن"),
        ("The newspaper Al-Watan reported", "al-watan-syria", "newspaper Al-Watan"),
        ("the newspaper Al-Khabar Tuesday said", "", "newspaper Al-Khabar"),
        ("news agency SANA said", "sana", "news agency SANA"),
    ],
)
def test_an_outlet_is_found_behind_its_noun(text: str, party: str, words: str) -> None:
    """A listed outlet is itself, another one keeps its words; days of the week are no part of a name."""
    found = only(text)
    assert (found.id, found.text) == (party, words)


@pytest.mark.parametrize(
    "text",
    [
        "وقالت الشبكة نفسها إن",
        "وأضاف المصدر ذاته أن",
        "the ministry said",
        "the newspaper said",
        "told the newspaper that",
    ],
)
def test_words_that_point_back_to_nobody_are_nobody(text: str) -> None:
    """Without a party before them they are given no name."""
    assert ids(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Militants in Syria shelled the town.",
        "Soldiers in Yemen were killed.",
        "مسلحون في سوريا قصفوا البلدة",
        "Iraqi militants attacked a convoy",
    ],
)
def test_people_in_a_country_are_not_its_forces(text: str) -> None:
    """A state behind *in* is where they are, and no state has militants as its forces."""
    assert not [party for party in find_parties(text) if party.within or party.kind == "state"]


def test_a_capital_acts_in_a_sentence_that_and_opens() -> None:
    """«و» behind a comma joins sentences, not names."""
    found = find_parties("سقط صاروخ على السفارة، وواشنطن تعتذر عن الحادث")
    assert "us" in {party.id for party in found}


def test_a_place_called_after_a_minister_is_no_ministry() -> None:
    """Behind the word for an area a name is a place's, whatever it begins with."""
    assert find_parties("اشتباكات في منطقة وزير تانغي") == ()


def test_people_in_an_army_are_of_that_army() -> None:
    """A body behind *in* is whose they are."""
    assert [party.id for party in find_parties("جنود في الجيش السوري")] == ["syrian-army"]


def test_an_article_at_the_head_of_a_sentence_is_no_part_of_a_name() -> None:
    """*A mosque* and *the mosque* are named as in mid-sentence; a name before the head stays."""
    found = find_parties("A mosque was hit. The mosque was hit. Al-Shifa Hospital was hit.")

    assert [one.name for one in found] == ["mosque", "mosque", "Al-Shifa Hospital"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army of Congo blamed the ADF.", ["adf-congo"]),
        ("ADF militants burned huts.", ["adf-congo"]),
        ("The ADF flew home to Canberra.", []),
        ("In Catatumbo the ELN freed a captive.", ["eln"]),
        ("Two aid workers were held.", ["aid-workers"]),
    ],
)
def test_short_names_of_groups_are_read_where_the_text_plays_there(
    text: str, expected: list[str]
) -> None:
    """ADF is the one of Congo in a text of Congo, ELN that of Colombia; aid workers are no rights groups."""
    found = ids(text)
    assert [
        one for one in found if one in {"adf-congo", "eln", "aid-workers", "rights-groups"}
    ] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قصفت طائرة أمريكية مسيرة مزرعة", ["us-forces", "farm"]),
        ("حلقت طائرات تركية مسيرة", ["turkish-forces"]),
        ("أسقطت الطائرات الإيرانية المسيرة", ["iranian-forces"]),
    ],
)
def test_a_drone_behind_its_nation_is_one_party(text: str, found: list[str]) -> None:
    """«طائرة أمريكية مسيرة» is who struck, not an aircraft that struck a drone."""
    assert ids(text) == found


def test_letters_that_are_a_party_by_themselves_stay_one() -> None:
    """A reporter's name before a known short form in brackets does not swallow it."""
    found = find_parties("مراسل الأناضول Syrian Democratic Forces (SDF)")

    assert [party.text for party in found][-1] == "SDF"
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_governmental_shelling_is_of_the_governments_forces() -> None:
    """«حكومي» behind an attack names who did it; behind anything else it names nobody."""
    assert ids("قصف حكومي على تعز") == ["government-forces"]
    assert ids("غارات جوية حكومية على تعز") == ["government-forces"]
    assert ids("قصف حكومي على بصر الحرير في سوريا") == ["syrian-government-forces"]
    assert "government-forces" not in ids("مستشفى حكومي في تعز")


def test_two_nations_before_one_english_deed_both_did_it() -> None:
    """A demonym that *and* ties to another doer before a deed names its forces; before anything else nobody."""
    assert ids("Russian and Syrian air strikes") == ["russian-forces", "syrian-government-forces"]
    assert "russian-forces" in ids("Russian and Assad regime airstrikes in Syria")
    assert ids("Russian & Syrian air strikes") == ["russian-forces", "syrian-government-forces"]
    assert "russian-forces" not in ids("Russian and Syrian air travel")


def test_where_a_weapon_was_made_names_no_doer() -> None:
    """A drone of Turkish make may be anybody's."""
    assert "turkish-forces" in ids("استهدفت مسيرة تركية سيارة")
    assert "turkish-forces" not in ids("استهدفت مسيرة تركية الصنع سيارة")
    assert "russian-forces" not in ids("سقوط قذيفة روسية الصنع على المدينة")


def test_a_workshop_is_a_target_in_all_its_forms() -> None:
    """Also with the ending of an object."""
    assert ids("استهدفت الغارة معملاً") == ids("استهدفت الغارة ورشة") == ["factory"]
