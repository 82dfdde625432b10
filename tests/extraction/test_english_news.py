"""English news of many wars: towns in no list, doers behind *by*, who speaks, what a sentence shares."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read, targets


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


def test_who_is_accused_does_not_say_so() -> None:
    """The ministry accuses; what Armenia is accused of is no word of Armenia."""
    found = read("The ministry said 13 people were wounded, accusing Armenia of an attack.")

    assert "Armenia" not in {claim.speaker.source for claim in found}


def test_who_said_it_behind_what_was_told() -> None:
    """A statement between two commas is no apposition, and *al-* is part of a name."""
    (loss,) = read("In Tripoli, two people died, said Amin al-Hashemi, a spokesman.")

    assert loss.speaker.source == "Amin al-Hashemi"
    assert [(q.unit, q.low) for q in loss.quantities] == [("killed", 2)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Tuesday, the ministry said a strike hit Rafah.", ""),
        ("On Tuesday, residents said, jets bombed Rafah.", "2019-04-30"),
        ("On Tuesday, jets bombed Rafah, residents said.", "2019-04-30"),
    ],
)
def test_the_day_that_opens_a_saying_is_that_of_the_saying(text: str, day: str) -> None:
    """Unless the saying is put in between, or behind."""
    assert [date(claim) for claim in read(text, "strike")] == [day]


def test_one_strike_that_killed_counts_no_dead() -> None:
    """What it killed does."""
    (loss,) = read("One strike killed 18 militants in Konjak village.", "casualties")

    assert [q.low for q in loss.quantities] == [18]


def test_what_was_aimed_at_was_not_done() -> None:
    """*To capture* behind an offensive says what it was for."""
    (found,) = read("Haftar launched an offensive to capture the capital in April.")

    assert (found.kind, date(found)) == ("clash", "2019-04")


def test_a_list_under_a_sum_is_of_its_day() -> None:
    """Also where the sum names no country, and where a strike is not counted; a line that heads a list tells nothing."""
    text = (
        "Coalition forces attacked ISIS on Monday, conducting 31 strikes, Coalition officials reported.\n\n"
        "The other strikes included:\n\n"
        "- Near Rawah, a strike hit an ISIS unit.\n\n- Near Mosul, two strikes destroyed a tunnel."
    )
    found = read(text)

    assert {date(claim) for claim in found} == {"2019-04-29"}
    assert [places(claim) for claim in found if places(claim)] == [["Rawah"], ["Mosul"], ["Mosul"]]


def test_a_place_in_the_name_of_who_speaks_is_no_town_to_point_to() -> None:
    """*The city* is the one where something happened."""
    text = (
        "Shelling killed five people in El Fasher on Sunday. The Abu Shouk resistance committee said "
        "army planes had bombed positions in the east of the city."
    )

    assert places(read(text)[-1]) == ["El Fasher"]


def test_a_name_told_once_as_a_village_is_the_same_name_again() -> None:
    """The gazetteer's *Nyaung* is only its beginning."""
    text = "Troops burned houses in Nyaung Yin, a village in Sagaing. At least 17 bodies were found in Nyaung Yin."

    assert ["Nyaung Yin"] in [places(claim) for claim in read(text)]


def test_who_governs_elsewhere_tells_of_no_event_here() -> None:
    """What the governor of another region says takes no place and day from the story."""
    text = (
        "On Monday a drone hit a bus in the village of Nedvigovka. "
        "Kharkiv governor Oleh Syniehubov said a teenager was injured."
    )
    *_, injured = read(text, "casualties")

    assert (places(injured), date(injured)) == ([], "")


def test_a_destroyed_home_is_no_news_of_its_destruction() -> None:
    """A participle between an article and a noun tells nothing."""
    assert not read("Two bodies were found in the destroyed home in Belgorod.", "damage")


