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


def test_the_parts_of_a_release_are_of_its_day_and_of_who_struck() -> None:
    """A sum over whole countries on one day heads the counted strikes below it."""
    text = f"On Nov. 20, 2016, Coalition forces conducted 17 strikes in Syria and Iraq.\n{RELEASE}"
    strike = read(text, "strike")[1]

    assert (date(strike), places(strike)) == ("2016-11-20", ["Mosul"])
    assert actors(strike) == ["International Coalition"]


def test_since_counts_over_a_time() -> None:
    """An opening *since* is no event of its own; its day is where a count begins."""
    text = "Since fighting broke out on April 15, 2023, more than 3,000 people have been killed in Sudan."
    (claim,) = read(text)

    assert (claim.kind, date(claim)) == ("casualties", "2023-04-15/..")


def test_what_somebody_is_judged_for_is_no_new_loss() -> None:
    """*Sentenced for killing* tells of a sentence."""
    (claim,) = read(
        "A court in Minsk sentenced 19 people to death for killing a soldier on Friday."
    )

    assert claim.kind == "arrest"


def test_a_joined_clause_has_its_own_subject_and_figure() -> None:
    """*Six died, and rescuers found 43 bodies* is two claims with a figure each."""
    found = read("Six people died in Douma on Friday, and rescuers found 43 bodies in basements.")

    assert [[q.low for q in claim.quantities] for claim in found] == [[6], [43]]


def test_who_is_quoted_as_saying() -> None:
    """The innermost of a chain is who said it."""
    text = "The Irrawaddy quoted a doctor called Ye Htut as saying six people died in Bago."

    assert [link.source for link in read(text)[0].attribution][-1] == "a doctor called Ye Htut"


def test_who_was_taken_to_hospital_was_hurt() -> None:
    """The figure behind those who died is no part of them."""
    text = "Five people died in Omdurman, among them a woman, and nine were taken to hospital."
    found = read(text, "casualties")

    assert [(q.unit, q.low) for q in found[-1].quantities] == [("injured", 9)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell in Donji Lapac on Friday.", ["Donji Lapac"]),
        ("Two people were killed near Ust-Luga, he said.", ["Ust-Luga"]),
        ("Two people were killed in March, in Hamas, in NATO and in Arabic.", []),
    ],
)
def test_a_town_that_no_list_holds_is_named_as_written(text: str, names: list[str]) -> None:
    """A name behind a word of place is a place; months, parties, short forms and languages are none."""
    assert {name for claim in read(text) for name in places(claim)} == set(names)


def test_an_age_does_not_look_back() -> None:
    """*A six-year-old* tells of the event at hand."""
    text = "A shell killed ten people in Kherson on Friday. A six-year-old girl was among the dead."

    assert [places(claim) for claim in read(text, "casualties")] == [["Kherson"], ["Kherson"]]


def test_a_toll_that_is_put_at_a_figure_keeps_its_verb() -> None:
    """*The number of soldiers killed at 31* is no sentence."""
    (claim,) = read("The Observatory put the number of soldiers killed at 31.")

    assert claim.statement.startswith("[The Observatory put] the number")


def test_a_toll_that_is_unsure_has_the_day_and_place_of_its_cause() -> None:
    """What shares a doubt shares the rest too."""
    text = "Ten people may have been killed when a jet bombed a school in Kherson on 4 May 2022."

    (toll,) = read(text, "casualties")

    assert toll.modality == "possible"
    assert date(toll) == "2022-05-04"
    assert places(toll) == ["Kherson"]


def test_without_warning_it_was_done_all_the_same() -> None:
    """What a deed is done without is no negation of it; *no casualties recorded* is one."""
    (flattened,) = read("An air strike without warning flattened a building in Beirut.", "damage")
    (losses,) = read("Five raids on Saraqib, no casualties recorded.", "casualties")

    assert flattened.polarity is Polarity.AFFIRMED
    assert losses.polarity is Polarity.NEGATED


