"""From accounts of made-up events to what is suggested for a pair, and how loudly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import claims
from claims.comparison import candidates, compare
from claims.model import Apparent, Claim, Comparison, Relation, SameEvent, Slot, Source

NINE = "The strike on Tabqa on 3 May 2019 killed nine civilians, rescuers said."
RAID = "Coalition aircraft struck a position of ISIS in Tabqa on 3 May 2019."


def claim(text: str, kind: str = "casualties", publisher: str = "one") -> Claim:
    """The one claim of a kind in a text."""
    document = claims.read(text.encode(), name=f"{publisher}.txt", publisher=Source(publisher))
    [found] = [one for one in claims.extract(document).claims if one.kind == kind]
    return found


def pair(one: str, other: str, kind: str = "casualties") -> Comparison:
    """Two texts held side by side."""
    return compare(claim(one, kind), claim(other, kind, "two"))


def test_another_count_of_one_day_and_town_is_a_conflict() -> None:
    """Nothing explains it, so it is said."""
    found = pair(NINE, "The strike on Tabqa on 3 May 2019 killed 14 civilians, monitors said.")

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.QUANTITY,))
    assert found.apparent is Apparent.CONTRADICTION


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (
            "ارتفع عدد قتلى القصف على مدينة الطبقة يوم 3 أيار 2019 إلى 14 مدنيا.",
            Apparent.LATER_UPDATE,
        ),
        (
            "The final toll of the strike on Tabqa on 3 May 2019 was put at seven civilians killed.",
            Apparent.LATER_UPDATE,
        ),
        ("The strike on Tabqa on 3 May 2019 killed 14 people.", Apparent.DEFINITION),
        ("The strike on Tabqa on 3 May 2019 killed two other civilians.", Apparent.SCOPE),
    ],
)
def test_what_can_be_explained_is_looked_at_not_shouted_about(other: str, kind: Apparent) -> None:
    """A toll that rose and a count of other people agree in part, with the likely reason."""
    found = pair(NINE, other)

    assert (found.same_event, found.relation) == (SameEvent.YES, Relation.PARTIAL)
    assert found.apparent is kind


def test_a_toll_since_months_is_not_held_against_one_day() -> None:
    """Unsure whether it is one event; the likely kind is the other span."""
    found = pair(NINE, "Strikes on Tabqa killed 260 civilians between 1 March and 20 May 2019.")

    assert (found.same_event, found.relation) == (SameEvent.UNSURE, Relation.UNSURE)
    assert found.apparent is Apparent.TIME_WINDOW


def test_killed_and_injured_are_never_compared() -> None:
    """Two sides of one event."""
    found = pair(NINE, "The strike on Tabqa on 3 May 2019 injured 14 civilians.")

    assert (found.same_event, found.relation) == (SameEvent.YES, Relation.PARTIAL)
    assert not found.conflicting


@pytest.mark.parametrize(
    "other",
    [
        "The strike on Tabqa on 4 May 2019 killed nine civilians.",
        "The strike on Hajin on 3 May 2019 killed nine civilians.",
    ],
)
def test_another_day_or_another_town_is_another_event(other: str) -> None:
    """However alike the words and the count are."""
    found = pair(NINE, other)

    assert (found.same_event, found.relation) == (SameEvent.NO, Relation.NOT_COMPARABLE)
    assert not found.conflicting


def test_who_denies_a_deed_contradicts_who_tells_it() -> None:
    """A conflict on the doer, though the denial names none."""
    denial = "The Coalition denied that it carried out any strike on Tabqa on 3 May 2019."
    found = pair(RAID, denial, "strike")

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.ACTOR,))
    assert "stance" in {part.name for part in found.parts}


def test_a_denial_without_a_day_contradicts_only_who_names_the_doer() -> None:
    """Who merely tells that something was hit has said nothing that is denied."""
    denial, bare, named = (
        replace(claim(text, "strike", publisher), published="2019-05-03")
        for publisher, text in (
            ("one", "The Coalition denied that it struck a hospital in Hajin."),
            ("two", "A strike hit a hospital in Hajin."),
            ("three", "Coalition aircraft struck a hospital in Hajin."),
        )
    )

    assert compare(denial, bare).relation is not Relation.CONFLICT
    assert compare(denial, named).conflicting == (Slot.ACTOR,)


def test_what_is_planned_has_not_happened_yet() -> None:
    """One event at most."""
    plan = "Coalition aircraft plan to strike a position of ISIS in Tabqa on 3 May 2019."
    found = pair(RAID, plan, "strike")

    assert (found.same_event, found.relation) == (SameEvent.UNSURE, Relation.UNSURE)


def test_whom_a_raid_was_aimed_at_is_not_held_against_who_died() -> None:
    """A strike and its dead are two sides of one event."""
    found = compare(claim(RAID, "strike"), claim(NINE, "casualties", "two"))

    assert (found.same_event, found.relation) == (SameEvent.YES, Relation.PARTIAL)
    assert not found.conflicting


def test_without_a_day_nothing_is_one_event_for_sure() -> None:
    """The same words without a date leave it open."""
    found = pair(NINE, "The strike on Tabqa killed nine civilians, rescuers said.")

    assert found.same_event is SameEvent.UNSURE


SEEDS = Path(__file__).parents[2] / "seeds"


def _states() -> list[Claim]:
    """How many states a coalition has, in two of the sample articles: 69, and about 60 in 2014."""
    every = [
        found
        for path in sorted(SEEDS.glob("*.txt"))
        for found in claims.extract(claims.read(path.read_bytes(), name=path.name)).claims
    ]
    return [one for one in every if any(each.unit == "states" for each in one.quantities)]


def test_69_states_and_about_60_in_2014_are_held_side_by_side_and_not_shouted_about() -> None:
    """The pair is a candidate; whether it is one fact stays open, and what may explain it is the other time."""
    every = {claim.id: claim for claim in _states()}
    sides = [(every[key.left], every[key.right]) for key in candidates(list(every.values()))]
    found = [compare(one, other) for one, other in sides if one.document != other.document]

    assert [(each.relation, each.apparent) for each in found] == [
        (Relation.UNSURE, Apparent.TIME_WINDOW)
    ]


def test_a_province_against_the_country_is_looked_at_and_not_shouted_about() -> None:
    """Of one month: the wider place may explain the other count."""
    found = pair(
        "Strikes killed 1,100 civilians in Damascus Countryside province in February 2018.",
        "قتل 1480 مدنياً في سوريا في شباط 2018.",
    )

    assert (found.relation, found.apparent) == (Relation.UNSURE, Apparent.GRANULARITY)


def test_two_incidents_on_one_list_of_one_source_are_no_pair() -> None:
    """One source is never held against itself."""
    text = (
        "Near Raqqa, on 3 May 2019, Coalition aircraft struck a depot of ISIS.\n"
        "Near Raqqa, on 3 May 2019, Coalition aircraft struck a convoy of ISIS.\n"
    )
    document = claims.read(text.encode(), name="list.txt", publisher=Source("one"))
    strikes = [one for one in claims.extract(document).claims if one.kind == "strike"]

    assert len(strikes) > 1
    assert candidates(strikes) == ()


def test_civilians_against_what_is_military_part_however_loosely_either_is_said() -> None:
    """A farm with displaced people is not a depot of an armed group."""
    found = pair(
        "استهدفت الطائرات الروسية مزرعة يقطنها نازحون في بلدة معرة مصرين يوم 5 آذار 2020.",
        "استهدفت الطائرات الروسية مستودعاً للأسلحة تابعاً لهيئة تحرير الشام في معرة مصرين يوم 5 آذار 2020.",
        "strike",
    )

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.TARGET,))


def _dated(text: str, published: str, publisher: str) -> Claim:
    read = claims.read(
        text.encode(), name=f"{publisher}.txt", published=published, publisher=Source(publisher)
    )
    return next(one for one in claims.extract(read).claims if one.kind == "casualties")


@pytest.mark.parametrize(
    ("published", "kind", "relation"),
    [
        ("2019-05-05", Apparent.LATER_UPDATE, Relation.PARTIAL),
        ("2019-05-03", Apparent.CONTRADICTION, Relation.CONFLICT),
        ("2019-05-30", Apparent.CONTRADICTION, Relation.CONFLICT),
    ],
)
def test_a_greater_toll_told_days_after_the_first_news_is_an_update(
    published: str, kind: Apparent, relation: Relation
) -> None:
    """Of the same day it contradicts, and so it does weeks later, when nobody is looked for any longer."""
    first = _dated(NINE, "2019-05-03", "one")
    later = _dated("14 civilians died in the strike on Tabqa on 3 May 2019.", published, "two")

    found = compare(first, later)

    assert (found.relation, found.apparent) == (relation, kind)


@pytest.mark.parametrize(
    ("count", "kind"), [(14, Apparent.LATER_UPDATE), (44, Apparent.CONTRADICTION)]
)
def test_news_of_the_next_day_is_the_first_news_too(count: int, kind: Apparent) -> None:
    """Two days later a few more have died; many times the first toll is another count."""
    first = _dated(NINE, "2019-05-04", "one")
    later = _dated(
        f"{count} civilians died in the strike on Tabqa on 3 May 2019.", "2019-05-06", "two"
    )

    assert compare(first, later).apparent is kind


def test_two_tolls_of_bombs_that_were_laid_in_a_city_contradict_however_far_apart() -> None:
    """A city sees fewer of these in a day than raids."""
    found = pair(
        "Two car bombs killed 46 people at a market in Jos on 20 May 2014.",
        "وقتل 130 شخصا في تفجير في سوق جوس يوم 20 أيار 2014.",
    )

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.QUANTITY,))


def test_one_attack_by_the_same_means_in_a_city_on_a_day_is_agreed_on() -> None:
    """Though nobody names a doer or a toll: a man who blew himself up is told twice."""
    found = pair(
        "فجر انتحاري نفسه أمام مصرف في كركوك يوم 14 حزيران 2005.",
        "A suicide bomber blew himself up outside a bank in Kirkuk on 14 June 2005.",
        "clash",
    )

    assert found.relation is Relation.AGREE


def test_who_was_hit_is_agreed_on_where_one_side_says_in_what() -> None:
    """A camp of a group, and the group."""
    found = pair(
        "A US drone struck al-Shabaab near Barawe on 2 April 2016.",
        "قصفت طائرة أمريكية معسكر تدريب لحركة الشباب قرب براوة يوم 2 نيسان 2016.",
        "strike",
    )

    assert found.relation is Relation.AGREE


@pytest.mark.parametrize(
    ("day", "gate", "relation"),
    [
        (23, SameEvent.YES, Relation.CONFLICT),
        (12, SameEvent.NO, Relation.NOT_COMPARABLE),
    ],
)
def test_a_town_that_one_side_took_on_two_days_near_each_other_was_taken_once(
    day: int, gate: SameEvent, relation: Relation
) -> None:
    """The day is disputed; weeks apart it may have been lost between."""
    found = pair(
        "Russian forces took control of Severodonetsk on 24 June 2022.",
        f"سيطرت القوات الروسية على سيفيرودونيتسك يوم {day} حزيران 2022.",
        "control",
    )

    assert (found.same_event, found.relation) == (gate, relation)
    assert found.conflicting == ((Slot.DATE,) if gate is SameEvent.YES else ())


def test_who_denies_one_doer_does_not_contradict_who_names_another() -> None:
    """That Russia did not take it is what who holds it says himself."""
    found = pair(
        "سيطر الجيش الأوكراني على سيفيرودونيتسك يوم 24 حزيران 2022.",
        "نفت هيئة الأركان الأوكرانية سيطرة القوات الروسية على سيفيرودونيتسك يوم 24 حزيران 2022.",
        "control",
    )

    assert found.relation is not Relation.CONFLICT
    assert found.conflicting == ()


def test_who_knows_of_no_dead_does_not_contradict_a_rumour_of_some() -> None:
    """A rumour is none that was told to be so."""
    found = pair(
        "قصفت القوات التركية قرى شيراوا يوم 3 أيار 2019 دون ورود معلومات عن خسائر بشرية.",
        "قصفت القوات التركية قرى شيراوا يوم 3 أيار 2019 وسط ورود أنباء عن إصابات في صفوف المدنيين.",
    )

    assert found.relation is not Relation.CONFLICT


def test_what_comes_again_and_again_is_more_than_one_time() -> None:
    """Shelling that goes on is not agreed on by who tells of one day."""
    found = pair(
        "ويتكرر قصف قوات النظام على سرمين.",
        "قصفت قوات النظام سرمين يوم 3 أيار 2019.",
        "strike",
    )

    assert found.relation is not Relation.AGREE


def test_a_day_told_without_its_year_is_a_day_and_no_span() -> None:
    """One day of a month, one village and one doer are one event, and another toll there contradicts."""
    one = pair(
        "Russian aircraft killed four civilians in Balshun on 19 August.",
        "قتلت طائرات روسية سبعة مدنيين في بلدة بلشون يوم 19 آب.",
    )

    assert one.same_event is SameEvent.YES
    assert (one.relation, one.apparent) == (Relation.CONFLICT, Apparent.CONTRADICTION)


@pytest.mark.parametrize(
    ("count", "relation"), [("seven", Relation.CONFLICT), ("nineteen", Relation.UNSURE)]
)
def test_two_tolls_of_one_city_part_only_when_they_are_near_each_other(
    count: str, relation: Relation
) -> None:
    """A city sees several strikes a day: four dead and nineteen may be of two."""
    found = pair(
        "Four people were killed in a rocket attack on a bus in Atbara on 6 May 2024.",
        f"{count.capitalize()} people were killed when rockets of the Rapid Support Forces hit a bus in Atbara on 6 May 2024.",
    )

    assert found.relation is relation


def test_raids_near_two_towns_are_two_though_the_towns_are_near_each_other() -> None:
    """Each account names the town that lies nearest, and logs list several raids of a day."""
    found = pair(
        "Near Fallujah, Coalition aircraft struck a position of ISIS on 27 February 2015.",
        "Near Ramadi, Coalition aircraft struck a position of ISIS on 27 February 2015.",
        "strike",
    )

    assert found.same_event is not SameEvent.YES


def test_who_denies_to_have_hit_one_thing_does_not_contradict_another_hit() -> None:
    """Not a hospital, but houses: both can be so."""
    found = pair(
        "The Syrian army denied that it struck a hospital in Kafr Nabl on 3 May 2019.",
        "The Syrian army struck a market in Kafr Nabl on 3 May 2019.",
        "strike",
    )

    assert found.relation is not Relation.CONFLICT


def test_two_doers_of_one_air_raid_on_a_village_are_a_conflict() -> None:
    """From the air on both sides; shelling and a raid of one day can be two events, and nothing is said."""
    russian = "Russian aircraft struck the village of Kafr Nabl on 3 May 2019."
    syrian = "Aircraft of the Syrian army struck the village of Kafr Nabl on 3 May 2019."
    shelling = (
        "Artillery of the Syrian army struck the village of Kafr Nabl with shells on 3 May 2019."
    )

    assert pair(russian, syrian, "strike").conflicting == (Slot.ACTOR,)
    assert pair(russian, shelling, "strike").same_event is SameEvent.UNSURE


def test_more_dead_in_a_city_than_at_one_site_in_it_is_a_matter_of_granularity() -> None:
    """The city counts other raids of the day, too; fewer than at the site contradict."""
    site = "قتل 22 شخصا في قصف المستشفى السعودي في مدينة الفاشر يوم 11 آب 2024."
    more = pair(site, "Shelling killed 41 people in El Fasher on 11 August 2024.")
    fewer = pair(site, "Shelling killed 15 people in El Fasher on 11 August 2024.")

    assert (more.relation, more.apparent) == (Relation.PARTIAL, Apparent.GRANULARITY)
    assert (fewer.relation, fewer.apparent) == (Relation.CONFLICT, Apparent.CONTRADICTION)


def test_a_hospital_named_as_the_place_is_held_against_a_position() -> None:
    """Who says that the hospital was shelled says what was hit: one doer, one day, one town, another target."""
    found = pair(
        "قصفت قوات الدعم السريع المستشفى السعودي في مدينة الفاشر يوم 11 آب 2024.",
        "قصفت قوات الدعم السريع مقرا للجيش السوداني في مدينة الفاشر يوم 11 آب 2024.",
        "strike",
    )

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.TARGET,))


def test_undated_news_of_two_weeks_is_two_events_unless_it_counts_the_same() -> None:
    """What does not say when is of the days before it was published."""
    early, late, told = (
        replace(claim(text, "casualties", publisher), published=published)
        for publisher, published, text in (
            ("one", "2019-05-03", "An air raid killed four people in Hajin."),
            ("two", "2019-05-17", "An air raid killed nine people in Hajin."),
            ("three", "2019-05-17", "An air raid killed four people in Hajin."),
        )
    )

    assert compare(early, late).same_event is SameEvent.NO
    assert compare(early, told).same_event is SameEvent.UNSURE


@pytest.mark.parametrize(
    ("hit", "relation"),
    [
        ("a farm", Relation.CONFLICT),
        ("civilian vehicles", Relation.CONFLICT),
        ("a building", Relation.PARTIAL),
    ],
)
def test_what_civilians_have_is_held_against_what_is_military(hit: str, relation: Relation) -> None:
    """A farm is theirs until somebody says whose; a building may be anybody's."""
    found = pair(
        f"Russian aircraft struck {hit} in Maarrat Misrin on 5 March 2020.",
        "Russian aircraft struck a depot of Hayat Tahrir al-Sham in Maarrat Misrin on 5 March 2020.",
        "strike",
    )

    assert found.relation is relation
    assert (Slot.TARGET in found.conflicting) is (relation is Relation.CONFLICT)