@pytest.mark.parametrize(
    "what", ["ballistic missiles", "barrel bombs", "glide bombs", "naval drones"]
)
def test_whose_munitions_they_are_did_it(what: str) -> None:
    """By the nation they are named with."""
    (strike,) = read(f"Russian {what} hit a warehouse in Odesa.", "strike")

    assert actors(strike) == ["Russian forces"]


def test_who_is_blamed_for_a_strike_is_no_place() -> None:
    """*Blamed on Israel* tells of Damascus."""
    (strike,) = read("A strike blamed on Israel hit a house in Damascus.", "strike")

    assert places(strike) == ["Damascus"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A drone attack on Fadwayel left 12 people dead.", ["Fadwayel"]),
        ("Shelling on Togorara killed 64 people.", ["Togorara"]),
        ("An attack on Ibrahim Raisi killed two people.", []),
        ("An air strike on Salem Haddad, a commander, killed two people.", []),
    ],
)
def test_what_a_strike_was_on_is_a_town(text: str, name: list[str]) -> None:
    """An attack on somebody is on no town."""
    assert places(read(text)[0]) == name


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Sahl Committee, a support for herders, has accused rebels of shelling Kidal.",
            "The Sahl Committee",
        ),
        (
            "The Sahl Committee (SC) in a statement confirmed that two people were killed in Kidal.",
            "The Sahl Committee",
        ),
        (
            "Alongside the losses, the Sahl Committee said two people were wounded in Kidal.",
            "the Sahl Committee",
        ),
        (
            "Two people were killed in Kidal, according to Tunisian official TAP News Agency.",
            "TAP News Agency",
        ),
        (
            "U.S. Africa Command struck Jilib. The command's initial assessment was that both men were killed.",
            "US Africa Command",
        ),
    ],
)
def test_who_says_it_is_found_behind_what_stands_between(text: str, speaker: str) -> None:
    """An apposition, a short form, what it was said in, an adjective: the name is the speaker's."""
    assert read(text)[-1].speaker.source == speaker


def test_a_short_form_parts_no_statement() -> None:
    """A full stop inside of it is no end of a clause."""
    (killed,) = read(
        "The army said that the U.S. raid near Homs killed 10 militants.", "casualties"
    )

    assert killed.quote == "the U.S. raid near Homs killed 10 militants"


def test_the_raid_of_somebody_is_the_one_told_before() -> None:
    """The article may stand on who did it."""
    text = "Shells hit Kidal on Tuesday. The police said that the group's attack killed 25 people."

    assert date(read(text, "casualties")[0]) == "2019-04-30"


def test_where_a_group_comes_from_is_no_scene() -> None:
    """The raid was not there."""
    assert all(
        "Uganda" not in places(one) for one in read("The attack was by an ADF militia from Uganda.")
    )


def test_a_bare_toll_is_of_the_one_place_that_an_address_names() -> None:
    """*Village of township* is one place to point back to."""
    text = "Planes bombed Tha Yau village of Katha township on Tuesday. Seven people were killed."

    assert date(read(text, "casualties")[0]) == "2019-04-30"


def test_according_to_him_is_who_spoke_last() -> None:
    """A pronoun names nobody new."""
    text = "Two people died in Kutum, Amina Sahl wrote on Telegram. According to her, six houses were destroyed."

    assert read(text)[-1].speaker.source == "Amina Sahl"


def test_what_was_reported_last_names_no_speaker() -> None:
    """*The latest reported attacks* is a noun with its adjectives."""
    text = "Nine people died in Kutum, aid workers said, the latest reported attacks near there."

    assert {one.speaker.source for one in read(text, "casualties")} == {"aid workers"}


def test_lives_that_a_deed_claimed_are_no_claim_of_a_speaker() -> None:
    """The longer phrase is a loss."""
    (killed,) = read(
        "A raid on a camp in Kutum has claimed the lives of 12 civilians.", "casualties"
    )

    assert [figure.low for figure in killed.quantities] == [12]
    assert killed.speaker.span is None


