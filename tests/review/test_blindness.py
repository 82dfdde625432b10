"""Who may see which decision: the rule by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Decision
from claims.review.blindness import visible
from tests.factories import a_decision, a_mark

ANA = a_decision(a_mark(), 1, by="ana")
BEN = a_decision(a_mark(), 2, by="ben")
CAY = a_decision(a_mark(), 3, by="cay")
ELSEWHERE = a_decision(a_mark("a", "c"), 4, by="ben")
TAKEN_BACK = a_decision(None, 5, by="ben", key=BEN.key)


@pytest.mark.parametrize(
    ("rows", "reviewers", "asker", "seen"),
    [
        ([ANA, BEN], 1, "cay", [ANA, BEN]),
        ([ANA], 2, "ana", [ANA]),
        ([ANA], 2, "ben", []),
        ([ANA], 2, None, []),
        ([ANA, BEN], 2, "ana", [ANA, BEN]),
        ([ANA, BEN], 2, "cay", [ANA, BEN]),
        ([ANA, BEN], 2, None, [ANA, BEN]),
        ([ANA, BEN], 3, "ana", [ANA]),
        ([ANA, BEN, CAY], 3, None, [ANA, BEN, CAY]),
        ([ANA, ELSEWHERE], 2, "ana", [ANA]),
        ([ANA, TAKEN_BACK], 2, "ana", [ANA]),
        ([ANA, TAKEN_BACK], 2, "ben", [TAKEN_BACK]),
    ],
)
def test_others_are_seen_when_all_have_answered(
    rows: list[Decision], reviewers: int, asker: str | None, seen: list[Decision]
) -> None:
    """On this pair, by marks that stand; one's own rows are always seen."""
    assert visible(rows, reviewers=reviewers, asker=asker) == tuple(seen)


@given(
    st.lists(
        st.builds(
            lambda number, by, live: a_decision(a_mark(), number, by=by, live=live),
            st.integers(),
            st.sampled_from("ab"),
            st.booleans(),
        )
    )
)
def test_many_rows_of_one_person_are_one_answer(rows: list[Decision]) -> None:
    """Two people cannot complete a pair that asks for three, however often they changed their minds."""
    assert {row.by for row in visible(rows, reviewers=3, asker="a")} <= {"a"}