@pytest.mark.parametrize(
    ("near", "kind"),
    [("71", Apparent.CONTRADICTION), ("171", Apparent.GRANULARITY)],
)
def test_a_village_told_by_its_town_is_one_place_where_both_tolls_are_near(
    near: str, kind: Apparent
) -> None:
    """One doer, one kind of victims: the town only says where the village lies; twice as many dead are those of other places too."""
    found = pair(
        "Coalition aircraft killed 52 civilians in the village of Tokhar near Manbij on 3 May 2019.",
        f"Coalition aircraft killed {near} civilians near Manbij on 3 May 2019.",
    )

    assert found.apparent is kind


def test_more_children_than_people_are_no_other_definition() -> None:
    """Who is a child is drawn in one way."""
    nine = "An air raid killed nine people in Hajin on 3 May 2019."
    children = pair(nine, "An air raid killed 14 children in Hajin on 3 May 2019.")

    assert (children.relation, children.apparent) == (Relation.CONFLICT, Apparent.CONTRADICTION)


def test_a_toll_told_as_a_rise_is_an_update_of_those_first_told_of() -> None:
    """Four soldiers at first, then eleven people in all."""
    found = pair(
        "Four soldiers were killed in an air raid on Hajin on 3 May 2019.",
        "The death toll of the air raid on Hajin on 3 May 2019 rose to 11 people.",
    )

    assert found.apparent is Apparent.LATER_UPDATE


