"""English news of several wars: who *he*, *it* and *the group* are, which states act, what lies beside the event told."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Israeli army said it hit a launcher. A witness said people fled. The statement said the raid killed two fighters.",
            "Israel Defense Forces",
        ),
        (
            "The Israeli army said it hit a launcher. A witness said people fled. It added that the raid killed two fighters.",
            "Israel Defense Forces",
        ),
        (
            'Hezbollah said it shot down a drone. The foreign minister, Amr Darwish, called on the council to act. "Shells killed two men," he said.',
            "Amr Darwish",
        ),
        (
            'The army said it hit a launcher. Rebel spokesman Nadim Safar took a swipe at the army on Monday. "Shells killed two men," he said.',
            "Rebel spokesman Nadim Safar",
        ),
    ],
)
def test_he_is_a_person_and_it_an_organisation(text: str, speaker: str) -> None:
    """The statement is of no witness; who held an office as the subject before is whom *he* means."""
    assert speaker.endswith(read(text, "casualties")[-1].speaker.source)


def test_the_group_is_the_nearest_one_and_not_one_that_the_text_never_names() -> None:
    """Rescuers in a text on Syria are the group as much as fighters are."""
    claim = read("Two medics of the White Helmets were killed in Douma, the group said on Friday.")[
        0
    ]
    assert claim.speaker.source == "Syrian Civil Defence (White Helmets)"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Syrian Observatory for Human Rights, which sorts the raids by pattern, height, time and the bombs used, said they killed nine people in Douma.",
            "Syrian Observatory for Human Rights",
        ),
        (
            "Shells killed nine people in Douma, according to Dr. Nizar Qabbas, a surgeon.",
            "Dr. Nizar Qabbas",
        ),
        (
            "Houthi spokesman Yusuf Amir vowed to answer, saying the rebels would fire a missile which killed nine people.",
            "Houthis",
        ),
    ],
)
def test_who_speaks_is_not_what_stands_beside_the_verb(text: str, speaker: str) -> None:
    """A list in a relative clause, the full stop of a title, and the party spoken of behind a gerund name nobody else."""
    assert read(text)[-1].speaker.source == speaker


def test_what_somebody_calls_an_event_is_not_told_by_him() -> None:
    """The raid is the army's word; *in what* the minister called a reply is his."""
    told = read(
        "The army said it struck a depot in Taiz on Saturday, in what Prime Minister Dan Cohen said was an answer to a raid."
    )
    assert told[0].speaker.source == "the army"


def test_a_report_made_public_on_a_day_tells_of_its_own_days() -> None:
    """The day of the report is no day of what it counts."""
    told = read(
        "According to a survey by Human Rights Watch published on Tuesday, raids have killed 649 civilians in Raqqa since September 2014."
    )
    assert date(told[-1]) == "2014-09/.."
    assert told[-1].statement.startswith("raids have killed")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Rockets killed 38 villagers in Homs and wounded another 250.",
            [(38, "killed"), (250, "injured")],
        ),
        (
            "Raids killed 3,120 people and injured another 9,147.",
            [(3120, "killed"), (9147, "injured")],
        ),
        ("Shelling killed one man in Homs and wounded another.", [(1, "killed"), (1, "injured")]),
        (
            "At least 10 villagers including women and children have been killed on Monday and 12 injured in Homs.",
            [(10, "killed"), (12, "injured")],
        ),
        ("The raids have also claimed 46 civilian lives in Homs.", [(46, "killed")]),
    ],
)
def test_every_loss_has_its_own_figure(text: str, figures: list[tuple[int, str]]) -> None:
    """*Another 250* are 250; those named with *including* do not part people from what befell them; lives are claimed, not said."""
    lost = read(text, "casualties")
    assert [(q.low, q.unit) for claim in lost for q in claim.quantities] == figures


def test_raids_that_claim_lives_are_nobodys_words() -> None:
    """The coalition does not speak where its strikes claim lives."""
    told = read("Coalition raids claimed dozens of lives near Tabqa.")
    assert all(claim.modality == "asserted" and not claim.speaker.cue for claim in told)


def test_others_beside_women_are_of_either_sex() -> None:
    """Ten others hurt beside two women dead may be anybody; four others beside two soldiers are soldiers."""
    hurt = read("Two women were killed and 10 others hurt in Homs.", "casualties")[-1]
    assert hurt.quantities[0].of == ""
    served = read("Two soldiers were killed and five others were hurt in Homs.", "casualties")[-1]
    assert served.quantities[0].of == "soldier"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Airstrikes hit Hodeidah day after Tel Aviv drone attack", ["Hodeidah"]),
        ("Two days after a raid on Odesa, a drone hit a bus in Kherson.", ["Kherson"]),
        (
            "Russian raids have killed 900 civilians in Idlib since Moscow intervened in 2015.",
            ["Idlib"],
        ),
        ("Russia and the Syrian government had cut back their raids in Aleppo.", ["Aleppo"]),
        (
            "Shelling hit a clinic in Tartus where a truce was brokered by Washington and Moscow.",
            ["Tartus"],
        ),
        (
            "The United States and its allies – Australia, Canada and the United Kingdom – warned that hackers hit a plant in Kharkiv.",
            ["Kharkiv"],
        ),
        ("Clashes erupted in Syria and Iraq on Monday.", ["Syria", "Iraq"]),
        ("Raids hit Lebanon, Syria and Iraq.", ["Lebanon", "Syria", "Iraq"]),
    ],
)
def test_states_that_act_and_other_events_lend_no_place(text: str, where: list[str]) -> None:
    """A state is where something happened only behind a word of place; *a day after* tells of another event's place."""
    assert places(read(text)[0]) == where