def test_a_number_said_again_in_brackets_begins_no_list() -> None:
    """It counts what stands behind it."""
    told = read("The raid killed one (1) gunman and wounded two (2) gunmen near Jilib.")

    assert [(q.unit, q.low) for one in told for q in one.quantities] == [
        ("killed", 1),
        ("injured", 2),
    ]


def test_deeds_of_one_subject_share_what_closes_the_sentence() -> None:
    """Who killed and abducted in one place on one day did both there and then."""
    text = "Gunmen killed nine people and kidnapped four in eastern Democratic Republic of Congo last Tuesday."
    (killed,) = read(text, "casualties")

    assert date(killed) == "2019-04-30"
    assert places(killed) == ["Democratic Republic of the Congo"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Israel Defence Forces (IDF) said", "Israel Defense Forces"),
        (
            "The Syrian Observatory for Human Rights (SOHR) said",
            "Syrian Observatory for Human Rights",
        ),
        ("It came after the Syrian Democratic Forces (SDF) said", "Syrian Democratic Forces"),
    ],
)
def test_a_short_form_in_brackets_hides_nobody(text: str, source: str) -> None:
    """Who is named with a short form before the verb of saying is the known party of that name."""
    (loss,) = read(f"{text} nine people were killed in Kobani.", "casualties")

    assert loss.speaker.source == source


def test_a_relative_clause_tells_of_its_own_deed() -> None:
    """*Which killed 12* is of the attack right before it, not of the event told last."""
    text = (
        "An air strike hit a suburb of Beirut on 30 July 2018. Officials said he had planned a rocket attack on Majdal Shams on 27 July 2018 "
        "which killed 12 people."
    )
    loss = read(text, "casualties")[-1]

    assert (date(loss), places(loss)) == ("2018-07-27", ["Majdal Shams"])


def test_a_relative_clause_without_a_day_takes_none_from_the_story() -> None:
    """The day of the event told last is not that of another bombardment which is only compared with it."""
    text = (
        "Shells hit Bunia on 4 May 2019. It came after the worst shelling this year - a raid on a chapel in the town of Beni "
        "that left 41 people dead."
    )
    loss = read(text, "casualties")[-1]

    assert not loss.date


@pytest.mark.parametrize(
    "text",
    [
        "Norway lent the town engineers who cope with the Serbian strikes.",
        "The cabinet will weigh a response to the missile attack on Haifa.",
        "The bridge is hard to defend from attack, the mayor said.",
        "Pupils hid in cellars when an air raid alarm rang out in Vukovar.",
    ],
)
def test_an_attack_that_is_only_met_is_not_told(text: str) -> None:
    """What somebody copes with, answers or is warned of tells no attack of its own."""
    assert not read(text, "strike") + read(text, "clash")


def test_an_attack_that_was_answered_is_told() -> None:
    """*In response to* tells both the answer and what it answers."""
    text = "The army struck Tulkarm on 3 May 2019 in response to a rocket attack on Haifa on 2 May 2019."

    assert [places(claim) for claim in read(text, "strike")] == [["Tulkarm"], ["Haifa"]]


def test_what_a_film_captures_is_not_taken() -> None:
    """Footage is captured, and nobody holds the town."""
    assert not read("The crew captured footage of the zoo in Kharkiv.", "control")


def test_elsewhere_opens_another_place() -> None:
    """Behind *elsewhere* nothing is at the place of the event told last."""
    text = "On 3 May 2019 a strike in Ukraine killed nine people. Elsewhere, the strike killed four, the governor said."
    loss = read(text, "casualties")[-1]

    assert not places(loss)


def test_who_asks_after_a_loss_is_not_lost() -> None:
    """The subject of a headline before *after 7 killed* suffered nothing."""
    (loss,) = read("Tshisekedi flies home after 6 killed in raid on Beni", "casualties")

    assert not targets(loss)