def test_a_sum_of_months_that_leaves_room_for_a_day_is_another_time_window() -> None:
    """It stays open whether both are one, but not why they part; what says no time is of no other one."""
    day = "An air raid killed at least 40 people in Mekelle on 2 August 2021."
    months = "From 1 June to 4 August 2021 air raids killed more than 310 people in Mekelle."
    found = pair(day, months)

    assert (found.same_event, found.relation) == (SameEvent.UNSURE, Relation.UNSURE)
    assert found.apparent is Apparent.TIME_WINDOW


def test_news_of_one_day_that_counts_only_a_part_is_of_another_scope() -> None:
    """Two others are not the four of whom they are two."""
    four, others = (
        replace(claim(text, "casualties", publisher), published="2019-05-03")
        for publisher, text in (
            ("one", "An air raid wounded four civilians in the village of Hajin."),
            ("two", "An air raid wounded two other civilians in the village of Hajin."),
        )
    )

    assert compare(four, others).apparent is Apparent.SCOPE


@pytest.mark.parametrize(
    ("children", "relation"), [("four", Relation.AGREE), ("five", Relation.PARTIAL)]
)
def test_one_total_with_other_parts_is_agreed_on_in_part(children: str, relation: Relation) -> None:
    """Seven dead on both sides, but not as many children among them."""
    found = pair(
        "قتل سبعة مدنيين بينهم أربعة أطفال في غارة على قرية هجين يوم 3 أيار 2019.",
        f"Seven civilians, including {children} children, were killed in an air raid on the village of Hajin on 3 May 2019.",
    )

    assert found.relation is relation


