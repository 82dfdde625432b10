"""Values of Arabic claims that are left out where their words do not bear them, and given where they do."""

from __future__ import annotations

import pytest

import claims
from tests.extraction.reading import actors, date, read, targets


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
        "قتل 12 شخصاً في انفجار في كسلا الاثنين، بحسب ما أفادت مصادر أمنية وطبية أمس الثلاثاء، "
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
