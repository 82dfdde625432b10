"""Peers answer from processes of their own."""

from __future__ import annotations

from benchmarks.peers import DATE, WORK, Peer
from benchmarks.peers.process import ENDED, answers, speed

ENDING = Peer("ending", "tests.benchmarks.ending_peer", "none", "none", (DATE,))
WORKING = Peer("working", "tests.benchmarks.working_peer", "none", "none", (WORK,))
NOW = "2018-04-03T12:11"


def test_answers_come_in_order_whatever_the_peer_prints() -> None:
    """What it prints does not get among them."""
    assert answers(ENDING, DATE, ["أمس", "b"], NOW) == [["أمس 2018"], ["b 2018"]]


def test_a_peer_that_ends_over_an_expression_is_started_again_behind_it() -> None:
    """One odd phrase costs its own answer alone."""
    given = answers(ENDING, DATE, ["a", "fatal", "fatal", "b"], NOW)

    assert given == [["a 2018"], ENDED, ENDED, ["b 2018"]]


def test_speed_is_told_of_a_peer_that_works_and_of_none_that_does_not() -> None:
    """Documents per second, or None when its process ended."""
    assert (speed(WORKING, ["a", "b"], 1.0) or 0) > 0
    assert speed(ENDING, ["a"], 1.0) is None


def test_a_peer_whose_folder_is_not_there_is_not_installed() -> None:
    """The bench shows it as such."""
    assert not ENDING.installed