def test_a_site_of_nobody_parts_from_nothing_that_was_hit() -> None:
    """*Two sites* may well be the school and the mill; positions of somebody are no school."""
    site, school, base = (
        f"Turkish drones struck {what} in Tal Tamr on 4 June 2016."
        for what in ("a site", "a school", "a position of ISIS")
    )

    assert pair(site, school, "strike").relation is not Relation.CONFLICT
    assert pair(base, school, "strike").relation is Relation.CONFLICT


def test_two_tolls_near_one_town_by_one_doer_are_held_against_each_other() -> None:
    """The town is named for the village near it; half of the dead or twice as many would be another raid."""
    near = "Coalition aircraft killed 65 civilians near Manbij on 3 May 2019."
    village = "قتلت طائرات التحالف الدولي {} مدنيا في قرية التوخار شمال منبج يوم 3 أيار 2019."

    found, other = pair(near, village.format(85)), pair(near, village.format(185))

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.QUANTITY,))
    assert other.relation is not Relation.CONFLICT


def test_more_people_on_the_next_day_than_civilians_before_are_a_later_count() -> None:
    """On the same day it is a count of other people."""

    def told(text: str, publisher: str, day: str) -> Claim:
        document = claims.read(
            text.encode(), name="a.txt", published=day, publisher=Source(publisher)
        )
        return next(one for one in claims.extract(document).claims if one.kind == "casualties")

    first = told("The strike on Tabqa on 3 May 2019 killed four civilians.", "one", "2019-05-03")
    later = "The strike on Tabqa on 3 May 2019 killed six people."

    assert compare(first, told(later, "two", "2019-05-04")).apparent is Apparent.LATER_UPDATE
    assert compare(first, told(later, "two", "2019-05-03")).apparent is Apparent.DEFINITION


