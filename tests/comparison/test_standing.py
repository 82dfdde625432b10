"""Comparing what is new gives what comparing everything gives."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.comparison import Standing, compare_all

from .accounts import read_all
from .test_candidates import a_raid

POOL = [*read_all(), *(a_raid(number, "2018-03-17") for number in range(8))]
PLACES = st.integers(0, len(POOL) - 1)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sets(PLACES, max_size=6), st.sets(PLACES, max_size=3)), max_size=5))
def test_claims_that_come_and_go_leave_what_a_full_run_finds(
    steps: list[tuple[set[int], set[int]]],
) -> None:
    """After every step, whatever came, came again or went."""
    standing, present = Standing(), set[int]()
    for came, gone in steps:
        present = (present - gone) | came
        away = [POOL[number].id for number in gone - came]
        standing = standing.changed([POOL[number] for number in sorted(came)], away)

        assert standing.suggested == compare_all([POOL[number] for number in sorted(present)])


def test_only_pairs_of_new_claims_are_compared() -> None:
    """The watcher is told of as many pairs as the newcomer meets; what is known is the same object."""
    seen: list[tuple[int, int]] = []
    before = Standing().changed(POOL[:-1])

    after = before.changed(POOL[-1:], progress=lambda done, total: seen.append((done, total)))

    assert seen
    assert seen[-1][1] == sum(POOL[-1].id in (key.left, key.right) for key in after.compared)
    assert all(after.compared[key] is found for key, found in before.compared.items())


def test_a_claim_that_says_something_else_is_compared_again() -> None:
    """It takes the place of the one with its id."""
    moved = replace(a_raid(3, "2018-05-01"), id=a_raid(3, "2018-03-17").id)
    standing = Standing().changed(POOL).changed([moved])

    assert standing.suggested == compare_all([*(one for one in POOL if one.id != moved.id), moved])
