"""English releases, court findings and wire news: whose words, whose deed, what is told at all."""

from __future__ import annotations

import pytest

from claims.model import Polarity
from tests.extraction.reading import actors, date, places, read, targets

RELEASE = (
    "Near Mosul, four strikes engaged an ISIL unit, destroyed two vehicles and damaged a bridge."
)


def test_each_verb_of_a_release_has_its_own_figures() -> None:
    """What was engaged is not what was destroyed, though only a comma stands between."""
    strike, destroyed, damaged = read(RELEASE)

    assert [(q.unit, q.low) for q in strike.quantities] == [("strikes", 4)]
    assert [(q.unit, q.low) for q in destroyed.quantities] == [("vehicles", 2)]
    assert destroyed.statement.startswith("[Near Mosul, four strikes] destroyed two vehicles")
    assert "damaged a bridge" in damaged.statement


@pytest.mark.parametrize(
    "text",
    [
        '"It is like war," the Irrawaddy quoted a man called Ye Htut as saying.',
        "As told, as saying, as was said by as reported.",
        "Said.",
    ],
)
def test_a_verb_of_saying_without_a_subject_is_read(text: str) -> None:
    """Nobody speaks right behind *as*; reading goes on."""
    assert all(claim.quote in text for claim in read(text))


def test_who_assessed_it_is_nobody_and_the_sentence_stays_whole() -> None:
    """*It was assessed that* parts no claim from the words it needs."""
    found = read(
        "During a strike on a headquarters, it was assessed that two civilians were killed."
    )

    assert found
    assert not any(claim.statement.endswith("it was") for claim in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ten people were wounded in Kherson, according to medical records.", "medical records"),
        ('CENTCOM confirms "a strike in Mosul on Friday".', "US Central Command"),
        (
            "An official from Haftar's forces said they had struck a camp in Tripoli.",
            "Libyan National Army (Haftar)",
        ),
        ("The army moved on and the Russian military said it struck Idlib.", "Russian forces"),
    ],
)
def test_who_is_cited_speaks(text: str, speaker: str) -> None:
    """Records and reports that no list knows speak by their own words, never by who spoke before."""
    text = f"Witness A said shells fell on Kherson. {text}"

    assert speaker in {claim.speaker.source for claim in read(text)[1:]}


def test_the_day_of_the_saying_is_no_day_of_the_deed() -> None:
    """*Said in a statement on Friday* dates the statement."""
    (strike,) = read(
        "The army said in a statement on Friday it had struck a depot in Idlib.", "strike"
    )

    assert date(strike) == ""


@pytest.mark.parametrize(
    "text",
    [
        "It looked into 110 reports of possible civilian casualties.",
        "An ambulance was used to evacuate the wounded to Rafah on Friday.",
        "They spoke of the risk of an attack on Friday.",
        "The Hamas-controlled ministry called for a cease-fire in Gaza on Friday.",
    ],
)
def test_what_a_report_or_a_risk_is_of_is_not_told(text: str) -> None:
    """Casualties and attacks that are only spoken of are no claims of them."""
    assert not [c for c in read(text) if c.kind in {"casualties", "clash", "damage"}]


def test_no_evidence_is_a_negation() -> None:
    """What no evidence was found of is not asserted."""
    (claim,) = read(
        "The commission found no evidence that civilians were killed in Kunduz on Friday."
    )

    assert claim.polarity is Polarity.NEGATED


def test_whose_strike_it_is() -> None:
    """The one right before *strike* did it; who was killed in it did not; whose drones are shot down neither."""
    killed = read(
        "Ten soldiers were killed in a U.S. drone strike on a car in Kabul.", "casualties"
    )
    turkish = read(
        "At least 33 Turkish soldiers were killed in an air strike in Idlib.", "casualties"
    )
    (downed,) = read("Ukrainian air defences shot down 25 drones launched by Russia.", "damage")

    assert [actors(claim) for claim in killed] == [["US forces"]]
    assert [(actors(claim), targets(claim)) for claim in turkish] == [([], ["Turkish forces"])]
    assert actors(downed) == ["Ukrainian air defence"]


def test_who_died_when_somebody_attacked() -> None:
    """A clause with *when* tells the deed by itself and who did it."""
    text = (
        "At least 30 people died when a US gunship attacked a hospital in Kunduz on 3 October 2015."
    )
    killed, attack = read(text)

    assert (killed.kind, date(killed), places(killed)) == ("casualties", "2015-10-03", ["Kunduz"])
    assert actors(attack) == ["US forces"]
