"""Whom an English loss befell, where a figure alone does not say it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "unit", "of"),
    [
        ("A shell hit Kherson, killing a 10-year-old boy.", "killed", "child"),
        ("A six-year-old boy was among the dead in Kherson.", "killed", "child"),
        ("Among the dead was a nurse.", "killed", "medic"),
        ("A 61-year-old woman died in Kherson.", "killed", "woman"),
        ("A journalist suffered shrapnel wounds.", "injured", "journalist"),
    ],
)
def test_a_single_person_counts_one(text: str, unit: str, of: str) -> None:
    """An age is no figure, and who was hurt is one."""
    (loss,) = read(text, "casualties")

    assert [(q.unit, q.of, q.low, q.high) for q in loss.quantities] == [(unit, of, 1, 1)]


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("Thirty children were among those killed.", "killed", 30, 30),
        ("The enemy lost up to 210 servicemen.", "killed", None, 210),
        ("Up to 60 militants were eliminated near Kherson.", "neutralised", None, 60),
    ],
)
def test_persons_count_as_what_befell_them(
    text: str, unit: str, low: int | None, high: int | None
) -> None:
    """The verb says what the figure counts."""
    (loss,) = read(text, "casualties")

    assert [(q.unit, q.low, q.high) for q in loss.quantities] == [(unit, low, high)]


def test_what_cannot_be_counted_stays_uncounted() -> None:
    """A crowd is no figure."""
    (loss,) = read("A group of men was killed in Kherson.", "casualties")

    assert loss.quantities == ()


def test_two_who_are_named_one_by_one_are_two_losses() -> None:
    """*A man and his daughter* are one man and one child or woman, each counted."""
    losses = read("A man and his daughter were killed.", "casualties")

    assert [q.low for loss in losses for q in loss.quantities] == [1, 1]


def test_a_joined_victim_is_a_claim_of_its_own() -> None:
    """*The driver was killed and his wife wounded* tells two losses."""
    killed, wounded = read("The driver was killed on the spot and his wife wounded.", "casualties")

    assert (killed.quote, wounded.quote) == (
        "The driver was killed on the spot",
        "his wife wounded",
    )


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Gunmen killed three people in Kano on 3 May 2019.", "unidentified gunmen"),
        ("Bandits killed 12 in Kaduna on 3 May 2019.", "bandits"),
        ("Police killed two protesters in Kano on 3 May 2019.", "police"),
    ],
)
def test_armed_people_before_an_active_verb_kill(text: str, doer: str) -> None:
    """They are nobody's victims, though nobody names them."""
    (loss,) = read(text, "casualties")

    assert [one.name for one in loss.actors] == [doer]
    assert doer not in [one.name for one in loss.targets]


def test_armed_people_who_were_killed_are_those_killed() -> None:
    """A passive verb has its victim before it."""
    (loss,) = read("Three gunmen were killed in Kano on 3 May 2019.", "casualties")

    assert [one.name for one in loss.actors] == []
