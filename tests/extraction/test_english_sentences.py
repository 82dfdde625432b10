"""What an English sentence of war news says by itself: who did it, where, how many, who says so."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, date, places, read, targets


def _counts(text: str, kind: str = "casualties") -> list[list[tuple[str, float | None]]]:
    return [[(one.unit, one.low) for one in claim.quantities] for claim in read(text, kind)]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("An attack claimed by Islamic State killed 12 people in Kandahar.", ["ISIS"]),
        (
            "Ten people were killed near Qamishli by drones believed to belong to the Turkish army.",
            ["drone", "Turkish army"],
        ),
        ("The raid was blamed on the Taliban by local officials in Ghazni.", ["Taliban"]),
        ("Houthi fighters killed at least nine men in Harad.", ["Houthis"]),
        (
            "Fighting between the M23 and the Congolese army displaced 900 people.",
            ["M23", "Congolese army"],
        ),
    ],
)
def test_who_did_it_stands_behind_a_phrase_of_doing(text: str, doers: list[str]) -> None:
    """Claimed by, belonging to, blamed on, and the subject of *killed at least*."""
    assert actors(read(text)[-1]) == doers


def test_a_place_that_somebody_claims_was_shelled_by_nobody() -> None:
    """Only a deed is claimed by who did it; who reports a deed did not do it."""
    (shelled,) = read("A village claimed by Azerbaijan was shelled on Monday.", "strike")
    (told,) = read("The strike in Homs was confirmed by local officials.", "strike")

    assert actors(shelled) == []
    assert actors(told) == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Twelve people died in Dnipro on Sunday, raising the death toll to 40.", 40),
        ("Shelling killed 6 people in Kherson on 3 May, bringing the total to 1,250.", 1250),
        (
            "Raids killed 28 people on 3 May, bringing the total since 7 July 2018 to 1,200 killed.",
            1200,
        ),
    ],
)
def test_a_toll_so_far_is_a_claim_of_its_own_without_the_day(text: str, total: float) -> None:
    """It counts what was counted before it, over a longer time than the day of the last event."""
    found = [one for one in read(text, "casualties") if (one.quantities[0].low == total)]

    assert len(found) == 1
    assert found[0].quantities[0].unit == "killed"
    assert "2019-05" not in date(found[0])


def test_a_number_of_something_else_is_no_toll() -> None:
    """Bringing three children to Aleppo adds up nothing."""
    found = _counts("Shelling killed 6 people in Homs; buses are bringing the number 12 to Hama.")

    assert all(low != 12 for counts in found for _, low in counts)


def test_two_verbs_with_their_own_auxiliary_are_two_claims() -> None:
    """What is shot down is not where a village was captured."""
    text = (
        "The army said its troops had captured the village of Sarmin and had shot down 32 drones."
    )
    (taken,) = read(text, "control")
    (downed,) = read(text, "damage")

    assert places(taken) == ["Sarmin"]
    assert places(downed) == []
    assert [one.low for one in downed.quantities] == [32]


def test_an_auxiliary_without_and_parts_nothing() -> None:
    """A passive goes on with its subject."""
    assert len(read("The bridge was hit in Kherson and later destroyed.", "damage")) == 1


def test_things_listed_under_one_verb_are_a_claim_each() -> None:
    """Figures that hang on each other are not."""
    listed = _counts("Three strikes destroyed 11 positions, four tanks and two cars.", "damage")
    tied = _counts("The strikes destroyed 11 houses in two villages.", "damage")

    assert [counts[0][1] for counts in listed] == [11, 4, 2]
    assert len(tied) == 1


def test_several_villages_of_no_list_are_all_places() -> None:
    """The plural of a kind of place lists names, with any letters; people are none."""
    (attack,) = read("Gunmen attacked the villages of Ogota, Tabi and Ouémbé on 2 May.", "clash")

    assert places(attack) == ["Ogota", "Tabi", "Ouémbé"]
    assert places(read("Gunmen attacked the villages of the Dogon people on 2 May.")[0]) == []


def test_a_country_that_may_have_done_it_is_no_scene() -> None:
    """One that something may happen in is."""
    (missile,) = read("Russia may have used a missile in the strike on Lviv.", "strike")

    assert places(missile) == ["Lviv"]
    assert places(read("Strikes on Syria have killed 12 people.", "casualties")[0]) == ["Syria"]


def test_a_place_behind_which_a_relative_clause_stands_holds_for_the_sentence() -> None:
    """In Bara, *which* … , nine people were shot."""
    text = "In Bara, which the rebels retook last month, nine people were shot dead on Sunday."

    assert places(read(text, "casualties")[0]) == ["Bara"]


def test_who_is_driven_out_left_the_place_that_is_named() -> None:
    """Where no other place is named."""
    (gone,) = read("Some 79,000 people have been displaced from Rafah.", "displacement")

    assert places(gone) == ["Rafah"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Medics cited by Wafa said three people were killed in Jenin.", "a medical source"),
        ("Three killed in shelling of Kherson - governor", "governor"),
        ("Six wounded in Taiz - Al-Thawra hospital", "Al-Thawra hospital"),
        ("The UN's humanitarian office said 5 people died in Bara.", "UN OCHA"),
        (
            "Doctors at the hospital said 22 people had been admitted by Tuesday.",
            "a medical source",
        ),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    """Behind *cited by*, behind the dash of a headline, in an office of an organisation; a day says nothing."""
    assert read(text)[0].speaker.source == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The United States imposed sanctions on two commanders on Wednesday.",
        "Two people were wounded in Homs - one in hospital",
    ],
)
def test_who_does_not_speak(text: str) -> None:
    """A state whose name reads like a verb, or words behind a dash that tell on."""
    assert all(claim.speaker.span is None for claim in read(text))


def test_what_is_investigated_is_possible() -> None:
    """Nothing is asserted of what somebody is looking into."""
    (hit,) = read("Police are investigating whether a drone hit the depot in Rostov.", "strike")

    assert hit.modality is Modality.POSSIBLE


def test_one_person_is_counted_wherever_he_is_from() -> None:
    """And beside others counted behind him."""
    text = "A soldier from Burundi was killed and five were injured when their convoy was ambushed."

    assert _counts(text) == [[("killed", 1)], [("injured", 5)]]
    assert _counts("A man in his forties was hurt by shrapnel.") == [[("injured", 1)]]
    assert targets(read(text, "clash")[0]) != ["soldier"]


def test_a_family_is_no_total_of_its_members() -> None:
    """Seven members of one family, including two children, are seven with two children among them."""
    text = "Seven members of one family, including two children, were killed in Rafah."

    assert _counts(text) == [[("killed", 7), ("killed", 2)]]


@pytest.mark.parametrize(
    "text",
    [
        "There was no evacuation warning before the raid.",
        "The evacuation order covers six districts.",
        "The weapon was released over the river.",
        "They were told to stay inside before opening fire.",
    ],
)
def test_words_that_only_look_like_an_event(text: str) -> None:
    """An order is no flight, a weapon is no prisoner, opening fire burns nothing."""
    assert not [c for c in read(text) if c.kind in {"displacement", "arrest", "damage"}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The M23 captured Minova on Thursday.", "Minova"),
        ("Government forces regained control of Tessit on 14 April.", "Tessit"),
        ("The air force destroyed 40 vehicles in the Bara area.", "Bara"),
        ("Some 900 people fled Shasha for Goma.", "Shasha"),
    ],
)
def test_towns_of_no_list_that_are_taken_or_left_are_places(text: str, name: str) -> None:
    """Behind verbs of taking, behind *control of*, and with a kind of place behind them."""
    assert name in places(read(text)[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Police captured Ahmed Saleh, a commander, on Thursday.",
        "They lost control of Parliament on Thursday.",
        "At 2 a.m. (Sanaa time) the Houthis fired two missiles.",
        "A convoy carrying aid to Kadugli was looted by armed men.",
        "Amhara militiamen attacked the police.",
        "A strike hit an al-Shabaab camp on Monday.",
    ],
)
def test_what_is_no_scene(text: str) -> None:
    """A person, a body, the time of a town, where aid was going, where fighters are from, whose camp it is."""
    assert all(places(claim) == [] for claim in read(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Four hospitals were bombed in Idlib, the WHO said on Tuesday.",
            "World Health Organization",
        ),
        ("The UN verified the killing of 47 children in Yemen.", "United Nations"),
        ("Houthi media said 20 attackers were killed in Maqbanah.", "Houthi media"),
        (
            "Hezbollah fired 90 rockets into Israel, the Israeli military said, adding that four landed in Acre.",
            "Israel Defense Forces",
        ),
    ],
)
def test_who_speaks_in_agency_copy(text: str, speaker: str) -> None:
    """An organisation whose name reads like a pronoun, one that verifies, media of a party, who goes on behind a comma."""
    assert [claim.speaker.source for claim in read(text)][-1] == speaker


def test_missions_that_are_denied_by_somebody_are_not_told_by_him() -> None:
    """A report is."""
    (refused,) = read("Six of 21 aid missions to Jabalia were denied by Israeli authorities.")
    (denied,) = read("A report that jets bombed Homs was denied by the Syrian army.", "strike")

    assert refused.speaker.span is None
    assert denied.speaker.source == "Syrian army"


def test_who_is_blamed_for_an_attack_did_it() -> None:
    """And nobody was attacked by that."""
    (attack,) = read("Local officials blamed the attack on the Allied Democratic Forces.", "clash")

    assert actors(attack) == ["Allied Democratic Forces"]
    assert targets(attack) == []


def test_its_troops_are_those_of_the_state_whose_ministry_speaks() -> None:
    """A health ministry has none."""
    (taken,) = read("Russia's Defence Ministry said its troops had captured the village of Sarmin.")
    (hit,) = read("Gaza's health ministry said its units had hit the village of Sarmin.", "strike")

    assert actors(taken) == ["Russian forces"]
    assert actors(hit) == []


def test_what_is_open_since_a_day_began_with_what_happened_that_day() -> None:
    """Closed since 2 May, *when* forces took control of it."""
    text = "The road has been cut since 2 May, when rebels took control of the town of Sarmin."

    assert date(read(text, "control")[-1]) == "2019-05-02"


def test_months_that_follow_each_other_are_one_time() -> None:
    """In March and April is no list of days."""
    text = "Gunmen attacked the village of Ogota in March and April, killing scores."

    assert [date(claim) for claim in read(text)] == ["2019-03/2019-04"] * 2


def test_a_deed_a_day_before_is_not_of_that_day() -> None:
    """Nor is the raid in which a part was killed the one of all."""
    text = "Three soldiers died on Friday, a day after a suicide car bombing in Gwoza."
    (part,) = read("The army killed 32 people, including seven in a raid, in Homs.", "casualties")

    assert date(read(text, "clash")[0]) == ""
    assert [one.low for one in part.quantities] == [32, 7]


def test_killed_and_injured_before_a_town_share_it() -> None:
    """A further toll has its own town."""
    text = "Eight people were killed and 22 wounded in Kramatorsk and two killed in Pokrovsk."

    assert [places(claim) for claim in read(text)] == [["Kramatorsk"], ["Kramatorsk"], ["Pokrovsk"]]


def test_a_cause_may_have_a_hyphen_in_it() -> None:
    """A *Shahed-type* drone brought the fire about."""
    text = "A plant caught fire after a Shahed-type drone came down in Synelnykove."

    assert [claim.kind for claim in read(text)] == ["damage", "strike"]


def test_who_is_backed_by_others_acts_without_them() -> None:
    """Pro-government troops backed by Russian aircraft took the town."""
    text = "Pro-government troops backed by Russian aircraft took the town of Sarmin on Monday."

    assert "Russian forces" not in actors(read(text, "control")[0])


def test_a_relative_clause_may_tell_of_one_victim() -> None:
    """Which left a guard dead; who lost a brother is only told about."""
    text = "A bomb fell on the embassy in Khartoum on 3 May, which left a guard dead."

    assert len(read(text, "casualties")) == 1
    assert not read("A raid hit the home of a man who lost a brother.", "casualties")


def test_its_opponents_are_not_the_speaker() -> None:
    """Its missiles are."""
    (foes,) = read("The RSF said its opponents had shelled the market in Burri.", "strike")
    (own,) = read("The RSF said its rockets had struck the airport in Burri.", "strike")

    assert actors(foes) == []
    assert actors(own) == ["Rapid Support Forces"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Some 550 people have died since fighting erupted on April 15.", "2019-04-15/.."),
        ("A raid on April 15 killed four; the road has since been cut.", "2019-04-15"),
        ("The army has killed nine people since Monday.", "2019-04-29/.."),
    ],
)
def test_what_goes_on_since_something_began_is_open(text: str, days: str) -> None:
    """A day with *since* far from it is that day."""
    assert date(read(text, "casualties")[0]) == days


def test_a_rate_cites_nobody() -> None:
    """20 per cent is no speaker."""
    found = read("OCHA recorded 161 incidents in the province, a 20 per cent increase.")

    assert {claim.speaker.source for claim in found} == {"UN OCHA"}


def test_what_nobody_knows_yet_is_not_told() -> None:
    """How many have died."""
    assert not read("It was not immediately known how many people had died.", "casualties")


def test_what_a_deed_brought_about_may_stand_behind_a_colon() -> None:
    """And goes on with things that were lost."""
    text = (
        "Rebels ambushed a convoy on 2 May: five civilians were killed and 14 vehicles set ablaze."
    )

    assert [claim.kind for claim in read(text)] == ["clash", "casualties", "damage"]
    assert [date(claim) for claim in read(text)] == ["2019-05-02"] * 3


def test_a_death_toll_is_put_at_a_number() -> None:
    """By who speaks, whenever that was."""
    text = "A few hours earlier the ministry had put the death toll since April 7 at 30,035."
    (toll,) = read(text, "casualties")

    assert [(one.unit, one.low) for one in toll.quantities] == [("killed", 30035)]
    assert toll.speaker.source == "the ministry"


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two suicide bombers killed 43 people in Beirut.", [[("killed", 43)]]),
        ("One of his aides was killed near Homs.", [[("killed", 1)]]),
        ("The army said that one villager was killed near Homs.", [[("killed", 1)]]),
        ("Weapons were recovered from the killed militants near Homs.", []),
        ("The SDF announced the loss of 11 of its fighters near Homs.", [[("killed", 11)]]),
    ],
)
def test_who_is_counted_is_who_was_lost(text: str, killed: list[list[tuple[str, float]]]) -> None:
    """Those who kill others are no victims, *one of* some is one, and a participle before a noun tells nothing."""
    assert _counts(text) == killed


@pytest.mark.parametrize(
    "text",
    [
        "92 soldiers died in a seven-hour attack on a base near Homs.",
        "Two people were killed when the Rapid Support Forces (RSF) attacked the village of Deli.",
        "Two people were killed in Homs following clashes with militants.",
    ],
)
def test_a_loss_and_what_brought_it_about_are_two_claims(text: str) -> None:
    """A hyphen in the words of the attack and a short form in brackets do not part them."""
    assert [len(read(text, kind)) for kind in ("casualties", "clash")] == [1, 1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Four men were killed in Homs, the Inter-Services Public Relations (ISPR) said on Sunday.",
            "the Inter-Services Public Relations",
        ),
        (
            "JNIM, an al Qaeda affiliate, said in a statement posted on Sunday that it had killed 300 soldiers.",
            "JNIM",
        ),
    ],
)
def test_a_short_form_or_a_posted_statement_takes_nobody_the_word(text: str, speaker: str) -> None:
    """Who speaks stands before the brackets, and *posted* behind a statement is no word of saying."""
    assert read(text, "casualties")[0].speaker.source == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed, the governor said, when a drone hit a car in Nikopol on Friday.",
        "A drone hit a car in Nikopol, killing two men. The drone struck the car on Friday.",
    ],
)
def test_a_day_told_late_is_that_of_all_that_is_told(text: str) -> None:
    """Behind the speech in between, and in the next sentence about the deed."""
    first = read(text)[0]

    assert (date(first), places(first)) == ("2019-05-03", ["Nikopol"])


def test_names_stand_behind_and_and_behind_what_they_are() -> None:
    """A town that *and* joins to one is a place; the name behind *the rights group* speaks."""
    (lost,) = read("Two men were killed in Anantnag and Bandipora, police said.", "casualties")
    (told,) = read("According to the human rights group Memorial, 56 men died in Grozny.")

    assert places(lost) == ["Anantnag", "Bandipora"]
    assert told.speaker.source == "Memorial"
