"""Which accounts of made-up happenings are taken for one event, where a day, a doer or the exact place is left unsaid."""

from __future__ import annotations

import pytest

import claims
from claims.comparison import compare
from claims.model import Apparent, Claim, Comparison, Relation, SameEvent, Slot, Source


def claim(text: str, kind: str, publisher: str, published: str) -> Claim:
    """The first claim of a kind in a text."""
    document = claims.read(
        text.encode(), name=f"{publisher}.txt", published=published, publisher=Source(publisher)
    )
    return next(one for one in claims.extract(document).claims if one.kind == kind)


def pair(
    one: tuple[str, str], other: tuple[str, str], days: tuple[str, str] = ("2019-05-04",) * 2
) -> Comparison:
    """Two texts with the kind of claim that is meant, each published on its day."""
    return compare(claim(*one, "one", days[0]), claim(*other, "two", days[1]))


def test_two_villages_of_one_side_of_a_province_are_two_places() -> None:
    """That both lie south of the city says where to look for each; it makes neither the other."""
    found = pair(
        ("قصفت قوات النظام بلدة الموزرة جنوبي إدلب يوم 3 أيار 2019.", "strike"),
        ("قصفت قوات النظام مدينة جسر الشغور يوم 3 أيار 2019.", "strike"),
    )

    assert found.same_event is SameEvent.NO


def test_a_village_near_a_town_may_be_what_another_account_calls_the_town() -> None:
    """The town is the other account's name for the land around it."""
    found = pair(
        ("Coalition aircraft struck Tokhar near Manbij on 3 May 2019.", "strike"),
        ("Coalition aircraft struck Manbij on 3 May 2019.", "strike"),
    )

    assert found.same_event is not SameEvent.NO


@pytest.mark.parametrize(
    ("toll", "told"),
    [
        ("وأدى القصف على كفرنبل إلى مقتل أربعة مدنيين.", SameEvent.YES),
        ("وأدى القصف على خان شيخون إلى مقتل أربعة مدنيين.", SameEvent.NO),
        ("وقتل مدني متأثرا بجراحه جراء القصف على كفرنبل.", SameEvent.UNSURE),
    ],
)
def test_news_of_one_day_tells_a_raid_and_its_dead_as_one_event(toll: str, told: SameEvent) -> None:
    """Neither says when, both name the village and who did it; who died of wounds was hit before."""
    found = pair(
        ("قصفت طائرات روسية مزرعة في كفرنبل.", "strike"),
        (f"شنت طائرات روسية غارات. {toll.replace('القصف', 'القصف الروسي')}", "casualties"),
    )

    assert found.same_event is told


def test_a_raid_told_again_on_the_next_day_is_one_by_what_it_hit() -> None:
    """Two papers without a day, the second a day later."""
    days = ("2019-05-04", "2019-05-05")
    hit = ("قصفت طائرات روسية مدرسة في كفرنبل.", "strike")

    again = pair(hit, ("استهدفت طائرات روسية مدرسة في بلدة كفرنبل.", "strike"), days)
    another = pair(hit, ("استهدفت طائرات روسية سوقا في بلدة كفرنبل.", "strike"), days)

    assert again.same_event is SameEvent.YES
    assert another.same_event is not SameEvent.YES


def test_one_toll_is_one_be_it_of_people_or_of_civilians() -> None:
    """Who calls the dead civilians and who calls them people may both be right; four is four."""
    found = pair(
        ("Russian shelling killed four children in Kafr Nabl on 3 May 2019.", "casualties"),
        ("قتل أربعة أشخاص بقصف روسي في ريف إدلب الجنوبي يوم 3 أيار 2019.", "casualties"),
    )

    assert (found.same_event, found.relation) == (SameEvent.YES, Relation.AGREE)


def test_two_tolls_of_the_same_digits_are_rather_a_slip() -> None:
    """56 and 65 of one day and town: loud, with its likely kind."""
    found = pair(
        ("The strike on Tabqa on 3 May 2019 killed 56 civilians.", "casualties"),
        ("قتل 65 مدنيا بالقصف على مدينة الطبقة يوم 3 أيار 2019.", "casualties"),
    )

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.QUANTITY,))
    assert found.apparent is Apparent.RELAY_ERROR


def test_figures_that_share_nothing_are_two_facts() -> None:
    """Both only count people."""
    found = pair(
        ("The survey covered 23 journalists, the researchers said.", "statistic"),
        ("The list has two officers of the guard, the union said.", "statistic"),
    )

    assert found.same_event is SameEvent.NO


def test_a_place_on_no_map_lies_beside_the_town_that_is_named_with_it() -> None:
    """A quarter of Homs that nobody knows is not in Benghazi."""
    found = pair(
        ("قتل شاب بقصف على حي الزعفرانية المستحدثة في مدينة حمص يوم 3 أيار 2019.", "casualties"),
        ("قتل شاب بقصف على مدينة بنغازي يوم 3 أيار 2019.", "casualties"),
    )

    assert found.same_event is SameEvent.NO