def test_as_a_result_of_stands_whole_or_not_at_all() -> None:
    """A cause that hangs on the words before it keeps them; one that opens a sentence needs none."""
    hanging = read("Eleven people died as a result of the strike on Hama on 4 May 2019.", "strike")
    opening = read("As a result of shelling in Kherson on 4 May 2022, three people died.", "strike")

    assert [claim.quote for claim in hanging] == ["as a result of the strike on Hama on 4 May 2019"]
    assert [claim.quote for claim in opening] == ["shelling in Kherson on 4 May 2022"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("At Daw Kit, 14 soldiers were killed.", ["Daw Kit"]),
        ("A strike was carried out in the vicinity of Quy Cad on Monday.", ["Quy Cad"]),
        ("Shells fell on the market of Bredovac and two people died.", ["Bredovac"]),
        ("They took full control of Mesevo, a border town, on 7 May 2018.", ["Mesevo"]),
        ("Police shot at Marwan, who died.", []),
    ],
)
def test_words_of_place_announce_a_town_that_no_list_holds(text: str, names: list[str]) -> None:
    """*At*, *vicinity of*, *market of* and a kind told behind a comma do; who is shot at is no place."""
    assert {name for claim in read(text) for name in places(claim)} == set(names)


def test_a_report_is_the_speaker_s_whenever_it_came_out() -> None:
    """*In a report released today* tells when it was said and frees nobody."""
    text = "Fighters killed 20 residents of Chenna on 4 May 2018, Human Rights Watch said in a report released today."
    (killed,) = read(text)

    assert killed.kind == "casualties"
    assert killed.speaker.source == "Human Rights Watch"


def test_people_are_captured_and_towns_are() -> None:
    """Who is captured is held; what is captured changes hands."""
    assert [c.kind for c in read("The troops captured 12 soldiers near Homs.")] == ["arrest"]
    assert [c.kind for c in read("The troops captured a hill near Homs.")] == ["control"]


def test_a_toll_may_be_raised_later() -> None:
    """*A toll later raised to 17* is one more count of the same event."""
    text = "An attack in Barsal on 12 May 2018 left 15 people dead, a toll later raised to 17."
    counts = [q.low for claim in read(text, "casualties") for q in claim.quantities]

    assert counts == [15, 17]


def test_who_said_it_behind_an_effect_is_no_apposition() -> None:
    """*…, damaging five houses, said Serhii Lysak, head of …*: he says it, and the strike is told."""
    text = "Russian forces shelled Nikopol on Monday, damaging five houses, said Serhii Lysak, head of the region."
    found = read(text)

    assert [c.kind for c in found] == ["strike", "damage"]
    assert {c.speaker.source for c in found} == {"Serhii Lysak"}


def test_what_happened_in_an_attack_is_of_its_day() -> None:
    """*One on 2 March in which a drone killed 12* dates the loss as well."""
    text = "The raid followed one on 2 March 2019 in which a drone killed 12 people in Idlib."

    assert [date(claim) for claim in read(text, "casualties")] == ["2019-03-02"]


def test_a_loss_following_a_shooting_is_of_its_day_and_place() -> None:
    """*Died following small-arms fire in … on Saturday*."""
    text = "One soldier died following small-arms fire in Kandahar on 4 May 2019."
    (loss,) = read(text, "casualties")

    assert (date(loss), places(loss)) == ("2019-05-04", ["Kandahar"])


def test_a_denied_loss_is_of_the_raid_it_would_have_come_of() -> None:
    """Who denies that anybody was hurt in a raid speaks of that raid."""
    text = "The Coalition denied that any civilians had been harmed in the 12 April 2019 raid near Baghuz."
    (loss,) = read(text, "casualties")

    assert (loss.modality, date(loss)) == ("denied", "2019-04-12")


def test_a_clock_parts_no_label_from_what_it_says() -> None:
    """The colon of 7:30 is none behind a source."""
    (hit,) = read(
        "CENTCOM: At 7:30 p.m. on 4 May 2019, U.S. forces destroyed one missile.", "damage"
    )

    assert hit.quote.startswith("At 7:30 p.m.")


