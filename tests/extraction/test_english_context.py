"""What an English claim takes from the words around it: of its sentence, and of the one before."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A guard was killed in Gao after being hit by a rocket while leaving a clinic on Thursday.",
            "while leaving a clinic on Thursday",
        ),
        ("Gunmen attacked herders as they were leaving Gao on Thursday.", "leaving Gao"),
        ("Rockets hit Gao as well as the town of Kidal on Thursday.", "Kidal"),
        ("On Thursday, shortly before 7:45 AM, a shell hit Gao.", "On Thursday"),
    ],
)
def test_words_that_tell_no_more_stay_with_the_deed_before_them(text: str, words: str) -> None:
    """A gerund behind *while* or *were*, a place behind *as well as* and an hour behind *before* open no clause; the day is of it all."""
    found = read(text)

    assert any(words in one.statement for one in found)
    assert {date(one) for one in found} == {"2019-05-02"}


def test_as_well_as_opens_a_statement_before_a_further_deed() -> None:
    """What else was done is a claim of its own."""
    [hurt] = read("Rockets hit a mill in Gao as well as wounding five herders.", "casualties")

    assert [figure.low for figure in hurt.quantities] == [5]


def test_a_count_since_a_day_is_a_claim_of_that_time() -> None:
    """With or without a comma behind the day; *since then* is the only day of the sentence before."""
    bare = "Since 3 March at least 12 herders have been killed in Gao."
    then = "Fighting erupted in Gao on 3 March 2019. Since then 12 herders have been killed."
    open_to_all = "Fighting erupted on 3 March 2019 and again on 9 April 2019. Since then 12 herders have been killed."

    counts = [read(text, "casualties")[-1] for text in (bare, then, open_to_all)]

    assert [date(one) for one in counts] == ["2019-03-03/..", "2019-03-03/..", ""]
    assert counts[1].statement.startswith("Since then [since 3 March 2019]")


def test_losses_of_one_deed_share_the_place_behind_the_last() -> None:
    """Where *and* joins them; a comma parts them, and so does a place of the first."""
    joined = read("Rebels shelled a wedding, killing two women and injuring nine in Kidal.")
    apart = read("Rebels shelled a wedding, killing two women in Gao and injuring nine in Kidal.")

    assert [places(one) for one in joined] == [["Kidal"]] * 3
    assert [places(one) for one in apart if one.kind == "casualties"] == [["Gao"], ["Kidal"]]


def test_a_loss_has_what_its_cause_takes_from_before() -> None:
    """*The town* behind the cause is that of the loss as well."""
    text = "Rebels hold the town of Kidal. In March five herders were killed by mortar attacks on the town."

    assert {tuple(places(one)) for one in read(text, "casualties")} == {("Kidal",)}


def test_a_deed_is_of_the_day_that_its_losses_take() -> None:
    """What came of it was no other day."""
    text = "Rebels shelled Gao on Thursday. A medic said rebels fired mortars at a mill, killing three."

    assert {date(one) for one in read(text)} == {"2019-05-02"}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Kidal was occupied by Malian troops on 2 March 2012.", ["Malian forces"]),
        ("A school in a district occupied by Malian troops was surrounded.", []),
        (
            "The Malian army acknowledged the deaths of nine people in its strikes on Kidal.",
            ["Malian army"],
        ),
        ("Malian troops killed nine people in their raid on Kidal.", ["Malian forces"]),
        ("The Malian army said that rebels must halt, and condemned their strikes on Kidal.", []),
    ],
)
def test_who_took_a_place_and_whose_strikes_they_are(text: str, doers: list[str]) -> None:
    """A finite passive names who took it; *its strikes* are of who speaks or does, of nobody where others stand between."""
    [*_, last] = [
        one for one in read(text) if one.kind in {"control", "strike", "clash", "position"}
    ]

    assert actors(last) == doers


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Several houses and vehicles were also damaged in Gao.", ["houses", "vehicle"]),
        ("A tank and two trucks were destroyed in Gao.", ["tank", "vehicle"]),
        ("The blast caused material damage to houses and shops in Gao.", ["houses", "shop"]),
        ("A man in a house saw that two trucks were destroyed in Gao.", ["vehicle"]),
    ],
)
def test_all_things_of_a_list_are_hit(text: str, hit: list[str]) -> None:
    """Before a passive verb and behind *damage to*; no thing that stands in another phrase."""
    [one] = read(text, "damage")

    assert targets(one) == hit


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The shelling killed 3 and injured 15 civilians in Gao.", ["civilian", "civilian"]),
        ("The shelling killed 3 people and injured 15 civilians in Gao.", ["", "civilian"]),
        ("The shelling killed 3 in Gao and injured 15 civilians in Kidal.", ["", "civilian"]),
    ],
)
def test_two_verbs_before_one_noun_count_the_same_people(text: str, whom: list[str]) -> None:
    """Only a bare number leaves its noun to the next one."""
    assert [figure.of for one in read(text, "casualties") for figure in one.quantities] == whom


def test_what_goes_on_at_present_is_of_no_day_of_an_event() -> None:
    """A state is told beside the event, not as a part of it."""
    text = "Rockets hit Gao on Thursday, killing two. Some 900 people are trapped in Gao."

    assert [date(one) for one in read(text, "casualties")] == ["2019-05-02", ""]