@pytest.mark.parametrize("speaker", ["Ukrainian air force", "Ukrainian Ministry of Defence"])
def test_an_army_speaks_of_what_its_missiles_hit(speaker: str) -> None:
    """It names no doer; the other side names the forces that are its own."""
    found = pair(
        ("Ukrainian missiles hit a school in Melitopol on 3 May 2023.", "strike"),
        (
            f"The {speaker} said high-precision missiles struck a command post of the Russian army in Melitopol on 3 May 2023.",
            "strike",
        ),
    )

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.TARGET,))


def test_a_ministry_of_health_does_nothing_that_it_tells() -> None:
    """It is of the state, but not at war."""
    found = pair(
        ("Ukrainian missiles hit a school in Melitopol on 3 May 2023.", "strike"),
        (
            "The Ukrainian Ministry of Health said missiles struck a command post of the Russian army in Melitopol on 3 May 2023.",
            "strike",
        ),
    )

    assert found.relation is not Relation.CONFLICT


@pytest.mark.parametrize(
    ("other", "told"),
    [("يوم الجمعة", SameEvent.YES), ("يوم الخميس", SameEvent.NO), ("من قبل", SameEvent.UNSURE)],
)
def test_one_document_has_one_friday_though_nobody_knows_its_date(
    other: str, told: SameEvent
) -> None:
    """Two sources in it that tell of one city on that day tell of one event; in two documents it may be another Friday."""
    text = (
        "قالت وزارة الدفاع الروسية إن مقاتلاتها قصفت مستودعا في خيرسون يوم الجمعة. "
        f"وقال سكان محليون إن مقاتلات روسية قصفت مدرسة في خيرسون {other}."
    )
    one, two = (
        each
        for each in claims.extract(claims.read(text.encode(), name="one.txt")).claims
        if each.kind == "strike"
    )
    elsewhere = claim(f"{text} (وكالات)", "strike", "another paper", "")

    assert compare(one, two).same_event is told
    assert compare(elsewhere, two).same_event is not SameEvent.YES


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قُتلت امرأتان في قصف روسي على خيرسون.", SameEvent.YES),
        ("قُتلت امرأتان في قصف روسي على إيزيوم.", SameEvent.NO),
        ("قُتلت ثلاث نساء في قصف روسي على خيرسون.", SameEvent.UNSURE),
    ],
)
def test_a_title_without_a_day_and_its_text_tell_one_event_by_one_toll(
    text: str, told: SameEvent
) -> None:
    """One town, one doer and one count of people; another paper may tell of another day."""
    title = "مقتل امرأتين في قصف روسي على خيرسون"
    document = claims.read(f"{title}\n\n{text}".encode(), name="paper.txt")
    one, two = (each for each in claims.extract(document).claims if each.kind == "casualties")
    elsewhere = claim(f"{title}.", "casualties", "another paper", "")

    assert compare(one, two).same_event is told
    assert compare(elsewhere, two).same_event is not SameEvent.YES


@pytest.mark.parametrize(
    ("toll", "day", "told"),
    [
        ("Four civilians were wounded in Izium.", "2022-08-09", SameEvent.YES),
        ("Ukrainian forces wounded four civilians in Izium.", "2022-08-09", SameEvent.UNSURE),
        ("Four civilians were wounded in Kupiansk.", "2022-08-09", SameEvent.NO),
        ("Four civilians were wounded in Izium.", "2022-08-11", SameEvent.UNSURE),
    ],
)
def test_a_raid_and_a_toll_without_a_doer_are_one_event_as_news_of_one_day_from_one_town(
    toll: str, day: str, told: SameEvent
) -> None:
    """Nobody else is named who could have done it; another doer, another town or the news of another day leave it open at most."""
    raid = "قصفت القوات الروسية أحياء سكنية في مدينة إيزيوم."

    found = pair((raid, "strike"), (toll, "casualties"), ("2022-08-09", day))

    assert found.same_event is told


HOSPITAL = ("Syrian government aircraft bombed Al-Quds hospital in Aleppo on 3 May 2019.", "strike")


def test_a_hospital_that_one_account_names_as_the_place_and_the_other_as_the_target_is_one() -> (
    None
):
    """So another doer is a conflict."""
    found = pair(
        HOSPITAL, ("Russian aircraft struck a hospital in Aleppo on 3 May 2019.", "strike")
    )

    assert (found.same_event, found.relation) == (SameEvent.YES, Relation.CONFLICT)
    assert found.conflicting == (Slot.ACTOR,)


def test_a_hospital_bombed_is_no_school_bombed_in_the_same_city() -> None:
    """Day and doer are not enough where each names another building."""
    found = pair(
        HOSPITAL, ("Syrian government aircraft struck a school in Aleppo on 3 May 2019.", "strike")
    )

    assert found.same_event is SameEvent.UNSURE


