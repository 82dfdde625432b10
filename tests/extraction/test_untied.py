"""English claims without the words that only tie them to their sentence, and what is told of no one time."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The bombing came shortly after troops entered Saraqib.", "troops entered Saraqib"),
        ("Talks broke down before a shell was fired at Taiz.", "a shell was fired at Taiz"),
        (
            "The army shelled Zabid, where it killed two guards.",
            "it killed two guards [by The army, in Zabid]",
        ),
        (
            "He said as many as four gunships took part in the raid on Falam.",
            "as many as four gunships took part in the raid on Falam",
        ),
        (
            "The rebels accused the army of shelling Kauda, which it said killed two girls.",
            "[The rebels accused] the army of shelling Kauda",
        ),
        (
            "The army reported raids on Kauda, which it said were an answer to an ambush.",
            "[The army reported] raids on Kauda",
        ),
        (
            "The group claimed the raid on Eilat, its second attack in what it said was a campaign.",
            "[The group claimed] the raid on Eilat, its second attack",
        ),
        (
            "Following the raid on Taiz, shells killed two guards.",
            "Following the raid on Taiz, shells killed two guards",
        ),
    ],
)
def test_a_statement_begins_and_ends_with_what_it_states(text: str, statement: str) -> None:
    """No *shortly after* at its head and no *which it* at its end; what opens a sentence stays."""
    assert statement in [claim.statement for claim in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A double strike occurs when a plane bombs a target and then returns to hit rescuers.",
        "The system can work by hand, where a soldier tracks targets before firing a missile.",
    ],
)
def test_what_is_told_of_no_one_time_is_no_event(text: str) -> None:
    """What a word means, and what somebody can do, happened nowhere."""
    assert not read(text, "strike")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Before firing two missiles at Ashkelon, the group warned residents.", "strike"),
        ("When a plane bombed a market in Kutum, 12 people died.", "strike"),
    ],
)
def test_what_happened_once_is_told_also_behind_before_and_when(text: str, kind: str) -> None:
    """A gerund and a clause of time tell what was done."""
    assert [claim.modality for claim in read(text, kind)] == ["asserted"]


def test_a_second_verb_is_as_planned_as_the_first() -> None:
    """*Would strike the camps and destroy the tunnels*: neither was done."""
    told = read("The president said the army would strike the camps and destroy the tunnels.")
    assert [claim.modality for claim in told] == ["planned", "planned"]


def test_what_was_done_is_not_planned_because_others_were_about_to_do_something() -> None:
    """*As pupils were preparing to go home* plans no strike."""
    told = read("Shells struck a school in Zalingei as pupils were preparing to go home.", "strike")
    assert [claim.modality for claim in told] == ["asserted"]
