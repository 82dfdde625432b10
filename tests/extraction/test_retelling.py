"""Later sentences that tell the lead again, liken a deed to it, say what came of it, or sum up attacks."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read

_LEAD = "قصف طيران التحالف العربي مدينة عمران شمالي صنعاء، يوم الخميس 2 أيار 2019.\n\n"


def test_a_source_tells_the_lead_of_its_town_again() -> None:
    """«المدينة» is that of the lead, and the raid is of its day."""
    text = (
        _LEAD + "وقالت منظمة أطباء إن ستة أشخاص قتلوا جراء غارة للتحالف على ورشة في أطراف المدينة."
    )

    assert {date(claim) for claim in read(text)} == {"2019-05-02"}


def test_a_place_in_the_countryside_of_the_leads_town_is_of_its_day() -> None:
    """Lake and town are one scene where the words say so."""
    text = (
        "توفي طفلان غرقاً في مدينة عفرين الخميس.\n\n"
        "وقال مراسل القناة إن الطفلين توفيا غرقاً في بحيرة ميدانكي بريف عفرين."
    )

    assert {date(claim) for claim in read(text, "casualties")} == {"2019-05-02"}


@pytest.mark.parametrize(
    "told",
    [
        "وقالت وزارة الدفاع إن طائراتها قصفت مستودعاً في مدينة ذمار.",
        "وقالت منظمة أطباء إن مدينة عمران تعرضت لغارة أخرى.",
        "وقالت منظمة أطباء إن طائرات التحالف كانت قد قصفت مدينة عمران.",
    ],
)
def test_what_is_not_the_lead_has_no_day_of_it(told: str) -> None:
    """Another town, one more raid, and what was before."""
    assert date(read(_LEAD + told, "strike")[-1]) == ""


def test_similar_shelling_right_behind_an_event_is_of_its_day() -> None:
    """«قصف مماثل» likens it to the event of the sentence before."""
    text = _LEAD + "وتعرضت بلدة ثلا لقصف مماثل."

    [*_, likened] = read(text, "strike")

    assert (date(likened), places(likened)) == ("2019-05-02", ["Thula"])


def test_similar_shelling_behind_a_deed_without_a_day_has_none() -> None:
    """In one sentence it is likened to the deed before it there, which is of no day."""
    text = _LEAD + "وقصفت مدفعية الحوثيين مدينة مأرب، وتعرضت بلدة صرواح لقصف مماثل."

    assert date(read(text, "strike")[-1]) == ""


def test_a_sentence_that_says_what_came_of_it_takes_day_place_and_doer() -> None:
    """«ما أدى إلى» at the head of a sentence goes on with the one before."""
    text = _LEAD + "ما تسبب بمقتل خمسة أشخاص وإصابة تسعة آخرين."

    losses = read(text, "casualties")

    assert [date(claim) for claim in losses] == ["2019-05-02", "2019-05-02"]
    assert all("Amran" in places(claim) for claim in losses)
    assert {name for claim in losses for name in actors(claim)} == {"Saudi-led coalition"}


def test_what_came_of_another_deed_is_not_of_the_event_before() -> None:
    """A sentence that goes back in time stands between them."""
    text = (
        _LEAD
        + "وكانت مدينة مأرب قد تعرضت لقصف سابق.\n\nواندلع حريق في السوق.\n\nوأدى إلى مقتل عامل."
    )

    assert date(read(text, "casualties")[-1]) == ""


def test_losses_of_those_attacks_are_of_the_time_that_they_were_counted_over() -> None:
    """A tally of a quarter of a year, not the raid that was told above it."""
    text = (
        _LEAD
        + "واستجابت فرق الهلال الأحمر خلال الربع الأول من عام 2019 لـ 140 هجوماً في محافظة تعز.\n\n"
        "وقتل بسبب تلك الهجمات 37 شخصاً.\n\nوجرح خلال الفترة ذاتها 88 شخصاً."
    )

    losses = read(text, "casualties")

    assert [date(claim) for claim in losses] == ["2019-01/2019-03", "2019-01/2019-03"]
    assert not any("Amran" in places(claim) for claim in losses)


def test_what_fell_on_the_leads_camp_is_part_of_it() -> None:
    """«سقط صاروخ … وسط المخيم» right behind the lead has its day and doer, and so have its losses."""
    text = (
        "قصفت راجمة صواريخ للحوثيين مخيم الخوخة للنازحين جنوبي الحديدة، في 2-5-2019.\n\n"
        "سقط صاروخ على خيمة وسط المخيم، ما أدى إلى مقتل امرأة."
    )

    [_, fell, dead] = read(text)

    assert [date(fell), date(dead)] == ["2019-05-02", "2019-05-02"]
    assert [actors(fell), actors(dead)] == [["Houthis"], ["Houthis"]]


def test_what_was_a_day_before_has_neither_day_nor_place_of_what_is_told() -> None:
    """«سبق ذلك بيوم ارتكاب مجزرة في …» is another event, and its losses are told behind it."""
    text = (
        "وقُتل في 20 نيسان أربعة أطفال في بلدة حيس بقصف الحوثيين، سبق ذلك بيوم ارتكاب مجزرة في قرية الجراحي، "
        "ما أدى إلى مقتل ثلاثة رجال."
    )

    found = [claim for claim in read(text, "casualties") if claim.quantities]

    assert [(date(claim), places(claim)) for claim in found] == [
        ("2019-04-20", ["Hays"]),
        ("", ["Al Jarrahi"]),
    ]


def test_a_deed_set_beside_one_without_a_day_has_none() -> None:
    """The day of the event two sentences above is not that of what happens beside the last one."""
    text = (
        "قصفت قوات الحوثي مناطق في محافظة صعدة منذ الأربعاء الماضي.\n\n"
        "وقال الهلال الأحمر إن طائرات التحالف شنت ثماني غارات على قرية رازح منذ الصباح.\n\n"
        "وترافقت الغارات الجوية مع رمايات مدفعية من قبل القوات السعودية استهدف قرية شدا."
    )

    assert date(read(text, "strike")[-1]) == ""