def test_losses_behind_deeds_of_two_sides_are_at_neither_place() -> None:
    """The day is that of both; the place is not known."""
    lost = read(
        "Russia launched an offensive in Donetsk on 7 October 2018 after Ukraine attacked Belgorod. At least 1,200 people were killed."
    )[-1]
    assert (places(lost), date(lost)) == ([], "2018-10-07")


def test_a_quarter_is_of_the_town_that_the_text_is_about() -> None:
    """A quarter that lists know in Damascus only is not that one in news of Aleppo."""
    told = read(
        "Shells fell on al-Midan neighborhood in Aleppo on Monday. Aleppo was hit again. A shop in Aleppo burnt. Two people died in al-Midan neighborhood."
    )
    assert places(told[-1]) == ["al-Midan neighborhood"]
    assert not told[-1].places[0].id


def test_a_parliament_is_no_town() -> None:
    """*The Duma* sits in Moscow, not in Douma."""
    assert places(read("The draft must be considered by the Duma, lawmakers say.")[0]) == []
    assert places(read("A raid on Douma killed two.")[0]) == ["Douma"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks are set to go on in Geneva on Sunday.", "2019-05-05"),
        ("Jets would stop bombing Aleppo for a truce on Thursday, the army said.", "2019-05-09"),
        ("Jets bombed Aleppo on Thursday, the army said.", "2019-05-02"),
    ],
)
def test_what_is_to_come_is_on_the_next_weekday(text: str, day: str) -> None:
    """A bare weekday behind a verb of what is to come looks forward, any other back."""
    assert date(read(text)[-1]) == day


def test_a_town_that_was_captured_by_somebody_is_held_by_him() -> None:
    """A passive of taking tells who holds the town; of people it tells an arrest."""
    taken = read("Kherson was captured by Russian forces on 2 March 2019.", "control")[0]
    assert (places(taken), actors(taken)) == (["Kherson"], ["Russian forces"])
    held = read("Two soldiers were captured by rebels in Homs.")[0]
    assert held.kind == "arrest"


def test_what_an_event_only_lies_beside_is_not_hit() -> None:
    """In the vicinity of an airport the fighters were killed, not the airport."""
    lost = read("The army killed 140 militants in the vicinity of the Deir Ezzor airport.")[0]
    assert targets(lost) == ["militants"]


def test_but_and_a_verb_go_on_with_the_subject_before() -> None:
    """The hurt are of that attack, its day and place, not of the raid told before."""
    hurt = read(
        "Raids hit Homs in December. An attack in Idlib on 30 March caused no deaths but injured 40 civilians."
    )[-1]
    assert (places(hurt), date(hurt)) == (["Idlib"], "2019-03-30")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Nine people died in Odesa, according to a pro-army night harbour guard on the ground.",
            "guard",
        ),
        (
            "Last month Nadim Safar told reporters that the strike on Homs killed nine.",
            "Nadim Safar",
        ),
    ],
)
def test_the_name_of_who_speaks_ends_with_the_name(text: str, speaker: str) -> None:
    """No small words hang on behind it and no time stands before it."""
    source = read(text)[-1].speaker.source
    assert source.endswith(speaker)
    assert not source.startswith("Last")


def test_a_day_without_a_year_is_ahead_where_it_is_planned() -> None:
    """A vote that is planned in May for 3 March is held in the next year."""
    assert date(read("The authorities plan to hold a vote in Homs on March 3.")[0]) == "2020-03-03"


def test_who_is_cited_amid_a_statement_does_not_part_it() -> None:
    """Among the dead, somebody says, were two nurses: one statement."""
    told = read(
        "A rocket struck a bakery in Lviv, killing seven. Among the dead, according to the mayor, were two nurses."
    )[-1]
    assert "were two nurses" in told.statement


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Houthi spokesman Yusuf Amir vowed to answer the raid, saying the rebels would fire a missile at Eilat.",
            "Houthis",
        ),
        (
            '"Twenty fighters died in Ariha," the mayor, Ali Omar, was quoted by the state news agency as saying.',
            "Ali Omar",
        ),
    ],
)
def test_a_gerund_of_saying_closes_nothing_and_who_is_quoted_speaks(
    text: str, speaker: str
) -> None:
    """Behind *saying* the words go on; the agency that quotes somebody is not who says it."""
    assert read(text)[-1].speaker.source == speaker


def test_a_known_person_as_the_subject_is_who_he_is() -> None:
    """Who spoke in the paragraph before is not whom *he* means any more."""
    told = read(
        'The mayor, Ali Omar, said two men died in Homs. Biden often appears conciliatory. "Rebels shelled five villages," he said.'
    )
    assert told[-1].speaker.source == "Joe Biden"
