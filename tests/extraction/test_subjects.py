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
