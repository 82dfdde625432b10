"""Who suffers in English what looks like a deed of their own, and what is no deed at all."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, places, read, targets


@pytest.mark.parametrize(
    ("text", "kind", "doers", "hit"),
    [
        (
            "A Chadian army helicopter was shot down near Faya by rebels.",
            "damage",
            ["rebels"],
            ["Chadian army"],
        ),
        (
            "Ugandan forces were attacked by al-Shabaab near Kasese.",
            "clash",
            ["Al-Shabaab"],
            ["Ugandan forces"],
        ),
        ("The army has been targeted again in Gao on Sunday.", "strike", [], ["the army"]),
        (
            "A Chadian army helicopter came down after it was hit by a rocket.",
            "strike",
            [],
            [],
        ),
        (
            "Two Ugandan soldiers killed and four others wounded after a mine went off.",
            "casualties",
            [],
            ["Ugandan forces"],
        ),
        ("Ugandan forces killed and wounded 30 rebels.", "casualties", ["Ugandan forces"], []),
        ("ISIS has bombed oil fields in Syria.", "strike", ["ISIS"], []),
    ],
)
def test_who_undergoes_a_deed_did_not_do_it(
    text: str, kind: str, doers: list[str], hit: list[str]
) -> None:
    """Behind *was*, *has been* and bare participles the subject is the victim; who counts victims behind the verb is not."""
    told = read(text, kind)[0]

    assert [name in " ".join(actors(told)) for name in doers] == [True] * len(doers)
    assert not set(actors(told)) & {"Chadian army", "Chadian forces"}
    assert [name in " ".join(targets(told)) for name in hit] == [True] * len(hit)
    assert doers != [] or actors(told) == []


def test_who_led_an_attack_did_it() -> None:
    """*During the Hezbollah-led attack* names who attacked, not who was taken."""
    (taken,) = read(
        "Some 40 people were abducted during the Hezbollah-led attack on Haifa.", "arrest"
    )

    assert (actors(taken), targets(taken)) == (["Hezbollah"], [])


def test_an_attack_that_a_strike_engages_is_no_deed_of_who_struck_nor_damage() -> None:
    """The bullet of a strike log that ends an attack tells one strike on the attackers."""
    (told,) = read("Near Sirte, one strike engaged an ISIS attack and suppressed the attack.")

    assert (told.kind, actors(told), targets(told)) == ("strike", [], ["ISIS"])


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The so-called Islamic State attacked a village near Sirte.", Modality.ASSERTED),
        ('A so-called "precision strike" hit a school in Sirte.', Modality.DOUBTED),
    ],
)
def test_so_called_doubts_a_deed_and_not_who_bears_the_name(text: str, modality: Modality) -> None:
    """It keeps away from a name; a strike that only calls itself one is doubted."""
    assert read(text)[0].modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "Chad dismissed rebel statements on the deaths of hostages.",
        "Chad stopped publishing strike data.",
    ],
)
def test_what_is_only_spoken_about_is_not_told(text: str) -> None:
    """Statements on deaths tell no deaths, and data on strikes no strike."""
    assert read(text, "casualties") == read(text, "strike") == []


def test_who_is_said_to_be_somebody_says_nothing() -> None:
    """*Said to be* tells of its subject what others say."""
    (told,) = read("Two doctors said to be foreigners were killed in Faya.")

    assert (told.speaker.span, told.quantities[0].low) == (None, 2)


def test_others_behind_a_mixed_group_are_nobody_in_particular() -> None:
    """A woman and her three children: nine others are neither women nor children."""
    hurt = read("Shells killed a woman and her three children and wounded nine others.")[-1]

    assert [(one.unit, one.of) for one in hurt.quantities] == [("injured", "")]


def test_what_goes_on_in_parallel_is_elsewhere() -> None:
    """The place of another battle is none of the raid that is told beside it."""
    (raid,) = read("Jets bombed markets in parallel with the onslaught on Sirte.", "strike")

    assert raid.places == ()


def test_a_loss_is_put_down_to_what_a_party_does_at_large() -> None:
    """*Through Russian aggression, two people died*: Russia did it and lost nobody."""
    (lost,) = read("Through Russian aggression, two people died in Sumy.", "casualties")

    assert (actors(lost), targets(lost)) == (["Russian forces"], [])


@pytest.mark.parametrize(
    ("text", "doers", "hit"),
    [
        ("The Chadian army killed rebels near Faya.", ["Chadian army"], ["rebels"]),
        ("Chadian army kills Boko Haram leader in Bol", ["Chadian army"], ["Boko Haram"]),
        (
            "The Chadian army inflicted on Sunday heavy losses upon rebels near Faya.",
            ["Chadian army"],
            ["rebels"],
        ),
        ("Chadian soldiers killed in Bol", [], ["Chadian forces"]),
    ],
)
def test_who_stands_before_a_killing_with_somebody_behind_it_kills(
    text: str, doers: list[str], hit: list[str]
) -> None:
    """Where nobody stands behind the verb, its subject died."""
    dead = read(text, "casualties")

    assert [actors(one) for one in dead] == [doers] * len(dead)
    assert [targets(one) for one in dead] == [hit] * len(dead)


def test_what_went_before_is_another_event() -> None:
    """Who struck because of it did not do it, and *and* joins those who died in it."""
    struck, fired = read("Chadian jets struck rebels near Faya after gunmen killed nine in Bol.")
    (dead,) = read(
        "The army said it had hit rebel bases in Faya after 12 pupils and teachers were killed in Bol.",
        "casualties",
    )

    assert (targets(struck), actors(fired)) == (["rebels"], ["unidentified gunmen"])
    assert [places(one) for one in (struck, fired)] == [["Faya"], ["Bol"]]
    assert (dead.quote, places(dead)) == ("12 pupils and teachers were killed in Bol", ["Bol"])


@pytest.mark.parametrize(
    "text",
    [
        "The aid package for Chad includes missiles and ammunition.",
        "Rockets were seized in Bol on Monday.",
        "Police found two bombs in Bol.",
    ],
)
def test_munitions_that_somebody_has_are_no_strike(text: str) -> None:
    """They are handed over, seized or found."""
    assert "strike" not in [one.kind for one in read(text)]


def test_munitions_in_a_list_of_what_was_destroyed_struck_nothing() -> None:
    """A mortar that hit something did."""
    (lost,) = read("A mortar and two trucks were destroyed in Bol.")

    assert lost.kind == "damage"
    assert read("A mortar landed in Bol.", "strike")


def test_a_loss_joined_behind_what_went_before_is_of_the_first_subject() -> None:
    """Nobody but who came was hurt."""
    (hurt,) = read("One farmer came to the well after the bomb was dropped and was injured in Bol.")

    assert [figure.low for figure in hurt.quantities] == [1]


def test_whose_families_are_meant_were_not_lost() -> None:
    """*Alleged* casts doubt on what they are said to be, not on the deed, and nobody says it."""
    dead = read("Soldiers executed the families of six alleged insurgents in Bol.", "casualties")[
        -1
    ]

    assert (dead.quantities, dead.modality) == ((), Modality.ASSERTED)
    assert dead.speaker.source == "text.txt"


@pytest.mark.parametrize(
    "text",
    [
        "Thousands gathered in Bol on Sunday for the funerals of those killed.",
        "The hospital did not specify the number of civilians killed in Bol.",
    ],
)
def test_the_dead_of_whom_somebody_only_speaks_are_no_new_loss(text: str) -> None:
    """A funeral, or what was not found out, tells none."""
    assert read(text, "casualties") == []


def test_units_of_the_army_are_that_army() -> None:
    """The one that was named before."""
    told = read(
        "The Chadian army entered Bol. An army unit shelled Faya. Army units killed nine rebels."
    )

    assert [actors(one) for one in told] == [["Chadian army"]] * 3


def test_who_delivered_something_earlier_did_not_do_the_deed() -> None:
    """A time may stand between the participle and its *by*; who tells of losses did not suffer them."""
    (dead,) = read(
        "The jet, delivered earlier this month by Chad, crashed, killing its pilot.", "casualties"
    )
    (counted,) = read("The Red Cross has put the death toll at nine civilians.", "casualties")

    assert actors(dead) == []
    assert "Red Cross" not in " ".join(targets(counted))


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The Chadian army said it had killed nine rebels in Bol.", ["Chadian army"]),
        ("The Chadian army said it was shelling rebels in Bol.", ["Chadian army"]),
        ("The Chadian army said it had been shelled in Bol.", []),
        ("Rebels said they were among nine people killed in Bol.", []),
        (
            "The Chadian army said it had killed nine rebels, and that three of its men had been killed in Bol.",
            [],
        ),
    ],
)
def test_it_does_what_its_verb_tells_and_loses_its_own_people_to_others(
    text: str, doers: list[str]
) -> None:
    """Behind *it* an active verb is the speaker's deed, a passive one is not; nor are losses of *its soldiers*."""
    assert actors(read(text)[-1]) == doers


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Nine people were killed in Daraa, Syria, in regime barrel bomb attacks on Friday.",
            ["Syrian government forces"],
        ),
        (
            "Nine people died in Daraa in Russian and Syrian air strikes on Friday.",
            ["Russian forces", "Syrian government forces"],
        ),
        (
            "Nine people died in Daraa in Russian & Syrian air strikes on Friday.",
            ["Russian forces", "Syrian government forces"],
        ),
        ("Government helicopters bombed Sagaing on Friday.", ["government forces"]),
        ("The Government House in Sagaing was bombed on Friday.", []),
    ],
)
def test_whose_deed_it_is_by_the_words_right_before_it(text: str, doers: list[str]) -> None:
    """The government's and the regime's deeds, and those of two nations, are theirs."""
    found = [one for one in read(text) if one.kind in {"strike", "casualties"}]

    assert found
    assert all(actors(one) == doers for one in found)