@pytest.mark.parametrize(
    "text",
    [
        "A raid on a mill where displaced families slept killed 28 people in Adi Daero.",
        "A strike hit a school used as a shelter by displaced people in Adi Daero.",
    ],
)
def test_who_was_displaced_before_is_not_driven_out_again(text: str) -> None:
    """*Displaced families* says who they are; who is displaced now is counted or named."""
    assert not read(text, "displacement")
    assert read("Fighting displaced 900 families from Goma.", "displacement")


@pytest.mark.parametrize(
    "text",
    [
        "The brewery in Barda was hit by Harop loitering drones.",
        "A depot in Barda was targeted by a mix of drones and rockets.",
    ],
)
def test_what_something_was_hit_by_is_not_hit(text: str) -> None:
    """Drones behind *by* are what it was done with, other words between."""
    (strike,) = read(text, "strike")

    assert "drone" not in targets(strike)


def test_missiles_shot_down_beside_drones_are_counted() -> None:
    """Each of both figures is a claim of what was shot down; what missiles destroyed is not counted in missiles."""
    shot = read("Air defences shot down four rockets and 31 drones over Odesa.", "damage")
    hit = read("Two missiles destroyed three houses in Odesa.", "damage")

    assert [(q.unit, q.low) for c in shot for q in c.quantities] == [
        ("missiles", 4),
        ("drones", 31),
    ]
    assert "missiles" not in {q.unit for c in hit for q in c.quantities}


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Jets dropped a bomb on a boarding school in Sudzha.", ["school"]),
        ("An airstrike on a busy market in Togoga killed nine people.", ["market"]),
        (
            "An air strike on a school housing displaced people in Adi Daero killed 50.",
            ["school"],
        ),
        ("A strike on the main bus station in Daraa killed nine people.", []),
    ],
)
def test_an_adjective_hides_nothing_that_was_hit(text: str, hit: list[str]) -> None:
    """Between the article and what was hit one or two adjectives may stand, no other thing."""
    assert targets(read(text, "strike")[0]) == hit


@pytest.mark.parametrize(
    ("text", "doers", "scene"),
    [
        ("Ethiopia on Sunday shelled a school near Badme.", ["Ethiopia"], ["Badme"]),
        ("Residents said Kenya bombed a well in Gedo.", ["Kenya"], ["Gedo Region"]),
        ("In Gedo, Kenya bombed two wells.", ["Kenya"], ["Gedo Region"]),
        (
            "Jordan and the UAE launched air strikes on Taiz.",
            ["Jordan", "United Arab Emirates"],
            ["Taiz"],
        ),
        ("TASS said Baku had struck a depot near Kelbajar.", ["Azerbaijan"], ["Kalbajar"]),
        ("Armenia hit by missiles near Goris.", [], ["Armenia", "Goris"]),
        ("In 2011, Kenya killed a commander of the group near Gedo.", ["Kenya"], ["Gedo"]),
    ],
)
def test_a_state_before_its_verb_does_it_and_is_no_scene(
    text: str, doers: list[str], scene: list[str]
) -> None:
    """Whether a weekday, a verb of saying, another state or an opening place stands between or before."""
    found = read(text)[0]

    assert actors(found) == doers
    assert places(found) == scene


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Troops entered Berbera for the first time since 1994.", ""),
        ("It was the deadliest attack in Berbera since May 1994.", ""),
        ("At least 300 people have been killed in Berbera since 1994.", "1994/.."),
    ],
)
def test_what_bounds_a_record_is_no_day_of_the_event(text: str, day: str) -> None:
    """*Since* behind a first or a deadliest only measures it."""
    assert [date(claim) for claim in read(text)] in ([day], [])


def test_each_attack_of_a_list_has_its_own_place() -> None:
    """Where it has a verb of its own, behind a comma or *and*."""
    found = read(
        "One strike near Kirkuk destroyed a truck, two strikes near Tikrit damaged a bridge"
        " and another strike near Erbil destroyed a tunnel.",
        "damage",
    )

    assert [places(claim) for claim in found] == [["Kirkuk"], ["Tikrit"], ["Erbil"]]