@pytest.mark.parametrize(
    ("people", "relation", "kind"),
    [
        ("six people", Relation.CONFLICT, Apparent.CONTRADICTION),
        ("14 people", Relation.PARTIAL, Apparent.DEFINITION),
    ],
)
def test_more_civilians_than_people_in_all_are_no_other_definition(
    people: str, relation: Relation, kind: Apparent
) -> None:
    """Civilians are people: fewer of these on the same day contradict."""
    found = pair(NINE, f"The strike on Tabqa on 3 May 2019 killed {people}.")

    assert (found.relation, found.apparent) == (relation, kind)


def test_women_beside_children_are_neither_a_conflict_nor_another_definition() -> None:
    """Each counts some of the civilians: nothing is drawn otherwise."""
    found = pair(
        "The strike on Tabqa on 3 May 2019 killed two women.",
        "The strike on Tabqa on 3 May 2019 killed three children.",
    )

    assert (found.relation, found.apparent) == (Relation.PARTIAL, None)


def test_the_first_news_of_a_day_that_counts_more_than_later_accounts_is_a_conflict() -> None:
    """It says no day, but was published on the one that the other account says."""
    texts = (
        (
            "قتل خمسة مدنيين في قصف لقوات النظام السوري على بلدة سرمين يوم 3 أيار 2019.",
            "2019-05-06",
        ),
        ("قتل تسعة مدنيين في قصف لقوات النظام السوري على بلدة سرمين.", "2019-05-03"),
    )
    sides = [
        claims.extract(
            claims.read(
                text.encode(),
                name=f"{day}.txt",
                published=day,
                publisher=Source(f"a paper of {day}"),
            )
        ).claims
        for text, day in texts
    ]
    left, right = (next(one for one in side if one.kind == "casualties") for side in sides)
    found = compare(left, right)

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.QUANTITY,))


