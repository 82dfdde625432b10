"""Comparing what is new gives what comparing everything gives."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.comparison import Standing, candidates, compare_all, compare_keys
from claims.comparison.standing import Step
from claims.model import Comparison, PairKey

from .accounts import read_all
from .test_candidates import a_raid

POOL = [*read_all(), *(a_raid(number, "2018-03-17") for number in range(8))]
PLACES = st.integers(0, len(POOL) - 1)


Known = dict[PairKey, Comparison]


def _went(known: Known, step: Step, away: set[str]) -> Known:
    """What is suggested after a step: what was, without what parted, and what the pairs that met come to."""
    claims = {claim.id: claim for claim in POOL}
    kept = {key: one for key, one in known.items() if not {key.left, key.right} & away}
    found = {one.key: one for one in compare_keys(claims, step.met)}
    return {key: one for key, one in (kept | found).items() if key not in step.parted}


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.sets(PLACES, max_size=6), st.sets(PLACES, max_size=3), st.booleans()),
        max_size=5,
    )
)
def test_claims_that_come_and_go_leave_what_a_full_run_finds(
    steps: list[tuple[set[int], set[int], bool]],
) -> None:
    """After every step, whatever came, came again or went, and whether it was kept as bytes in between."""
    standing, known, present = Standing(), Known(), set[int]()
    for came, gone, kept in steps:
        present = (present - gone) | came
        names = {POOL[number].id for number in came | gone}
        away = [POOL[number].id for number in gone - came]
        step = standing.changed([POOL[number] for number in sorted(came)], away)
        known, standing = _went(known, step, names), step.after
        if kept:
            parts = standing.parts([POOL[number] for number in present])
            standing = Standing.of_parts(reversed(parts.values()))

        found = tuple(known[key] for key in sorted(known, key=str))
        assert found == compare_all([POOL[number] for number in sorted(present)])


def test_only_pairs_of_new_claims_are_to_be_compared() -> None:
    """What was held against each other already does not come up again."""
    before = Standing().changed(POOL[:-1])

    after = before.after.changed(POOL[-1:])

    assert after.met
    assert all(POOL[-1].id in (key.left, key.right) for key in after.met)
    assert after.parted == ()


def test_a_claim_that_says_something_else_is_compared_again() -> None:
    """It takes the place of the one with its id."""
    moved = replace(a_raid(3, "2018-05-01"), id=a_raid(3, "2018-03-17").id)
    others = [one for one in POOL if one.id != moved.id]

    step = Standing().changed(POOL).after.changed([moved])

    assert set(step.met) == {
        key for key in candidates([*others, moved]) if moved.id in (key.left, key.right)
    }


def test_what_is_kept_is_of_one_program_only() -> None:
    """The name of the program follows from its files, whoever asks."""
    assert Standing.engine() == Standing().engine()
    assert len(Standing.engine()) == 32
