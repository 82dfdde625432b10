"""English news of many wars: towns in no list, doers behind *by*, who speaks, what a sentence shares."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Finally, one airstrike near Aynzalah destroyed a building.", "Aynzalah"),
        ("Shells fell on the island of al-Badi on Monday.", "al-Badi"),
        ("The raid killed two people in Paungbyin's Tha Yau, residents said.", "Tha Yau"),
        ("A strike killed five people in Shah-wa-Harrus locality.", "Shah-wa-Harrus"),
        ("Nine tourists were killed by shells in Parkha resort.", "Parkha"),
        ("A raid on Nyaung Kone, a village southwest of Pale, killed two.", "Nyaung Kone"),
    ],
)
def test_towns_in_no_list_are_places_by_the_words_around_them(text: str, name: str) -> None:
    """A verb, a kind of place, an owner or a small word between hyphens stands beside the name."""
    assert name in places(read(text)[-1])


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Shelling by the paramilitary Rapid Support Forces killed 15 people in Nyala.",
            ["Rapid Support Forces"],
        ),
        (
            "A bomb dropped by a Russian aircraft destroyed the library in Beryslav.",
            ["Russian forces"],
        ),
        ("Missiles fired by the Iran-backed Houthi rebels hit a ship.", ["Houthis"]),
        (
            "During the fighting, the Azerbaijani army destroyed two tanks in Jabrayil.",
            ["Azerbaijani army"],
        ),
        ("A missile hit an Iran-linked tanker.", []),
    ],
)
def test_who_stands_behind_by_did_it(text: str, doers: list[str]) -> None:
    """Whatever epithets stand between; who only tells about somebody else did nothing."""
    assert actors(read(text)[0]) == doers


def test_the_flag_of_a_ship_is_no_place() -> None:
    """Nor is the country whose forces these are."""
    (ship,) = read("A missile hit a Panama-flagged tanker in the Red Sea.")
    (guns,) = read("The armed forces of Armenia fired from artillery at Ganja.", "strike")

    assert places(ship) == ["Red Sea"]
    assert places(guns) == ["Ganja"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Shelling left one woman dead in Kherson, according to the prosecutor's office.",
            "prosecutor's office",
        ),
        ("A drone hit a car, Al-Aqsa Martyrs Hospital says.", "Al-Aqsa Martyrs Hospital"),
        (
            "The toll has risen to 28,473, the health ministry says, with 133 killed on Monday.",
            "the health ministry",
        ),
    ],
)
def test_offices_and_hospitals_speak(text: str, speaker: str) -> None:
    """An apostrophe ends no name, a word of loss in capitals is part of one, and *with* goes on with somebody's words."""
    assert {claim.speaker.source for claim in read(text)} == {speaker}


def test_who_is_urged_to_leave_says_nothing() -> None:
    """The mayor urges, not the residents."""
    found = read("Rockets wounded two in Kiryat Shmona, where the mayor urged residents to leave.")

    assert "residents" not in {claim.speaker.source for claim in found}


def test_where_goes_on_with_the_deed_before_it() -> None:
    """And a clause that tells about the place that opens the sentence leaves it to the rest."""
    raid, loss = read("A raid on Saturday hit the hospital in Nyala, where two infants died.")
    _, *strike = read("In Rafah, where a million people are sheltering, a strike killed five.")

    assert (date(loss), places(loss)) == (date(raid), ["Nyala"])
    assert [places(claim) for claim in strike] == [["Rafah"], ["Rafah"]]


def test_displaced_people_who_are_shot_are_killed() -> None:
    """A camp for displaced people that is hit counts nobody."""
    (shot,) = read("Three displaced people were shot dead by snipers in Rafah.", "casualties")
    (died,) = read("Five died when a shell hit a camp for 2,000 displaced people.", "casualties")

    assert [(q.unit, q.low) for q in shot.quantities] == [("killed", 3)]
    assert [(q.unit, q.low) for q in died.quantities] == [("killed", 5)]


def test_engagements_are_no_strikes() -> None:
    """A release counts strikes, and how often something was engaged in them."""
    found = read("The Coalition conducted 42 strikes consisting of 61 engagements in Syria.")

    assert [[q.low for q in claim.quantities] for claim in found] == [[42]]