def told(text: str, published: str, publisher: str = "one", kind: str = "casualties") -> Claim:
    """The one claim of a kind in a text of a day."""
    document = claims.read(
        text.encode(), name=f"{publisher}.txt", publisher=Source(publisher), published=published
    )
    [found] = [one for one in claims.extract(document).claims if one.kind == kind]
    return found


def test_a_greater_toll_of_the_next_day_is_a_later_one() -> None:
    """Both say the day; the first figure is of that day itself, and people are still found."""
    first = told("A blast in Tabqa on 3 May 2019 killed 54 people, medics said.", "2019-05-03")
    text = "قتل 71 شخصا في انفجار في مدينة الطبقة يوم 3 أيار 2019، بحسب وزارة الصحة."
    found = compare(first, told(text, "2019-05-04", "two"))

    assert (found.relation, found.apparent) == (Relation.PARTIAL, Apparent.LATER_UPDATE)
    assert found.conflicting == (Slot.QUANTITY,)


def test_a_lesser_toll_of_the_next_day_is_a_conflict() -> None:
    """No toll falls by itself."""
    first = told("A blast in Tabqa on 3 May 2019 killed 71 people, medics said.", "2019-05-03")
    other = told(
        "A blast in Tabqa on 3 May 2019 killed 54 people, police said.", "2019-05-04", "two"
    )

    assert compare(first, other).relation is Relation.CONFLICT


def test_a_round_figure_and_more_than_it_are_not_shouted_about() -> None:
    """Eighty, and more than eighty: one was rounded down. Five and more than five are counted."""
    eighty = pair(
        "The strike on Tabqa on 3 May 2019 killed 80 people, rescuers said.",
        "قتل أكثر من 80 شخصا في غارة على مدينة الطبقة يوم 3 أيار 2019، بحسب ناشطين.",
    )
    five = pair(
        "The strike on Tabqa on 3 May 2019 killed five people, rescuers said.",
        "قتل أكثر من خمسة أشخاص في غارة على مدينة الطبقة يوم 3 أيار 2019، بحسب ناشطين.",
    )

    assert (eighty.relation, five.relation) == (Relation.PARTIAL, Relation.CONFLICT)


def test_thirteen_people_and_ten_civilians_are_not_said_to_agree() -> None:
    """Both can be true, and a reader wants to see both."""
    found = pair(
        "The shelling of Tabqa on 3 May 2019 killed 13 people, rescuers said.",
        "قتل 10 مدنيين في قصف على مدينة الطبقة يوم 3 أيار 2019، بحسب ناشطين.",
    )

    assert (found.same_event, found.relation) == (SameEvent.YES, Relation.PARTIAL)