def test_bodies_of_people_are_counted_with_them() -> None:
    """*The bodies of 14 people* tells of 14 dead."""
    (found,) = read("The bodies of 14 people were brought to a hospital in Rafah.", "casualties")

    assert [q.low for q in found.quantities] == [14]


def test_a_state_that_owns_is_no_place() -> None:
    """*Libya's coastguard* acts off a town."""
    (found,) = read("Libya's coastguard attacked a boat off Zuwara on Monday.")

    assert "Libya" not in places(found)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Five people were killed in Homs on the eve of 7 May 2018.", ["2018-05-06"]),
        ("Forty people were killed in Homs in Q3 2018.", ["2018-07/2018-09"]),
        (
            "On 7 May 2018 a tower was hit. The day before, bombs fell on Homs.",
            ["2018-05-07", "2018-05-06"],
        ),
        ("A shell hit Homs on 07.05.18.", ["2018-05-07"]),
    ],
)
def test_days_told_by_another_day(text: str, days: list[str]) -> None:
    """The eve is the day before; the day before counts from the day told last; Q3 is the third quarter."""
    assert [date(claim) for claim in read(text)] == days


def test_what_is_intercepted_is_no_strike_of_its_own() -> None:
    """*Air defences intercepted several missiles* tells an interception."""
    assert [c.kind for c in read("SANA says air defences intercepted missiles over Homs.")] == [
        "clash"
    ]


def test_what_a_raid_led_to_is_told_with_its_day_and_place() -> None:
    """*…, which led to the death of a civilian* is a loss of the raid."""
    text = "Jets bombed the town of Saraqib on 4 May 2019, which led to the death of two children."
    (loss,) = read(text, "casualties")

    assert (date(loss), places(loss)) == ("2019-05-04", ["Saraqib"])


def test_a_speaker_without_a_name_may_stand_behind_the_verb() -> None:
    """*Said the alliance, contradicting lawmakers who put …*: each says their own words."""
    text = "No civilian was harmed, said the alliance, contradicting Afghan lawmakers who put the number of civilian dead at four."

    assert [c.speaker.source for c in read(text, "casualties")] == [
        "the alliance",
        "Afghan lawmakers",
    ]


def test_a_day_that_opens_a_sentence_holds_behind_while() -> None:
    """Both deeds of the sentence are of that day."""
    text = "On 4 May 2019, jets struck Idlib, while rebels fired rockets at Hama."

    assert {date(claim) for claim in read(text, "strike")} == {"2019-05-04"}


def test_the_raids_of_another_day_were_elsewhere() -> None:
    """*Tuesday's raids* take no place from what was told of today."""
    text = "A rocket hit a house in Safed this morning, and nobody was hurt. Tuesday's raids killed 55 people."
    loss = read(text, "casualties", published="2024-10-02")[-1]

    assert (date(loss), places(loss)) == ("2024-10-01", [])


def test_towns_are_taken_and_lost() -> None:
    """*Took the town of*, *lost the village* tell who holds it; *took part in* does not."""
    assert [c.kind for c in read("Troops took the town of Saraqib on Monday.")] == ["control"]
    assert "control" not in {c.kind for c in read("Troops took part in a parade in the town.")}


def test_last_night_is_last_night_whatever_day_the_next_sentence_names() -> None:
    """Only a day in its own sentence says that *overnight* is another night."""
    text = "Overnight, drones hit the port of Odesa. On Monday a shell fell in Kherson."

    assert date(read(text, "strike", published="2024-05-09")[0]) == "2024-05-08"


def test_separatists_whom_nobody_names_act() -> None:
    """Who shells and takes a town may have no other name than what they want."""
    text = "Separatist forces shelled Bakhmut on 3 May 2015. Separatists seized the town of Bakhmut on 4 May 2015."

    assert [actors(claim) for claim in read(text)] == [["separatists"]] * 2
