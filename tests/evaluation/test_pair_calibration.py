"""Shares of right suggestions that rise with the score."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from claims.evaluation import Judged, calibrate, reliability, steps, steps_to_toml
from claims.evaluation.pair_calibration import LEAST, share_at
from claims.model import Relation, SameEvent
from tests.factories import a_comparison

outcomes = st.lists(st.tuples(st.floats(-5, 15), st.booleans()), max_size=120)


@given(outcomes)
def test_steps_rise_and_hold_every_pair(told: list[tuple[float, bool]]) -> None:
    """In scores and in shares; none but a single one holds fewer than the least number of pairs."""
    found = steps(told)

    assert sum(step.pairs for step in found) == len(told)
    assert sum(step.right for step in found) == sum(right for _, right in told)
    assert [step.start for step in found] == sorted(step.start for step in found)
    assert [step.share for step in found] == sorted(step.share for step in found)
    assert all(step.pairs >= LEAST for step in found) or len(found) == 1


@given(outcomes)
def test_a_share_is_never_certain(told: list[tuple[float, bool]]) -> None:
    """However many were right."""
    assert all(0 < step.share < 1 for step in steps(told))


@given(outcomes)
def test_the_order_of_the_pairs_does_not_matter(told: list[tuple[float, bool]]) -> None:
    """The same pairs give the same steps."""
    assert steps(told) == steps(list(reversed(told)))


def test_two_levels_are_told_apart() -> None:
    """Half right below, all right above."""
    low = [(1 + index / 100, index % 2 == 0) for index in range(20)]
    high = [(9 + index / 100, True) for index in range(20)]
    found = steps([*low, *high])

    assert found[0].share < 0.7
    assert found[-1].share > 0.9


def test_what_is_written_is_what_the_engine_reads() -> None:
    """Tables of steps by relation, the first without a lower end."""
    found = steps([(float(index), True) for index in range(30)])
    table = tomllib.loads(steps_to_toml({Relation.AGREE: found}))["relation"]["agree"]

    assert table[0]["from"] == -99
    assert [row["right"] for row in table] == [step.share for step in found]


def judged(happening: str, *, held: bool = True, right: bool = True) -> Judged:
    """A suggested conflict of claims of two happenings, which is wrong, or of another event, which is told apart rightly."""
    if right:
        found = a_comparison(
            same_event=SameEvent.NO, relation=Relation.NOT_COMPARABLE, conflicting=()
        )
    else:
        found = a_comparison()
    return Judged(happening, held, None, None, found)


def test_confidence_rests_on_pairs_held_out_alone() -> None:
    """Those that rules were written with say nothing of what is met elsewhere."""
    table = calibrate([judged("one", held=False) for _ in range(30)])

    assert table[Relation.NOT_COMPARABLE] == ()
    assert share_at((), 3.0) == 0.5


def test_a_happening_held_out_does_not_predict_itself() -> None:
    """What is predicted for it is what the others give: with none, a half."""
    [alone] = reliability([judged("one") for _ in range(20)])
    [beside] = reliability([judged(name) for name in "ab" for _ in range(20)])

    assert (alone.predicted, alone.observed) == (0.5, 1)
    assert beside.predicted > 0.9


def test_what_is_wrong_shows_in_the_share_observed() -> None:
    """A conflict between two happenings."""
    [row] = reliability([judged("one", right=False)])

    assert (row.relation, row.pairs, row.observed) == (Relation.CONFLICT, 1, 0)
