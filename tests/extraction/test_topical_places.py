"""Places and parties of English sentences that only tell what something is about, whose it is or who looked on."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Israel's war in Gaza has stirred anger, and on Monday two rockets fired from Iraq hit Eilat.",
            ["Eilat"],
        ),
        ("The Damascus regime launched air raids on Douma on Sunday.", ["Douma"]),
        ("In Damascus government forces shelled a bakery on Sunday.", ["Damascus"]),
        (
            "Troops raided a camp in Homs's neighbouring province of Hama on Sunday.",
            ["Hama Governorate"],
        ),
        ("Jets bombed Aleppo and its neighbouring villages on Sunday.", ["Aleppo"]),
    ],
)
def test_a_place_that_says_what_it_is_about_or_who_rules_is_no_scene(
    text: str, where: list[str]
) -> None:
    """The war *in Gaza* and another place, the *Damascus* regime, the neighbour of *Homs*."""
    assert places(read(text)[-1]) == where


def test_a_state_before_the_party_that_it_owns_is_not_hit_with_it() -> None:
    """*Lebanon's* Hezbollah is Hezbollah."""
    told = read("Warplanes hit a depot of Lebanon's Hezbollah movement in Hermel.", "strike")
    assert targets(told[0]) == ["Hezbollah"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "The coalition said its jets had flown 14 raids around the Islamic State (ISIS) stronghold of Raqqa.",
            ["International Coalition"],
        ),
        ("Nine air strikes were carried out near the Taliban stronghold of Musa Qala.", []),
        ("Taliban fighters carried out nine attacks near Musa Qala.", ["Taliban"]),
    ],
)
def test_who_holds_a_town_is_not_who_strikes_near_it(text: str, doers: list[str]) -> None:
    """*Near the Taliban stronghold of …* names no doer."""
    assert actors(read(text)[-1]) == doers


def test_what_a_witness_elsewhere_heard_is_not_of_the_event_before() -> None:
    """A witness *in Dnipro* heard something else than the shells of Lysychansk; a doctor who counts them did not."""
    before = "Shelling killed nine people in Lysychansk on 4 May 2019. "
    heard = read(before + "A witness in Dnipro told reporters she had heard two explosions.")[-1]
    assert (places(heard), date(heard)) == ([], "")
    counted = read(before + "A doctor said that 22 of the wounded might not survive.")[-1]
    assert (places(counted), date(counted)) == (["Lysychansk"], "2019-05-04")


def test_what_was_done_first_has_its_own_day_and_place() -> None:
    """*After taking Khartoum in March, the RSF …*: neither the month nor the town is that of the attacks."""
    told = read("After seizing most of Khartoum last March, the RSF attacked El Fasher.")
    assert [(places(one), date(one)) for one in told] == [
        (["Khartoum"], "2019-03"),
        (["El Fasher"], ""),
    ]


def test_a_time_from_a_beginning_without_a_day_is_open_before_its_end() -> None:
    """*From the start of the campaign to Tuesday* is not Tuesday."""
    told = read("Jets flew 8,000 sorties over Iraq from the start of the campaign to Tuesday.")
    assert date(told[0]) == "../2019-04-30"
