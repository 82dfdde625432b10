"""One person has one name, however it is typed."""

from __future__ import annotations

import pytest

from claims.review.names import alike, folded, is_name, kept, of_two_alphabets, same

ALIKE = [
    ("Bob", "BOB"),
    ("Straße", "STRASSE"),
    ("Jose\u0301", "José"),
    ("علي", "عـلي"),
    ("علی\u200cرضا", "علیرضا"),
    ("ana", "an\u200da"),
    ("ana  lee", "Ana Lee"),
    ("ａｎａ", "ana"),
]
NO_NAMES = ["", " ", "a\u200db", "\u200e", "an\ufe0fa", "a\nb\x00", "\u3164", "x" * 201, "a\ud800"]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_that_nobody_tells_apart_are_one_persons(one: str, other: str) -> None:
    """Case, width, composition, tatweel, joiners and spaces part nobody."""
    assert same(one, other)
    assert folded(folded(one)) == folded(one)


@pytest.mark.parametrize(("one", "other"), [("ana", "anna"), ("علي", "عليّة"), ("bo b", "bob")])
def test_names_that_differ_are_two_peoples(one: str, other: str) -> None:
    """What is written otherwise is somebody else."""
    assert not same(one, other)


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_cannot_be_seen_is_no_name(name: str) -> None:
    """Joiners and directions included: two such names look the same."""
    assert not is_name(kept(name))


@pytest.mark.parametrize(
    "name", ["Ana", "علي عبد الله", "Ольга", "Νίκος", "李雷", "O'Neil-Smith 3"]
)
def test_names_of_any_alphabet_are_names(name: str) -> None:
    """One alphabet in each word."""
    assert is_name(name)
    assert of_two_alphabets(name) == ""


def test_a_word_of_two_alphabets_is_told() -> None:
    """A Cyrillic letter in a Latin name is seen by nobody."""
    assert of_two_alphabets("b\u043eb Smith") == "b\u043eb"
    assert of_two_alphabets("Ana Иванова") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ape", "\u0430\u0440\u0435"),
        ("BOB", "\u0412\u041e\u0412"),
        ("NINA", "\u039d\u0399\u039d\u0391"),
        ("Alan", "AIan"),
        ("bob", "b0b"),
        ("أحمد", "احمد"),
        ("فاطمة", "فاطِمه"),
        ("علی", "على"),
        ("José", "Jose"),
        ("ana", "\u0251na"),
        ("bob", "\u0299\u1d0f\u0299"),
        ("ali hamid", "ali-hamid"),
        ("ana", "an a."),
        ("كريم", "ڪريم"),
    ],
)
def test_a_name_that_could_be_taken_for_another_is_alike(one: str, other: str) -> None:
    """Letters of another alphabet, phonetic ones, digits for letters, spaces and points, Arabic letters that are written one for the other."""
    assert alike(one, [other]) == other
    assert alike(other, [one]) == one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ali", "all"),
        ("adil", "adli"),
        ("ana", "anna"),
        ("أحمد", "حمد"),
        ("Ольга", "Olga"),
        ("bob", "rob"),
    ],
)
def test_names_that_read_otherwise_are_not_alike(one: str, other: str) -> None:
    """Nobody takes one for the other."""
    assert alike(one, [other]) == ""