def test_talks_that_hit_deadlock_are_no_strike() -> None:
    """Nor is a minister who hits out at somebody."""
    assert not read("Talks hit deadlock on Monday.", "strike")
    assert not read("The minister hit out at the rebels.", "strike")


def test_as_well_as_is_no_well() -> None:
    """An adverb is not what was hit."""
    (claim,) = read("Gunmen killed two farmers as well as a well-known singer in Berbera.")

    assert "oil well" not in targets(claim)


def test_a_title_of_a_raid_is_no_place() -> None:
    """Words with capitals behind *in* that tell a deed."""
    (claim,) = read("Seven Civilians Dead in Regime Air Raids across Rural Aleppo", "casualties")

    assert places(claim) == ["Aleppo Governorate"]


def test_who_kills_one_person_is_the_doer() -> None:
    """Armed people before an active verb with its object."""
    (claim,) = read("The Kenyan army killed the leader of the group near Gedo.")

    assert actors(claim) == ["Kenyan army"]
    assert "Kenyan army" not in targets(claim)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Nine people were killed and the wounded were taken to a local hospital.", []),
        ("One of the wounded died in hospital on Monday.", []),
        ("Shells hit the hospital in Berbera on Monday.", ["hospital"]),
        ("A raid on a hospital in Berbera killed nine people.", ["hospital"]),
    ],
)
def test_where_the_wounded_are_brought_is_not_hit(text: str, hit: list[str]) -> None:
    """A hospital is hit where a deed is told beside it."""
    found = {name for claim in read(text) for name in targets(claim)}

    assert [name for name in ("hospital",) if name in found] == hit


def test_a_further_verb_behind_adverbs_goes_on_with_its_place() -> None:
    """*And also struck* is of the place of its sentence, and the figures of each verb are its own."""
    damage, strike = (
        read(
            "Near Kirkuk, two strikes destroyed five trucks and also struck six fighting positions.",
            kind,
        )
        for kind in ("damage", "strike")
    )

    assert [places(claim) for claim in (*damage, *strike)] == [["Kirkuk"]] * 3
    assert [[figure.low for figure in claim.quantities] for claim in damage] == [[5]]
    assert [[figure.low for figure in claim.quantities] for claim in strike] == [[2, 5], [6]]


def test_who_are_taken_hostage_are_not_killed() -> None:
    """However many words stand between the verb and the hostages."""
    (killed,) = read(
        "The attack in which about 90 people were killed and 25 others were taken back to the camp as hostages"
        " began on Friday.",
        "casualties",
    )

    assert [figure.low for figure in killed.quantities] == [90]


def test_which_aircraft_it_was_is_no_strike() -> None:
    """How a monitor finds out who did it tells of no event."""
    assert not read("The monitor says it determines whose planes carried out raids.", "strike")


def test_aircrafts_fly_as_aircraft_do() -> None:
    """The plural that reports use."""
    (strike,) = read("Saudi aircrafts struck two homes in Saada.")

    assert actors(strike) == ["Saudi forces"]


def test_an_adverb_that_opens_a_sentence_speaks_for_nobody() -> None:
    """The subject behind it is quoted."""
    text = 'Earlier, Governor Adamu Bako condemned the raid, saying: "Six people died in Makurdi."'
    (loss,) = read(text, "casualties")

    assert loss.attribution[-1].source == "Governor Adamu Bako"


def test_parts_may_stand_before_among_them() -> None:
    """They are counted within the figure before them, and in one claim with it."""
    (loss,) = read("Soldiers killed 22 people, two women and three children among them, in Jos.")

    assert [(figure.low, bool(figure.total)) for figure in loss.quantities] == [
        (22, False),
        (2, True),
        (3, True),
    ]
