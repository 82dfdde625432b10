"""How sure a suggestion is follows from labelled pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.comparison.confidence import confidence, steps
from claims.model import Relation

scores = st.floats(-20, 20)


@given(st.sampled_from(Relation), scores, scores)
def test_a_higher_score_is_never_less_sure(relation: Relation, one: float, other: float) -> None:
    """The shares rise with the score, and are shares."""
    low, high = (confidence(relation, score) for score in sorted((one, other)))

    assert 0 <= low <= high <= 1


def test_every_relation_has_a_confidence() -> None:
    """The data file leaves none out."""
    assert set(steps()) == set(Relation)
    assert all(found for found in steps().values())
