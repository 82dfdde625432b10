"""Who says what where English text has lost its commas."""

from __future__ import annotations

import pytest

from tests.extraction.reading import places, read


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Nine villagers died near Lalibela residents said.", "residents", "near Lalibela"),
        (
            "Drones hit a depot in Bahir Dar a medic in Gondar said.",
            "a medic in Gondar",
            "Bahir Dar",
        ),
        ("Gunmen killed two guards in Gao the regional police said.", "police", "in Gao"),
        (
            "The blast wounded 7 people in Kidal state news agency SANA reported.",
            "SANA",
            "in Kidal",
        ),
        (
            "A shell hit the market of Agadez killing 3 police and medics said.",
            "police",
            "killing 3",
        ),
        (
            "A shell wounded 7 people in Kidal state television reported.",
            "state television",
            "in Kidal",
        ),
        (
            "Rockets struck the port of Berbera villagers and a monitoring group said.",
            "residents",
            "port of Berbera",
        ),
        (
            "Rockets struck the port of Berbera the Horn Observatory for Human Rights monitoring group said.",
            "Horn Observatory for Human Rights",
            "port of Berbera",
        ),
        (
            "Rockets struck the port of Berbera, the London-based monitoring group Airwars said.",
            "Airwars",
            "port of Berbera",
        ),
        (
            "Rockets struck near the port of Berbera said the Syrian Observatory.",
            "Syrian Observatory for Human Rights",
            "port of Berbera",
        ),
    ],
)
def test_a_statement_without_a_comma_goes_on_up_to_who_says_it(
    text: str, speaker: str, words: str
) -> None:
    """What is told before the speaker is told by the speaker, and the speaker is none of what is told."""
    last = read(text)[-1]

    assert (last.speaker.source, last.quote.endswith(words)) == (speaker, True)


def test_two_statements_without_a_comma_each_have_their_own_voice() -> None:
    """Behind *said* stands what is said; what was told before the speaker stays the publisher's own."""
    raid, loss = read("Jets bombed Kassala on 3 May 2019 Houthi media said two nurses were killed.")

    assert (raid.kind, raid.speaker.span, places(raid)) == ("strike", None, ["Kassala"])
    assert (loss.kind, loss.speaker.source) == ("casualties", "Houthi media")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for the army said two jets bombed Kassala.", "army"),
        ("In a statement on the raid the Coalition said it hit Mosul.", "International Coalition"),
        ("The head of the hospital in Kassala said jets bombed Gedaref.", "head of the hospital"),
    ],
)
def test_a_long_subject_stays_whole(text: str, speaker: str) -> None:
    """A noun that hangs on the word before it opens no subject of its own."""
    assert [speaker in one.speaker.source for one in read(text, "strike")] == [True]


def test_who_cites_somebody_hands_the_words_on() -> None:
    """*Local media reported citing …* is a chain of two, the reporter first."""
    (claim,) = read(
        "The army killed 8 fighters in Gao local media reported citing a medical source."
    )

    assert [one.source for one in claim.attribution] == ["local media sources", "a medical source"]


def test_lives_that_a_deed_claimed_are_a_loss_and_no_words_of_anybody() -> None:
    """*Claiming the lives of* says nothing and casts no doubt on what follows it."""
    told = read("Rebels shelled Taiz claiming the lives of two women and injuring 5 others.")

    assert {one.modality.value for one in told} == {"asserted"}
    assert [one.quantities[0].low for one in told if one.kind == "casualties"] == [2, 5]


def test_a_tag_before_who_is_counted_parts_no_figure() -> None:
    """*70 #Chadian soldiers* are seventy soldiers."""
    (lost,) = read("70 #Chadian soldiers killed in a raid on #Faya", "casualties")

    assert [(one.low, one.of) for one in lost.quantities] == [(70, "soldier")]


def test_official_reporting_is_nobody_who_speaks() -> None:
    """In *referring to official reporting from the ministry* no verb says anything."""
    (told,) = read("A post, referring to official reporting from Gao, said six people were killed.")

    assert "official" not in told.speaker.source