SHELLED = "قتل ستة مدنيين في قصف لقوات النظام السوري بقذائف الهاون على بلدة سرمين يوم 3 أيار 2019."


@pytest.mark.parametrize(
    ("words", "published", "same"),
    [
        ("مقتل تسعة مدنيين في قصف قوات النظام السوري", "2019-05-03", SameEvent.YES),
        ("مقتل مدني في قصف قوات النظام السوري", "2019-05-03", SameEvent.UNSURE),
        ("مقتل تسعة مدنيين في قصف قوات النظام السوري", "2019-05-05", SameEvent.UNSURE),
        ("مقتل تسعة مدنيين في قصف القوات الروسية", "2019-05-03", SameEvent.NO),
        ("مقتل تسعة مدنيين في قصف طائرات قوات النظام السوري", "2019-05-03", SameEvent.UNSURE),
        (
            "في الآونة الأخيرة مقتل تسعة مدنيين في قصف قوات النظام السوري",
            "2019-05-03",
            SameEvent.UNSURE,
        ),
    ],
)
def test_the_first_news_of_a_day_is_what_another_account_tells_by_its_day(
    words: str, published: str, same: SameEvent
) -> None:
    """In one village, by one doer, with nearly as many victims; not days later, by other means, or of what went on lately."""
    found = pair(
        (SHELLED, "casualties"),
        (f"{words} على بلدة سرمين.", "casualties"),
        ("2019-05-06", published),
    )

    assert found.same_event is same


@pytest.mark.parametrize(
    ("toll", "published", "told"),
    [
        ("قتل 38 شخصا في غارات على مدينة السخنة.", "2019-05-03", SameEvent.YES),
        ("قتل 38 شخصا في غارات على مدينة السخنة.", "2019-05-06", SameEvent.UNSURE),
        ("قتل 12 شخصا في غارات على مدينة السخنة.", "2019-05-03", SameEvent.UNSURE),
        ("قتل خمسة أشخاص في غارات على مدينة السخنة.", "2019-05-03", SameEvent.UNSURE),
    ],
)
def test_many_dead_in_one_city_told_as_news_of_the_day_are_of_one_event(
    toll: str, published: str, told: SameEvent
) -> None:
    """Where neither toll is twice the other: more would be known of two such raids in a day."""
    found = pair(
        ("Strikes on Sukhna killed 31 people on 3 May 2019, medics said.", "casualties"),
        (toll, "casualties"),
        ("2019-05-03", published),
    )

    assert found.same_event is told


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("كلية الشرطة في مدينة حماة", SameEvent.YES),
        ("سوق في مدينة حماة", SameEvent.UNSURE),
    ],
)
def test_many_dead_at_one_kind_of_scene_of_a_province_are_of_one_event(
    place: str, told: SameEvent
) -> None:
    """One account names the province and the other the town; an academy is no market."""
    found = pair(
        (
            "A drone attack on a police academy in Hama province killed 48 people on 3 May 2019.",
            "casualties",
        ),
        (f"قتل 54 شخصا يوم 3 أيار 2019 في هجوم على {place}.", "casualties"),
    )

    assert found.same_event is told


def test_fire_on_fighters_and_fire_on_a_town_without_a_doer_may_be_an_answer() -> None:
    """With the same doer named, one of both is wrong about the target."""
    army = (
        "قصفت مدفعية الجيش التركي مواقع قوات سوريا الديمقراطية في مدينة مارع يوم 3 أيار 2019.",
        "strike",
    )
    nobody = ("استهدف قصف صاروخي الأحياء السكنية في مدينة مارع يوم 3 أيار 2019.", "strike")
    turkish = (
        "استهدف قصف صاروخي للجيش التركي الأحياء السكنية في مدينة مارع يوم 3 أيار 2019.",
        "strike",
    )

    assert pair(army, nobody).same_event is SameEvent.UNSURE
    assert pair(army, turkish).same_event is SameEvent.YES


def test_who_died_of_wounds_was_not_hurt_in_the_raid_of_the_day() -> None:
    """Unsure, for the raid may be the one before."""
    found = pair(
        ("وفاة امرأة متأثرة بجراحها التي أصيبت بها بقصف قوات النظام على بلدة سرمدا.", "casualties"),
        ("أصيب أطفال بجروح بقصف قوات النظام على بلدة سرمدا يوم 4 أيار 2019.", "casualties"),
    )

    assert found.same_event is SameEvent.UNSURE


def test_what_is_told_of_this_year_ends_with_its_publication() -> None:
    """Who wrote in August of *July and August* tells nothing of the end of August."""
    found = pair(
        ("Shelling hit Afrin in July and August 2021, rescuers said.", "strike"),
        ("قصف صاروخي استهدف مدينة عفرين يوم 30 آب 2021.", "strike"),
        ("2021-08-18", "2021-08-30"),
    )

    assert found.same_event is SameEvent.NO
