"""The subject of an English verb of saying is who says it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read

KILLED = "Two people were killed in Kherson on Friday"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{KILLED}, the hospital's volunteers said in a statement.", "the hospital's volunteers"),
        (f"{KILLED}, the United Nations human rights office said.", "UN Human Rights Office"),
        (f"{KILLED}, the defence ministry in Kyiv said.", "the defence ministry in Kyiv"),
        (f'"{KILLED}," its director, Marek Stolarz, said.', "Marek Stolarz"),
        (f"Marek Stolarz, the district's governor, said {KILLED}.", "Marek Stolarz"),
        (f"{KILLED}, as was confirmed by the United Nations.", "United Nations"),
    ],
)
def test_the_whole_subject_speaks(text: str, speaker: str) -> None:
    """Known sources by their name, others as the words stand, with what stands between a source and its verb."""
    assert {claim.speaker.source for claim in read(text)} == {speaker}


def test_a_source_in_another_clause_says_nothing() -> None:
    """Whoever stands before the pause is what is told about, not who tells it."""
    text = "Ukrainian forces retook a town from the Houthis on Friday, a farmer said."

    assert {claim.speaker.source for claim in read(text)} == {"a farmer"}


def test_a_surname_is_the_person_heard_before() -> None:
    """*Stolarz* is *Colonel Marek Stolarz*."""
    text = f"Colonel Marek Stolarz said {KILLED}. Stolarz said a shell had struck a house."

    assert {claim.speaker.source for claim in read(text)} == {"Colonel Marek Stolarz"}


@pytest.mark.parametrize(
    "text",
    [
        "At least 27 attacks on hospitals have been recorded since April 2019.",
        "There were no reports of casualties in Kherson.",
        "A strike blamed on the army killed two people in Kherson.",
    ],
)
def test_words_that_only_look_like_saying(text: str) -> None:
    """A passive, a noun and an adjective name no speaker."""
    assert {claim.speaker.span for claim in read(text)} == {None}


def test_said_by_phone_names_nobody_behind_it() -> None:
    """*By* is the source only of a passive."""
    text = "Ten people died in Mekelle, a doctor at the hospital said by phone."

    assert {claim.speaker.source for claim in read(text)} == {"a doctor at the hospital"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{KILLED}, a local rescuer and two residents said.", "a local rescuer"),
        (f"{KILLED}, the town's mayor, a surgeon and the Red Cross said.", "the town's mayor"),
        (f"{KILLED}, said Dr. Marek Stolarz, a surgeon.", "Dr. Marek Stolarz"),
        (f"{KILLED}, according to the governor, Marek Stolarz.", "Marek Stolarz"),
        (f"An eyewitness, Marek Stolarz, told AFP that {KILLED}.", "Marek Stolarz"),
        (f"Marek Stolarz, 34, a baker, said {KILLED}.", "Marek Stolarz"),
        (
            f"{KILLED}, the ministry of the U.N.-backed government said.",
            "the ministry of the U.N.-backed government",
        ),
        ("The strike, the district hospital said, killed four people.", "the district hospital"),
        ("From 2 to 9 April, OHCHR recorded 40 deaths in Kherson.", "UN Human Rights Office"),
    ],
)
def test_the_first_of_several_and_the_name_of_who_speaks(text: str, speaker: str) -> None:
    """Of those who say it together the first, with a name where one stands beside an office, wherever the verb is put."""
    assert {claim.speaker.source for claim in read(text)} == {speaker}


def test_what_a_relative_clause_reports_is_said_by_whom_it_is_about() -> None:
    """*Minsk, which reported 49 dead* reports; a verb joined to its sentence is of the same subject."""
    (dead,) = read("Minsk, which reported 49 dead the day before, closed the border.", "casualties")
    (accused,) = read(
        "The RSF did not comment, but had earlier accused the army of shelling Nyala."
    )

    assert (dead.speaker.source, accused.speaker.source) == ("Minsk", "Rapid Support Forces")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Early findings indicate that the shelling wounded nine villagers.", ""),
        ("According to an initial toll, the raid killed nine civilians.", ""),
        (
            "The raid killed nine civilians, according to an updated toll from the mayor.",
            "the mayor",
        ),
        ("The brigade's initial assessment concluded the raid killed nine people.", "The brigade"),
        (
            "An assessment team of the province said the raid killed nine people.",
            "An assessment team of the province",
        ),
    ],
)
def test_who_made_a_finding_speaks_and_not_the_finding(text: str, speaker: str) -> None:
    """A toll or an assessment is the word of whoever made it; one of nobody is told in the publisher's voice."""
    claim = next(one for one in read(text) if one.kind == "casualties")

    assert (claim.speaker.source if claim.speaker.span else "") == speaker
    assert claim.speaker.span is None or claim.speaker.span.of(text) == speaker
