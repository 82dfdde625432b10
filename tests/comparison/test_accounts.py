"""Whole accounts that do not say when: joined by what several of their claims say together, and by nothing less."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claims
from claims.comparison import compare_all, incidents
from claims.comparison.accounts import retold, told
from claims.model import Claim, Source

FIRST = "قصفت طائرات روسية مزرعة في قرية بلشون. وقتل 7 مدنيين وأصيب 13 آخرون في قرية بلشون."
AGAIN = "Russian aircraft struck a farm in Balshun. Seven civilians were killed and 13 injured in Balshun."


def _read(text: str, name: str, published: str = "") -> tuple[Claim, ...]:
    source = Source(name)
    read = claims.read(text.encode(), name=name, publisher=source, published=published)
    return claims.extract(read).claims


def _accounts(*texts: str) -> tuple[list[set[str]], list[set[str]]]:
    """The documents of each incident, and the claims of each document."""
    read = [_read(text, f"account {number}") for number, text in enumerate(texts)]
    every = [claim for one in read for claim in one]
    of = {claim.id: claim.document for claim in every}
    found = incidents(every, compare_all(every))
    return [{of[name] for name in one.claims} for one in found], [
        {claim.id for claim in one} for one in read
    ]


def _together(*texts: str) -> bool:
    found, _ = _accounts(*texts)
    return any(len(documents) == len(texts) for documents in found)


def test_one_village_one_doer_and_one_toll_are_one_event_though_nobody_says_when() -> None:
    """Across languages, and though each pair of claims by itself leaves it open."""
    pairs = compare_all((*_read(FIRST, "first"), *_read(AGAIN, "again")))

    assert {pair.same_event.value for pair in pairs} == {"unsure"}
    assert _together(FIRST, AGAIN)


@pytest.mark.parametrize(
    "other",
    [
        "Russian aircraft struck a farm in Kafr Takharim. Seven civilians were killed and 13 injured in Kafr Takharim.",
        "Russian aircraft struck a farm in Balshun. Nine civilians were killed in Balshun.",
        "One civilian was killed in Balshun.",
    ],
)
def test_another_village_or_another_toll_stays_apart(other: str) -> None:
    """And so does what has hardly anything to tell."""
    assert not _together(FIRST, other)


def test_days_without_a_year_keep_accounts_apart() -> None:
    """The 12th of February is not the 4th of April of whatever year."""
    one = "قصفت طائرات روسية مزرعة في قرية بلشون في 12 شباط. وقتل 7 مدنيين وأصيب 13 آخرون في قرية بلشون في 12 شباط."
    other = "قصفت طائرات روسية مزرعة في قرية بلشون في 4 نيسان. وقتل 7 مدنيين وأصيب 13 آخرون في قرية بلشون في 4 نيسان."

    assert _together(one, FIRST)
    assert not _together(one, other)


FRIDAY = "قصفت طائرات روسية قرية بلشون يوم الجمعة، ما أدى إلى دمار في منازلها."


def test_one_weekday_one_village_and_one_doer_are_one_event_though_nobody_says_the_date() -> None:
    """Another weekday is another event, and no weekday says nothing."""
    struck = "Russian aircraft bombed homes in Balshun"

    assert _together(FRIDAY, f"{struck} on Friday.")
    assert _together(
        f"{FRIDAY} وقتلت الطائرات الروسية 4 أشخاص في بلشون يوم الجمعة.", f"{struck} on Friday."
    )
    assert not _together(FRIDAY, f"{struck} on Monday.")
    assert not _together(FRIDAY, f"{struck}.")


def test_each_week_has_a_friday_so_that_other_dead_are_other_raids() -> None:
    """Nobody tells the date, and one raid of a Friday killed four, another one two."""
    four = "قصفت طائرات روسية قرية بلشون يوم الجمعة وقتلت 4 أشخاص."
    two = "Russian aircraft bombed Balshun on Friday and killed two people."

    assert _together(four, two.replace("two", "four"))
    assert not _together(four, two)


HAFTAR = "قصفت قوات حفتر قرية القره بوللي وقتلت طفلين"


def test_two_children_who_are_all_the_dead_are_a_toll_and_two_among_others_are_a_part_of_one() -> (
    None
):
    """A village sees children die in many raids; that nobody else died, too, is told of one."""
    again = "Haftar's forces shelled Garabulli and killed two children there."

    assert _together(f"{HAFTAR}.", again)
    assert not _together(f"{HAFTAR} وامرأة.", again)


KHARKIV = "قصفت طائرات روسية منازل في خاركيف"


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("Russian aircraft struck homes in Kharkiv on Wednesday and killed nine people.", True),
        ("Russian aircraft struck homes in Kharkiv and killed nine people.", False),
        ("Russian aircraft struck homes in Kharkiv on Wednesday.", False),
        ("Ukrainian artillery hit homes in Kharkiv on Wednesday and killed nine people.", False),
    ],
)
def test_a_city_is_one_event_by_a_day_a_count_and_the_doer_only(
    other: str, *, together: bool
) -> None:
    """Each of them happens there again and again; all three together hardly do."""
    assert _together(f"{KHARKIV} يوم الأربعاء وقتلت 9 أشخاص.", other) is together


DOER = "Russian aircraft struck a hospital in Izium on Friday."
DEAD = "An air strike on Friday hit a hospital in Izium and killed two people, residents said."
LATE = "Russian aircraft killed two people in Izium."


def test_what_two_accounts_tell_together_can_join_a_third() -> None:
    """One names the doer and the day, one the dead and the day: neither alone is enough for who tells the doer and the dead."""
    assert not _together(DOER, LATE)
    assert not _together(DEAD, LATE)
    assert _together(DOER, DEAD, LATE)


def test_rare_words_count_where_one_document_has_them() -> None:
    """Words that an incident has from many documents together are no account of one: large incidents would draw in everything."""
    one = _read("A raid on Izium killed Maksym Bondarenko.", "one")
    two = _read("A raid on Izium killed Oleh Savchuk.", "two")
    both = _read("A raid on Izium killed Maksym Bondarenko and Oleh Savchuk.", "both")
    toll = frozenset({("killed", "", 2, 2)})
    heard, read, gathered = (replace(told(each), counts=toll) for each in (both, both, one + two))

    assert retold(heard, read) > 0
    assert retold(heard, gathered) == 0


@pytest.mark.parametrize(
    ("day", "told", "groups"),
    [
        ("2024-12-03", "Russian aircraft bombed Khan Shaykhun.", 1),
        ("2024-12-04", "Russian aircraft bombed Khan Shaykhun.", 2),
        ("2024-12-04", "Two people were killed when Russian aircraft bombed Khan Shaykhun.", 1),
    ],
)
def test_news_of_two_days_is_two_events_unless_it_counts_alike(
    day: str, told: str, groups: int
) -> None:
    """Of one day it is one: a town that is bombed today is bombed tomorrow again."""
    first = _read("قصفت طائرات روسية مدينة خان شيخون، فقتل شخصان.", "first", "2024-12-03")
    second = _read(told, "second", day)
    days = {first[0].document: "2024-12-03", second[0].document: day}

    found = incidents((*first, *second), compare_all((*first, *second)), published=days)

    assert len(found) == groups


UNRELATED = "Turkish forces shelled Kafr Takharim on 3 May 2019. Four civilians were killed in Kafr Takharim."


@settings(max_examples=10)
@given(st.permutations(range(3)))
def test_neither_order_nor_an_unrelated_account_changes_what_is_told_together(
    order: list[int],
) -> None:
    """The same claims in any order, with or without a third account, are the same incidents."""
    read = [_read(text, f"account {at}") for at, text in enumerate((FIRST, AGAIN, UNRELATED))]
    both = [claim for one in read[:2] for claim in one]
    every = [claim for at in order for claim in read[at]]
    alone = {one.claims for one in incidents(both, compare_all(both))}
    found = {one.claims for one in incidents(every, compare_all(every))}

    assert alone <= found
    assert {name for names in found - alone for name in names} == {one.id for one in read[2]}


def test_the_order_of_two_accounts_does_not_matter() -> None:
    """What speaks for one event is the same from either side."""
    one, other = told(_read(FIRST, "first")), told(_read(AGAIN, "again"))

    assert retold(one, other) == retold(other, one) > 0
