"""Who acts in English news where a country, a side, an owner or a backer stands near the deed, and where a clause begins."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, places, read, targets


@pytest.mark.parametrize(
    ("text", "kind", "doers", "where"),
    [
        (
            "Russia opened a new offensive near Kupiansk on Wednesday.",
            "clash",
            "Russia",
            "Kupiansk",
        ),
        ("Israel began a ground assault on Jabalia on Monday.", "clash", "Israel", "Jabalia"),
        (
            "Ukraine on Saturday evening fired two missiles at Sevastopol.",
            "strike",
            "Ukraine",
            "Sevastopol",
        ),
        ("Air strikes from Russia killed ten people in Idlib.", "casualties", "Russia", "Idlib"),
    ],
)
def test_a_country_before_its_verb_or_behind_its_raids_acts_and_is_no_place(
    text: str, kind: str, doers: str, where: str
) -> None:
    """*Israel began*, *Ukraine on Saturday evening fired*, *air strikes from Russia*: the country did it, elsewhere."""
    claim = read(text, kind)[0]
    assert (actors(claim), places(claim)) == ([doers], [where])


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Missile strikes from the Black Sea hit grain silos in Odesa.", ["Odesa"]),
        ("A man was hurt in Sumy, a target of Moscow's new offensive.", ["Sumy"]),
        ("In 2015, Saudi Arabia and allies launched raids on Sanaa.", ["Sanaa"]),
    ],
)
def test_where_fire_comes_from_and_whose_war_it_is_are_no_scene(
    text: str, where: list[str]
) -> None:
    """Behind *strikes from* stands where they came from, and *Moscow's offensive* is no event in Moscow."""
    assert [places(claim) for claim in read(text)] == [where] * len(read(text))


@pytest.mark.parametrize(
    ("text", "kind", "doers", "hit"),
    [
        (
            "On Saturday jets struck a depot operated by Iran-backed Houthis in Saada.",
            "strike",
            ["aircraft"],
            ["Houthis"],
        ),
        ("The headquarters of ISIS fighters was captured on Sunday.", "control", [], ["ISIS"]),
        ("A patrol boat came under fire from the Lebanese Hezbollah.", "strike", ["Hezbollah"], []),
        (
            "The survey attributed half of the deaths to the Afghan Taliban.",
            "casualties",
            ["Taliban"],
            [],
        ),
        (
            "The conflict between the army and the RSF has caused hundreds of deaths.",
            "casualties",
            [],
            [],
        ),
        ("The driver was killed when rebels tried to stop him.", "casualties", [], []),
        ("Nine of its workers were killed, including doctors.", "casualties", [], ["workers"]),
        ("The bomber also died in the blast.", "casualties", [], []),
        ("Eleven rebel fighters were killed in Hodeidah.", "casualties", [], ["rebels"]),
        (
            "Aden, the seat of Yemen's internationally recognised government, has seen two bombings.",
            "strike",
            [],
            [],
        ),
    ],
)
def test_who_holds_a_thing_is_one_side_or_only_named_did_not_do_it(
    text: str, kind: str, doers: list[str], hit: list[str]
) -> None:
    """Owners, sides of a conflict, appositions and sources do nothing; who fire comes *from* and losses are *attributed to* did."""
    claim = read(text, kind)[0]
    assert (actors(claim), targets(claim)) == (doers, hit)


def test_one_side_of_a_fight_that_is_told_alone_killed_nobody() -> None:
    """*Between the army and gunmen* leaves open who of them killed; whose attacks are *its* did them."""
    (lost,) = read(
        "Fighting between the army and insurgents killed seven people in Sirte.", "casualties"
    )
    (done,) = read("The coalition has slowed the pace of its attacks on ISIS in Iraq.", "strike")
    assert (actors(lost), actors(done)) == ([], ["International Coalition"])


def test_whom_people_are_for_is_no_place() -> None:
    """*Pro-Russia* protesters are where they are."""
    (claim,) = read(
        "Pro-Russia protesters killed seven people in Mariupol on Friday.", "casualties"
    )
    assert places(claim) == ["Mariupol"]


def test_police_who_question_a_witness_to_an_attack_did_not_carry_it_out() -> None:
    """A preposition ties the attack to another noun than the subject."""
    told = read("Iraqi police question a witness to the attack on a US convoy in Baghdad.")
    assert not any(actors(claim) for claim in told)


def test_who_has_killed_somebody_is_the_subject_and_nobody_of_the_clashes_behind() -> None:
    """An active loss has its doer before it."""
    claim = read(
        "It has killed six ISIS fighters as clashes between rebel groups go on.", "casualties"
    )
    assert actors(claim[0]) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A raid hit the port on Saturday just days after an army operation killed two men in Taiz.",
            ["A raid hit the port on Saturday", "an army operation killed"],
        ),
        (
            "A shell hit the market only five hours before a drone killed two guards in Kherson.",
            ["A shell hit the market", "a drone killed"],
        ),
        (
            "Strikes wounded 90 hours after a truce was agreed in Aleppo.",
            ["Strikes wounded 90"],
        ),
    ],
)
def test_words_that_say_how_long_after_are_part_of_neither_clause(
    text: str, words: list[str]
) -> None:
    """*Just days after* is no part of what happened before or behind it; a number of victims is not one of hours."""
    told = [claim.quote for claim in read(text)]
    assert not any(" after" in one or " before" in one for one in told if "90" not in one)
    assert [any(one.startswith(first) for one in told) for first in words] == [True] * len(words)
    assert not any(one.endswith(("just", "only", "five")) for one in told)


def test_another_place_behind_and_has_its_own_event() -> None:
    """*…, and in Kut, tanks destroyed* is another event at another place."""
    text = (
        "In Basra, troops bombed a factory, and in Kut, a river town, tanks destroyed nine houses."
    )
    found = [(claim.kind, places(claim)) for claim in read(text)]
    assert found == [("strike", ["Basra"]), ("damage", ["Kut"])]


def test_what_came_of_an_attack_and_a_further_loss_behind_a_comma_are_two() -> None:
    """The attack that closes the first clause does not swallow the subject of the next."""
    told = read("A depot burned down as a result of a rocket attack, and four houses were damaged.")
    found = [claim.quote for claim in told if claim.kind == "damage"]
    assert found == ["A depot burned down", "four houses were damaged"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The attack in Aden was claimed by Islamic State.",
            "The attack in Aden was [claimed by Islamic State]",
        ),
        (
            "Armenia accused the Azerbaijani army of shelling Martuni.",
            "[Armenia accused] the Azerbaijani army of shelling Martuni",
        ),
    ],
)
def test_who_claims_or_accuses_stands_in_the_statement_that_is_none_without(
    text: str, words: str
) -> None:
    """*Was* needs its participle, and *of shelling* needs who accuses."""
    assert read(text)[0].statement == words
