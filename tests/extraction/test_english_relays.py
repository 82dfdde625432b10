"""English acts of saying: what papers say, who is relayed by whom, and what only looks like a word of saying."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


def _chain(text: str, kind: str = "casualties") -> list[str]:
    return [one.source for one in read(text, kind)[-1].attribution]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The rebel health bureau said 21 people died in the bombing of Taiz, the Saba agency reported.",
            ["the Saba agency", "The rebel health bureau"],
        ),
        (
            "According to the latest figures, shells killed 21 people in Taiz, the health bureau said.",
            ["the health bureau"],
        ),
        (
            "The ministry said the shelling of Gao killed two girls, the ministry said.",
            ["The ministry"],
        ),
        (
            "Shells killed two girls in Gao and a guard in Mopti, the health bureau said.",
            ["the health bureau"],
        ),
    ],
)
def test_who_reports_a_statement_stands_before_who_made_it(text: str, chain: list[str]) -> None:
    """*The bureau said that …, the agency reported* has two links; one speaker alone has one."""
    assert _chain(text) == chain


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The alliance issued a statement. The strikes killed 12 fighters near Sirte, the statement read.",
            "the statement",
        ),
        (
            "The command said it was behind a raid on Mukalla. Three gunmen were killed, the statement continued.",
            "The command",
        ),
        (
            "The World Health Organization estimates 340 people have died in the fighting around Tripoli.",
            "World Health Organization",
        ),
        (
            "The International Coalition issued a statement on its losses (June 3), which said shells killed two men.",
            "International Coalition",
        ),
        ("No fewer than 23 villagers died in an attack on Bani Walid as per reports.", "reports"),
        (
            "The raid was described by state media as an operation which killed four rebels.",
            "text.txt",
        ),
        ("Fighting continued in Khartoum on Sunday, killing seven civilians.", "text.txt"),
        ("The shelling of Avdiivka went on and killed two women.", "text.txt"),
        (
            "The article was read by thousands before shells killed four people in Idlib.",
            "text.txt",
        ),
        (
            "A convoy carrying estimates and maps was hit by a rocket that killed two men in Baidoa.",
            "text.txt",
        ),
    ],
)
def test_a_paper_and_a_belief_say_what_they_tell(text: str, speaker: str) -> None:
    """*The statement read*, *the UN estimates 340 have died*; fighting that continues says nothing."""
    assert _chain(text)[-1] == speaker


def test_what_the_statement_read_is_no_part_of_what_it_says() -> None:
    """The words of saying stand outside of the statement."""
    told = read("The strikes killed 12 fighters near Sirte, the statement read.", "casualties")
    assert told[0].statement == "The strikes killed 12 fighters near Sirte"


def test_who_found_the_dead_is_not_who_tells_of_them() -> None:
    """*Discovered by rescuers* is a deed; the site tells it."""
    told = read(
        "The Sahan news site reported on Tuesday that nine bodies were discovered by divers near the dam of Falam."
    )
    assert [one.source for one in told[-1].attribution] == ["The Sahan news site"]
    assert told[-1].statement.startswith("nine bodies were discovered")


def test_who_did_not_say_one_thing_and_noted_another_is_named_by_the_subject_alone() -> None:
    """*The police chief didn't tell … but confirmed that* is of the police."""
    told = read(
        "The police chief didn't tell how many people were hurt but confirmed that a shell hit the station in Kharkiv."
    )
    assert told[-1].speaker.source == "police"


def test_what_somebody_calls_the_deed_of_others_is_no_report_of_it() -> None:
    """The deed is told by the air force, whatever the office of who calls it something."""
    told = read(
        "The air force said its planes struck a depot in Taiz, in what Yemeni Prime Minister Salem Hadi said was an answer to a raid."
    )
    assert [one.source for one in told[0].attribution] == ["The air force"]
